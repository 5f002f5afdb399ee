import { createReadStream } from 'node:fs';
import { lists } from '../../adapters/lists/open-list.ts';
import type { Day } from '../../domain/calendar.ts';
import { fileCheck } from '../../domain/intake/check-file.ts';
import { reported, type ReportedIssue } from '../../domain/intake/findings.ts';
import { NO_ROWS, plusTally, tallyOf, type Tally } from '../../domain/intake/tally.ts';
import { Creditor } from '../../domain/parties/parties.ts';
import { judge } from '../../domain/intake/judged.ts';
import { lotsOf } from '../../usecases/hand-over/lots.ts';
import { recordOf, type KnownClaims } from '../claim-record.ts';
import { reportsIn } from './reports.ts';
import { Sink } from './sink.ts';

/** What came of a file, and how it was written. */
export type Checked = Readonly<{ tally: Tally; encoding: string | null; delimiter: string | null }>;
type Listener = Readonly<{ issues(issues: readonly ReportedIssue[]): Promise<void>; progress(rows: number): void }>;
/** A file, the mandate and the day it is checked for; where reports and claims go; what was handed over before. */
export type Work = Readonly<{
  file: string;
  creditor: Creditor;
  on: Day;
  report?: string;
  claims?: string;
  known?: KnownClaims;
}>;

const bytesOf = (file: string): AsyncIterable<Uint8Array> => createReadStream(file, { highWaterMark: 256 * 1024 });
/** Reads a file to its end: what refuses it as a whole is thrown here. */
export const countRows = async (file: string): Promise<number> => {
  let rows = 0;
  for await (const batch of (await lists.open(bytesOf(file))).rows) rows += batch.length;
  return rows;
};

/**
 * Judges a file row by row, in the memory of one lot; reports go where they are wanted as they come. A fault of the
 * whole file is a Rejected, and then nothing has been written.
 */
export const checkList = async (of: Work, rows: number, to: Listener): Promise<Checked> => {
  const list = await lists.open(bytesOf(of.file));
  const check = fileCheck(of.creditor, of.on, { rows });
  const reports = of.report === undefined ? null : await reportsIn(of.report, list);
  const claims = of.claims === undefined ? null : await Sink.at(of.claims, '--claims');
  let tally = NO_ROWS;
  for await (const lot of lotsOf(list.rows)) {
    const verdicts = lot.rows.map((row) => check.check(row));
    const records = verdicts.map((v) => (v.outcome === 'good' ? recordOf(v) : null));
    const against = records.flatMap((r, i) => {
      const issue = r ? of.known?.against(r, lot.rows[i]?.line ?? 0) : undefined;
      return issue ? [issue] : [];
    });
    const judged = judge(lot.rows, verdicts, against);
    const issues = judged.flatMap((j) => j.issues).map((i) => reported(i, list.headings));
    await reports?.add(judged, issues);
    await claims?.write(
      records.flatMap((r, i) => (r && judged[i]?.outcome === 'good' ? [`${JSON.stringify(r)}\n`] : [])).join(''),
    );
    if (issues.length > 0) await to.issues(issues);
    tally = plusTally(tally, tallyOf(judged));
    to.progress(tally.rows);
  }
  await reports?.close();
  await claims?.close(true);
  return { tally, encoding: list.encoding, delimiter: list.delimiter };
};
