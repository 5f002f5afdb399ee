import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { upload, type Api } from './client.ts';
import { camt053, type Incoming } from './payments.ts';
import { addCreditor, example, filing, mahnwerk, payOut, sent, type Running } from './stage.ts';

export const HandOver = z.object({
  id: z.string(),
  creditor: z.string(),
  file: z.string().nullable(),
  state: z.string(),
  rows: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  duplicates: z.int(),
  claims: z.array(z.string()),
  report: z.string().nullable(),
});
export type HandOver = z.infer<typeof HandOver>;
export const AkteView = z.object({
  aktenzeichen: z.string(),
  schuldner: z.string(),
  offenCents: z.int(),
  ueberzahltCents: z.int(),
  geschlossen: z.boolean(),
  forderungen: z.array(z.object({ id: z.string(), offenCents: z.int(), naechsterSchritt: z.string() })),
  erstattetCents: z.int(),
  zahlungen: z.array(z.object({ id: z.string(), cents: z.int(), ueber: z.string() })),
  zurueckgebucht: z.array(z.object({ id: z.string(), cents: z.int() })),
  verlauf: z.array(z.string()),
});
export type AkteView = z.infer<typeof AkteView>;
export type PayoutRun = Readonly<{
  month: string;
  payouts: { creditor: string; cents: number }[];
  again: { creditor: string; cents: number }[];
  files: string[];
}>;

/** What was done in the story, for the checks and the summary. */
export type Told = {
  apis: Readonly<{ MUS: Api; STW: Api; LAD: Api }>;
  handOvers: { creditor: string; file: string | null; handOver: HandOver }[];
  paidInFull: string[];
  paidInPart: string[];
  overpaid: string[];
  bounced: string;
  paused: string;
  closed: string;
  refusals: { what: string; status: number; expected: number }[];
  payments: { count: number; cents: number; directCents: number };
  payouts: PayoutRun[];
};

export const akteOf = (claim: string): string => claim.replace(/-F\d+$/, '');
export const readAkte = async (api: Api, akte: string): Promise<AkteView> =>
  AkteView.parse(await api.get(`/v1/akten/${akte}`));

/** Uploads a list as a creditor does and waits until it has been read. */
export const handOverFile = async (
  running: Running,
  api: Api,
  creditor: string,
  file: string,
): Promise<Told['handOvers'][number]> => {
  const permit = z
    .object({ handOver: z.string(), upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }) })
    .parse(await api.post('/v1/uploads', {}));
  const status = await upload(running.cloud, permit.upload, example(file));
  if (status >= 300) throw new Error(`upload of ${file}: ${status}`);
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(250)) {
    const reply = await api.call('GET', `/v1/hand-overs/${permit.handOver}`);
    if (reply.status === 200) {
      const handOver = HandOver.parse(reply.body);
      if (handOver.state !== 'running') return { creditor, file, handOver };
    }
  }
  throw new Error(`the hand-over of ${file} was not accepted within a minute`);
};

/** The debtor pays: what the last message to it says is the reference; the amount is what is open that day. */
const rfOf = async (running: Running, akte: string): Promise<string> => {
  // On a slow machine the first message goes a day or two later than on a quiet one: it is waited for.
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(250)) {
    const mail = (await sent(running)).mails.find((m) => m.Source.startsWith(`akte+${akte}-`));
    const found = /RF\d{2}(?: ?[A-Z0-9]{1,4})+/.exec(mail?.BodyText ?? '')?.[0].replace(/\s/g, '');
    if (found) return found;
  }
  throw new Error(`no RF reference in a mail of ${akte}`);
};

const dropStatement = async (running: Running, n: number, lines: readonly Incoming[]): Promise<void> => {
  await filing(running).put(
    `bank/auszug-${running.dateOf(n)}.xml`,
    camt053({ iban: 'DE02120300000000202051', day: running.dateOf(n), lines }),
  );
};

const refused = async (
  told: Told,
  what: string,
  expected: number,
  call: Promise<{ status: number }>,
): Promise<void> => {
  told.refusals.push({ what, expected, status: (await call).status });
};

/** Plays the story of issue and README: three creditors, their claims, payments, a pause, a closure, three months of payouts. */
export const tell = async (running: Running, of: { short: boolean; say: (text: string) => void }): Promise<Told> => {
  const { say } = of;
  const apis = {
    MUS: await addCreditor(running, 'musterversand'),
    STW: await addCreditor(running, 'stadtwerke', 'stadtwerke.procedure.json'),
    LAD: await addCreditor(running, 'laedchen'),
  };
  say('Drei Gläubiger angelegt: Musterversand (Standard), Stadtwerke (Komfort), Lädchen (nur API)');
  const suffix = of.short ? '-kurz' : '';
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
  };
  const handOver = async (api: Api, creditor: string, file: string): Promise<string[]> => {
    const done = await handOverFile(running, api, creditor, file);
    told.handOvers.push(done);
    say(
      `${creditor} übergibt ${file}: ${done.handOver.rows} Zeilen, ${done.handOver.accepted} angenommen, ${done.handOver.rejected} abgelehnt, ${done.handOver.duplicates} Dubletten`,
    );
    return done.handOver.claims;
  };
  const mus = await handOver(apis.MUS, 'MUS', `musterversand${suffix}.csv`);
  const invoice = z
    .object({ upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }) })
    .parse(await apis.STW.post('/v1/uploads', { invoiceNumber: 'SW/2025/3001' }));
  if ((await upload(running.cloud, invoice.upload, example('rechnung-SW-2025-3001.pdf'))) >= 300)
    throw new Error('the invoice was not taken');
  const stw = await handOver(apis.STW, 'STW', `stadtwerke${suffix}.csv`);
  const lad: string[] = [];
  for (const file of ['laedchen-claim-1.json', 'laedchen-claim-2.json']) {
    const reply = HandOver.extend({ claim: z.string() }).parse(
      await apis.LAD.post('/v1/claims', JSON.parse(example(file).toString('utf8'))),
    );
    told.handOvers.push({ creditor: 'LAD', file: null, handOver: reply });
    lad.push(reply.claim);
  }
  const at = (claims: readonly string[], i: number): string => akteOf(claims[i] ?? '');
  say(
    `LAD übergibt zwei Forderungen über die API; Akte ${at(lad, 0)}: ${(await readAkte(apis.LAD, at(lad, 0))).forderungen.length} Forderung`,
  );
  await refused(
    told,
    'falsches Token',
    401,
    { ...apis.LAD }.call('GET', `/v1/akten/${at(lad, 0)}`, undefined, { Authorization: 'Bearer falsch' }),
  );
  await refused(told, 'fremde Akte', 404, apis.LAD.call('GET', `/v1/akten/${at(mus, 0)}`));
  await refused(
    told,
    'Gläubiger erklärt eine Akte für geklärt',
    404,
    apis.LAD.call('POST', `/v1/akten/${at(lad, 0)}/clarify`, { reason: 'x' }),
  );
  await refused(
    told,
    'Gläubiger pausiert eine fremde Akte',
    404,
    apis.LAD.call('POST', `/v1/akten/${at(mus, 0)}/pause`, { reason: 'x' }),
  );
  say('Der Kalender läuft: Montag, 2. März 2026, ein Tag je Sekunde');

  const bank = async (n: number, lines: Incoming[]): Promise<void> => {
    await dropStatement(running, n, lines);
    told.payments.count += lines.length - lines.filter((l) => l.id.startsWith('fremd')).length;
    told.payments.cents += lines.filter((l) => !l.id.startsWith('fremd')).reduce((s, l) => s + l.cents, 0);
    say(`Tag ${running.dayNumber()}: Kontoauszug mit ${lines.length} Buchungen`);
  };
  const open = async (api: Api, akte: string): Promise<number> => (await readAkte(api, akte)).offenCents;

  await running.until(3);
  told.paused = at(mus, 3);
  await mahnwerk(running, ['akte', 'pause', told.paused, '--grund', 'Rückfrage beim Gläubiger']);
  if (!of.short) await handOver(apis.MUS, 'MUS', 'musterversand-nachtrag.csv');
  await running.until(6);
  // The first payer pays what the day demands and quotes the reference; the second half of it, with the Aktenzeichen in words.
  const [full, part] = [at(mus, 5), at(mus, 1)];
  const half = Math.floor((await open(apis.MUS, part)) / 2);
  await bank(6, [
    {
      id: 'b1',
      cents: await open(apis.MUS, full),
      reference: await rfOf(running, full),
      text: '',
      payer: 'Zahlerin Eins',
    },
    { id: 'b2', cents: half, text: `Abschlag auf ${part}, Rest folgt`, payer: 'Zahler Zwei' },
    { id: 'fremd1', cents: 70_000, text: 'Miete März', payer: 'Unbekannt' },
  ]);
  told.paidInFull.push(full);
  told.paidInPart.push(part);
  await running.until(8);
  told.closed = at(mus, 4);
  await running.operator.post(`/v1/akten/${told.closed}/close`, {
    reason: 'Gläubiger verzichtet',
    by: 'sachbearbeitung',
  });
  await running.until(15);
  const direct = await open(apis.LAD, at(lad, 0));
  const payment = { amountCents: direct, valueDate: running.dateOf(14) };
  for (let i = 0; i < 2; i++)
    await apis.LAD.post(`/v1/claims/${lad[0] ?? ''}/payments`, payment, { 'Idempotency-Key': 'laden-kasse-1' });
  told.payments.directCents += direct;
  told.payments.count += 1;
  told.paidInFull.push(at(lad, 0));
  await running.until(20);
  await running.operator.post(`/v1/akten/${told.paused}/resume`, {
    reason: 'Rückfrage geklärt',
    by: 'sachbearbeitung',
  });
  const pay = async (n: number, month: string): Promise<void> => {
    await running.until(n);
    const first = await payOut(running, month);
    const again = await payOut(running, month);
    told.payouts.push({ month, payouts: first.payouts, again: again.payouts, files: first.files });
    say(
      `Tag ${running.dayNumber()}: Auszahlung ${month}: ${first.payouts.map((p) => `${p.creditor} ${(p.cents / 100).toFixed(2).replace('.', ',')} €`).join(', ')}`,
    );
  };
  await pay(31, '2026-03');
  // After the last demand's own deadline: within it the amount demanded would settle the case, and the rest would be an overpayment.
  await running.until(38);
  const [over, later] = [at(stw, 0), at(mus, 2)];
  await bank(38, [
    { id: 'b3', cents: (await open(apis.STW, over)) + 500, text: `Aktenzeichen ${over}`, payer: 'Zahler Drei' },
    { id: 'b4', cents: await open(apis.MUS, later), text: `AZ ${later.replaceAll('-', ' ')}`, payer: 'Zahlerin Vier' },
  ]);
  told.overpaid.push(over);
  told.paidInFull.push(over, later);
  await running.until(50);
  const late = at(mus, 6);
  await bank(50, [{ id: 'b5', cents: await open(apis.MUS, late), text: late, payer: 'Zahler Fünf' }]);
  told.paidInFull.push(late);
  await refused(
    told,
    'Gläubiger bucht zurück',
    403,
    apis.MUS.call('POST', `/v1/akten/${part}/reversals`, { payment: 'x', reason: 'x' }),
  );
  // What was paid out for March bounces, and a part of what was overpaid goes back.
  await mahnwerk(running, [
    'akte',
    'rueckbuchung',
    part,
    '--zahlung',
    (await readAkte(apis.MUS, part)).zahlungen[0]?.id ?? '',
    '--grund',
    'Lastschrift zurückgegeben',
  ]);
  await mahnwerk(running, ['akte', 'erstattung', over, '--betrag', '2,00']);
  told.bounced = part;
  await pay(61, '2026-04');
  await running.until(80);
  say(`Tag ${running.dayNumber()}: letzte Telefonfenster laufen`);
  await pay(93, '2026-05');
  return told;
};
