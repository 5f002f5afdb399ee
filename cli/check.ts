import {
  createReadStream,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  createWriteStream,
  type WriteStream,
} from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { lists } from '../adapters/lists/open-list.ts';
import { reportWriter } from '../adapters/lists/report.ts';
import type { Day } from '../domain/calendar.ts';
import { SEVERITY_WORDS } from '../domain/intake/issue-codes.ts';
import { counted } from '../domain/counted.ts';
import { Rejected } from '../domain/faults.ts';
import { fileCheck } from '../domain/intake/check-file.ts';
import { refusedRow, reported, type ReportedIssue } from '../domain/intake/findings.ts';
import type { OpenList } from '../domain/intake/list.ts';
import { NO_ROWS, plusTally, tallyOf, type Tally } from '../domain/intake/tally.ts';
import { Creditor } from '../domain/parties/parties.ts';
import { WrongInput, tryInput } from '../domain/read-input.ts';
import { judge, type JudgedRow } from '../domain/intake/judged.ts';
import { lotsOf } from '../usecases/hand-over/lots.ts';
import { jsonIn, NO_SUCH_FILE, whyNot } from './files.ts';
import { optionalDay, optionalText, parsed } from './given.ts';
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
const Settings = z.record(z.string(), z.unknown(), 'ein JSON-Objekt mit den Vorgaben des Mandats');
/**
 * The settings that matter for checking, from a file as `creditor add` takes it, or only those that differ from the
 * usual ones.
 */
export const creditorFrom = (json: unknown): Creditor => {
  const wrapped = z.object({ creditor: Settings }).safeParse(json).data?.creditor ?? json;
  const settings = tryInput(Settings, wrapped);
  const read = 'faults' in settings ? settings : tryInput(Creditor, { ...USUAL, ...settings.data });
  if ('data' in read) return read.data;
  throw new Rejected(
    'creditor.invalid',
    new WrongInput(read.faults).message
      .split('\n')
      .map((line) => `--creditor: ${line}`)
      .join('\n'),
  );
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Text that appears under its name only when it is complete. */
class Sink {
  readonly #path: string;
  readonly #stream: WriteStream;
  private constructor(path: string, stream: WriteStream) {
    this.#path = path;
    this.#stream = stream;
  }
  /** What cannot be written is told before anything is judged. */
  static async at(path: string, option: string): Promise<Sink> {
    try {
      if (isFolder(path)) throw new Rejected('file.unwritable', `${option}: ${path} ist ein Ordner und keine Datei.`);
      mkdirSync(dirname(path), { recursive: true });
      const stream = createWriteStream(`${path}.teil`);
      await once(stream, 'open');
      return new Sink(path, stream);
    } catch (error) {
      const why = whyNot(error);
      if (why === undefined) throw error;
      throw new Rejected('file.unwritable', `${option}: ${path} lässt sich nicht schreiben: ${why}.`);
    }
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

/** On a screen nobody reads more; the rest stands in the report. */
const SHOWN = 40;
const many = (n: number): string => n.toLocaleString('de-DE');
const shown = (i: ReportedIssue): string =>
  `Zeile ${i.line}${i.column === null ? '' : `, ${i.column}`}: ${SEVERITY_WORDS[i.severity]}. ${i.message} ${i.mend}\n`;

/** Where the command writes. */
export type Streams = Readonly<{ out(text: string): Promise<void>; err(text: string): void; interactive: boolean }>;

const progressOn = (streams: Streams, total: number): ((rows: number) => void) => {
  let last = Date.now();
  let share = 0;
  return (rows) => {
    const now = Date.now();
    const percent = Math.floor((rows / total) * 100);
    if (total < 20_000 || percent === share || (streams.interactive ? now - last < 200 : percent < share + 10)) return;
    last = now;
    share = percent;
    const start = streams.interactive ? '\r' : '';
    const end = streams.interactive && rows < total ? '' : '\n';
    streams.err(`${start}geprüft: ${many(rows)} von ${many(total)} Zeilen (${percent} %)${end}`);
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
  const rest = JSON.stringify({ ...counts, encoding: checked.encoding, delimiter: checked.delimiter }).slice(1);
  await streams.out(`${first ? '{"issues":[' : '\n'}],${rest}\n`);
  return checked;
};

const NAMES = { ';': 'Semikolon', ',': 'Komma', '\t': 'Tabulator', '|': 'senkrechter Strich' } as Readonly<
  Record<string, string>
>;
const inSum = ({ tally: t, delimiter, encoding }: Checked): string => {
  const how = delimiter === null ? 'Excel' : `${encoding ?? ''}, Trennzeichen ${NAMES[delimiter] ?? delimiter}`;
  return [
    `${counted(t.rows, 'Zeile', 'Zeilen')} (${how}): ${many(t.accepted)} in Ordnung`,
    `${many(t.rejected)} zurückgewiesen`,
    counted(t.duplicates, 'Dublette', 'Dubletten'),
    `${counted(t.warnings, 'Warnung', 'Warnungen')}.`,
  ].join(', ');
};
const asText = async (work: Work, streams: Streams, total: number): Promise<Checked> => {
  let told = 0;
  const checked = await checkList(work, total, {
    progress: progressOn(streams, total),
    issues: async (issues) => {
      for (const issue of issues) if (told++ < SHOWN) await streams.out(shown(issue));
    },
  });
  const hint = work.report === undefined ? '; mit --report stehen alle im Fehlerbericht' : '';
  const rest = told > SHOWN ? `… und ${many(told - SHOWN)} weitere Meldungen${hint}.\n` : '';
  await streams.out(`${rest}${told > 0 ? '\n' : ''}${inSum(checked)}\n`);
  if (work.report !== undefined)
    await streams.out(
      told > 0 ? `Berichte: ${work.report}\n` : 'Es gibt nichts zu berichten; es wurde kein Bericht geschrieben.\n',
    );
  return checked;
};

const OPTIONS = {
  creditor: 'string',
  json: 'boolean',
  report: 'string',
  claims: 'string',
  known: 'string',
  on: 'string',
} as const;
const MOST_PATH = 4_096;
/** The command line as it was meant. */
const typedIn = (args: readonly string[]) => {
  const { positionals, values } = parsed(args, OPTIONS);
  const [file, ...more] = positionals;
  if (file === undefined) throw new Rejected('check.file', `Es fehlt die Datei.\n\n${CHECK_HELP}`);
  if (more.length > 0) throw new Rejected('check.file', `„${more.join(' ')}“ ist zu viel: Geprüft wird eine Datei.`);
  return {
    file,
    json: values['json'] === true,
    on: optionalDay(values, 'on'),
    creditor: optionalText(values, 'creditor', MOST_PATH),
    report: optionalText(values, 'report', MOST_PATH),
    claims: optionalText(values, 'claims', MOST_PATH),
    known: optionalText(values, 'known', MOST_PATH),
  };
};

/**
 * Why a path cannot be checked; undefined for a file. A list is read twice, so what flows past once (a pipe) will not
 * do.
 */
const noFile = (path: string): Rejected | undefined => {
  try {
    const found = statSync(path);
    if (found.isFile()) return undefined;
    return new Rejected(
      'file.no-file',
      found.isDirectory()
        ? `${path} ist ein Ordner. Geprüft wird eine Datei: Bitte ihren Namen angeben, zum Beispiel ${join(path, 'liste.csv')}.`
        : `${path} ist keine Datei, die sich zweimal lesen lässt (Standardeingabe, Pipe oder Gerät). Bitte den Inhalt in einer Datei speichern und ihren Namen angeben.`,
    );
  } catch (error) {
    const why = whyNot(error);
    if (why === undefined) throw error;
    return why === NO_SUCH_FILE
      ? new Rejected('file.not-found', `Die Datei ${path} gibt es nicht.`)
      : new Rejected('file.unreadable', `Die Datei ${path} ist nicht lesbar: ${why}.`);
  }
};

/** Nothing of the file could be judged: said as a person reads it, and as a program does. */
const refused = async (error: Rejected, json: boolean, streams: Streams): Promise<number> => {
  const { code, message } = error;
  const nothing = {
    issues: [{ row: 0, line: 0, column: null, code, severity: 'error', message }],
    rows: 0,
    accepted: 0,
    rejected: 0,
    duplicates: 0,
    warnings: 0,
    encoding: null,
    delimiter: null,
  };
  if (json) await streams.out(`${JSON.stringify(nothing)}\n`);
  else streams.err(`${message}\n`);
  return 2;
};

/** `mahnwerk check`: returns the exit code. `today`: the day that counts unless `--on` says another. */
export const check = async (args: readonly string[], today: Day, streams: Streams): Promise<number> => {
  const isHelp = args.includes('--help') || args.includes('-h');
  if (isHelp) {
    await streams.out(CHECK_HELP);
    return 0;
  }
  let typed;
  try {
    typed = typedIn(args);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return refused(error, args.includes('--json'), streams);
  }
  const { file, json, ...values } = typed;
  try {
    const none = noFile(file);
    if (none !== undefined) throw none;
    const work: Work = {
      file,
      creditor: creditorFrom(values.creditor === undefined ? {} : jsonIn(values.creditor, '--creditor')),
      on: values.on ?? today,
      ...(values.report === undefined ? {} : { report: values.report }),
      ...(values.claims === undefined ? {} : { claims: values.claims }),
      ...(values.known === undefined ? {} : { known: await knownClaims(values.known) }),
    };
    // Read once to the end: a fault there refuses the file before anything is judged, and the progress knows its goal.
    const total = await countRows(file);
    const { tally } = await (json ? asJson : asText)(work, streams, total);
    return tally.rejected > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return refused(error, json, streams);
  }
};
