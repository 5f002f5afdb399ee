import { day } from '../../../domain/calendar.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import type { Behaviour } from '../../../simulator/agency/post.ts';
import { aWorld, handOver } from '../../../simulator/agency/world.ts';
import { sendMessage } from '../../../usecases/dunning/send-message.ts';
import { AKTE, START } from '../../support/akte.ts';

const OF = { akte: AKTE, claim: ClaimId.parse('F1'), generation: 1 };
/** A reminder by mail is due; the provider behaves so on its calls. */
const aReminder = async (...behaves: readonly Behaviour[]) => {
  const world = aWorld({ start: day(START), procedures: [STANDARD] });
  await handOver(world, { procedure: STANDARD });
  world.posts.email.next.push(...behaves);
  const { posts, ports } = world;
  const facts = async (): Promise<readonly string[]> =>
    (await world.akten.history(AKTE)).slice(1).flatMap((act) => act.facts.map((fact) => fact.kind));
  return { ...world, sent: posts.email.sent, facts, send: sendMessage('email', { ...ports, post: posts.email }) };
};

test('reserved, handed over under our own reference, recorded; the answer is what comes next', async () => {
  const { send, sent, facts } = await aReminder();
  expect(await send(OF)).toMatchObject({ step: 'Zahlungserinnerung: Frist' });
  expect(sent.map((s) => s.reference)).toEqual([`${AKTE}-M1-0-email`]);
  expect(await facts()).toEqual(['reserved', 'sent']);
});

test('asked again it sends nothing', async () => {
  const { send, sent } = await aReminder();
  await send(OF);
  await send(OF);
  expect(sent).toHaveLength(1);
});

test('on another channel than the one that is due nothing goes', async () => {
  const { ports, posts, facts } = await aReminder();
  await sendMessage('letter', { ...ports, post: posts.letter })(OF);
  expect([posts.letter.sent, await facts()]).toEqual([[], []]);
});

test('a provider that has certainly not taken it: the reservation is given back, the fault comes again', async () => {
  const { send, sent, facts } = await aReminder('busy');
  await expect(send(OF)).rejects.toMatchObject({ name: 'Unavailable' });
  expect(await facts()).toEqual(['reserved', 'notSent']);
  await send(OF);
  expect(sent).toHaveLength(1);
});

test.each(['lost', 'vanished'] as const)(
  'nobody knows whether it was taken (%s): it is waited for, never sent again',
  async (how) => {
    const { send, sent, facts } = await aReminder(how);
    const before = how === 'lost' ? 1 : 0;
    expect(await send(OF)).toMatchObject({ step: 'Wartet auf Versandbestätigung' });
    expect(await send(OF)).toMatchObject({ step: 'Wartet auf Versandbestätigung' });
    expect([sent.length, await facts()]).toEqual([before, ['reserved']]);
  },
);

test('two at once: one reserves, the other is refused and sends nothing', async () => {
  const { send, sent } = await aReminder();
  const ends = await Promise.allSettled([send(OF), send(OF)]);
  expect(ends.map((e) => e.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(ends.find((e) => e.status === 'rejected')).toMatchObject({ reason: { name: 'Conflict' } });
  expect(sent).toHaveLength(1);
});
