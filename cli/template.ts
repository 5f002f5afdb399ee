import { parseArgs } from 'node:util';
import { Rejected } from '../domain/faults.ts';
import { guide } from '../domain/intake/guide.ts';
import { TEMPLATE_KINDS } from '../domain/intake/columns.ts';
import { templateCsv } from '../adapters/lists/template.ts';

export const TEMPLATE_HELP = `Vorlage einer Übergabeliste mit Beispielzeilen, und die Anleitung dazu.

  mahnwerk template goods|services|rent [--format csv|guide]

  goods      Waren: Kauf und Lieferung
  services   Dienstleistungen: Handwerk, Unterricht, Beratung
  rent       Miete und Versorgung: Miete, Strom, Gas, Wasser
  --format   csv (ohne Angabe): Kopfzeile und Beispiele, UTF-8 mit BOM, Semikolon
             guide: die Anleitung als Markdown (Spalten, Schreibweisen, Meldungen)

Beispiele:
  mahnwerk template goods > uebergabeliste-waren.csv
  mahnwerk template rent --format guide > anleitung-miete.md
`;

const misuse = (message: string): Rejected => new Rejected('template.option', `${message}\n\n${TEMPLATE_HELP}`);
const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'csv' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch {
    throw misuse('Diese Angaben versteht der Befehl template nicht.');
  }
};

/**
 * What `mahnwerk template` writes. A kind or a format that does not exist is a Rejected `template.option` with the
 * help.
 */
export const template = (args: readonly string[]): string => {
  const {
    positionals: [wanted, ...more],
    values: { format, help },
  } = parsed(args);
  if (help) return TEMPLATE_HELP;
  const kind = TEMPLATE_KINDS.find((k) => k === wanted);
  if (!kind || more.length > 0)
    throw misuse(
      wanted === undefined
        ? 'Es fehlt die Art der Forderung.'
        : `Eine Vorlage „${[wanted, ...more].join(' ')}“ gibt es nicht.`,
    );
  if (format === 'csv') return templateCsv(kind);
  if (format === 'guide') return guide(kind);
  throw misuse(`--format ${format}: möglich sind csv und guide.`);
};
