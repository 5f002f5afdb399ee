import type { ColumnName } from '../../domain/intake/columns.ts';
import type { Encoding } from '../../domain/intake/list.ts';

/**
 * What the reader must make of a file. `lines`: the first physical line of each row; `faults`: the rows whose cells
 * cannot be trusted; `cells`: some cells of the first row.
 */
export type Read = Readonly<{
  encoding: Encoding;
  delimiter: string | null;
  lines: readonly number[];
  faults?: readonly number[];
  notes?: readonly string[];
  cells?: Readonly<Partial<Record<ColumnName, string>>>;
}>;
export type Expected = Read | Readonly<{ refused: string }>;
export type Case = Readonly<{ file: string; tests: string; bytes: Buffer; expected: Expected }>;

export const HEADER = [
  'Kundennummer',
  'Rechnungsnummer',
  'Rechnungsdatum',
  'Betrag',
  'Name',
  'Straße',
  'PLZ',
  'Ort',
  'Bemerkung',
];
export const HEAD = HEADER.join(';');
const PEOPLE = [
  ['Jürgen Müsterlich', 'Probestraße 3', '50667', 'Köln'],
  ['Käthe Größinger', 'Übungsweg 7', '01067', 'Dresden'],
  ['Max Entwurf', 'Beispielallee 12', '44135', 'Dortmund'],
] as const;
/** One row of invented people; the first has umlauts. */
export const rowOf = (n: number, remark = ''): string[] => [
  `K-${1000 + n}`,
  `RE-2026-${String(n).padStart(4, '0')}`,
  '05.01.2026',
  `${n}9,90`,
  ...(PEOPLE[(n - 1) % PEOPLE.length] ?? PEOPLE[0]),
  remark,
];
export const line = (n: number, remark = ''): string => rowOf(n, remark).join(';');
export const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;

/**
 * A CSV file with `;` unless said otherwise; expected to be read as UTF-8, as text is written, on the lines from 2 on,
 * one for each of `rows`.
 */
export const csv = (
  file: string,
  tests: string,
  text: string | Buffer,
  expected: (Partial<Read> & { rows?: number }) | { refused: string },
): Case => {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  if ('refused' in expected) return { file: `${file}.csv`, tests, bytes, expected };
  const { rows = 2, ...rest } = expected;
  return {
    file: `${file}.csv`,
    tests,
    bytes,
    expected: { encoding: 'utf-8', delimiter: ';', lines: Array.from({ length: rows }, (_, i) => i + 2), ...rest },
  };
};
