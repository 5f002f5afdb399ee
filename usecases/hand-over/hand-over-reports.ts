import { Findings, refusedRow, reported, type RefusedRow, type ReportedIssue } from '../../domain/intake/findings.ts';
import type { OpenList } from '../../domain/intake/list.ts';
import type { JudgedRow } from '../../domain/intake/judged.ts';
import type { Archive } from '../ports/archive.ts';
import type { EndedList } from '../../domain/intake/hand-over.ts';
import type { Upload } from '../ports/hand-overs.ts';

/** How reports are written. Text only: where it goes is the archive's business. */
export interface ReportWriter {
  csv: Readonly<{ head: string; lines(issues: readonly ReportedIssue[]): string }>;
  json: Readonly<{ head: string; lines(issues: readonly ReportedIssue[], first: boolean): string; foot: string }>;
  correction: Readonly<{
    head(list: Pick<OpenList, 'headerText' | 'delimiter'>): string;
    lines(rows: readonly RefusedRow[], delimiter: string | null): string;
  }>;
}

const folderOf = (key: string): string => key.replace(/[^/]+$/, '');
const partKey = (key: string, lot: number): string => `${folderOf(key)}teile/${String(lot).padStart(6, '0')}.json`;

/** A lot of an upload, and what its list calls the columns. */
type LotOf = Readonly<{ key: string; lot: number; headings: OpenList['headings'] }>;

/**
 * Lays the findings of one lot beside the upload, until the reports are put together; a lot without any leaves nothing.
 */
export const keepFindings = async (
  archive: Archive,
  { key, lot, headings }: LotOf,
  judged: readonly JudgedRow[],
): Promise<void> => {
  const issues = judged.flatMap((j) => j.issues).map((i) => reported(i, headings));
  if (issues.length === 0) return;
  await archive.put(
    partKey(key, lot),
    JSON.stringify({
      issues,
      refused: judged.filter((j) => j.outcome === 'rejected').map(refusedRow),
    } satisfies Findings),
    'application/json',
  );
};

/** What was laid beside the upload, lot by lot. */
const findingsOf = async function* (archive: Archive, key: string, lots: readonly number[]): AsyncGenerator<Findings> {
  for (const lot of lots)
    yield Findings.parse(JSON.parse(new TextDecoder().decode(await archive.get(partKey(key, lot)))));
};

type Parts = () => AsyncIterable<Findings>;

const issuesAsCsv = async function* ({ csv }: ReportWriter, parts: Parts): AsyncGenerator<string> {
  yield csv.head;
  for await (const { issues } of parts()) yield csv.lines(issues);
};

const issuesAsJson = async function* ({ json }: ReportWriter, parts: Parts): AsyncGenerator<string> {
  yield json.head;
  let first = true;
  for await (const { issues } of parts()) {
    yield json.lines(issues, first);
    first = false;
  }
  yield json.foot;
};

const refusedRows = async function* (
  { correction }: ReportWriter,
  list: OpenList,
  parts: Parts,
): AsyncGenerator<string> {
  yield correction.head(list);
  for await (const { refused } of parts()) yield correction.lines(refused, list.delimiter);
};

const CSV = 'text/csv; charset=utf-8';

/**
 * Puts the findings of all lots together: `fehlerbericht.csv`, the same as JSON, and `korrektur.csv` with the refused
 * rows, ready to be mended and uploaded again. Streams; a second try writes the same. `lots`: those with findings.
 */
export const writeReports = async (
  ports: Readonly<{ archive: Archive; reports: ReportWriter }>,
  of: Readonly<{ upload: Upload; list: OpenList; lots: readonly number[]; refused: boolean }>,
): Promise<Pick<EndedList, 'report' | 'correction'>> => {
  const { archive, reports } = ports;
  const { key } = of.upload;
  if (of.lots.length === 0) return { report: null, correction: null };
  const report = `${folderOf(key)}fehlerbericht.csv`;
  const correction = `${folderOf(key)}korrektur.csv`;
  const parts: Parts = () => findingsOf(archive, key, of.lots);
  await archive.write(report, issuesAsCsv(reports, parts), CSV);
  await archive.write(report.replace(/csv$/, 'json'), issuesAsJson(reports, parts), 'application/json');
  if (!of.refused) return { report, correction: null };
  await archive.write(correction, refusedRows(reports, of.list, parts), CSV);
  return { report, correction };
};
