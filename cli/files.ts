import { readFileSync } from 'node:fs';
import { Rejected } from '../domain/faults.ts';

export const NO_SUCH_FILE = 'diese Datei gibt es nicht';
const WHY: Readonly<Record<string, string>> = {
  ENOENT: NO_SUCH_FILE,
  ENOTDIR: NO_SUCH_FILE,
  EISDIR: 'das ist ein Ordner und keine Datei',
  EACCES: 'dafür fehlt die Berechtigung',
  EPERM: 'dafür fehlt die Berechtigung',
  EROFS: 'dort darf nichts geschrieben werden',
  EEXIST: 'dort liegt schon etwas anderes',
  ENOTEMPTY: 'dort liegt ein Ordner',
  ENAMETOOLONG: 'der Name ist zu lang',
  ENOSPC: 'der Datenträger ist voll',
  ERR_INVALID_ARG_VALUE: 'das ist kein Name einer Datei',
  ERR_FS_FILE_TOO_LARGE: 'die Datei ist zu groß',
};
/**
 * Why a file cannot be read or written, in German; undefined where the error is of another kind, and a fault of ours.
 */
export const whyNot = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string')
    return undefined;
  return WHY[error.code] ?? (/^E[A-Z]+$/.test(error.code) ? `das System meldet ${error.code}` : undefined);
};

/** Reads a text file. `what`: the option or operand that names it. What cannot be read is a Rejected. */
export const textIn = (path: string, what: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = whyNot(error);
    if (why === undefined) throw error;
    throw new Rejected('file.unreadable', `${what}: ${path} ist nicht lesbar: ${why}.`, { field: what });
  }
};

/** Where the text stops being JSON, as the engine counts it; where it does not say, nothing. */
const placeIn = (text: string, error: SyntaxError): string => {
  const at = /position (\d+)/.exec(error.message)?.[1];
  if (at === undefined) return '';
  const before = text.slice(0, Number(at)).split('\n');
  return `, der Fehler liegt in Zeile ${before.length}, Spalte ${(before.at(-1)?.length ?? 0) + 1}`;
};
/** Parses a JSON text. `what`: what to call it. */
export const jsonOf = (text: string, what: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Rejected('file.no-json', `${what} ist kein gültiges JSON${placeIn(text, error)}.`, { field: what });
  }
};
/** Reads a JSON file. */
export const jsonIn = (path: string, what: string): unknown => jsonOf(textIn(path, what), `${what}: ${path}`);
