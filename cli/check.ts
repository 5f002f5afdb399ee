import {
  createReadStream,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  createWriteStream,
  type WriteStream,
} from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { lists } from '../adapters/csv/list.ts';
import { reportWriter } from '../adapters/csv/report.ts';
import type { Day } from '../domain/calendar.ts';
import { Rejected } from '../domain/faults.ts';
import { fileCheck } from '../domain/intake/check-file.ts';
import { refusedRow, reported, type ReportedIssue } from '../domain/intake/findings.ts';
import type { OpenList } from '../domain/intake/list.ts';
import { NO_ROWS, plusTally, tallyOf, type Tally } from '../domain/intake/tally.ts';
import { parseDay } from '../domain/parse.ts';
import { Creditor } from '../domain/parties.ts';
import { judge, lotsOf, type JudgedRow } from '../usecases/lots.ts';
import { knownClaims, recordOf, type KnownClaims } from './claim-record.ts';

export const CHECK_HELP = `Prüft eine Übergabeliste, wie die Cloud sie prüfen würde; übernommen wird nichts.

  mahnwerk check DATEI [--creditor DATEI.json] [--json] [--report ORDNER] [--claims DATEI.ndjson] [--known DATEI.ndjson] [--on 02.03.2026]

  --creditor   Vorgaben des Mandats als JSON (docs/hand-over.md); ohne Angabe die üblichen
  --json       das Ergebnis als JSON auf die Standardausgabe
  --report     schreibt fehlerbericht.csv, fehlerbericht.json und korrektur.csv in diesen Ordner
  --claims     schreibt, was von jeder angenommenen Zeile verstanden wurde, eine JSON-Zeile je Forderung
  --known      frühere Ausgabe von --claims: Was darin steht, ist schon übergeben
  --on         prüft, als wäre es dieser Tag; ohne Angabe heute

Ende mit 0: alles in Ordnung; 1: einige Zeilen zurückgewiesen; 2: die Datei als Ganzes zurückgewiesen.

Beispiele:
  mahnwerk check examples/musterversand.csv
  mahnwerk check liste.xlsx --creditor examples/creditors/musterversand.json --report pruefung
`;

/** What a mandate without settings of its own is taken for. */
const USUAL = {
  id: 'PRUEF',
  name: 'Prüfung',
  address: { street: '–', postalCode: '00000', city: '–' },
  email: 'pruefung@example.com',
  account: { holder: 'Prüfung', iban: 'DE02120300000000202051' },
  module: 'standard',
  deductsInputTax: true,
  procedure: { id: 'standard', version: 1 },
  kindOfClaim: 'goods',
};
/** The settings that matter for checking, from a file as `creditor add` takes it, or only those that differ from the usual ones. */
export const creditorFrom = (json: unknown): Creditor => {
  const settings =
    z.object({ creditor: z.record(z.string(), z.unknown()) }).safeParse(json).data?.creditor ??
    z.record(z.string(), z.unknown()).safeParse(json).data;
  if (!settings)
    throw new Rejected('creditor.invalid', '--creditor: Erwartet wird ein JSON-Objekt mit den Vorgaben des Mandats.');
  const read = Creditor.safeParse({ ...USUAL, ...settings });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : '';
  throw new Rejected(
    'creditor.invalid',
    keys
      ? `--creditor: „${keys}“ gibt es nicht. Erlaubt sind: ${Object.keys(Creditor.shape).join(', ')}.`
      : `--creditor: Feld „${issue?.path.join('.') ?? ''}“ ist nicht in der erwarteten Form (${issue?.message ?? ''}).`,
  );
};

/** Text that appears under its name only when it is complete. */
class Sink {
  readonly #path: string;
  readonly #stream: WriteStream;
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    this.#stream = createWriteStream(`${path}.teil`);
  }
  async write(text: string): Promise<void> {
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }
  async close(keep: boolean): Promise<void> {
    this.#stream.end();
    await once(this.#stream, 'close');
    if (keep) renameSync(`${this.#path}.teil`, this.#path);
    else {
      rmSync(`${this.#path}.teil`);
      rmSync(this.#path, { force: true });
    }
  }
}

/** The three reports in a folder; what there is nothing to say in is not left there, nor left over from before. */
const reportsIn = async (folder: string, list: OpenList) => {
  const [csv, json, correction] = ['fehlerbericht.csv', 'fehlerbericht.json', 'korrektur.csv'].map(
    (name) => new Sink(join(folder, name)),
  ) as [Sink, Sink, Sink];
  await csv.write(reportWriter.csv.head);
  await json.write(reportWriter.json.head);
  await correction.write(reportWriter.correction.head(list));
  let [found, refused] = [false, false];
  return {
    add: async (judged: readonly JudgedRow[], issues: readonly ReportedIssue[]): Promise<void> => {
      if (issues.length === 0) return;
      const rows = judged.filter((j) => j.outcome === 'rejected').map(refusedRow);
      await csv.write(reportWriter.csv.lines(issues));
      await json.write(reportWriter.json.lines(issues, !found));
      await correction.write(reportWriter.correction.lines(rows, list.delimiter));
      [found, refused] = [true, refused || rows.length > 0];
    },
    close: async (): Promise<void> => {
      await json.write(reportWriter.json.foot);
      await csv.close(found);
      await json.close(found);
      await correction.close(refused);
    },
  };
};

type Checked = Readonly<{ tally: Tally; encoding: string | null; delimiter: string | null }>;
type Listener = Readonly<{ issues(issues: readonly ReportedIssue[]): Promise<void>; progress(rows: number): void }>;
type Work = Readonly<{
  file: string;
  creditor: Creditor;
  on: Day;
  report?: string;
  claims?: string;
  known?: KnownClaims;
}>;

const bytesOf = (file: string): AsyncIterable<Uint8Array> => createReadStream(file, { highWaterMark: 256 * 1024 });
const countRows = async (file: string): Promise<number> => {
  let rows = 0;
  for await (const batch of (await lists.open(bytesOf(file))).rows) rows += batch.length;
  return rows;
};

/** Judges a file row by row, in the memory of one lot; reports go where they are wanted as they come. A fault of the whole file is a Rejected, and then nothing has been written. */
export const checkList = async (of: Work, rows: number, to: Listener): Promise<Checked> => {
  const list = await lists.open(bytesOf(of.file));
  const check = fileCheck(of.creditor, of.on, { rows });
  const reports = of.report === undefined ? null : await reportsIn(of.report, list);
  const claims = of.claims === undefined ? null : new Sink(of.claims);
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

const SEVERITY = {
  error: 'Fehler',
  duplicate: 'Dublette',
  conflict: 'Widerspruch',
  warning: 'Warnung',
  hint: 'Hinweis',
} as const;
/** On a screen nobody reads more; the rest stands in the report. */
const SHOWN = 40;
const many = (n: number): string => n.toLocaleString('de-DE');
const shown = (i: ReportedIssue): string =>
  `Zeile ${i.line}${i.column === null ? '' : `, ${i.column}`}: ${SEVERITY[i.severity]}. ${i.message} ${i.mend}\n`;

/** Where the command writes. */
export type Streams = Readonly<{ out(text: string): Promise<void>; err(text: string): void; interactive: boolean }>;

const progressOn = (streams: Streams, total: number): ((rows: number) => void) => {
  let [last, share] = [Date.now(), 0];
  return (rows) => {
    const [now, percent] = [Date.now(), Math.floor((rows / total) * 100)];
    if (total < 20_000 || percent === share || (streams.interactive ? now - last < 200 : percent < share + 10)) return;
    [last, share] = [now, percent];
    streams.err(
      `${streams.interactive ? '\r' : ''}geprüft: ${many(rows)} von ${many(total)} Zeilen (${percent} %)${streams.interactive && rows < total ? '' : '\n'}`,
    );
  };
};

const asJson = async (work: Work, streams: Streams, total: number): Promise<Checked> => {
  let first = true;
  const checked = await checkList(work, total, {
    progress: progressOn(streams, total),
    issues: async (issues) => {
      await streams.out(`${first ? '{"issues":[\n' : ',\n'}${issues.map((i) => JSON.stringify(i)).join(',\n')}`);
      first = false;
    },
  });
  const { codes: _, ...counts } = checked.tally;
  await streams.out(
    `${first ? '{"issues":[' : '\n'}],${JSON.stringify({ ...counts, encoding: checked.encoding, delimiter: checked.delimiter }).slice(1)}\n`,
  );
  return checked;
};

const NAMES = { ';': 'Semikolon', ',': 'Komma', '\t': 'Tabulator', '|': 'senkrechter Strich' } as Readonly<
  Record<string, string>
>;
const asText = async (work: Work, streams: Streams, total: number): Promise<Checked> => {
  let told = 0;
  const checked = await checkList(work, total, {
    progress: progressOn(streams, total),
    issues: async (issues) => {
      for (const issue of issues) if (told++ < SHOWN) await streams.out(shown(issue));
    },
  });
  const { tally: t } = checked;
  const rest =
    told > SHOWN
      ? `… und ${many(told - SHOWN)} weitere Meldungen${work.report === undefined ? '; mit --report stehen alle im Fehlerbericht' : ''}.\n`
      : '';
  const how =
    checked.delimiter === null
      ? 'Excel'
      : `${checked.encoding ?? ''}, Trennzeichen ${NAMES[checked.delimiter] ?? checked.delimiter}`;
  await streams.out(
    `${rest}${told > 0 ? '\n' : ''}${many(t.rows)} Zeilen (${how}): ${many(t.accepted)} in Ordnung, ${many(t.rejected)} zurückgewiesen, ${many(t.duplicates)} Dubletten, ${many(t.warnings)} Warnungen.\n`,
  );
  if (work.report !== undefined)
    await streams.out(
      told > 0 ? `Berichte: ${work.report}\n` : 'Es gibt nichts zu berichten; es wurde kein Bericht geschrieben.\n',
    );
  return checked;
};

const jsonFile = (option: string, path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Rejected('option.file', `${option}: ${path} ist nicht lesbar (${(error as Error).message}).`);
  }
};
const OPTIONS = {
  creditor: { type: 'string' },
  json: { type: 'boolean' },
  report: { type: 'string' },
  claims: { type: 'string' },
  known: { type: 'string' },
  on: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Nothing of the file could be judged: said as a person reads it, and as a program does. */
const refused = async (error: Rejected, json: boolean, streams: Streams): Promise<number> => {
  if (json)
    await streams.out(
      `${JSON.stringify({ issues: [{ row: 0, line: 0, column: null, code: error.code, severity: 'error', message: error.message }], rows: 0, accepted: 0, rejected: 0, duplicates: 0, warnings: 0, encoding: null, delimiter: null })}\n`,
    );
  else streams.err(`${error.message}\n`);
  return 2;
};

/** `mahnwerk check`: returns the exit code. `today`: the day that counts unless `--on` says another. */
export const check = async (args: readonly string[], today: Day, streams: Streams): Promise<number> => {
  const {
    positionals: [file],
    values,
  } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  if (values.help || file === undefined) {
    await streams.out(CHECK_HELP);
    return values.help ? 0 : 2;
  }
  try {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile())
      throw new Rejected('file.not-found', `Die Datei ${file} gibt es nicht.`);
    const work: Work = {
      file,
      creditor: creditorFrom(values.creditor === undefined ? {} : jsonFile('--creditor', values.creditor)),
      on: values.on === undefined ? today : parseDay(values.on),
      ...(values.report === undefined ? {} : { report: values.report }),
      ...(values.claims === undefined ? {} : { claims: values.claims }),
      ...(values.known === undefined ? {} : { known: await knownClaims(values.known) }),
    };
    // Read once to the end: a fault there refuses the file before anything is judged, and the progress knows its goal.
    const total = await countRows(file);
    const { tally } = await (values.json ? asJson : asText)(work, streams, total);
    return tally.rejected > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return refused(error, values.json === true, streams);
  }
};
