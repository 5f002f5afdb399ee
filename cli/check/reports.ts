import { join } from 'node:path';
import { reportWriter } from '../../adapters/lists/report.ts';
import { refusedRow, type ReportedIssue } from '../../domain/intake/findings.ts';
import type { OpenList } from '../../domain/intake/list.ts';
import type { JudgedRow } from '../../domain/intake/judged.ts';
import { Sink } from './sink.ts';

/** The three reports in a folder; what there is nothing to say in is not left there, nor left over from before. */
export const reportsIn = async (folder: string, list: OpenList) => {
  const sink = (name: string): Promise<Sink> => Sink.at(join(folder, name), '--report');
  const csv = await sink('fehlerbericht.csv');
  const json = await sink('fehlerbericht.json');
  const correction = await sink('korrektur.csv');
  await csv.write(reportWriter.csv.head);
  await json.write(reportWriter.json.head);
  await correction.write(reportWriter.correction.head(list));
  let found = false;
  let refused = false;
  return {
    add: async (judged: readonly JudgedRow[], issues: readonly ReportedIssue[]): Promise<void> => {
      if (issues.length === 0) return;
      const rows = judged.filter((j) => j.outcome === 'rejected').map(refusedRow);
      await csv.write(reportWriter.csv.lines(issues));
      await json.write(reportWriter.json.lines(issues, !found));
      await correction.write(reportWriter.correction.lines(rows, list.delimiter));
      found = true;
      refused ||= rows.length > 0;
    },
    close: async (): Promise<void> => {
      await json.write(reportWriter.json.foot);
      await csv.close(found);
      await json.close(found);
      await correction.close(refused);
    },
  };
};
