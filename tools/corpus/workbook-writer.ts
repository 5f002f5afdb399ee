import { crc32, deflateRawSync } from 'node:zlib';

type Part = Readonly<{
  name: string;
  content: string | Buffer;
  /** What the directory claims, where it lies. */
  claimedSize?: number;
}>;
/** What a ZIP says of a part before the part itself, and once more in its directory. */
type Header = Readonly<{ name: Buffer; crc: number; packed: number; size: number }>;
const DEFLATED = 8;
const localHeader = ({ name, crc, packed, size }: Header): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(0x5c21, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
};
const directoryEntry = (local: Buffer, nameLength: number, offset: number): Buffer => {
  const entry = Buffer.alloc(46 + nameLength);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  local.copy(entry, 6, 4, 30);
  local.copy(entry, 46, 30);
  entry.writeUInt32LE(offset, 42);
  return entry;
};

const endOfDirectory = (entries: readonly Buffer[], offset: number): Buffer => {
  const size = entries.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

/** A ZIP file of these parts; a part may lie about its size. */
export const zip = (parts: readonly Part[]): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain, { level: 9 });
    const size = claimedSize ?? plain.length;
    const local = localHeader({ name: Buffer.from(name), crc: crc32(plain), packed: packed.length, size });
    directory.push(directoryEntry(local, Buffer.byteLength(name), offset));
    files.push(local, packed);
    offset += local.length + packed.length;
  }
  return Buffer.concat([...files, ...directory, endOfDirectory(directory, offset)]);
};

/**
 * A cell: text, a number, or the XML of its own. Style 1 is a date, 2 has two decimals, 3 is five digits, 4 a date of
 * its own format, 5 a time of day; from 6 on the `formats` of the workbook.
 */
export type Cell =
  string | number | boolean | null | Readonly<{ number: number; style: number }> | Readonly<{ xml: string }>;
export type SheetContent = Readonly<{
  name: string;
  rows: readonly (readonly Cell[])[];
  state?: string;
  firstRow?: number;
  /** `B2:B3` */
  merges?: readonly string[];
  hiddenRows?: readonly number[];
}>;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** The number formats a workbook brings along, after Excel's own. */
const FIRST_OWN_FORMAT = 200;
const stylesXml = (formats: readonly string[]): string => {
  const idOf = (i: number): number => FIRST_OWN_FORMAT + i;
  const quoted = (code: string): string => escaped(code).replaceAll('"', '&quot;');
  return [
    `${XML}<styleSheet ${MAIN}>`,
    `<numFmts count="${2 + formats.length}">`,
    '<numFmt numFmtId="164" formatCode="00000"/>',
    '<numFmt numFmtId="165" formatCode="[$-407]dd\\.mm\\.yyyy;@"/>',
    ...formats.map((code, i) => `<numFmt numFmtId="${idOf(i)}" formatCode="${quoted(code)}"/>`),
    '</numFmts>\n',
    `<cellXfs count="${6 + formats.length}">`,
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="4"/>',
    '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/>',
    ...formats.map((_, i) => `<xf numFmtId="${idOf(i)}"/>`),
    '</cellXfs></styleSheet>',
  ].join('');
};

/** Texts stand once in a workbook; the cells say where. */
class SharedStrings {
  readonly #texts: string[] = [];
  placeOf(text: string): number {
    const known = this.#texts.indexOf(text);
    return known >= 0 ? known : this.#texts.push(text) - 1;
  }
  xml(): string {
    const items = this.#texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
    return `${XML}<sst ${MAIN}>${items.join('')}</sst>`;
  }
}

const cellXml = (cell: Cell, reference: string, shared: SharedStrings): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${shared.placeOf(cell)}</v></c>`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return 'xml' in cell
    ? cell.xml.replace('<c', `<c r="${reference}"`)
    : `<c r="${reference}" s="${cell.style}"><v>${cell.number}</v></c>`;
};

const rowXml = (row: readonly Cell[], n: number, hidden: boolean, shared: SharedStrings): string => {
  const cells = row.map((cell, x) => cellXml(cell, `${letters(x)}${n}`, shared));
  return `<row r="${n}"${hidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
};
const sheetXml = (sheet: SheetContent, shared: SharedStrings): string => {
  const { rows, firstRow = 1, merges = [], hiddenRows = [] } = sheet;
  const written = rows.map((row, y) => rowXml(row, y + firstRow, hiddenRows.includes(y + firstRow), shared));
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const mergeCells = merges.length > 0 ? `<mergeCells>${merged}</mergeCells>` : '';
  return `${XML}<worksheet ${MAIN}><sheetData>${written.join('')}</sheetData>${mergeCells}</worksheet>`;
};

/** What the package holds: the same for every workbook. */
const CONTENT_TYPES = [
  `${XML}<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="xml" ContentType="application/xml"/></Types>',
].join('');
const relationships = (entries: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const workbookXml = (sheets: readonly SheetContent[], from1904: boolean): string => {
  const named = sheets.map(({ name, state }, i) => {
    const shown = state ? `state="${state}" ` : '';
    return `<sheet name="${escaped(name)}" sheetId="${i + 1}" ${shown}r:id="rId${i + 1}"/>`;
  });
  const properties = `<workbookPr${from1904 ? ' date1904="1"' : ''}/>`;
  return `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}">${properties}<sheets>${named.join('')}</sheets></workbook>`;
};
const workbookRelationships = (sheets: readonly SheetContent[]): string =>
  relationships([
    ...sheets.map((_, i) => relationship(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
    relationship('rIdS', 'sharedStrings', 'sharedStrings.xml'),
    relationship('rIdT', 'styles', '/xl/styles.xml'),
  ]);

export type WorkbookOptions = Readonly<{
  from1904?: boolean;
  formats?: readonly string[];
  more?: readonly Part[];
  without?: readonly string[];
}>;
/** An Excel workbook as Excel itself would write it, with shared strings and styles. */
export const workbook = (
  sheets: readonly SheetContent[],
  { from1904 = false, formats = [], more = [], without = [] }: WorkbookOptions = {},
): Buffer => {
  const shared = new SharedStrings();
  const pages = sheets.map((sheet, i): Part => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    content: sheetXml(sheet, shared),
  }));
  const parts: Part[] = [
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    { name: '_rels/.rels', content: relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    { name: 'xl/workbook.xml', content: workbookXml(sheets, from1904) },
    { name: 'xl/_rels/workbook.xml.rels', content: workbookRelationships(sheets) },
    { name: 'xl/styles.xml', content: stylesXml(formats) },
    ...pages,
    // After the pages: they fill it.
    { name: 'xl/sharedStrings.xml', content: shared.xml() },
  ];
  const replaced = new Set(more.map((part) => part.name));
  return zip([...parts.filter(({ name }) => !without.includes(name) && !replaced.has(name)), ...more]);
};
