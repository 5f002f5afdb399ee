import type { Hold } from '../../../domain/akte/akte.ts';
import type { Plan } from '../../../domain/akte/plan.ts';
import { ClaimId, MatterId, PlanId, QueryId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { holdsShown, planShown, queriesShown } from '../../../usecases/akte/akte-shown.ts';
import { after } from '../../support/akte.ts';

const ours = { forCreditor: false };
const theirs = { forCreditor: true };

describe('why an Akte rests', () => {
  const paused: Hold = { ground: 'paused', on: after(0), by: 'client:MUS', reason: 'Rückfrage' };
  const ill: Hold = { ground: 'hardship', on: after(0), until: after(9), by: 'operator:a', reason: 'Krankheit' };
  test('every ground by itself, with its state in words and its last day; null: until somebody ends it', () => {
    expect(holdsShown({ holds: [paused, ill] }, ours)).toEqual([
      { ground: 'paused', until: null, words: 'Ruht: Rückfrage' },
      { ground: 'hardship', until: after(9), words: 'Härtefall: Krankheit' },
    ]);
  });
  test('a creditor reads the state of a special situation, and nothing of what was told', () => {
    expect(holdsShown({ holds: [paused, ill] }, theirs).map((hold) => hold.words)).toEqual([
      'Ruht: Rückfrage',
      'Härtefall: Näheres geben wir nicht weiter',
    ]);
  });
});

test('a query is shown with the claims whose contract it asks for, none where it asks for words; not who asked', () => {
  const asked = { on: after(0), by: 'operator:a', question: 'x', answerBy: after(14), answer: null } as const;
  expect(
    queriesShown({
      queries: [
        { id: QueryId.parse('Q1'), ...asked },
        { id: QueryId.parse('Q2'), ...asked, particularsOf: [ClaimId.parse('F1')] },
      ],
    }),
  ).toEqual([
    { id: 'Q1', on: after(0), question: 'x', answerBy: after(14), particularsOf: [], answer: null },
    { id: 'Q2', on: after(0), question: 'x', answerBy: after(14), particularsOf: ['F1'], answer: null },
  ]);
});

test('the amounts of a plan are called what they are', () => {
  const plan: Plan = {
    id: PlanId.parse('R1'),
    matter: MatterId.parse('M1'),
    on: after(0),
    first: after(20),
    rate: cents(30_00),
    fee: cents(36_05),
    toleranceDays: 3,
    toleranceCents: cents(100),
  };
  const { rate: _, fee: __, ...rest } = plan;
  expect(planShown(plan)).toEqual({ ...rest, rateCents: 30_00, feeCents: 36_05 });
});
