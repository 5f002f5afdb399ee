import { lists } from '../../../adapters/lists/open-list.ts';
import { reportWriter } from '../../../adapters/lists/report.ts';
import { HandOverId } from '../../../domain/ids.ts';
import type { RowIssue } from '../../../domain/intake/check-file.ts';
import type { JudgedRow } from '../../../domain/intake/judged.ts';
import { issueOf } from '../../../domain/intake/reading.ts';
import { memoryArchive } from '../../../simulator/agency/stores.ts';
import { keepFindings, writeReports } from '../../../usecases/hand-over/hand-over-reports.ts';
import { HEADER, KEY, MUS, ROW, anAgency } from './handed-over.ts';

const FOLDER = 'handover/MUS/u1';
const bad = `${ROW.replace('RE-1', 'RE-2').replace('129,90', '1.234')}`;
test('the refused rows as they were written, with reasons, ready to be mended and handed over again', async () => {
  const a = anAgency(`${HEADER}\n${ROW}\n${bad}\n${ROW}`);
  expect(await a.accept()).toMatchObject({
    accepted: 1,
    rejected: 1,
    duplicates: 1,
    correction: 'handover/MUS/u1/korrektur.csv',
  });
  const correction = String(a.archive.files['handover/MUS/u1/korrektur.csv']);
  expect(correction.split('\r\n')).toHaveLength(3);
  expect(correction.split('\r\n')[0]).toBe(`\uFEFF${HEADER};"Fehler (Mahnwerk)";"Abhilfe (Mahnwerk)"`);
  expect(correction).toContain(`${bad};"`);
  a.archive.files['mended'] = correction.replace('1.234', '1.234,00');
  expect(await a.accept('u2', 'mended')).toMatchObject({ rows: 1, accepted: 1, rejected: 0, codes: {} });
});

test('a formula is neutral in every file we write, and read back as it was', async () => {
  const formula = ROW.replace('129,90', '1.234')
    .replace('Musterweg 5', '=HYPERLINK("http://example.com")')
    .replaceAll('"', '');
  const a = anAgency(`${HEADER}\n${formula}`);
  await a.accept();
  const correction = String(a.archive.files['handover/MUS/u1/korrektur.csv']);
  expect(correction).not.toMatch(/(^|;)"?=/m);
  a.archive.files['mended'] = correction.replace('1.234', '1.234,00');
  await a.accept('u2', 'mended');
  expect(
    [...a.akten.log.values()]
      .flat()
      .flatMap((act) => act.facts.flatMap((f) => (f.kind === 'opened' ? [f.debtor.address?.street] : []))),
  ).toEqual(['=HYPERLINK(http://example.com)']);
});

/** A row with what is said of it. */
const judged = (
  row: number,
  outcome: JudgedRow['outcome'],
  ...issues: Omit<RowIssue, 'row' | 'line'>[]
): JudgedRow => ({
  row,
  line: row + 1,
  text: `K-${row};x`,
  outcome,
  issues: issues.map((issue) => ({ row, line: row + 1, ...issue })),
});
const WRONG = issueOf('amount.invalid', 'amount', 'viel');
const DOUBTED = issueOf('contact.none', null);
/** A list of which these lots have been judged. */
const aList = async (...lots: readonly (readonly JudgedRow[])[]) => {
  const archive = memoryArchive({ [KEY]: `${HEADER}\n${ROW}` });
  const { bytes } = await archive.open(KEY);
  const list = await lists.open(bytes);
  for (const [i, rows] of lots.entries())
    await keepFindings(archive, { key: KEY, lot: i + 1, headings: list.headings }, rows);
  const { [KEY]: _, ...kept } = archive.files;
  const write = (of: Readonly<{ lots: readonly number[]; refused: boolean }>) =>
    writeReports(
      { archive, reports: reportWriter },
      { upload: { creditor: MUS, id: HandOverId.parse('u1'), key: KEY }, list, ...of },
    );
  return { files: archive.files, kept: Object.keys(kept), write };
};

test('what is found in a lot lies beside the upload, under the lot; a lot without findings leaves nothing', async () => {
  const { files, kept } = await aList(
    [judged(1, 'rejected', WRONG)],
    [judged(2, 'good')],
    [judged(3, 'good', DOUBTED)],
  );
  expect(kept).toEqual([`${FOLDER}/teile/000001.json`, `${FOLDER}/teile/000003.json`]);
  expect(JSON.parse(String(files[`${FOLDER}/teile/000003.json`]))).toMatchObject({
    issues: [{ row: 3, code: 'contact.none' }],
    refused: [],
  });
});

test('a column is named as the creditor has headed it', async () => {
  const { files } = await aList([judged(1, 'rejected', WRONG)]);
  expect(JSON.parse(String(files[`${FOLDER}/teile/000001.json`]))).toMatchObject({
    issues: [{ column: 'Hauptforderung' }],
  });
});

test('the findings of all lots stand in one report, as CSV and as JSON that can be read; written again they are the same', async () => {
  const { files, write } = await aList(
    [judged(1, 'rejected', WRONG), judged(2, 'good', DOUBTED)],
    [judged(501, 'good', DOUBTED)],
  );
  const of = { lots: [1, 2], refused: true };
  expect(await write(of)).toEqual({ report: `${FOLDER}/fehlerbericht.csv`, correction: `${FOLDER}/korrektur.csv` });
  expect(String(files[`${FOLDER}/fehlerbericht.csv`]).split('\r\n')).toHaveLength(1 + 3 + 1);
  expect(JSON.parse(String(files[`${FOLDER}/fehlerbericht.json`]))).toMatchObject([
    { row: 1 },
    { row: 2 },
    { row: 501 },
  ]);
  expect(String(files[`${FOLDER}/korrektur.csv`])).toMatch(/^.*\r\nK-1;x;[^\n]*\r\n$/);
  const before = { ...files };
  await write(of);
  expect(files).toEqual(before);
});

test('where all rows were taken there is nothing to correct, and where nothing was found nothing to report', async () => {
  const doubted = await aList([judged(1, 'good', DOUBTED)]);
  expect(await doubted.write({ lots: [1], refused: false })).toEqual({
    report: `${FOLDER}/fehlerbericht.csv`,
    correction: null,
  });
  expect(doubted.files[`${FOLDER}/korrektur.csv`]).toBeUndefined();
  const { files, write } = await aList([judged(1, 'good')]);
  expect(await write({ lots: [], refused: false })).toEqual({ report: null, correction: null });
  expect(Object.keys(files)).toEqual([KEY]);
});
