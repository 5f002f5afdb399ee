import {
  beginOf,
  isComplete,
  isLastLevel,
  isReady,
  lacksParticulars,
  levelsFor,
  openClaimsOf,
  overdueFrom,
  runsOf,
} from '../../../domain/dunning/run.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { NO_CONTACTS } from '../../../domain/akte/person.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import type { Stage } from '../../../domain/procedure/states.ts';
import { AKTE, erika, opened } from '../../support/akte.ts';
import { akte } from './a-rest.ts';
import { F1, runOf } from './two-matters.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { aClaim } from '../../support/akte.ts';
import { on, step, sent, M1, M2 } from './a-rest.ts';

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

describe('the beginning of a matter', () => {
  const from = (n: number, procedure = STANDARD, ...claims: Claim[]) => {
    const of = fold(AKTE, [opened(erika, ...claims)]);
    const run = runsOf(of, procedure, { today: on(n), hour: null, elsewhere: NO_CONTACTS })(of.matters[0]!);
    return [overdueFrom(run), beginOf(run), isReady(run)];
  };
  test('is its hand-over where all is due, else the day after the last of its claims is', () => {
    expect(from(0, STANDARD, aClaim(1))).toEqual([on(0), on(0), true]);
    expect(from(7, STANDARD, aClaim(1), aClaim(2, { dueOn: on(7) }))).toEqual([on(8), on(8), false]);
    expect(from(8, STANDARD, aClaim(1), aClaim(2, { dueOn: on(7) }))).toEqual([on(8), on(8), true]);
  });
  test('is never within the time to pay that the procedure grants from the invoice on', () => {
    const granting = { ...STANDARD, invoiceTermDays: 10 };
    expect(from(0, granting, aClaim(1, { invoiceDate: on(0), dueOn: on(1) }))[0]).toBe(on(11));
    expect(from(0, granting, aClaim(1, { invoiceDate: on(0), dueOn: on(16) }))[0]).toBe(on(17));
  });
  test('a last day to pay on a weekend is the Monday after (§ 193 BGB); what begins on a weekend waits for it, too', () => {
    expect(from(0, STANDARD, aClaim(1, { dueOn: on(5) }))[0]).toBe(on(8));
    expect(from(0, STANDARD, aClaim(1, { dueOn: on(4) })).slice(0, 2)).toEqual([on(5), on(7)]);
  });
});

test('only a private person must be told object and date of the contract, and only where the agency writes', () => {
  const { subject: _, ...nameless } = aClaim(1);
  const of = fold(AKTE, [opened(erika, nameless)]);
  const matter = of.matters[0]!;
  expect(lacksParticulars(of, matter)).toBe(true);
  expect(lacksParticulars({ ...of, debtor: { ...erika, kind: 'business' } }, matter)).toBe(false);
  expect(lacksParticulars(fold(AKTE, [opened(erika, aClaim(1))]), matter)).toBe(false);
  const complete = (sender: 'agency' | 'creditor') =>
    isComplete(runsOf(of, { ...STANDARD, sender }, { today: on(0), hour: null, elsewhere: NO_CONTACTS })(matter));
  expect([complete('agency'), complete('creditor')]).toEqual([false, true]);
});

test('a claim is settled once what is left of it is not asked for any more; the others are open', () => {
  const paid = (amount: number): Fact => ({
    kind: 'paid',
    id: PaymentId.parse('p'),
    amount: cents(amount),
    claim: F1,
    valueDate: on(0),
    bookedOn: on(0),
    via: 'agency',
    source: '',
  });
  const open = (amount: number) => {
    const of = fold(AKTE, [[...opened(erika, aClaim(1), aClaim(2)), paid(amount)]]);
    return openClaimsOf(runOf(of, 1));
  };
  expect([open(114_00), open(120_00)]).toEqual([['F1', 'F2'], ['F2']]);
});

test('a level that a person has skipped is none, and the last of those that are left is the last', () => {
  const skip = (stage: Stage): Fact => ({
    kind: 'stageSkipped',
    matter: M1,
    stage,
    on: on(0),
    by: 'operator:x',
    reason: 'y',
  });
  const run = runOf(akte([skip(1), skip(3)]), 1);
  expect(levelsFor(run).map((level) => level.stage)).toEqual([0, 2]);
  expect(STANDARD.levels.map((level) => isLastLevel(run, level))).toEqual([false, false, true, false]);
  const whole = runOf(akte([]), 1);
  expect(STANDARD.levels.map((level) => isLastLevel(whole, level))).toEqual([false, false, false, true]);
});
test('where the creditor has dunned further than the procedure goes, its last level is left', () => {
  const of = fold(AKTE, [opened(erika, aClaim(1, { priorDunning: { kind: 'mahnung' } }))]);
  const entering = { ...STANDARD, entry: { reminder: 0, mahnung: 5 } as const };
  const run = runsOf(of, entering, { today: on(0), hour: null, elsewhere: NO_CONTACTS })(of.matters[0]!);
  expect(levelsFor(run).map((level) => level.stage)).toEqual([3]);
});
