import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../domain/calendar.ts';
import { Rejected } from '../domain/faults.ts';
import { jsonIn, NO_SUCH_FILE, whyNot } from './files.ts';
import { asksForHelp, optionalDay, optionalText, parsed } from './given.ts';
import { knownClaims } from './claim-record.ts';
import { countRows, type Work } from './check/check-list.ts';
import { creditorFrom } from './check/mandate.ts';
import { asJson, asText, type Streams } from './check/shown.ts';

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
  if (asksForHelp(args)) {
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
