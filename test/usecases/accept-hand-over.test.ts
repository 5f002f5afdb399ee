import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLists } from '../../adapters/csv/list.ts';
import { Creditor, CreditorId } from '../../domain/parties.ts';
import { acceptHandOver } from '../../usecases/accept-hand-over.ts';
import { submitClaim } from '../../usecases/submit-claim.ts';
import { cellsOf, ClaimBody } from '../../domain/intake/from-api.ts';
import { fakeAkten, fakeArchive, fakeCreditors, fakeHandOvers, fakeMailbox, fakeOnce, fakeWorkflows, hashes, virtualClock } from '../support/fakes.ts';
import { rheinbogen } from '../support/notices.ts';

const examples = join(import.meta.dirname, '../../examples');
const creditorIn = (file: string): Creditor => Creditor.parse((JSON.parse(readFileSync(join(examples, 'creditors', file), 'utf8')) as { creditor: unknown }).creditor);
const MUS = CreditorId.parse('MUS');
const KEY = 'handover/MUS/u1/liste.csv';

const anAgency = (content: Uint8Array | string) => {
  const clock = virtualClock('2026-03-02');
  const ports = { akten: fakeAkten(clock.now), workflows: fakeWorkflows(), hashes, creditors: fakeCreditors(creditorIn('musterversand.json'), creditorIn('stadtwerke.json'), creditorIn('laedchen.json')), handOvers: fakeHandOvers(), archive: fakeArchive({ [KEY]: content }), mailbox: fakeMailbox(), once: fakeOnce(), clock, lists: csvLists, agency: rheinbogen };
  return { ...ports, accept: (id = 'u1', key = KEY) => acceptHandOver(ports)({ creditor: MUS, id, key }), ports };
};
const HEADER = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Hauptforderung;Vorname;Nachname;Straße;PLZ;Ort;E-Mail';
const ROW = 'K-1;RE-1;05.01.2026;129,90;Erika;Beispiel;Musterweg 5;44135;Dortmund;erika@example.com';
const example = (file: string): Uint8Array => readFileSync(join(examples, file));

test('the example list: good rows become claims, bad rows come back with place, reason and remedy', async () => {
  const a = anAgency(example('musterversand.csv'));
  expect(await a.accept()).toMatchObject({ state: 'done', rows: 35, accepted: 32, rejected: 3, duplicates: 0 });
  expect(a.workflows.started).toHaveLength(32);
  const report = String(a.archive.files['handover/MUS/u1/fehlerbericht.csv']);
  expect(report.split('\r\n')).toHaveLength(1 + 3 + 1);
  expect(report).toContain('"12";"11";"Rechnungsnummer";"Fehler";"Rechnungsnummer fehlt."');
  expect(report).toContain('mehrdeutig');
  expect(a.mailbox.mails).toHaveLength(1);
});

test('claims of one customer in one hand-over are one Akte, one matter, two executions', async () => {
  const a = anAgency(`${HEADER}\n${ROW}\n${ROW.replace('RE-1', 'RE-2')}`);
  const { claims } = await a.accept();
  const [akte] = [...a.akten.log.keys()];
  expect(claims).toEqual([`${akte}-F1`, `${akte}-F2`]);
  expect((await a.akten.get(akte!)).matters).toHaveLength(1);
});

test('a later hand-over joins the known customer\'s Akte as a new matter; what is known already is a duplicate', async () => {
  const a = anAgency(`${HEADER}\n${ROW}`);
  await a.accept();
  a.archive.files['second'] = `${HEADER}\n${ROW}\n${ROW.replace('RE-1', 'RE-2')}\n${ROW.replace('129,90', '130,90')}`;
  expect(await a.accept('u2', 'second')).toMatchObject({ rows: 3, accepted: 1, duplicates: 1, rejected: 1 });
  const akten = [...a.akten.log.keys()];
  expect(akten).toHaveLength(1);
  expect((await a.akten.get(akten[0]!)).matters.map((m) => m.claims)).toEqual([['F1'], ['F2']]);
});

test('the event comes twice: the same result, nothing started or mailed again', async () => {
  const a = anAgency(example('musterversand-kurz.csv'));
  const first = await a.accept();
  expect(await a.accept()).toEqual(first);
  expect(a.workflows.started).toHaveLength(10);
  expect(a.mailbox.mails).toHaveLength(1);
});

test('a crash after half of the rows: the retry finishes them, doubles nothing, and counts as if nothing had happened', async () => {
  const a = anAgency(example('musterversand-kurz.csv'));
  let left = 5;
  const append = a.ports.akten.append;
  a.ports.akten.append = (...args) => { if (left-- === 0) throw new Error('the function was killed'); return append(...args); };
  await expect(a.accept()).rejects.toThrow('killed');
  a.ports.akten.append = append;
  expect(await a.accept()).toMatchObject({ state: 'done', rows: 11, accepted: 10, rejected: 1, duplicates: 0 });
  expect([...a.akten.log.values()].flatMap((acts) => acts.flatMap((x) => x.facts.filter((f) => f.kind === 'handedOver')))).toHaveLength(9);
});

test('a crash between writing and starting: the retry starts what was lost', async () => {
  const a = anAgency(`${HEADER}\n${ROW}`);
  const start = a.ports.workflows.start;
  a.ports.workflows.start = () => Promise.reject(new Error('the function was killed'));
  await expect(a.accept()).rejects.toThrow('killed');
  a.ports.workflows.start = start;
  expect(await a.accept()).toMatchObject({ accepted: 1, duplicates: 0 });
  expect(a.workflows.started).toHaveLength(1);
});

test.each([
  ['an empty file', '', 'Die Datei ist leer.'],
  ['a PDF', '%PDF-1.7 …', 'keine CSV-Datei'],
  ['an Excel file', 'PK\u0003\u0004…', 'keine CSV-Datei'],
  ['a list without its required columns', 'Kundennummer;Betrag\n1;2', 'fehlen die Spalten: Rechnungsnummer, Rechnungsdatum'],
  ['a column given twice', `${HEADER};PLZ\n${ROW};1`, 'kommt doppelt vor'],
  ['nothing but a header', HEADER, 'nur die Kopfzeile'],
])('%s is refused as a whole, in plain German', async (_, content, reason) => {
  const a = anAgency(content);
  const handOver = await a.accept();
  expect(handOver).toMatchObject({ state: 'refused', accepted: 0 });
  expect(handOver.problem).toContain(reason);
  expect(a.mailbox.mails[0]?.text).toContain(reason);
  expect(a.workflows.started).toEqual([]);
});

test('no valid row at all: accepted as a hand-over, nothing becomes a claim, the reason is said', async () => {
  const a = anAgency(`${HEADER}\n${ROW.replace('129,90', 'viel')}`);
  expect(await a.accept()).toMatchObject({ rows: 1, accepted: 0, rejected: 1, problem: expect.stringContaining('Keine Zeile') });
});

test('a single claim by the API is judged by the same rules and is the same when it is sent again', async () => {
  const a = anAgency('');
  const body = ClaimBody.parse(JSON.parse(example('laedchen-claim-1.json').toString()) as unknown);
  const submit = () => submitClaim(a.ports)({ creditor: CreditorId.parse('LAD'), id: 'api-1', row: { cells: cellsOf(body) } });
  const first = await submit();
  expect(await submit()).toEqual(first);
  await expect(submitClaim(a.ports)({ creditor: CreditorId.parse('LAD'), id: 'api-2', row: { cells: { ...cellsOf(body), invoiceDate: '31.12.2026' } } })).rejects.toMatchObject({ name: 'Rejected', code: 'invoice-date.future' });
});
