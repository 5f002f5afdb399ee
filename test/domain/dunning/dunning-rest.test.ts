import { ClaimId, HandOverId } from '../../../domain/ids.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { Procedure, type Level } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { aClaim, erika } from '../../support/akte.ts';
import { on, step, sent, akte, M1, M2, F1 } from './a-rest.ts';

test("a claim without contract data got a second series where the creditor's own reminder needs none: it waits for the one that runs", () => {
  const { contractDate: _, ...incomplete } = aClaim(2, { matter: M2 });
  const later: Fact = {
    kind: 'handedOver',
    handOver: HandOverId.parse('h2'),
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
