import type { Answer } from '../../../domain/akte/answer.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { WAYS_ON } from '../../../domain/dunning/ways-on.ts';
import { readAkte } from '../../../usecases/akte/read-akte.ts';
import { AKTE, START, musterversand } from '../../support/akte.ts';
import { aCase } from './a-way-on.ts';

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
