import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples, anAgency, HEADER, ROW } from './handed-over.ts';

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

test("a later hand-over goes on in the series that runs in the known customer's Akte; what is known already is a duplicate", async () => {
  const a = anAgency(`${HEADER}\n${ROW}`);
  await a.accept();
  a.archive.files['second'] = `${HEADER}\n${ROW}\n${ROW.replace('RE-1', 'RE-2')}\n${ROW.replace('129,90', '130,90')}`;
  expect(await a.accept('u2', 'second')).toMatchObject({ rows: 3, accepted: 1, duplicates: 1, rejected: 1 });
  const akten = [...a.akten.log.keys()];
  expect(akten).toHaveLength(1);
  expect((await a.akten.get(akten[0]!)).matters.map((m) => m.claims)).toEqual([['F1', 'F2'], []]);
});

test('the event comes twice: the same result, nothing started or mailed again', async () => {
  const a = anAgency(example('musterversand-kurz.csv'));
  const first = await a.accept();
  expect(await a.accept()).toEqual(first);
  expect(a.workflows.started).toHaveLength(10);
  expect(a.mailbox.mails).toHaveLength(1);
});

describe('what the creditor gets back', () => {
  const bad = `${ROW.replace('RE-1', 'RE-2').replace('129,90', '1.234')}`;
  test('all or nothing: one bad row, and nothing is taken', async () => {
    const a = anAgency(`${HEADER}\n${ROW}\n${bad}`, { handOverMode: 'all-or-nothing' });
    expect(await a.accept()).toMatchObject({
      state: 'refused',
      mode: 'all-or-nothing',
      rows: 2,
      accepted: 0,
      rejected: 2,
      problem: expect.stringContaining('nur als Ganzes'),
    });
    expect([a.akten.log.size, a.workflows.started]).toEqual([0, []]);
    a.archive.files['whole'] = `${HEADER}\n${ROW}\n${bad.replace('1.234', '1.234,00')}`;
    expect(await a.accept('u2', 'whole')).toMatchObject({ state: 'done', rows: 2, accepted: 2 });
  });
  test('only looked at: the same counts and reports, and nothing is taken', async () => {
    const key = 'handover/MUS/u1/pruefung.csv';
    const a = anAgency('');
    a.archive.files[key] = `${HEADER}\n${ROW}\n${bad}`;
    expect(await a.accept('u1', key)).toMatchObject({
      state: 'checked',
      mode: 'check-only',
      rows: 2,
      accepted: 1,
      rejected: 1,
      claims: [],
    });
    expect(a.archive.files['handover/MUS/u1/fehlerbericht.csv']).toContain('mehrdeutig');
    expect([a.akten.log.size, a.workflows.started]).toEqual([0, []]);
    expect(a.mailbox.mails[0]?.text).toContain('nur eine Prüfung');
  });
  test('the same file again is all duplicates', async () => {
    const a = anAgency(example('musterversand-kurz.csv'));
    const { accepted } = await a.accept();
    a.archive.files['again'] = example('musterversand-kurz.csv');
    expect(await a.accept('u2', 'again')).toMatchObject({ accepted: 0, duplicates: accepted, problem: null });
    expect(a.workflows.started).toHaveLength(accepted);
  });
});

test.each([
  ['an empty file', '', 'Die Datei ist leer.'],
  ['a PDF', '%PDF-1.7 …', 'keine CSV-Datei'],
  ['a broken workbook', 'PK\u0003\u0004…', 'beschädigt'],
  [
    'a list without its required columns',
    'Kundennummer;Betrag\n1;2',
    'fehlen die Spalten: Rechnungsnummer, Rechnungsdatum',
  ],
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
  expect(await a.accept()).toMatchObject({
    rows: 1,
    accepted: 0,
    rejected: 1,
    problem: expect.stringContaining('Keine Zeile'),
  });
});

test('a row that is there already says that, and not once more what it lacks', async () => {
  const bare = ROW.replace('erika@example.com', '').replace('Musterweg 5;44135;Dortmund', ';;');
  const a = anAgency(`${HEADER}\n${bare}\n${bare}`);
  expect(await a.accept()).toMatchObject({
    accepted: 1,
    duplicates: 1,
    warnings: 1,
    codes: { 'contact.none': 1, 'row.duplicate': 1 },
  });
  a.archive.files['again'] = `${HEADER}\n${bare}`;
  expect(await a.accept('u2', 'again')).toMatchObject({
    duplicates: 1,
    warnings: 0,
    codes: { 'invoice.duplicate': 1 },
  });
});
