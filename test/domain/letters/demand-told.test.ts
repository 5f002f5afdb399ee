import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day, type Day } from '../../../domain/calendar.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { announcedBy, positionsOf } from '../../../domain/letters/demand.ts';
import { cents } from '../../../domain/money.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { aClaim } from '../../support/akte.ts';
import { M2, message, akte, demand, REMINDED } from './demanded.ts';

test("the last stage is the procedure's, and a creditor's own words are passed on, empty ones not", () => {
  const short = Procedure.parse({ id: 'short', version: 1, name: 'Kurz', levels: STANDARD.levels.slice(0, 2) });
  expect(
    demand(akte(), 0, '2026-03-02', { procedure: short, level: { text: { subject: 'A', opening: 'B', closing: 'C' } } })
      .facts,
  ).toMatchObject({ lastStage: 1, ownText: { subject: 'A', opening: 'B', closing: 'C' } });
  for (const text of [{ subject: 'A' }, { opening: 'B' }, { closing: 'C' }])
    expect(demand(akte(), 0, '2026-03-02', { level: { text } }).facts.ownText).toStrictEqual(text);
  expect(
    demand(akte(), 0, '2026-03-02', { level: { text: { subject: '', opening: '', closing: '' } } }).facts.ownText,
  ).toStrictEqual({});
});
test('a letter tells what counts and what is not zero', () => {
  const of = akte({
    messages: [...REMINDED, message('2026-03-12', 1)],
    payments: [
      {
        id: PaymentId.parse('p'),
        amount: cents(500_00),
        valueDate: day('2026-03-14'),
        bookedOn: day('2026-03-14'),
        via: 'agency',
        source: '',
      },
    ],
  });
  const on: Day = day('2026-03-20');
  expect(positionsOf(of, accountOf(of, on)).map((p) => p.label)).toEqual([
    'Rechnung RE-1 vom 10.01.2026',
    'Verzugszinsen',
    'Inkassokosten',
    'Zahlung vom 14.03.2026',
  ]);
});

describe('what a level tells of', () => {
  test('the last one of what follows the run; a run that is only a reminder, or has nothing after it, of nothing', () => {
    const of = (more: object, stage: number) => {
      const p = Procedure.parse({ ...STANDARD, ...more });
      return announcedBy(
        p,
        p.levels.find((l) => l.stage === stage)!,
      );
    };
    expect([of({}, 3), of({}, 2), of({ after: 'none' }, 3), of({ levels: STANDARD.levels.slice(0, 1) }, 0)]).toEqual([
      ['court'],
      [],
      [],
      [],
    ]);
  });
});
describe('who bears a Mahngebühr', () => {
  const fee = { amount: cents(2_50), basis: 'contract' as const };
  const of = (more: Partial<Akte>, ...claims: Claim[]) =>
    demand(akte({ messages: REMINDED, ...more }, claims), 1, '2026-03-12', { level: { flatFee: fee } }).demand.flatFee
      ?.claim;
  const paid: Akte['payments'] = [
    {
      id: PaymentId.parse('p'),
      amount: cents(120_00),
      valueDate: day('2026-03-05'),
      bookedOn: day('2026-03-05'),
      via: 'agency',
      source: '',
      claim: aClaim(1).id,
    },
  ];
  test('the first claim of this matter that is open and in default', () => {
    expect(of({}, aClaim(1), aClaim(2))).toBe('F1');
    expect(of({ payments: paid }, aClaim(1), aClaim(2))).toBe('F2');
    expect(of({}, aClaim(1, { matter: M2, dueByContract: true }), aClaim(2))).toBe('F2');
  });
});
test('a payment that was taken back is a row of the letter: it vanished, and the sum jumped', () => {
  const reversed = akte({
    messages: REMINDED,
    payments: [
      {
        id: PaymentId.parse('p'),
        amount: cents(10_00),
        valueDate: day('2026-03-05'),
        bookedOn: day('2026-03-05'),
        via: 'agency',
        source: '',
        reversed: { on: day('2026-03-10'), reason: 'x' },
      },
    ],
  });
  expect(positionsOf(reversed, accountOf(reversed, day('2026-03-12'))).map((p) => p.label)).toEqual([
    'Rechnung RE-1 vom 10.01.2026',
    'Verzugszinsen',
    'Zahlung vom 05.03.2026, zurückgebucht',
  ]);
});
