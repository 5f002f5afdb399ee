import { day, plusDays } from '../../domain/calendar.ts';
import { accountOf } from '../../domain/account/account.ts';
import { ACTS, ENDS, WAITS } from '../../domain/procedure/states.ts';
import { ClaimId, MatterId } from '../../domain/ids.ts';
import { Unavailable } from '../../domain/faults.ts';
import { HOLDS, HOLD_GROUNDS } from '../../domain/procedure/holds.ts';
import { cents } from '../../domain/money.ts';
import { STANDARD_LETTER_ANCHORED, STANDARD_NO_PHASE_1 } from '../../domain/procedure/shipped-procedures.ts';
import { dunning, taskBehind } from '../../statemachines/dunning.ts';
import { noteCall } from '../../usecases/dunning/call-debtor.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import { invoiceKey } from '../../usecases/invoice-key.ts';
import { steerAkte } from '../../usecases/akte/steer-akte.ts';
import { AKTE, START, aClaim, after, musterversand } from '../support/akte.ts';
import { playLife } from '../../simulator/engine/life.ts';
import { aslFile, runnable } from '../../simulator/engine/machine.ts';
import { aProcess, visited } from '../support/process.ts';
import { memoryCreditors, recordedWorkflows } from '../../simulator/agency/stores.ts';

const asl = aslFile();

test('an unpaid standard case: reminder, three Mahnungen with text, letter and phone window, decision on day 87', async () => {
  const process = await aProcess();
  expect(await process.run()).toBe('Gerichtliches Mahnverfahren: Entscheidung');
  expect(await process.told()).toEqual([
    '0 email 0',
    '10 email 1',
    '10 sms 1',
    '18 letter 1',
    '21 calls 1',
    '36 email 2',
    '36 sms 2',
    '44 letter 2',
    '46 calls 2',
    '63 email 3',
    '63 sms 3',
    '71 letter 3',
    '74 calls 3',
    '87 court',
  ]);
});

test('due on a Saturday, the first message went on Monday, the last day to pay: it goes the day after, and default began there by contract (R2)', async () => {
  const told = async (start: string, dueOn: string, dueByContract: boolean): Promise<unknown> => {
    const invoiceDate = plusDays(day(start), -7);
    const claim = aClaim(1, { invoiceDate, contractDate: invoiceDate, dueOn: day(dueOn), dueByContract });
    const process = await aProcess({ without: ['phone'], start, claims: [claim] });
    await process.run('F1', 1, 30);
    const akte = await process.akten.get(AKTE);
    return [akte.messages[0]?.on, accountOf(akte, day('2026-12-01')).claims[0]?.default?.since];
  };
  expect(await told('2026-02-23', '2026-03-07', true)).toEqual(['2026-03-10', '2026-03-10']);
  expect(await told('2026-02-23', '2026-03-07', false)).toEqual(['2026-03-10', '2026-03-18']);
  // Corpus Christi in NW, a Thursday: payable until Friday, and nothing goes on the Saturday after.
  expect(await told('2026-05-26', '2026-06-04', true)).toEqual(['2026-06-08', '2026-06-06']);
});

test('without e-mail every demand goes by post at once, with no second letter', async () => {
  const process = await aProcess({ without: ['email'] });
  await process.run();
  expect(await process.told()).toEqual([
    '0 letter 0',
    '11 letter 1',
    '11 sms 1',
    '21 calls 1',
    '36 letter 2',
    '36 sms 2',
    '46 calls 2',
    '63 letter 3',
    '63 sms 3',
    '74 calls 3',
    '87 court',
  ]);
});

test("without phone there is no text and no phone window; the letter's own deadline passes first", async () => {
  const process = await aProcess({ without: ['phone'] });
  await process.run();
  expect(await process.told()).toEqual([
    '0 email 0',
    '10 email 1',
    '18 letter 1',
    '29 email 2',
    '37 letter 2',
    '46 email 3',
    '56 letter 3',
    '65 court',
  ]);
});

test('phase 1 skipped: the first Mahnung goes at once', async () => {
  const process = await aProcess({ procedure: STANDARD_NO_PHASE_1 });
  await process.run();
  expect((await process.told()).slice(0, 3)).toEqual(['0 email 1', '0 sms 1', '8 letter 1']);
});

test('anchored to the letter, on plain days, the run takes 106 days', async () => {
  const process = await aProcess({ procedure: STANDARD_LETTER_ANCHORED });
  await process.run();
  expect((await process.told()).at(-1)).toBe('109 court');
});

test('nobody can be reached: nothing is sent, address tracing is offered', async () => {
  const process = await aProcess({ without: ['email', 'phone', 'address'] });
  expect(await process.run('F1', 1, 60)).toBe('Nicht erreichbar');
  expect(await process.told()).toEqual([]);
});

test.each([0, 1, 9, 10, 17, 18, 21, 35, 36, 44, 46, 62, 63, 71, 74, 86, 87])(
  'a full payment on day %i ends the dunning; nothing is sent after it',
  async (n) => {
    const process = await aProcess();
    process.plan.push({
      day: after(n),
      act: async () => {
        const open = accountOf(await process.akten.get(AKTE), process.clock.today()).total;
        await recordPayment(process.ports)({
          akte: AKTE,
          id: 'bank:1',
          amount: open,
          valueDate: process.clock.today(),
          via: 'agency',
          source: 'test',
          by: 'operator:test',
        });
      },
    });
    expect(await process.run()).toBe(n <= 87 ? 'Erledigt' : '');
    const told = await process.told();
    expect(told.slice(told.findIndex((l) => l.includes('paid')) + 1)).toEqual([]);
  },
);

test('a partial payment is allocated and the dunning goes on', async () => {
  const process = await aProcess();
  process.plan.push({
    day: after(12),
    act: () =>
      recordPayment(process.ports)({
        akte: AKTE,
        id: 'bank:1',
        amount: cents(50_00),
        valueDate: after(12),
        via: 'agency',
        source: 'test',
        by: 'operator:test',
      }),
  });
  expect(await process.run()).toBe('Gerichtliches Mahnverfahren: Entscheidung');
  expect(await process.told()).toContain('36 email 2');
});

test('a paused Akte sends nothing; resumed, it goes on where the calendar stands', async () => {
  const process = await aProcess();
  const workflows = recordedWorkflows();
  const steer = steerAkte({ ...process.ports, workflows });
  process.plan.push({
    day: after(5),
    act: () => steer({ akte: AKTE, action: 'pause', by: 'operator:test', reason: 'Rückfrage' }),
  });
  expect(await process.run('F1', 1, 50)).toBe('Abgelöst');
  expect(await process.run('F1', 2, 35)).toBe('Ruht');
  process.clock.jumpTo(process.clock.instantOf(after(30)));
  await steer({ akte: AKTE, action: 'resume', by: 'operator:test', reason: 'geklärt' });
  await process.run('F1', 3, 45);
  expect(workflows.started).toEqual([`${AKTE}-F1-g2`, `${AKTE}-F1-g3`]);
  expect(await process.told()).toEqual([
    '0 email 0',
    '10 held',
    '30 resumed',
    '30 email 1',
    '30 sms 1',
    '38 letter 1',
    '42 calls 1',
  ]);
});

test('three calls that nobody answers: a text asks to call back, and the window goes on (D60)', async () => {
  const process = await aProcess();
  await process.run('F1', 1, 21);
  const note = noteCall({
    ...process.ports,
    creditors: memoryCreditors(musterversand),
    workflows: recordedWorkflows(),
  });
  for (const n of [21, 22, 23]) {
    process.clock.jumpTo(process.clock.instantOf(after(n)));
    await note({
      akte: AKTE,
      matter: MatterId.parse('M1'),
      stage: 1,
      by: 'operator:test',
      part: 'morning',
      outcome: 'not-reached',
    });
  }
  expect(await process.run('F1', 2, 35)).toBe('Mahnstufe 1: Telefoninkasso');
  expect(await process.told()).toEqual([
    '0 email 0',
    '10 email 1',
    '10 sms 1',
    '18 letter 1',
    '21 calls 1',
    '23 sms 1',
  ]);
});

test('the invoice that lies beside its claim goes with the mail of the stage that wants it; one that is not there is not named', async () => {
  const procedure = {
    ...STANDARD_NO_PHASE_1,
    id: 'own',
    levels: STANDARD_NO_PHASE_1.levels.map((l) => ({ ...l, attachInvoice: l.stage === 1 })),
  };
  const process = await aProcess({ procedure, claims: [aClaim(1), aClaim(2)] });
  process.ports.paper.archive.files[invoiceKey(musterversand.id, aClaim(1))] = '%PDF';
  await process.run('F1', 1, 30);
  expect(process.posts.email.sent.map((s) => (s.message.enclosures ?? []).map((e) => e.name))).toEqual([
    ['Rechnung-RE-1.pdf'],
    [],
  ]);
});

test('a closed Akte ends its execution', async () => {
  const process = await aProcess();
  await steerAkte({ ...process.ports, workflows: recordedWorkflows() })({
    akte: AKTE,
    action: 'close',
    by: 'operator:test',
    reason: 'Verzicht',
  });
  expect(await process.run('F1', 2)).toBe('Geschlossen');
  expect(await process.told()).toEqual(['0 closed']);
});

test('two claims of one matter get one letter each time: whoever comes first sends for all', async () => {
  const process = await aProcess({ claims: [aClaim(1), aClaim(2)] });
  await process.run('F1', 1, 20);
  await process.run('F2', 1, 20);
  expect((await process.told()).filter((l) => /email|letter|sms/.test(l))).toEqual([
    '0 email 0',
    '10 email 1',
    '10 sms 1',
    '18 letter 1',
  ]);
});

test('the print house took the letter and its answer was lost: it is looked up and never sent again', async () => {
  const process = await aProcess({ without: ['email', 'phone'] });
  process.posts.letter.next.push('lost');
  await process.run('F1', 1, 5);
  expect(process.posts.letter.sent).toHaveLength(1);
  expect(await process.told()).toEqual(['0 letter 0']);
});

test('the order never reached the print house: after a minute it is sent under the same reference', async () => {
  const process = await aProcess({ without: ['email', 'phone'] });
  process.posts.letter.next.push('vanished');
  await process.run('F1', 1, 5);
  expect(process.posts.letter.sent.map((s) => s.reference)).toEqual([`${AKTE}-M1-0-letter`]);
});

test('a busy provider is asked again later', async () => {
  const process = await aProcess();
  process.posts.email.next.push('busy', 'busy');
  await process.run('F1', 1, 5);
  expect(await process.told()).toEqual(['0 email 0']);
});

test('a refused e-mail address: the letter takes over on the same day', async () => {
  const process = await aProcess();
  process.posts.email.next.push('refused');
  await process.run('F1', 1, 5);
  expect(await process.told()).toEqual(['0 letter 0']);
});

test('nobody knows whether a text went out: no second try, the case goes to a person', async () => {
  const process = await aProcess();
  process.posts.sms.next.push('lost');
  expect(await process.run('F1', 1, 30)).toBe('Klärung');
  expect(process.posts.sms.sent).toHaveLength(1);
  await steerAkte({ ...process.ports, workflows: recordedWorkflows() })({
    akte: AKTE,
    action: 'clarify',
    by: 'operator:test',
    reason: 'nachgesehen',
  });
  await process.run('F1', 2, 25);
  expect(await process.told()).toContain('18 letter 1');
  expect(process.posts.sms.sent).toHaveLength(1);
});

test('retries of a conflict were over before fifteen minutes were: asking what became of a message is no error, but a short wait of its own name', async () => {
  const process = await aProcess();
  process.posts.sms.next.push('lost');
  // Step Functions draws each pause by lot; here every lot is nought, so only waits can reach the quarter of an hour.
  const at: number[] = [];
  const { state, path } = await playLife(
    { clock: { ...process.clock, pass: () => undefined }, tasks: runnable(process.tasks) },
    { akte: AKTE, claim: ClaimId.parse('F1'), generation: 1 },
    {
      until: plusDays(day(START), 30),
      enter: (name) => {
        if (name === 'Wartet auf Versandbestätigung') at.push(process.clock.now().getTime());
      },
    },
  );
  expect([state, path.includes('Klärung melden')]).toEqual(['Klärung', false]);
  expect(process.posts.sms.sent).toHaveLength(1);
  const facts = (await process.akten.history(AKTE)).flatMap((act) => act.facts);
  const reserved = facts.find((f) => f.kind === 'reserved' && f.message.channel === 'sms');
  const unclear = (await process.akten.history(AKTE)).find((act) => act.facts.some((f) => f.kind === 'unclear'));
  if (reserved?.kind !== 'reserved' || !unclear) throw new Error('the text was not reserved, or its end is not known');
  const minutesAfter = (instant: number): number => Math.round((instant - Date.parse(reserved.at)) / 6_000) / 10;
  expect(at.map(minutesAfter)).toEqual([0, 0, 0.2, 1, 3, 7]);
  expect(minutesAfter(Date.parse(unclear.at))).toBe(15);
});

test('the letter was taken, the table too busy to say so: it is not given back and never sent twice', async () => {
  const process = await aProcess({ without: ['email', 'phone'] });
  const { append } = process.akten;
  let busy = 3;
  process.ports.akten = {
    ...process.ports.akten,
    append: async (id, version, act, also) => {
      if (act.facts.some((f) => f.kind === 'sent') && busy-- > 0) throw new Unavailable('the table is busy');
      return append(id, version, act, also);
    },
  };
  await process.run('F1', 1, 5);
  expect(process.posts.letter.sent).toHaveLength(1);
  const facts = (await process.akten.history(AKTE)).flatMap((act) => act.facts);
  expect(facts.filter((f) => f.kind === 'notSent')).toEqual([]);
  expect(await process.told()).toEqual(['0 letter 0']);
});

test('particulars that § 13a RDG demands are missing: the Akte waits and nothing is sent', async () => {
  const { subject: _, ...bare } = aClaim();
  const process = await aProcess({ claims: [bare] });
  expect(await process.run('F1', 1, 20)).toBe('Wartet auf Angaben');
  expect(await process.told()).toEqual([]);
});

test.each(HOLD_GROUNDS)('a hold for %s shows under its own name, and nothing is sent', async (ground) => {
  const process = await aProcess();
  await process.akten.append(AKTE, 1, {
    by: 'operator:test',
    facts: [{ kind: 'held', ground, on: day(START), by: 'operator:test', reason: 'x' }],
  });
  expect(await process.run('F1', 1, 20)).toBe(HOLDS[ground].state);
  expect(Object.values(process.posts).flatMap((p) => p.sent)).toEqual([]);
});

test('a plan that is kept, and an address that is being traced, show under their own names', async () => {
  const process = await aProcess();
  await process.akten.append(AKTE, 1, {
    by: 'operator:test',
    facts: [
      {
        kind: 'planAgreed',
        by: 'operator:test',
        plan: {
          id: 'R1',
          matter: MatterId.parse('M1'),
          on: day(START),
          first: after(30),
          rate: cents(20_00),
          fee: cents(0),
          toleranceDays: 5,
          toleranceCents: cents(0),
        },
      },
    ],
  });
  expect(await process.run('F1', 1, 20)).toBe('Ratenplan läuft');
  const lost = await aProcess({ without: ['email', 'phone', 'address'] });
  await lost.akten.append(AKTE, 1, {
    by: 'operator:test',
    facts: [{ kind: 'tracingOrdered', on: day(START), by: 'operator:test' }],
  });
  expect(await lost.run('F1', 1, 20)).toBe('Adressermittlung läuft');
});

test('a step that fails for no known reason is reported to a person, not lost', async () => {
  const process = await aProcess();
  process.ports.paper.press.letter = () => Promise.reject(new TypeError('font missing'));
  expect(await process.run('F1', 1, 10)).toBe('Klärung');
  expect(await process.told()).toEqual(['0 trouble']);
});

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

test('what one unpaid standard case costs: state transitions and acts in the log', async () => {
  const process = await aProcess();
  const path = await process.path();
  // A published figure (docs/cost.md): a change here is a change of price.
  expect({ transitions: path.length, acts: (await process.akten.history(AKTE)).length }).toMatchInlineSnapshot(`
{
  "acts": 25,
  "transitions": 62,
}
`);
});
