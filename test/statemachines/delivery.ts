import { day, plusDays } from '../../domain/calendar.ts';
import { ClaimId } from '../../domain/ids.ts';
import { Unavailable } from '../../domain/faults.ts';
import { steerAkte } from '../../usecases/akte/steer-akte.ts';
import { AKTE, START } from '../support/akte.ts';
import { playLife } from '../../simulator/engine/life.ts';
import { runnable } from '../../simulator/engine/machine.ts';
import { aProcess } from '../support/process.ts';
import { recordedWorkflows } from '../../simulator/agency/stores.ts';

/*
 * What becomes of a message: taken, refused, lost, not yet known. Run with dunning.test.ts, which asks in the end
 * whether every state was entered.
 */

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

test('a step that fails for no known reason is reported to a person, not lost', async () => {
  const process = await aProcess();
  process.ports.paper.press.letter = () => Promise.reject(new TypeError('font missing'));
  expect(await process.run('F1', 1, 10)).toBe('Klärung');
  expect(await process.told()).toEqual(['0 trouble']);
});
