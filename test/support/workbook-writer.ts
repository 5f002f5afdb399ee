import { crc32, deflateRawSync } from 'node:zlib';

type Part = Readonly<{
  name: string;
  content: string | Buffer;
  /** What the directory claims, where it lies. */ claimedSize?: number;
}>;
const localHeader = (name: Buffer, method: number, crc: number, packed: number, size: number): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  for (const [at, value] of [
    [4, 20],
    [6, 0],
    [8, method],
    [10, 0],
    [12, 0x5c21],
    [26, name.length],
    [28, 0],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [at, value] of [
    [14, crc],
    [18, packed],
    [22, size],
  ] as const)
    header.writeUInt32LE(value, at);
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

/** A ZIP file of these parts; a part may lie about its size. */
export const zip = (parts: readonly Part[]): Buffer => {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, claimedSize } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain, { level: 9 });
    const local = localHeader(Buffer.from(name), 8, crc32(plain), packed.length, claimedSize ?? plain.length);
    directory.push(directoryEntry(local, Buffer.byteLength(name), offset));
    files.push(local, packed);
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
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
export const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const stylesXml = (
  formats: readonly string[],
): string => `${XML}<styleSheet ${MAIN}><numFmts count="${2 + formats.length}"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-407]dd\\.mm\\.yyyy;@"/>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escaped(code).replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>
<cellXfs count="${6 + formats.length}"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="4"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`;

const cellXml = (cell: Cell, reference: string, shared: (text: string) => number): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${shared(cell)}</v></c>`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return 'xml' in cell
    ? cell.xml.replace('<c', `<c r="${reference}"`)
    : `<c r="${reference}" s="${cell.style}"><v>${cell.number}</v></c>`;
};

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
  const strings: string[] = [];
  const shared = (text: string): number => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const sheetXml = ({ rows, firstRow = 1, merges = [], hiddenRows = [] }: SheetContent): string =>
    `${XML}<worksheet ${MAIN}><sheetData>${rows
      .map(
        (row, y) =>
          `<row r="${y + firstRow}"${hiddenRows.includes(y + firstRow) ? ' hidden="1"' : ''}>${row.map((cell, x) => cellXml(cell, `${letters(x)}${y + firstRow}`, shared)).join('')}</row>`,
      )
      .join(
        '',
      )}</sheetData>${merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;
  const pages = sheets.map((sheet, i): Part => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) }));
  const parts: Part[] = [
    {
      name: '[Content_Types].xml',
      content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map((sheet, i) => `<sheet name="${escaped(sheet.name)}" sheetId="${i + 1}" ${sheet.state ? `state="${sheet.state}" ` : ''}r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rIdT" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: stylesXml(formats) },
    ...pages,
    {
      name: 'xl/sharedStrings.xml',
      content: `${XML}<sst ${MAIN}>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    },
  ];
  const replaced = new Set(more.map((part) => part.name));
  return zip([...parts.filter(({ name }) => !without.includes(name) && !replaced.has(name)), ...more]);
};
