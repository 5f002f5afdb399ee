import { Findings, refusedRow, reported, type RefusedRow, type ReportedIssue } from '../domain/intake/findings.ts';
import type { OpenList } from '../domain/intake/list.ts';
import type { JudgedRow } from './lots.ts';
import type { Archive, HandOver, Upload } from './ports.ts';

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

/**
 * Lays the findings of one lot beside the upload, until the reports are put together; a lot without any leaves nothing.
 */
export const keepFindings = async (
  archive: Archive,
  key: string,
  lot: number,
  judged: readonly JudgedRow[],
  headings: OpenList['headings'],
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

const parts = async function* (archive: Archive, key: string, lots: readonly number[]): AsyncGenerator<Findings> {
  for (const lot of lots)
    yield Findings.parse(JSON.parse(new TextDecoder().decode(await archive.get(partKey(key, lot)))));
};

/**
 * Puts the findings of all lots together: `fehlerbericht.csv`, the same as JSON, and `korrektur.csv` with the refused
 * rows, ready to be mended and uploaded again. Streams; a second try writes the same. `lots`: those with findings.
 */
export const writeReports = async (
  ports: Readonly<{ archive: Archive; reports: ReportWriter }>,
  of: Readonly<{ upload: Upload; list: OpenList; lots: readonly number[]; refused: boolean }>,
): Promise<Pick<HandOver, 'report' | 'correction'>> => {
  const { archive, reports } = ports;
  const { key } = of.upload;
  if (of.lots.length === 0) return { report: null, correction: null };
  const report = `${folderOf(key)}fehlerbericht.csv`;
  const correction = `${folderOf(key)}korrektur.csv`;
  const each = () => parts(archive, key, of.lots);
  await archive.write(
    report,
    (async function* () {
      yield reports.csv.head;
      for await (const p of each()) yield reports.csv.lines(p.issues);
    })(),
    'text/csv; charset=utf-8',
  );
  await archive.write(
    report.replace(/csv$/, 'json'),
    (async function* () {
      yield reports.json.head;
      let first = true;
      for await (const p of each()) {
        yield reports.json.lines(p.issues, first);
        first = false;
      }
      yield reports.json.foot;
    })(),
    'application/json',
  );
  if (!of.refused) return { report, correction: null };
  await archive.write(
    correction,
    (async function* () {
      yield reports.correction.head(of.list);
      for await (const p of each()) yield reports.correction.lines(p.refused, of.list.delimiter);
    })(),
    'text/csv; charset=utf-8',
  );
  return { report, correction };
};
