import * as fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import { day } from '../../../domain/calendar.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import { baseRateOn } from '../../../domain/law/base-rates.ts';
import { cents } from '../../../domain/money.ts';
import { KINDS_OF_CLAIM } from '../../../domain/parties/kinds-of-claim.ts';
import { aClaim, erika } from '../../support/akte.ts';
import { anAkte, letterOn, partOf } from '../../support/letters.ts';
import { werkstatt } from '../../support/notices.ts';

const told = (...claims: Claim[]): string[] =>
  partOf(letterOn(anAkte({ debtor: werkstatt, claims }), 0, '2026-03-12'), 'Berechnung der Zinsen')
    .split('\n')
    .filter((line) => line.startsWith('Gesetzlicher Verzugszins'));
const inDefault = (n: number, more: Partial<Claim>): Claim => aClaim(n, { dueByContract: true, ...more });

describe('“neun Prozentpunkte (§ 288 Abs. 2)” stood beside 8 or 5 points that were charged', () => {
  test('a contract between businesses from before 29 July 2014 bears eight, a loan to a business five', () => {
    expect(told(inDefault(1, { contractDate: day('2013-05-01') }))).toEqual([
      'Gesetzlicher Verzugszins: 8 Prozentpunkte über dem Basiszinssatz (§ 288 Abs. 2 BGB a. F., Art. 229 § 34 EGBGB, § 247 BGB).',
    ]);
    expect(told(inDefault(1, { kind: 'credit' }))).toEqual([
      'Gesetzlicher Verzugszins: 5 Prozentpunkte über dem Basiszinssatz (§ 288 Abs. 1 BGB, § 247 BGB).',
    ]);
  });
  test('in one letter each is told of its own invoices', () => {
    const old = { contractDate: day('2014-07-28') };
    expect(told(inDefault(1, old), inDefault(2, {}), inDefault(3, old))).toEqual([
      'Gesetzlicher Verzugszins zu den Rechnungen RE-1 und RE-3: 8 Prozentpunkte über dem Basiszinssatz (§ 288 Abs. 2 BGB a. F., Art. 229 § 34 EGBGB, § 247 BGB).',
      'Gesetzlicher Verzugszins zu der Rechnung RE-2: 9 Prozentpunkte über dem Basiszinssatz (§ 288 Abs. 2 BGB, § 247 BGB).',
    ]);
  });
  test('whatever the debtor, the contract and its day: the points told and the base rate are the rate that is charged', () => {
    const claims = fc.record({
      kind: fc.constantFrom(...KINDS_OF_CLAIM),
      contractDate: fc.constantFrom('2005-01-01', '2014-07-28', '2014-07-29', '2016-07-01', '2026-01-01').map(day),
      principal: fc.integer({ min: 100_00, max: 9_000_00 }).map(cents),
    });
    fc.assert(
      fc.property(fc.constantFrom(erika, werkstatt), claims, (debtor, more) => {
        const akte = anAkte({ debtor, claims: [inDefault(1, more)] });
        const said = partOf(letterOn(akte, 0, '2026-03-12'), 'Berechnung der Zinsen');
        const points = Number(/(\d+(?:,\d+)?) Prozentpunkte/.exec(said)?.[1]?.replace(',', '.'));
        const [period] = accountOf(akte, day('2026-03-12')).claims[0]?.accrued.periods ?? [];
        expect(Math.round(points * 100) + baseRateOn(day('2026-03-12')).row.value).toBe(period?.hundredths);
      }),
    );
  });
});
