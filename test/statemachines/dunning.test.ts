import './at-rest.ts';
import './delivery.ts';
import './standard-run.ts';
import { ACTS, ENDS, WAITS } from '../../domain/procedure/states.ts';
import { dunning, taskBehind } from '../../statemachines/dunning.ts';
import { visited } from '../support/process.ts';
import { asl } from './a-run.ts';

test('the machine has a branch for every word, a task for every placeholder, and asks for nothing else', () => {
  const choice = asl.States['Wie geht es weiter?']?.['Choices'] as { Next: string; Condition: string }[];
  const words = [...ACTS, ...WAITS, ...ENDS];
  expect(choice.map((c) => c.Next)).toEqual(words);
  for (const c of choice) expect(c.Condition).toContain(`'${c.Next}'`);
  expect(ACTS.map((act) => asl.States[act]?.['Resource'])).toEqual(ACTS.map((act) => `\${${taskBehind(act) ?? ''}}`));
  expect([...WAITS, ...ENDS].map(taskBehind).filter((task) => task !== null)).toEqual([]);
  const placeholders = Object.values(asl.States).flatMap((s) =>
    s.Type === 'Task' ? [String(s['Resource']).slice(2, -1)] : [],
  );
  expect([...new Set(placeholders)].sort()).toEqual(Object.keys(dunning.tasks).sort());
  for (const wait of WAITS)
    expect(asl.States[wait]).toEqual({ Type: 'Wait', Timestamp: '{% $step.until %}', Next: 'Entscheiden' });
});

/**
 * What passes by itself, as Step Functions names it ("Handle Lambda service exceptions", "Handling errors in
 * workflows"): timeouts and memory of a function are `Lambda.Unknown`, with newer runtimes `Sandbox.Timedout` and
 * `Runtime.ExitError`.
 */
const PASSING = [
  'Unavailable',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'Runtime.ExitError',
  'States.Timeout',
];

type Rule = Readonly<{ ErrorEquals: string[]; MaxAttempts: number; JitterStrategy: string }>;

const taskStates = Object.entries(asl.States).filter(([, state]) => state.Type === 'Task');

test.each(taskStates)('a function that ran out of time was a case for a person: „%s“ is tried again', (_, state) => {
  const rules = state['Retry'] as Rule[];
  const tried = (name: string): Rule | undefined => rules.find((r) => r.ErrorEquals.includes(name));
  expect(PASSING.filter((name) => (tried(name)?.MaxAttempts ?? 0) < 10)).toEqual([]);
  expect(PASSING.filter((name) => tried(name)?.JitterStrategy !== 'FULL')).toEqual([]);
  // A misspelt name would never match, and nobody would notice.
  const known = [...PASSING, 'Conflict', 'Runtime.HandlerError', 'States.ALL'];
  const named = [rules, (state['Catch'] ?? []) as Rule[]].flat().flatMap((r) => r.ErrorEquals);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

afterAll(() => {
  // Levels 4 and 5 belong to Komfort procedures, the creditor's own run to receivables.test.ts; the last stop needs a
  // store that is gone.
  const elsewhere = /Mahnstufe [45]|Ans Inkasso übergeben|Mahnlauf beendet|Zahlungsziel läuft|Übergabe ans Inkasso/;
  const unvisited = Object.keys(asl.States).filter((s) => !visited.has(s) && !elsewhere.test(s));
  expect(unvisited.sort()).toEqual(
    ['Beginn am nächsten Werktag', 'Gerichtliches Mahnverfahren: Entscheidung', 'Klärung gescheitert'].filter(
      (s) => !visited.has(s),
    ),
  );
});
