import { API } from '../contracts/api.ts';
import { asked } from '../contracts/client.ts';
import { changeAccount } from './account-change.ts';
import { send, upload } from './client.ts';
import { camt053, type Incoming } from './payments.ts';
import { changeSecret, pageByPage, phoneOnly } from './doors.ts';
import { eventually } from './eventually.ts';
import { handOverFile, untilBegun } from './handing-over.ts';
import { akteAt, openOf, refused, type Scene } from './scene.ts';
import { mahnwerk } from './command.ts';
import { addCreditor, example, filing, payOut, type Running, sent } from './stage.ts';
import { apiOf, readAkte, type PayoutRun, type Told } from './told.ts';

/** What the last message to the debtor names as reference of a payment. */
const rfOf = async (running: Running, akte: string): Promise<string> => {
  const mail = (await sent(running)).mails.find((m) => m.Source.startsWith(`akte+${akte}-`));
  const found = /RF\d{2}(?: ?[A-Z0-9]{1,4})+/.exec(mail?.BodyText ?? '')?.[0].replace(/\s/g, '');
  if (!found) throw new Error(`no RF reference in a mail of ${akte}`);
  return found;
};

const handOver = async (scene: Scene, creditor: 'MUS' | 'STW', file: string): Promise<void> => {
  const done = await handOverFile(scene.running, scene.told.apis[creditor], creditor, file);
  scene.told.handOvers.push(done);
  const { rows, accepted, rejected, duplicates, claims } = done.handOver;
  scene.claims[creditor].push(...claims);
  scene.say(
    `${creditor} übergibt ${file}: ${rows} Zeilen, ${accepted} angenommen, ${rejected} abgelehnt, ${duplicates} Dubletten`,
  );
};

type Invoice = Readonly<{ invoiceNumber: string; invoiceDate: string }>;
const layInvoice = async ({ running, told }: Scene, invoice: Invoice, file: string): Promise<void> => {
  const permit = await told.apis.STW.call(API.uploads.permit, { body: invoice });
  const status = await upload(running.cloud, permit.upload, example(file));
  if (status >= 300) throw new Error(`upload of ${file}: ${status}`);
};

const handOverByApi = async ({ told, claims, running }: Scene, file: string): Promise<void> => {
  const written: unknown = JSON.parse(example(file).toString('utf8'));
  const { handOver: taken, claim } = await told.apis.LAD.callAsWritten(API.claims.submit, written);
  if (claim === null) throw new Error(`${file} is no single claim`);
  told.handOvers.push({ creditor: 'LAD', file: null, handOver: taken });
  claims.LAD.push(claim);
  await untilBegun(running, [claim]);
};

/** One line of the bank statement: whose Akte it is meant for, or null where it is a stranger's. */
type Line = Incoming & Readonly<{ akte: string | null }>;
/**
 * The bank's statement of today arrives; every line of it has been booked, or laid aside for a person, when this
 * returns.
 */
const bank = async (scene: Scene, lines: readonly Line[]): Promise<void> => {
  const { running, told } = scene;
  const today = running.calendar.dateOf(running.calendar.dayNumber());
  const own = lines.flatMap(({ akte, cents }) => (akte ? [{ akte, cents }] : []));
  const paymentsOf = async (akte: string): Promise<number> =>
    (await readAkte(apiOf(scene.told, akte), akte)).payments.length;
  const before = new Map<string, number>();
  for (const { akte } of own) before.set(akte, await paymentsOf(akte));
  const key = `bank/auszug-${today}.xml`;
  await filing(running).put(key, camt053({ iban: 'DE02120300000000202051', day: today, lines }));
  for (const { akte } of own)
    await eventually(async () =>
      (await paymentsOf(akte)) > (before.get(akte) ?? 0)
        ? { answer: true }
        : { still: `die Buchung von ${key} in der Akte ${akte}` },
    );
  if (own.length < lines.length)
    await eventually(async () =>
      (await filing(running).list(key)).length > 1
        ? { answer: true }
        : { still: `die Liste der nicht zugeordneten Buchungen von ${key}` },
    );
  told.payments.count += own.length;
  told.payments.cents += own.reduce((sum, { cents }) => sum + cents, 0);
  scene.say(`Tag ${running.calendar.dayNumber()}: Kontoauszug mit ${lines.length} Buchungen`);
};

/** A creditor looks up its payout and downloads the statement. */
const lookUpPayout = async (
  { running, told }: Scene,
  creditor: keyof Told['apis'],
  month: string,
): Promise<PayoutRun['found'][number]> => {
  const { payoutCents, statement } = await told.apis[creditor].call(API.payouts.read, { path: { month } });
  const { pathname, search, host } = new URL(statement);
  const { status, text } = await send(running.cloud, { method: 'GET', path: pathname + search, host });
  return { creditor, cents: payoutCents, isPdf: status === 200 && text.startsWith('%PDF-') };
};

const payOutFor =
  (month: string) =>
  async (scene: Scene): Promise<void> => {
    const { running, told, say } = scene;
    const first = await payOut(running, month);
    const again = await payOut(running, month);
    const found = [];
    for (const creditor of ['MUS', 'STW', 'LAD'] as const) found.push(await lookUpPayout(scene, creditor, month));
    told.payouts.push({ month, payouts: first.payouts, again: again.payouts, files: first.files, found });
    const amounts = first.payouts.map((p) => `${p.creditor} ${(p.cents / 100).toFixed(2).replace('.', ',')} €`);
    say(`Tag ${running.calendar.dayNumber()}: Auszahlung ${month}: ${amounts.join(', ')}`);
  };

/** Day 0: three creditors hand their claims over; what is none of their business is refused. */
const begin = async (scene: Scene): Promise<void> => {
  const { told, say, short } = scene;
  const suffix = short ? '-kurz' : '';
  await handOver(scene, 'MUS', `musterversand${suffix}.csv`);
  const invoice = { invoiceNumber: 'SW/2025/3001', invoiceDate: '2025-12-02' };
  await layInvoice(scene, invoice, 'rechnung-SW-2025-3001.pdf');
  await handOver(scene, 'STW', `stadtwerke${suffix}.csv`);
  for (const file of ['laedchen-claim-1.json', 'laedchen-claim-2.json']) await handOverByApi(scene, file);
  const own = akteAt(scene, 'LAD', 0);
  const foreign = akteAt(scene, 'MUS', 0);
  const { LAD } = told.apis;
  say(`LAD übergibt zwei Forderungen über die API; Akte ${own}: ${(await readAkte(LAD, own)).claims.length} Forderung`);
  const ownPath = { path: { akte: own } };
  const foreignPath = { path: { akte: foreign } };
  const readWith = (token: string) => ({ ...asked(API.akten.read, ownPath), headers: { Authorization: token } });
  await refused(scene, 'Anfrage ohne Token', 401, LAD.tried(readWith('')));
  await refused(scene, 'falsches Token', 403, LAD.tried(readWith('Bearer falsch')));
  await refused(scene, 'fremde Akte', 404, LAD.tried(asked(API.akten.read, foreignPath)));
  const body = { reason: 'x' };
  const clarify = asked(API.steering.clarify, { ...ownPath, body });
  await refused(scene, 'Gläubiger erklärt eine Akte für geklärt', 403, LAD.tried(clarify));
  const pause = asked(API.steering.pause, { ...foreignPath, body });
  await refused(scene, 'Gläubiger pausiert eine fremde Akte', 404, LAD.tried(pause));
  await pageByPage(scene);
  await phoneOnly(scene);
  await changeSecret(scene);
  say('Der Kalender läuft: Montag, 2. März 2026; ein Tag ist um, wenn seine Arbeit getan ist');
};

const pauseOne = async (scene: Scene): Promise<void> => {
  scene.told.paused = akteAt(scene, 'MUS', 3);
  await mahnwerk(scene.running, ['akte', 'pausieren', scene.told.paused, '--grund', 'Rückfrage beim Gläubiger']);
  if (!scene.short) await handOver(scene, 'MUS', 'musterversand-nachtrag.csv');
};

/**
 * The first payer pays what the day demands and quotes the reference; the second a third of it, with the Aktenzeichen
 * in words.
 */
const firstPayments = async (scene: Scene): Promise<void> => {
  const full = akteAt(scene, 'MUS', 5);
  const part = akteAt(scene, 'MUS', 1);
  const third = Math.floor((await openOf(scene, part)) / 3);
  const reference = await rfOf(scene.running, full);
  await bank(scene, [
    { id: 'b1', akte: full, cents: await openOf(scene, full), reference, text: '', payer: 'Zahlerin Eins' },
    { id: 'b2', akte: part, cents: third, text: `Abschlag auf ${part}, Rest folgt`, payer: 'Zahler Zwei' },
    { id: 'fremd1', akte: null, cents: 70_000, text: 'Miete März', payer: 'Unbekannt' },
  ]);
  scene.told.paidInFull.push(full);
  scene.told.paidInPart.push(part);
};

const closeOne = async (scene: Scene): Promise<void> => {
  scene.told.closed = akteAt(scene, 'MUS', 4);
  await scene.running.operator.call(API.steering.close, {
    path: { akte: scene.told.closed },
    body: { reason: 'Gläubiger verzichtet' },
  });
};

/** A debtor pays at the creditor's till, the day before; the creditor reports it twice. */
const payAtTheTill = async (scene: Scene): Promise<void> => {
  const { told, running, claims } = scene;
  const akte = akteAt(scene, 'LAD', 0);
  const amountCents = await openOf(scene, akte);
  const payment = { amountCents, valueDate: running.calendar.dateOf(running.calendar.dayNumber() - 1) };
  const claim = claims.LAD[0] ?? '';
  for (let i = 0; i < 2; i++)
    await told.apis.LAD.call(API.payments.record, { path: { claim }, body: payment, key: 'laden-kasse-1' });
  told.payments.directCents += amountCents;
  told.payments.count += 1;
  told.paidInFull.push(akte);
};

const resumeOne = async ({ told, running }: Scene): Promise<void> => {
  await running.operator.call(API.steering.resume, {
    path: { akte: told.paused },
    body: { reason: 'Rückfrage geklärt' },
  });
};

/**
 * Until the last demand's own deadline is over: within it the amount demanded would settle the case, and the rest would
 * be an overpayment.
 */
const untilDeadlinesAreOver = async (scene: Scene, akten: readonly string[], latest: number): Promise<void> => {
  const { calendar } = scene.running;
  const isRunning = async (akte: string): Promise<boolean> =>
    (await readAkte(apiOf(scene.told, akte), akte)).claims.some(({ state }) => state.endsWith(': Frist'));
  for (;;) {
    const running = await Promise.all(akten.map(isRunning));
    if (!running.includes(true)) return;
    if (calendar.dayNumber() >= latest) throw new Error(`${akten.join(', ')}: a deadline still runs on day ${latest}`);
    await calendar.until(calendar.dayNumber() + 1);
  }
};

const overpay = async (scene: Scene): Promise<void> => {
  const { told } = scene;
  const over = akteAt(scene, 'STW', 0);
  const later = akteAt(scene, 'MUS', 2);
  await untilDeadlinesAreOver(scene, [over, later], 49);
  const owed = await openOf(scene, over);
  const open = await openOf(scene, later);
  const paid = owed + 500;
  await bank(scene, [
    { id: 'b3', akte: over, cents: paid, text: `Aktenzeichen ${over}`, payer: 'Zahler Drei' },
    { id: 'b4', akte: later, cents: open, text: `AZ ${later.replaceAll('-', ' ')}`, payer: 'Zahlerin Vier' },
  ]);
  told.overpaid.push({ akte: over, paid, owed, refunded: 200 });
  told.paidInFull.push(over, later);
};

/** What was paid out for March bounces, and a part of what was overpaid goes back. */
const bounceAndRefund = async (scene: Scene): Promise<void> => {
  const { told, running } = scene;
  const late = akteAt(scene, 'MUS', 6);
  const part = akteAt(scene, 'MUS', 1);
  await bank(scene, [{ id: 'b5', akte: late, cents: await openOf(scene, late), text: late, payer: 'Zahler Fünf' }]);
  told.paidInFull.push(late);
  const reversal = asked(API.payments.reverse, { path: { akte: part }, body: { payment: 'x', reason: 'x' } });
  await refused(scene, 'Gläubiger bucht zurück', 403, told.apis.MUS.tried(reversal));
  const payment = (await readAkte(told.apis.MUS, part)).payments[0]?.payment ?? '';
  const why = ['--grund', 'Lastschrift zurückgegeben'];
  await mahnwerk(running, ['akte', 'rueckbuchung', part, '--zahlung', payment, ...why]);
  for (const { akte, refunded } of told.overpaid) {
    const amount = (refunded / 100).toFixed(2).replace('.', ',');
    await mahnwerk(running, ['akte', 'erstattung', akte, '--betrag', amount]);
  }
  told.bounced = part;
};

/**
 * What happens on which day. A chapter begins when the work of its day is done, and ends when what it brought about has
 * arrived.
 */
const CHAPTERS: readonly Readonly<{ day: number; play: (scene: Scene) => Promise<void> }>[] = [
  { day: 0, play: begin },
  { day: 3, play: pauseOne },
  { day: 6, play: firstPayments },
  { day: 8, play: closeOne },
  { day: 15, play: payAtTheTill },
  { day: 20, play: resumeOne },
  { day: 31, play: payOutFor('2026-03') },
  { day: 38, play: overpay },
  { day: 50, play: bounceAndRefund },
  { day: 61, play: payOutFor('2026-04') },
  { day: 63, play: changeAccount },
  { day: 93, play: payOutFor('2026-05') },
];

/**
 * Plays the story of the README: three creditors, their claims, payments, a pause, a closure, three months of payouts.
 * It ends when everything is quiet.
 */
export const tell = async (running: Running, of: { short: boolean; say: (text: string) => void }): Promise<Told> => {
  const apis = {
    MUS: await addCreditor(running, 'musterversand'),
    STW: await addCreditor(running, 'stadtwerke', 'stadtwerke.procedure.json'),
    LAD: await addCreditor(running, 'laedchen'),
  };
  of.say('Drei Gläubiger angelegt: Musterversand (Standard), Stadtwerke (Komfort), Lädchen (nur API)');
  const told: Told = {
    apis,
    handOvers: [],
    paidInFull: [],
    paidInPart: [],
    overpaid: [],
    bounced: '',
    paused: '',
    closed: '',
    refusals: [],
    payments: { count: 0, cents: 0, directCents: 0 },
    payouts: [],
    account: { old: '', before: '', after: '' },
  };
  const scene: Scene = { ...of, running, told, claims: { MUS: [], STW: [], LAD: [] } };
  for (const { day, play } of CHAPTERS) {
    await running.calendar.until(day);
    await play(scene);
  }
  await running.calendar.until(running.calendar.dayNumber());
  return told;
};
