import { createReadStream, readFileSync } from 'node:fs';
import { argv, resourceUsage, stdout } from 'node:process';
import Papa from 'papaparse';
import { lists } from '../adapters/lists/open-list.ts';
import { reportWriter } from '../adapters/lists/report.ts';
import { creditorFrom } from '../cli/check/mandate.ts';
import { day } from '../domain/calendar.ts';
import { Rejected } from '../domain/faults.ts';
import { fileCheck } from '../domain/intake/check-file.ts';
import { reported } from '../domain/intake/findings.ts';
import { lotsOf } from '../usecases/hand-over/lots.ts';

/**
 * One measurement in a process of its own, so that its memory is its own. Prints `{ ms, rssMb, rows, accepted, refusal
 * }`.
 */
const [what, file = ''] = argv.slice(2);
const bytes = (): AsyncIterable<Uint8Array> => createReadStream(file, { highWaterMark: 256 * 1024 });

/** What everybody would write: papaparse, row by row, nothing looked at. */
const papa = (): Promise<{ rows: number }> =>
  new Promise((resolve, reject) => {
    let rows = -1;
    Papa.parse<string[]>(createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 }), {
      delimiter: ';',
      newline: '\r\n',
      step: () => {
        rows++;
      },
      complete: () => {
        resolve({ rows });
      },
      error: reject,
    });
  });

/**
 * The work of the Lambda up to the table: read, check, normalise, compare with the rows before, write the findings as
 * the error report.
 */
const ours = async (phones: boolean): Promise<{ rows: number; accepted: number; reportBytes: number }> => {
  const list = await lists.open(bytes());
  const check = fileCheck(
    creditorFrom({ contractSubject: 'Warenlieferung', contractDateIsInvoiceDate: true }),
    day('2026-03-02'),
    { phones },
  );
  let rows = 0;
  let accepted = 0;
  let reportBytes = 0;
  for await (const lot of lotsOf(list.rows)) {
    const verdicts = lot.rows.map((row) => check.check(row));
    rows += verdicts.length;
    for (const v of verdicts) if (v.outcome === 'good') accepted++;
    const issues = verdicts.flatMap((v) => v.issues);
    if (issues.length > 0) reportBytes += reportWriter.csv.lines(issues.map((i) => reported(i, list.headings))).length;
  }
  return { rows, accepted, reportBytes };
};

const refusal = async (): Promise<{ refusal: string }> => {
  try {
    for await (const _ of (await lists.open(bytes())).rows);
  } catch (error) {
    if (error instanceof Rejected) return { refusal: error.code };
    throw error;
  }
  return { refusal: 'none' };
};

/** The most memory this process ever had, MB. Not `maxRSS`, which a child inherits from the process that started it. */
const peakMb = (): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return resourceUsage().maxRSS / 1024;
  }
};

const RUNS = { papa, ours: () => ours(false), phones: () => ours(true), refusal } as const;
const start = performance.now();
void RUNS[what as keyof typeof RUNS]().then((result) => {
  stdout.write(`${JSON.stringify({ ms: performance.now() - start, rssMb: peakMb(), ...result })}\n`);
});
