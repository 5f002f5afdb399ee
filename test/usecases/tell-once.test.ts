import { memoryOnce } from '../../simulator/agency/stores.ts';
import { tellOnce } from '../../usecases/tell-once.ts';

const MAIL = { to: 'finance@example.com', subject: 'x', text: 'x' };
/** A mailbox that fails as often as it is told to. */
const aMailbox = (failures = 0) => {
  const sent: unknown[] = [];
  let left = failures;
  const send = async (mail: unknown): Promise<void> => {
    if (left-- > 0) throw new Error('busy');
    sent.push(mail);
  };
  return { sent, mailbox: { send } };
};

test('what was told is not told again, and its mail is not even made', async () => {
  const { sent, mailbox } = aMailbox();
  const ports = { once: memoryOnce(), mailbox };
  let made = 0;
  const mail = () => {
    made += 1;
    return MAIL;
  };
  expect([
    await tellOnce(ports, 'a', mail),
    await tellOnce(ports, 'a', mail),
    await tellOnce(ports, 'b', mail),
  ]).toEqual([true, false, true]);
  expect([sent, made]).toEqual([[MAIL, MAIL], 2]);
});
test('a mail that failed is not marked: whoever tries again sends it', async () => {
  const { sent, mailbox } = aMailbox(1);
  const ports = { once: memoryOnce(), mailbox };
  await expect(tellOnce(ports, 'a', () => MAIL)).rejects.toThrow('busy');
  expect(await tellOnce(ports, 'a', () => MAIL)).toBe(true);
  expect(sent).toEqual([MAIL]);
});
