import type { Answer } from '../../../domain/akte/answer.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { MatterId, ClaimId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import type { Wait } from '../../../domain/procedure/states.ts';
import type { Action, Steering } from '../../../domain/akte/steering.ts';
import { WAYS_ON } from '../../../domain/dunning/ways-on.ts';
import { noteCall } from '../../../usecases/dunning/call-debtor.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { agreeInstalments, offerInstalments } from '../../../usecases/akte/agree-instalments.ts';
import { listClarifications, noting } from '../../../usecases/akte/list-clarifications.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { answerQuery } from '../../../usecases/akte/answer-query.ts';
import { noteAnswer } from '../../../usecases/akte/note-answer.ts';
import { readAkte } from '../../../usecases/akte/read-akte.ts';
import { AKTE, START, musterversand } from '../../support/akte.ts';
import { rheinbogen } from '../../support/notices.ts';
import { aProcess } from '../../support/process.ts';
import { memoryCreditors, memoryMailbox, memoryOnce, recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { memoryClarifications } from '../../../simulator/agency/timers.ts';

/** What is done with an Akte without telling more of it. */
type Plain = Exclude<Action, 'skip'>;
/** A case, what people can do with it, and its life in the newest generation of its execution. */
const aCase = async (given: Parameters<typeof aProcess>[0] = {}) => {
  const process = await aProcess(given);
  const ports = {
    ...process.ports,
    workflows: recordedWorkflows(),
    mailbox: memoryMailbox(),
    once: memoryOnce(),
    agency: rheinbogen,
    creditors: memoryCreditors(musterversand),
    clarifications: memoryClarifications(),
  };
  // As the function does: what a decision leads into is put on the work list.
  Object.assign(process.tasks, { Decide: noting(ports, process.tasks.Decide) });
  const akte = () => process.akten.get(AKTE);
  return {
    ...process,
    ports,
    akte,
    listed: async (...states: Wait[]) =>
      (await listClarifications(ports)(states)).cases.map(({ state, todo }) => ({ state, todo })),
    agreePlan: async (first: number) => {
      const wish = { akte: AKTE, rate: cents(30_00), first: plusDays(day(START), first), withFee: false };
      const { total } = await offerInstalments(ports)(wish);
      await agreeInstalments(ports)({ ...wish, total, by: 'operator:test' });
    },
    steer: (steering: Plain | Steering) =>
      steerAkte(ports)({
        ...(typeof steering === 'string' ? { action: steering, reason: 'x' } : steering),
        akte: AKTE,
        by: 'operator:test',
      }),
    answer: (answer: Answer) => noteAnswer(ports)({ akte: AKTE, answer, by: 'operator:test' }),
    playOn: async (untilDay: number) =>
      process.run('F1', (await akte()).generations[ClaimId.parse('F1')] ?? 1, untilDay),
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
  await c.steer({ action: 'untraceable', reason: 'Keine Meldung im Register' });
  await c.steer('untraceable');
  expect(await c.playOn(25)).toBe('Nicht erreichbar');
  const { claims, history } = await readAkte(c.ports)(AKTE, { forCreditor: true });
  expect(claims[0]).toMatchObject({
    state: 'Nicht erreichbar',
    why: expect.stringMatching(/^Am \d\d\.03\.2026 ohne Ergebnis ermittelt\. /),
  });
  const words = history.flatMap(({ facts }) => facts.map((f) => f.words ?? ''));
  expect(words.filter((w) => w.includes('ohne Ergebnis: Keine Meldung im Register'))).toHaveLength(1);
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
  // A telephone alone carries no demand in text form (§ 286 BGB needs one that can be shown): it says so and goes on
  // waiting.
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
    await c.steer({ action: 'clarify', sent: false, reason: 'x' });
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
    await expect(c.steer({ action: 'clarify', sent: false, message: 'nonsense', reason: 'x' })).rejects.toMatchObject({
      code: 'clarify.message',
      message: expect.stringContaining(message),
    });
    await c.steer({ action: 'clarify', sent: false, message, reason: 'x' });
    await c.playOn(20);
    expect(texts(c)).toBe(before + 1);
    // What went out for sure cannot be taken back.
    const { version } = await c.akte();
    expect((await c.steer({ action: 'clarify', sent: false, message, reason: 'x' })).version).toBe(version);
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

describe('the work list', () => {
  test('who could not be reached was told to nobody: it is on the list until there is a way, and says the way on', async () => {
    const c = await aCase({ without: ['email', 'phone', 'address'] });
    await c.playOn(5);
    expect(await c.listed('Nicht erreichbar')).toEqual([
      { state: 'Nicht erreichbar', todo: WAYS_ON['Nicht erreichbar'].todo },
    ]);
    expect(await c.listed('Klärung')).toEqual([]);
    await c.steer('trace');
    await c.playOn(6);
    expect(await c.listed('Nicht erreichbar')).toEqual([]);
    expect(await c.listed('Adressermittlung läuft')).toHaveLength(1);
    await c.answer({ kind: 'contact', email: 'neu@example.com' });
    expect(await c.listed('Nicht erreichbar', 'Adressermittlung läuft')).toEqual([]);
  });
  test('a name that cannot be printed never came onto the list: only senders noted what they met', async () => {
    const c = await aCase({ debtor: { name: '王小明' } });
    await c.playOn(5);
    expect(await c.listed('Klärung')).toMatchObject([{ todo: expect.stringContaining('--art kontakt --name') }]);
  });
  test('the answer of the creditor to a dispute was told to nobody: the dispute is on the list until somebody has decided', async () => {
    const c = await aCase();
    await c.playOn(5);
    await c.answer({ kind: 'dispute', reason: 'amount' });
    await c.playOn(6);
    expect(await c.listed('Widerspruch in Prüfung')).toHaveLength(1);
    await c.answer({ kind: 'over', ground: 'dispute', note: 'geklärt' });
    expect(await c.listed('Widerspruch in Prüfung')).toEqual([]);
  });
  test.each([false, true])('what the creditor reads of the way on is its own (%s)', async (forCreditor) => {
    const c = await aCase({ without: ['email', 'phone', 'address'] });
    await c.playOn(5);
    const { claims } = await readAkte(c.ports)(AKTE, { forCreditor });
    expect(claims[0]?.wayOn).toBe(WAYS_ON['Nicht erreichbar'][forCreditor ? 'creditor' : 'todo']);
  });
});

describe('Gerichtliches Mahnverfahren: Entscheidung', () => {
  const COURT = 'Gerichtliches Mahnverfahren: Entscheidung';
  const atCourt = async () => {
    const c = await aCase();
    expect(await c.playOn(120)).toBe(COURT);
    return c;
  };
  test('whoever had to decide was shown nowhere: it is on the list, with what can be done today', async () => {
    const c = await atCourt();
    await c.steer('resume');
    await c.playOn(121);
    expect(await c.listed(COURT)).toHaveLength(1);
    await c.steer('close');
    expect(await c.playOn(122)).toBe('Geschlossen');
    expect(await c.listed(COURT)).toEqual([]);
  });
  test('a plan may still be agreed; where it fails, the decision is due again', async () => {
    const c = await atCourt();
    await c.agreePlan(130);
    expect(await c.playOn(125)).toBe('Ratenplan läuft');
    expect(await c.playOn(150)).toBe(COURT);
  });
  test('it may rest while the court is at work, and the decision is due again after that', async () => {
    const c = await atCourt();
    await c.steer({ action: 'pause', until: plusDays(day(START), 200), reason: 'x' });
    expect(await c.playOn(150)).toBe('Ruht');
    expect(await c.playOn(201)).toBe(COURT);
  });
});

test('Mahnlauf beendet: a plan may still be agreed; where it fails the run is over again, and it can be closed', async () => {
  const c = await aCase({ procedure: { ...STANDARD, after: 'none' } });
  expect(await c.playOn(200)).toBe('Mahnlauf beendet');
  c.jump(121);
  await c.agreePlan(130);
  expect(await c.playOn(125)).toBe('Ratenplan läuft');
  expect(await c.playOn(150)).toBe('Mahnlauf beendet');
  await c.steer('close');
  expect(await c.playOn(151)).toBe('Geschlossen');
});

test.each<[string, Answer]>([
  ['Zahlungsnachweis in Prüfung', { kind: 'proof', note: 'Beleg' }],
  ['Gestundet', { kind: 'deferral', until: plusDays(day(START), 60), note: 'Gehalt' }],
  ['Zahlungszusage läuft', { kind: 'promise', payBy: plusDays(day(START), 40) }],
])('%s: it is over by itself, and before that by a word', async (state, answer) => {
  const c = await aCase();
  await c.playOn(9);
  await c.answer(answer);
  expect(await c.playOn(12)).toBe(state);
  const ground = (await c.akte()).holds[0]?.ground ?? 'paused';
  await c.answer({ kind: 'over', ground, note: 'x' });
  expect(await c.playOn(13)).toBe('Mahnstufe 1: Frist');
  const patient = await aCase();
  await patient.playOn(9);
  await patient.answer(answer);
  await patient.playOn(75);
  expect(await patient.written()).toContainEqual(expect.stringMatching(/ email 1$/));
});

test('Ruht: without a day it rested until somebody remembered: it is on the list, and goes on by a word', async () => {
  const c = await aCase();
  await c.playOn(9);
  await c.steer('pause');
  expect(await c.playOn(100)).toBe('Ruht');
  expect(await c.listed('Ruht')).toHaveLength(1);
  await c.steer('resume');
  expect(await c.playOn(103)).toBe('Mahnstufe 1: Telefoninkasso');
});

describe('a refusal said what does not work and not what does', () => {
  type Case = Awaited<ReturnType<typeof aCase>>;
  const pay = (c: Case, valueDate: string, amount = 1) =>
    recordPayment(c.ports)({
      akte: AKTE,
      id: `bank:${valueDate}`,
      amount: cents(amount),
      valueDate: day(valueDate),
      via: 'agency',
      source: 'test',
      by: 'operator:test',
    });
  const call = { akte: AKTE, matter: MatterId.parse('M1'), stage: 1, by: 'operator:test', part: 'morning' } as const;
  test.each<[string, (c: Case) => Promise<unknown>, RegExp]>([
    ['call.not-due', (c) => noteCall(c.ports)({ ...call, outcome: 'reached' }), /anrufe liste MUS.*akte antwort/],
    ['skip.begun', (c) => c.steer({ action: 'skip', stage: 0, reason: 'x' }), /bitte pausieren oder schließen/],
    ['payment.before-claim', (c) => pay(c, '2020-01-01'), /bitte dort buchen/],
    ['payment.future', (c) => pay(c, '2031-01-01'), /den Tag berichtigen/],
    [
      'query.unknown',
      (c) => answerQuery(c.ports)({ akte: AKTE, query: 'Q9', answer: 'x', by: 'client:MUS' }),
      /gestellt ist keine/,
    ],
  ])('%s', async (code, refused, way) => {
    const c = await aCase();
    await c.playOn(5);
    await expect(refused(c)).rejects.toMatchObject({ code, message: expect.stringMatching(way) });
  });
});

test('who could not be reached any more was asked of nobody: when the last letter comes back the creditor is asked, once, and a new address goes on', async () => {
  const c = await aCase({ without: ['email', 'phone'] });
  await c.playOn(5);
  await c.answer({ kind: 'returned', reference: '02.03.2026', note: 'unbekannt verzogen' });
  await c.answer({ kind: 'returned', reference: '02.03.2026', note: 'unbekannt verzogen' });
  expect((await c.akte()).queries).toMatchObject([{ id: 'Q1', question: expect.stringContaining('neue Anschrift') }]);
  expect(c.ports.mailbox.mails.map((m) => m.to)).toEqual([musterversand.email]);
  expect(c.ports.mailbox.mails[0]?.text).not.toContain('Beispiel');
  expect(await c.playOn(8)).toBe('Nicht erreichbar');
  await c.answer({
    kind: 'contact',
    source: 'creditor',
    address: { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' },
  });
  expect(await c.playOn(9)).toBe('Zahlungserinnerung: Frist');
});
