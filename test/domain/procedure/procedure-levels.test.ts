import { accountOf } from '../../../domain/account/account.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { MessageReference } from '../../../domain/ids.ts';
import { composeNotice } from '../../../domain/letters/compose.ts';
import { announcedBy, demandOf } from '../../../domain/letters/demand.ts';
import { cents } from '../../../domain/money.ts';
import type { Level } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { aClaim, musterversand } from '../../support/akte.ts';
import { rheinbogen } from '../../support/notices.ts';
import { F1, on, sent, akte, procedure, level } from './procedures.ts';

const REFERENCE = MessageReference.parse('r');

describe('what a level says of money', () => {
  const demanded = (more: Partial<Level>, prior: Fact[], n: number) => {
    const p = level(1, more);
    const of = akte([aClaim()], ...prior);
    return demandOf({
      akte: of,
      matter: of.matters[0]!,
      level: p.levels[1]!,
      procedure: p,
      channel: 'email',
      reference: REFERENCE,
      today: on(n),
      agency: rheinbogen,
      creditor: musterversand,
      enclosures: [],
    });
  };
  const fee = { amount: cents(10_00), basis: 'contract' as const, source: 'Vertrag § 4' };
  test('a Mahngebühr with a basis, once the claim is in default without this demand', () => {
    const { demand, facts } = demanded({ flatFee: fee }, sent(0, 'email', 0, { demand: {} }), 10);
    expect(demand.flatFee).toEqual({ ...fee, claim: 'F1' });
    expect(facts.positions.find((p) => p.label.startsWith('Mahngebühr'))).toEqual({
      label: 'Mahngebühr vom 12.03.2026',
      why: 'Rechnung RE-1: für die Mahnung vom 12.03.2026, im Vertrag vereinbart (Vertrag § 4). Ein geringerer Schaden kann nachgewiesen werden.',
      amount: 1000,
      claim: 'F1',
      part: 'flatFee',
    });
  });
  test('none without a basis, none where this demand itself brings default about', () => {
    expect(
      demanded({ flatFee: { amount: cents(10_00) } }, sent(0, 'email', 0, { demand: {} }), 10).demand.flatFee,
    ).toBeUndefined();
    expect(demanded({ flatFee: fee }, [], 10).demand.flatFee).toBeUndefined();
  });
  test('a fee recorded before default is never charged, one after it once, also where e-mail and letter both carry it', () => {
    const flatFee = { ...fee, claim: F1 };
    expect(
      accountOf(akte([aClaim()], ...sent(0, 'email', 0, { demand: { flatFee } })), on(20)).claims[0]?.flatFees,
    ).toEqual([]);
    const both = akte(
      [aClaim()],
      ...sent(0, 'email', 0, { demand: {} }),
      ...sent(1, 'email', 10, { demand: { flatFee } }),
      ...sent(1, 'letter', 18, { demand: { flatFee } }),
    );
    expect(accountOf(both, on(20)).claims[0]?.flatFees).toHaveLength(1);
  });
  test('a level may claim less of the collection fee than the law gives, for ever or until a later one', () => {
    const base = [...sent(0, 'email', 0, { demand: {} })];
    const rateOn = (n: number, ...facts: Fact[]) =>
      accountOf(akte([aClaim()], ...base, ...facts), on(n)).matters[0]?.fee?.parts[0]?.rate;
    expect(rateOn(40, ...sent(1, 'email', 10, { demand: { collectionFee: true } }))).toBe(90);
    expect(rateOn(40, ...sent(1, 'email', 10, { demand: { collectionFee: true, feeRate: 50 } }))).toBe(50);
    expect(rateOn(12, ...sent(1, 'email', 10, { demand: { collectionFee: true, feeRate: 90 } }))).toBe(50);
    expect(
      rateOn(
        40,
        ...sent(1, 'email', 10, { demand: { collectionFee: true, feeRate: 50 } }),
        ...sent(2, 'email', 36, { demand: { collectionFee: true } }),
      ),
    ).toBe(90);
    expect(demanded({ feeRate: 50 }, base, 10).demand).toMatchObject({ collectionFee: true, feeRate: 50 });
  });
});

describe('what a level says in words', () => {
  test('the last Mahnung announces what follows the run, a reminder nothing', () => {
    expect(STANDARD.levels.map((l) => announcedBy(STANDARD, l))).toEqual([[], [], [], ['court']]);
    expect(RECEIVABLES.levels.map((l) => announcedBy(RECEIVABLES, l))).toEqual([[], ['fee'], ['handOver']]);
    const none = procedure({ after: 'none' });
    expect(announcedBy(none, none.levels[3]!)).toEqual([]);
  });
  test('the letter says it, and nothing else', () => {
    const closing = (announces: Level['announces'], after: 'court' | 'none' = 'none'): string => {
      const p = procedure({ after, levels: STANDARD.levels.map((l) => ({ ...l, announces })) });
      const of = akte();
      return composeNotice(
        demandOf({
          akte: of,
          matter: of.matters[0]!,
          level: p.levels[3]!,
          procedure: p,
          channel: 'letter',
          reference: REFERENCE,
          today: on(63),
          agency: rheinbogen,
          creditor: musterversand,
          enclosures: [],
        }).facts,
      ).closing.join(' ');
    };
    expect(closing([])).not.toMatch(/gerichtliche|rufen wir|übergeben wir|dadurch weitere Kosten entstehen/);
    expect(closing(['calls'])).toContain('rufen wir Sie in den nächsten Wochen an');
    expect(closing(['fee'])).toContain('Müssen wir Sie noch einmal mahnen');
    expect(closing(null, 'court')).toContain('gerichtliche Mahnverfahren');
    expect(closing([])).toContain('Dies ist unsere letzte Mahnung. Haben');
  });
  test('the legal pages: always, as needed, or never but where § 13a RDG wants them', () => {
    const pages = (information: Level['information'], prior: Fact[]): number => {
      const p = level(2, { information });
      const of = akte([aClaim()], ...prior);
      return composeNotice(
        demandOf({
          akte: of,
          matter: of.matters[0]!,
          level: p.levels[2]!,
          procedure: p,
          channel: 'letter',
          reference: REFERENCE,
          today: on(36),
          agency: rheinbogen,
          creditor: musterversand,
          enclosures: [],
        }).facts,
      ).information.length;
    };
    // After the reminder alone, which claimed neither, interest and costs are to be explained.
    const before = sent(0, 'email', 0, { demand: {} });
    expect([pages('as-needed', before), pages('always', before), pages('none', before)]).toEqual([2, 8, 2]);
    expect(pages('none', [])).toBe(8);
  });
});
