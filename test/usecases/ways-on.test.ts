import { day, plusDays } from '../../domain/calendar.ts';
import { steerAkte, type Steering } from '../../usecases/steer-akte.ts';
import { noteAnswer, type Answer } from '../../usecases/note-answer.ts';
import { readAkte } from '../../usecases/read-akte.ts';
import { AKTE, START, musterversand } from '../support/akte.ts';
import { fakeCreditors, fakeMailbox, fakeOnce, fakeWorkflows } from '../support/fakes.ts';
import { rheinbogen } from '../support/notices.ts';
import { aProcess } from '../support/process.ts';

/** A case, what people can do with it, and its life in the newest generation of its execution. */
const aCase = async (given: Parameters<typeof aProcess>[0] = {}) => {
  const process = await aProcess(given);
  const ports = {
    ...process.ports,
    workflows: fakeWorkflows(),
    mailbox: fakeMailbox(),
    once: fakeOnce(),
    agency: rheinbogen,
    creditors: fakeCreditors(musterversand),
  };
  const akte = () => process.akten.get(AKTE);
  return {
    ...process,
    ports,
    akte,
    steer: (action: Steering['action'], more: Partial<Steering> = {}) =>
      steerAkte(ports)({ akte: AKTE, action, by: 'operator:test', reason: 'x', ...more }),
    answer: (answer: Answer) => noteAnswer(ports)({ akte: AKTE, answer, by: 'operator:test' }),
    playOn: async (untilDay: number) => process.run('F1', (await akte()).generations['F1'] ?? 1, untilDay),
    jump: (n: number) => {
      process.clock.jumpTo(process.clock.instantOf(plusDays(day(START), n)));
    },
    written: async () => (await process.told()).filter((l) => / (email|letter|sms) /.test(l)),
  };
};

test('Geschlossen: an Akte that was closed by mistake stayed closed for good; opened, it goes on where it stood', async () => {
  const c = await aCase();
  await c.playOn(5);
  await c.steer('close');
  expect(await c.playOn(20)).toBe('Geschlossen');
  await expect(c.steer('pause')).rejects.toMatchObject({
    code: 'akte.closed',
    message: expect.stringContaining(`mahnwerk akte oeffnen ${AKTE}`),
  });
  c.jump(30);
  await c.steer('reopen');
  await c.steer('reopen');
  await c.playOn(32);
  expect(await c.written()).toEqual(['0 email 0', '30 email 1', '30 sms 1']);
});

test('Nicht erreichbar: a tracing that found nothing ran for ever; noted, the case can be traced anew or closed, and a new address goes on', async () => {
  const c = await aCase({ without: ['email', 'phone', 'address'] });
  expect(await c.playOn(5)).toBe('Nicht erreichbar');
  await c.steer('trace');
  expect(await c.playOn(20)).toBe('Adressermittlung läuft');
  await c.steer('untraceable', { reason: 'Keine Meldung im Register' });
  await c.steer('untraceable');
  expect(await c.playOn(25)).toBe('Nicht erreichbar');
  const { forderungen, verlauf } = await readAkte(c.ports)(AKTE, { forCreditor: true });
  expect(forderungen[0]?.naechsterSchritt).toMatch(/^Nicht erreichbar: Am \d\d\.03\.2026 ohne Ergebnis ermittelt\. /);
  expect(verlauf.filter((l) => l.includes('ohne Ergebnis: Keine Meldung im Register'))).toHaveLength(1);
  await c.steer('trace');
  expect(await c.playOn(26)).toBe('Adressermittlung läuft');
  await c.answer({
    kind: 'contact',
    source: 'tracing',
    address: { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' },
  });
  await c.playOn(30);
  expect((await c.written())[0]).toMatch(/ letter 0$/);
});

test.each(['email', 'phone'] as const)('Nicht erreichbar: a new %s alone', async (way) => {
  const c = await aCase({ without: ['email', 'phone', 'address'] });
  expect(await c.playOn(5)).toBe('Nicht erreichbar');
  await c.answer({
    kind: 'contact',
    ...(way === 'email' ? { email: 'neu@example.com' } : { phone: '+4915110000009' }),
  });
  // A telephone alone carries no demand in text form (§ 286 BGB needs one that can be shown): it says so and goes on waiting.
  expect(await c.playOn(6)).toBe(way === 'email' ? 'Zahlungserinnerung: Frist' : 'Nicht erreichbar');
});

describe('Klärung of an unclear message', () => {
  const unclear = async () => {
    const c = await aCase();
    c.posts.sms.next.push('lost');
    expect(await c.playOn(20)).toBe('Klärung');
    return c;
  };
  const texts = (c: Awaited<ReturnType<typeof unclear>>) => c.posts.sms.sent.length;

  test('it could only count as sent: where the provider knows nothing of it, it goes out once more', async () => {
    const c = await unclear();
    const before = texts(c);
    await c.steer('clarify', { sent: false });
    await c.playOn(20);
    expect(texts(c)).toBe(before + 1);
    expect(await c.written()).toContain('10 sms 1');
  });

  test('clarified wrongly: the message is taken back by its name, and a name that is none is told which there are', async () => {
    const c = await unclear();
    await c.steer('clarify');
    const message = (await c.akte()).messages.find((m) => m.assumed)?.reference ?? '';
    expect(message).toBe(`${AKTE}-M1-1-sms`);
    const before = texts(c);
    await expect(c.steer('clarify', { sent: false, message: 'nonsense' })).rejects.toMatchObject({
      code: 'clarify.message',
      message: expect.stringContaining(message),
    });
    await c.steer('clarify', { sent: false, message });
    await c.playOn(20);
    expect(texts(c)).toBe(before + 1);
    // What went out for sure cannot be taken back.
    const { version } = await c.akte();
    expect((await c.steer('clarify', { sent: false, message })).version).toBe(version);
  });
});

test('Klärung of a name that cannot be printed: clarifying changed nothing in silence; it says which answer helps, and that answer does', async () => {
  const c = await aCase({ debtor: { name: '王小明' } });
  expect(await c.playOn(5)).toBe('Klärung');
  await expect(c.steer('clarify')).rejects.toMatchObject({
    code: 'clarify.name',
    message: expect.stringContaining('--art kontakt --name'),
  });
  await c.answer({ kind: 'contact', name: 'Wang Xiaoming' });
  await c.playOn(8);
  expect(await c.written()).toHaveLength(1);
});
