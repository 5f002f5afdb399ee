import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Rejected } from '../domain/faults.ts';
import { isRefused, lintProcedure, type Finding } from '../domain/lint/lint-procedure.ts';
import { Procedure } from '../domain/procedure/procedure.ts';
import { SHIPPED_PROCEDURES } from '../domain/procedure/shipped-procedures.ts';
import { WrongInput, tryInput } from '../domain/read-input.ts';
import { jsonOf } from './files.ts';

export const LINT_HELP = `Prüft einen Mahnlauf, bevor er gespeichert wird: Was unrechtmäßig oder widersinnig ist, wird beim Namen genannt.

  mahnwerk lint MAHNLAUF [--json]

  MAHNLAUF   eine JSON-Datei (docs/procedures.md) oder der Name eines mitgelieferten Mahnlaufs:
             ${SHIPPED_PROCEDURES.map((p) => p.id).join(', ')}
  --json     die Befunde als JSON

Ende mit 0: nichts zu beanstanden (Hinweise sind möglich); 1: abgelehnt; 2: kein lesbarer Mahnlauf.

Beispiele:
  mahnwerk lint standard
  mahnwerk lint examples/stadtwerke.procedure.json
  mahnwerk lint mein-mahnlauf.json --json
`;

/** What a desk command leaves: the text, where it goes, and how it ends. */
export type Ended = Readonly<{ text: string; exitCode: 0 | 1 | 2 }>;
/** How the command reads a file; throws where it cannot. */
export type ReadText = (path: string) => string;
const readText: ReadText = (path) => readFileSync(path, 'utf8');

/** A shipped procedure by its name, or one from a file. Throws Rejected `procedure.unreadable` in German. */
export const procedureFrom = (name: string, read: ReadText = readText): Procedure => {
  const shipped = SHIPPED_PROCEDURES.find((p) => p.id === name);
  if (shipped) return shipped;
  const mend = `Mitgeliefert sind: ${SHIPPED_PROCEDURES.map((p) => p.id).join(', ')}.`;
  let text: string;
  try {
    text = read(name);
  } catch {
    throw new Rejected(
      'procedure.unreadable',
      `${name} ist nicht lesbar, und ein mitgelieferter Mahnlauf heißt nicht so. ${mend}`,
    );
  }
  const json = jsonOf(text, name);
  // As the API takes it, `{ "procedure": … }`, is understood, too.
  const wrapped = typeof json === 'object' && json !== null && 'procedure' in json ? json.procedure : json;
  const parsed = tryInput(Procedure, wrapped);
  if ('data' in parsed) return parsed.data;
  throw new Rejected(
    'procedure.unreadable',
    [
      `${name} ist kein Mahnlauf:`,
      ...new WrongInput(parsed.faults).message.split('\n').map((line) => `  ${line}`),
    ].join('\n'),
  );
};

const SEVERITY = { error: 'Abgelehnt', hint: 'Hinweis' } as const;
const shown = (f: Finding): string =>
  `${SEVERITY[f.severity]} · ${f.code} · ${f.place}\n  ${f.message}\n  Regel: ${f.rule}\n  Quelle: ${f.source}\n  Abhilfe: ${f.mend}\n`;
/** Where the requirements that a finding names can be read. */
const whereToRead = (findings: readonly Finding[]): readonly string[] =>
  findings.some((f) => f.source.includes('Anforderungen'))
    ? ['Die Anforderungen und Lesarten stehen in docs/requirements.md.\n']
    : [];
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const verdict = (procedure: Procedure, findings: readonly Finding[]): string => {
  const errors = findings.filter((f) => f.severity === 'error').length;
  const counted = [
    ...(errors > 0 ? [count(errors, 'Fehler', 'Fehler')] : []),
    ...(findings.length > errors ? [count(findings.length - errors, 'Hinweis', 'Hinweise')] : []),
  ].join(', ');
  return `Mahnlauf ${procedure.id}, Version ${procedure.version}: ${errors > 0 ? 'abgelehnt' : 'in Ordnung'}${counted === '' ? '' : ` (${counted})`}.\n`;
};

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const parsedIn = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch {
    return null;
  }
};
/** The findings on a procedure, or why it cannot be read. */
const linted = (name: string, json: boolean, read: ReadText): Ended => {
  try {
    const procedure = procedureFrom(name, read);
    const findings = lintProcedure(procedure);
    const refused = isRefused(findings);
    return {
      text: json
        ? asJson({ procedure: procedure.id, version: procedure.version, refused, findings })
        : [...findings.map(shown), ...whereToRead(findings), verdict(procedure, findings)].join('\n'),
      exitCode: refused ? 1 : 0,
    };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return {
      text: json
        ? asJson({ procedure: null, version: null, refused: true, findings: [], error: error.message })
        : `${error.message}\n`,
      exitCode: 2,
    };
  }
};

/** `mahnwerk lint`: what it writes and how it ends. */
export const lint = (args: readonly string[], read: ReadText = readText): Ended => {
  const parsed = parsedIn(args);
  if (!parsed) return { text: `Diese Angaben versteht der Befehl lint nicht.\n\n${LINT_HELP}`, exitCode: 2 };
  const {
    positionals: [name, ...more],
    values,
  } = parsed;
  if (values.help) return { text: LINT_HELP, exitCode: 0 };
  if (name === undefined || more.length > 0)
    return {
      text: `${name === undefined ? 'Es fehlt der Mahnlauf.' : 'Bitte nur einen Mahnlauf nennen.'}\n\n${LINT_HELP}`,
      exitCode: 2,
    };
  return linted(name, values.json === true, read);
};
