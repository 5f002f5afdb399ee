import { notCsv, refused } from './refusals.ts';

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte);
const MAGIC: readonly (readonly [head: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'ein PDF-Dokument'],
  [[0x1f, 0x8b], 'ein gzip-Archiv'],
  [[0x52, 0x61, 0x72, 0x21], 'ein RAR-Archiv'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'ein 7z-Archiv'],
  [[0x89, 0x50, 0x4e, 0x47], 'ein Bild'],
  [[0xff, 0xd8, 0xff], 'ein Bild'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'ein Textdokument (RTF)'],
];
const MARKUP = /^\s*<(\?xml|!doctype|html|table|workbook)/i;

/** ZIP: an Excel workbook is one. */
export const isZip = (head: Uint8Array): boolean =>
  startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]);

/**
 * Refuses by its first bytes what is no list: `file.xls` for Excel's format of before 2007 and for encrypted workbooks,
 * else `file.not-csv`.
 */
export const refuseOtherKinds = (head: Uint8Array): void => {
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0]))
    throw refused(
      'file.xls',
      'Die Datei ist eine alte Excel-Datei (.xls) oder mit einem Kennwort geschützt. Bitte ohne Kennwort als .xlsx oder als CSV speichern und erneut hochladen.',
    );
  const magic = MAGIC.find(([bytes]) => startsWith(head, bytes));
  if (magic) throw notCsv(magic[1]);
  if (
    MARKUP.test(
      Buffer.from(head.subarray(0, 64))
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/, ''),
    )
  )
    throw notCsv('eine HTML- oder XML-Datei');
};
