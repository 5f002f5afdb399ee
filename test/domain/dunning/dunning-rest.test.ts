import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { ClaimId, MatterId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Step } from '../../../domain/dunning/step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { HOLDS, HOLD_GROUNDS, type HoldGround } from '../../../domain/procedure/holds.ts';
import { cents } from '../../../domain/money.ts';
import { Procedure, type Level } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, START, TERMS, aClaim, erika } from '../../support/akte.ts';

const M1 = MatterId.parse('M1');
const M2 = MatterId.parse('M2');
const F1 = ClaimId.parse('F1');
const on = (n: number): Day => plusDays(day(START), n);
const held = (ground: HoldGround, n = 0): Fact => ({
  kind: 'held',
  ground,
  on: on(n),
  by: 'operator:x',
  reason: 'Lungenentzündung',
});
const sent = (stage: Stage, channel: Channel, n: number, matter = M1): Fact[] => {
  const message = { matter, stage, channel };
  return [
    { kind: 'reserved', message, reference: 'r', at: `${on(n)}T08:00:00Z`, by: 'operator:x', demand: null },
    { kind: 'sent', message, reference: 'r', on: on(n), providerId: 'p', document: null },
  ];
};
test('a name in letters no paper shows was printed as boxes: it waits for a person, and goes on with its Latin spelling', () => {
  const debtor = { ...erika, name: 'سامي ورد' };
  const waiting = nextStep(akte([], aClaim(), debtor), F1, { procedures: STANDARD, today: on(0) });
  expect(waiting).toMatchObject({ kind: 'wait', name: 'Klärung' });
  expect(waiting.kind === 'wait' && waiting.why).toContain('in lateinischen Buchstaben eintragen');
  const mended: Fact = { kind: 'contactChanged', on: on(0), by: 'operator:x', source: 'creditor', name: 'Sami Ward' };
  const after = akte([mended], aClaim(), debtor);
  expect([after.debtor.name, after.debtor.lastName]).toEqual(['Sami Ward', undefined]);
  expect(nextStep(after, F1, { procedures: STANDARD, today: on(0) })).not.toMatchObject({ name: 'Klärung' });
});

const akte = (facts: readonly Fact[], claim: Claim = aClaim(), debtor = erika): Akte =>
  fold(AKTE, [
    [
      { kind: 'opened', debtor, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: 'h',
        on: day(START),
        matter: M1,
        procedure: { id: 'own', version: 1 },
        claims: [claim],
      },
      ...facts,
    ],
  ]);
test("a claim without contract data got a second series where the creditor's own reminder needs none: it waits for the one that runs", () => {
  const { contractDate: _, ...incomplete } = aClaim(2, { matter: M2 });
  const later: Fact = {
    kind: 'handedOver',
    handOver: 'h2',
    on: on(3),
    matter: M2,
    procedure: { id: 'own', version: 1 },
    claims: [incomplete],
  };
  const ownReminder = Procedure.parse({
    ...STANDARD,
    id: 'own',
    levels: STANDARD.levels.map((level) => (level.stage === 0 ? { ...level, sender: 'creditor' } : level)),
  });
  const both = akte([...sent(0, 'email', 0), later]);
  expect(nextStep(both, ClaimId.parse('F2'), { procedures: ownReminder, today: on(3) })).toMatchObject({
    kind: 'wait',
    name: 'Zahlungserinnerung: Frist',
  });
  expect(nextStep(akte([later]), ClaimId.parse('F2'), { procedures: ownReminder, today: on(3) })).toMatchObject({
    kind: 'wait',
  });
});

const step = (facts: readonly Fact[], n: number, procedure: Procedure = STANDARD, claim: Claim = aClaim()): Step =>
  nextStep(akte(facts, claim), F1, { procedures: procedure, today: on(n) });

describe('where several things keep a case at rest', () => {
  const plan: Fact = {
    kind: 'planAgreed',
    by: 'operator:x',
    plan: {
      id: 'R1',
      matter: M1,
      on: day(START),
      first: on(29),
      rate: cents(40_00),
      fee: cents(0),
      toleranceDays: 5,
      toleranceCents: cents(0),
    },
  };
  test('what protects a person first shows, in whatever order they came', () => {
    for (let n = 0; n < HOLD_GROUNDS.length; n++) {
      const some = HOLD_GROUNDS.slice(n).map((g) => held(g));
      for (const facts of [some, [...some].reverse()]) expect(step(facts, 1).name).toBe(HOLDS[HOLD_GROUNDS[n]!].state);
    }
  });
  test('a plan that is kept shows before what was only agreed or promised, and behind what protects or is objected', () => {
    expect(
      Object.fromEntries(HOLD_GROUNDS.map((g) => [g, step([plan, held(g)], 1).name === 'Ratenplan läuft'])),
    ).toEqual(Object.fromEntries(HOLD_GROUNDS.map((g) => [g, ['promise', 'deferral', 'paused'].includes(g)])));
  });
  test('a plan waits for its next rate and the days of grace; one that failed keeps nothing', () => {
    expect(step([plan], 1)).toEqual({
      kind: 'wait',
      name: 'Ratenplan läuft',
      until: on(37),
      why: '1. Rate fällig am 31.03.2026',
    });
    expect(step([plan], 37).kind).toBe('act');
    expect(step([plan, held('paused')], 37).name).toBe('Ruht');
  });
  test('what somebody told of an illness or a death stays in the Akte; other reasons are shown', () => {
    expect(step([held('hardship', 1)], 1)).toMatchObject({
      name: 'Härtefall',
      why: 'Gemeldet am 03.03.2026; Näheres steht in der Akte.',
    });
    expect(step([held('paused', 1)], 1)).toMatchObject({ name: 'Ruht', why: 'Lungenentzündung' });
  });
});

describe('what belongs to another matter', () => {
  test('a level skipped there is not skipped here', () => {
    expect(
      step([{ kind: 'stageSkipped', matter: M2, stage: 0, on: on(0), by: 'operator:x', reason: 'y' }], 0),
    ).toMatchObject({
      kind: 'act',
      stage: 0,
    });
    expect(
      step([{ kind: 'stageSkipped', matter: M1, stage: 0, on: on(0), by: 'operator:x', reason: 'y' }], 0),
    ).toMatchObject({
      kind: 'act',
      stage: 1,
    });
  });
  test('how far it is there says nothing of here', () => {
    expect(step(sent(2, 'email', 0, M2), 1)).toMatchObject({ kind: 'act', name: 'Mahnung per E-Mail', stage: 0 });
  });
});

test("the creditor's reminders and Mahnungen count as the procedure says; where it did nothing, from the beginning", () => {
  const entering = (kind: 'none' | 'reminder' | 'mahnung') =>
    step(
      [],
      0,
      Procedure.parse({ ...STANDARD, entry: { reminder: 1, mahnung: 2 } }),
      aClaim(1, { priorDunning: { kind } }),
    );
  expect([entering('none'), entering('reminder'), entering('mahnung')]).toMatchObject([
    { stage: 0 },
    { stage: 1 },
    { stage: 2 },
  ]);
});

describe('days and hours', () => {
  test('late in the evening a message that is due later is not put off by another day', () => {
    const late = aClaim(1, { dueOn: on(8) });
    expect(nextStep(akte([], late), F1, { procedures: STANDARD, today: on(3), hour: 21 })).toMatchObject({
      until: on(9),
    });
    expect(nextStep(akte([], late), F1, { procedures: STANDARD, today: on(9), hour: 21 })).toMatchObject({
      until: on(10),
    });
  });
  test('calls that were due on a Friday when nobody looked are not opened on the Saturday after', () => {
    const before = [...sent(0, 'email', 0), ...sent(1, 'email', 11), ...sent(1, 'sms', 11), ...sent(1, 'letter', 21)];
    const run = Procedure.parse({
      ...STANDARD,
      levels: STANDARD.levels.map((l) => ({ ...l, phone: l.phone && { ...l.phone, afterDays: 14 } })),
    });
    expect(step(before, 25, run)).toMatchObject({
      kind: 'act',
      name: 'Telefoninkasso eröffnen',
      until: expect.any(String),
    });
    expect(step(before, 26, run)).toMatchObject({ kind: 'wait', until: on(28) });
  });
  const anchored = (debtor = erika): string[] => {
    const run = Procedure.parse({
      id: 'own',
      version: 1,
      name: 'Eigen',
      levels: [
        { ...STANDARD.levels[1], anchor: 'letter', phone: null, nextAfterDays: 3, sms: false } satisfies Partial<Level>,
      ],
    });
    const posted = debtor.address ? sent(1, 'letter', 8) : [];
    return Array.from({ length: 30 }, (_, n) => n)
      .filter(
        (n) =>
          n >= 8 &&
          nextStep(akte([...sent(1, 'email', 0), ...posted], aClaim(), debtor), F1, { procedures: run, today: on(n) })
            .name === 'Gerichtliche Entscheidung vorlegen',
      )
      .slice(0, 1)
      .map(String);
  };
  test('counted from the letter, a stage ends on the day after its deadline; where no letter can go, when one would have', () => {
    const { address: _, ...noAddress } = erika;
    expect([anchored(), anchored(noAddress)]).toEqual([['17'], ['16']]);
  });
});

describe("the creditor's own dunning, counted from the invoice", () => {
  const invoice = aClaim(1, { invoiceDate: on(0), dueOn: on(14), contractDate: on(0) });
  const own = (facts: readonly Fact[], n: number, procedure = RECEIVABLES): Step => step(facts, n, procedure, invoice);
  const reminded = sent(0, 'email', 21);
  const dunned = [...reminded, ...sent(1, 'email', 35), ...sent(2, 'letter', 49)];
  test('waits for the time to pay, and for its day; says by when it must be', () => {
    expect(own([], 3)).toEqual({
      kind: 'wait',
      name: 'Zahlungsziel läuft',
      until: on(21),
      why: 'Mahnung per E-Mail (Zahlungserinnerung) am 23.03.2026, spätestens am 26.03.2026',
      stage: 0,
    });
    expect(own([], 21)).toEqual({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
      why: 'Zahlungserinnerung: fällig am 23.03.2026, spätestens am 26.03.2026',
    });
    // The 35th day is Easter Monday.
    expect(own(reminded, 30)).toMatchObject({
      name: 'Zahlungserinnerung: Frist',
      until: on(36),
      why: 'Mahnung per E-Mail (1. Mahnung) am 07.04.2026',
    });
  });
  test('without a day of its own a level begins when the time to pay that the procedure grants is over, or the claim due if that is later', () => {
    const grants = (invoiceTermDays: number | null): Procedure =>
      Procedure.parse({ ...STANDARD, id: 'own', countsFrom: 'invoiceDate', invoiceTermDays });
    expect(
      [null, 14, 22, 10].map((days) => {
        const s = own([], 0, grants(days));
        return s.kind === 'wait' ? s.until : s;
      }),
    ).toEqual([on(15), on(15), on(23), on(15)]);
  });
  test('hands over on its day, and says by when', () => {
    expect(own(dunned, 62)).toMatchObject({ kind: 'wait', until: on(63) });
    expect(own(dunned, 63)).toEqual({
      kind: 'act',
      name: 'Übergabe ans Inkasso',
      stage: 2,
      why: 'nach der letzten Mahnung: fällig am 04.05.2026, spätestens am 11.05.2026',
    });
  });
  test('or as soon as the last level is over', () => {
    const soon = Procedure.parse({
      ...RECEIVABLES,
      handOver: { ...RECEIVABLES.handOver, startsOnDay: null, windowDays: 0 },
    });
    expect(own(dunned, 62, soon)).toMatchObject({ kind: 'wait', name: 'Mahnstufe 2: Frist' });
    expect(own(dunned, 63, soon)).toEqual({
      kind: 'act',
      name: 'Übergabe ans Inkasso',
      stage: 2,
      why: 'nach der letzten Mahnung: fällig am 04.05.2026',
    });
  });
  test('or ends, where nothing follows', () => {
    expect(own(dunned, 70, Procedure.parse({ ...RECEIVABLES, after: 'none', handOver: null }))).toEqual({
      kind: 'end',
      name: 'Mahnlauf beendet',
      why: 'Alle Mahnstufen sind ohne Zahlung abgelaufen; der Mahnlauf sieht danach nichts vor.',
    });
  });
  test('once it is in collection, its execution ends and the next one goes on there', () => {
    const over = akte(
      [
        ...dunned,
        {
          kind: 'handedToCollection',
          matter: M1,
          to: M2,
          on: on(63),
          procedure: { id: 'standard-no-phase1', version: 1 },
          claims: [F1],
        },
        { kind: 'restarted', claims: [F1], generation: 2 },
      ],
      invoice,
    );
    expect(nextStep(over, F1, { procedures: STANDARD, today: on(63), generation: 1 })).toEqual({
      kind: 'end',
      name: 'Ans Inkasso übergeben',
      why: 'Die Forderung läuft in derselben Akte im Inkasso weiter.',
    });
    expect(nextStep(over, F1, { procedures: STANDARD, today: on(63), generation: 2 })).toMatchObject({
      kind: 'act',
      stage: 1,
    });
  });
});
