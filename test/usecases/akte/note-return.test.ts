import { MessageReference } from '../../../domain/ids.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { aProcess } from '../../support/process.ts';
import { noteBounce } from '../../../usecases/akte/note-return.ts';
import { AKTE } from '../../support/akte.ts';

/** The reminder has gone by mail. */
const aReminder = async () => {
  const process = await aProcess({ procedure: STANDARD });
  await process.run('F1', 1, 3);
  const workflows = recordedWorkflows();
  const facts = async (): Promise<readonly string[]> =>
    (await process.akten.history(AKTE)).slice(1).flatMap((act) => act.facts.map((fact) => fact.kind));
  return { ...process, workflows, facts, bounce: noteBounce({ ...process.ports, workflows }) };
};
const REMINDER = `${AKTE}-M1-0-email`;

test('a mail that came back for good has told nobody anything: its channel is dead, and what it asked goes by letter', async () => {
  const { bounce, run, told, workflows, akten } = await aReminder();
  expect((await bounce(MessageReference.parse(REMINDER))).dead).toEqual(['email']);
  expect((await akten.history(AKTE)).at(-1)).toMatchObject({ by: 'system:ses' });
  expect(workflows.started).toEqual([`${AKTE}-F1-g2`]);
  expect(workflows.stopped).toEqual([`${AKTE}-F1-g1`]);
  await run('F1', 2, 6);
  expect(await told()).toContainEqual(expect.stringMatching(/ letter 0$/));
});

test('the same report again changes nothing and stops nobody', async () => {
  const { bounce, facts, workflows } = await aReminder();
  await bounce(MessageReference.parse(REMINDER));
  const before = [await facts(), [...workflows.stopped]];
  await bounce(MessageReference.parse(REMINDER));
  expect([await facts(), workflows.stopped]).toEqual(before);
});

test('a mail that the Akte does not know changes nothing', async () => {
  const { bounce, facts, workflows } = await aReminder();
  const before = await facts();
  await bounce(MessageReference.parse(`${AKTE}-M1-3-email`));
  expect([await facts(), workflows.stopped]).toEqual([before, []]);
});

test('a mail of an Akte that is not there is NotFound, and one of no Akte at all is a fault', async () => {
  const { bounce } = await aReminder();
  await expect(bounce(MessageReference.parse('MUS-0000-0001-M1-0-email'))).rejects.toMatchObject({ name: 'NotFound' });
  await expect((async () => bounce(MessageReference.parse('newsletter')))()).rejects.toMatchObject({
    name: 'ZodError',
  });
});
