import { accountOf } from '../../domain/account.ts';
import type { Akte } from '../../domain/akte.ts';
import { fold } from '../../domain/fold.ts';
import { day, plusDays, type Day } from '../../domain/calendar.ts';
import { ClaimId, MatterId, type Claim } from '../../domain/claim.ts';
import { nextStep } from '../../domain/dunning/next-step.ts';
import type { Channel, Fact, FactOf } from '../../domain/facts.ts';
import { composeNotice } from '../../domain/letters/compose.ts';
import { announcedBy, demandOf } from '../../domain/letters/demand.ts';
import { cents } from '../../domain/money.ts';
import {
  Procedure,
  RECEIVABLES,
  SHIPPED_PROCEDURES,
  STANDARD,
  STANDARD_NO_PHASE_1,
  onPlainDays,
  type Level,
} from '../../domain/procedure.ts';
import { AKTE, EVERY_CLAIM, START, TERMS, aClaim, erika, musterversand } from '../support/akte.ts';
import { rheinbogen } from '../support/notices.ts';

const M1 = MatterId.parse('M1');
const F1 = ClaimId.parse('F1');
const on = (n: number): Day => plusDays(day(START), n);
const opened = (...claims: Claim[]): Fact[] => [
  { kind: 'opened', debtor: erika, terms: TERMS },
  { kind: 'handedOver', handOver: 'h', on: day(START), matter: M1, procedure: { id: 'standard', version: 1 }, claims },
];
type Asked = Readonly<{ matter?: MatterId; demand?: Partial<NonNullable<FactOf<'reserved'>['demand']>> | null }>;
const sent = (stage: number, channel: Channel, n: number, { matter = M1, demand = null }: Asked = {}): Fact[] => {
  const message = { matter, stage, channel };
  const whole = demand && {
    total: cents(1),
    asOf: on(n),
    payBy: on(n + 5),
    claims: EVERY_CLAIM,
    collectionFee: false,
    ...demand,
  };
  return [
    { kind: 'reserved', message, reference: 'r', at: `${on(n)}T08:00:00Z`, by: 'x', demand: whole },
    { kind: 'sent', message, reference: 'r', on: on(n), providerId: 'p', document: null },
  ];
};
const akte = (claims: Claim[] = [aClaim()], ...facts: Fact[]): Akte => fold(AKTE, [[...opened(...claims), ...facts]]);
const procedure = (more: object = {}): Procedure => Procedure.parse({ ...STANDARD, id: 'own', ...more });
const level = (n: number, more: Partial<Level> = {}): Procedure =>
  procedure({ levels: STANDARD.levels.map((l) => (l.stage === n ? { ...l, ...more } : l)) });
const step = (of: Akte, n: number, p: Procedure = STANDARD, hour: number | null = null) =>
  nextStep(of, F1, { procedures: p, today: on(n), generation: 1, hour });

describe('what a procedure must be', () => {
  test('the shipped ones have names of their own', () => {
    expect(SHIPPED_PROCEDURES.map((p) => p.id)).toEqual([
      'standard',
      'standard-no-phase1',
      'standard-letter-anchored',
      'receivables',
    ]);
  });
  test('stages rise without a gap', () => {
    expect(() => procedure({ levels: [STANDARD.levels[0], STANDARD.levels[2]] })).toThrow('lückenlos');
  });
  test('a hand-over says where to, and only a hand-over does', () => {
    expect(() => procedure({ after: 'handOver' })).toThrow('handOver');
    expect(() => procedure({ handOver: { procedure: { id: 'standard', version: 1 } } })).toThrow('handOver');
  });
  test('hours ascend; a Mahngebühr is between a cent and a hundred euros', () => {
    expect(() => procedure({ messageHours: { from: 12, to: 12 } })).toThrow('aufsteigen');
    expect(() => level(1, { flatFee: { amount: cents(0) } })).toThrow('1 Cent');
    expect(() => level(1, { flatFee: { amount: cents(10_001) } })).toThrow('100 Euro');
  });
  test('what was stored before these fields were there means what it meant', () => {
    const {
      entry: _e,
      after: _a,
      handOver: _h,
      sender: _s,
      shift: _f,
      messageHours: _m,
      messageDays: _d,
      contactBudget: _b,
      countsFrom: _c,
      invoiceTermDays: _i,
      presumesDefault: _p,
      ...old
    } = STANDARD;
    expect(Procedure.parse(old)).toEqual(STANDARD);
  });
});

describe('prior dunning decides where a matter enters (D14–D18)', () => {
  const begins = (p: Procedure, ...kinds: Claim['priorDunning']['kind'][]): number | undefined => {
    const next = step(akte(kinds.map((kind, i) => aClaim(i + 1, { priorDunning: { kind } }))), 0, p);
    return 'stage' in next ? next.stage : undefined;
  };
  test('by default one more reminder after a reminder, phase 2 after a Mahnung', () => {
    expect([begins(STANDARD, 'none'), begins(STANDARD, 'reminder'), begins(STANDARD, 'mahnung')]).toEqual([0, 0, 1]);
  });
  test('the mandate may choose phase 2 after a reminder, too', () => {
    expect(begins(procedure({ entry: { reminder: 1, mahnung: 2 } }), 'reminder')).toBe(1);
  });
  test('of several claims the least dunned decides', () => {
    expect(begins(STANDARD, 'mahnung', 'none')).toBe(0);
  });
  test('where there is no such stage, the next one or the last', () => {
    expect(begins(STANDARD_NO_PHASE_1, 'none')).toBe(1);
    expect(begins(procedure({ levels: STANDARD.levels.slice(0, 1) }), 'mahnung')).toBe(0);
  });
  test('a skipped stage is left out after the entry, too', () => {
    const skipped: Fact = { kind: 'stageSkipped', matter: M1, stage: 1, on: on(0), by: 'x', reason: 'x' };
    expect(step(akte([aClaim(1, { priorDunning: { kind: 'mahnung' } })], skipped), 0)).toMatchObject({
      kind: 'act',
      stage: 2,
    });
  });
});

describe('days, hours and budget', () => {
  const afternoon = procedure({ messageHours: { from: 10, to: 16 } });
  test('before the hour: later on the same day', () => {
    expect(step(akte(), 0, afternoon, 9)).toMatchObject({ kind: 'wait', until: on(0), hour: 10 });
  });
  test('within the hours: now', () => {
    expect(step(akte(), 0, afternoon, 10)).toMatchObject({ kind: 'act' });
    expect(step(akte(), 0, afternoon, 15)).toMatchObject({ kind: 'act' });
  });
  test('after the hours: the next working day, at its first hour', () => {
    expect(step(akte(), 0, afternoon, 16)).toMatchObject({ kind: 'wait', until: on(1), hour: 10 });
    expect(step(akte([aClaim(1, { dueOn: on(3) })]), 4, afternoon, 18)).toMatchObject({
      kind: 'wait',
      until: on(7),
      hour: 10,
    });
  });
  test('by default between 8 and 20', () => {
    expect(step(akte(), 0, STANDARD, 7)).toMatchObject({ kind: 'wait', until: on(0) });
    expect(step(akte(), 0, STANDARD, 19)).toMatchObject({ kind: 'act' });
    expect(step(akte(), 0, STANDARD, 20)).toEqual({
      kind: 'wait',
      name: 'Beginn am nächsten Werktag',
      until: on(1),
      why: 'Mahnung per E-Mail (Zahlungserinnerung) am 03.03.2026',
      stage: 0,
    });
  });
  test('hours bind messages only: a phone window opens in the morning', () => {
    expect(
      step(
        akte(
          [aClaim()],
          ...sent(0, 'email', 0),
          ...sent(1, 'email', 10),
          ...sent(1, 'sms', 10),
          ...sent(1, 'letter', 18),
        ),
        21,
        afternoon,
        8,
      ),
    ).toMatchObject({ kind: 'act', name: 'Telefoninkasso eröffnen' });
  });
  test('a wait for another day says from which hour on', () => {
    expect(step(akte([aClaim()], ...sent(0, 'email', 0)), 10, afternoon, 8)).toMatchObject({
      kind: 'wait',
      until: on(10),
      hour: 10,
    });
  });
  test('on Saturdays only where the procedure says so; never on a holiday', () => {
    const claims = [aClaim(1, { dueOn: on(4) })];
    expect(step(akte(claims), 5)).toMatchObject({ kind: 'wait', until: on(7) });
    expect(
      step(akte(claims, ...sent(0, 'email', 2)), 12, procedure({ messageDays: 'monday-to-saturday' })),
    ).toMatchObject({ kind: 'wait', until: on(14) });
    const atOnce = procedure({
      messageDays: 'monday-to-saturday',
      levels: [{ ...STANDARD.levels[1], letterAfterDays: 5, letter: 'after-email', sms: false }],
    });
    expect(step(akte([aClaim()], ...sent(1, 'email', 1)), 7, atOnce)).toMatchObject({
      kind: 'act',
      name: 'Mahnung per Brief',
    });
  });
  test('on plain days nothing moves', () => {
    expect(step(akte([aClaim(1, { dueOn: on(4) })]), 5, onPlainDays(STANDARD))).toMatchObject({ kind: 'act' });
  });
  test('a fourth message within seven days waits, whatever matter the others belong to', () => {
    const M2 = MatterId.parse('M2');
    const second: Fact = {
      kind: 'handedOver',
      handOver: 'h2',
      on: on(7),
      matter: M2,
      procedure: { id: 'standard', version: 1 },
      claims: [aClaim(2, { matter: M2 })],
    };
    const busy = akte(
      [aClaim()],
      second,
      ...sent(0, 'email', 0),
      ...sent(1, 'email', 10),
      ...sent(1, 'sms', 10),
      ...sent(0, 'email', 7, { matter: M2 }),
    );
    expect(
      nextStep(busy, ClaimId.parse('F2'), {
        procedures: procedure({
          levels: [{ ...STANDARD.levels[0], nextAfterDays: 3, paymentTermDays: 2 }, { ...STANDARD.levels[1] }],
        }),
        today: on(10),
      }),
    ).toMatchObject({ kind: 'wait', until: on(14) });
    expect(
      nextStep(busy, ClaimId.parse('F2'), {
        procedures: procedure({
          levels: [{ ...STANDARD.levels[0], nextAfterDays: 3, paymentTermDays: 2 }, { ...STANDARD.levels[1] }],
          contactBudget: { messages: 4, calls: 3 },
        }),
        today: on(10),
      }),
    ).toMatchObject({ kind: 'act' });
  });
});

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
      reference: 'r',
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
          reference: 'r',
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
          reference: 'r',
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
