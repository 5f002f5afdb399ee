import { numberFormat, type NumberFormat } from './number-format.ts';
import { damaged, workbookTooLarge, type Parts } from './zip.ts';
import { readPart } from './xml.ts';

export type Sheet = Readonly<{ name: string; part: string }>;
export type Workbook = Readonly<{
  sheets: readonly Sheet[];
  formats: readonly NumberFormat[];
  strings: readonly string[];
  from1904: boolean;
}>;

/** Shared strings must be in memory as a whole. In bytes, inflated. */
const MOST_STRINGS = 64_000_000;

const readFormats = async (parts: Parts, part: string): Promise<NumberFormat[]> => {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readPart(await parts.open(part), {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(numberFormat(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
};

/** `_x000D_` is how a workbook writes characters that XML cannot. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
/** The text of a string, without its phonetic reading (`rPh`). */
export const textCollector = () => {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open: (name: string): void => {
      if (name === 't') inText = true;
      if (name === 'rPh') inPhonetic = true;
    },
    text: (piece: string): void => {
      if (inText && !inPhonetic) text += piece;
    },
    close: (name: string): void => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
    },
    take: (): string => {
      const all = unescaped(text);
      text = '';
      return all;
    },
  };
};
const readStrings = async (parts: Parts, part: string): Promise<string[]> => {
  if (parts.size(part) > MOST_STRINGS) throw workbookTooLarge();
  const strings: string[] = [];
  const collector = textCollector();
  await readPart(await parts.open(part), {
    open: collector.open,
    text: collector.text,
    close: (name) => {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
};

type Relation = Readonly<{ type: string; part: string }>;
const readRelations = async (parts: Parts): Promise<Map<string, Relation>> => {
  const relations = new Map<string, Relation>();
  await readPart(await parts.open('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name === 'Relationship')
        relations.set(Id, {
          type: Type.slice(Type.lastIndexOf('/') + 1),
          part: Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`,
        });
    },
  });
  return relations;
};

/**
 * What a workbook says about itself: its visible sheets in order, its strings and number formats, and the day its dates
 * count from.
 */
export const readWorkbook = async (parts: Parts): Promise<Workbook> => {
  const relations = await readRelations(parts);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readPart(await parts.open('xl/workbook.xml'), {
    open: (name, attributes) => {
      const relation = relations.get(Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '');
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name === 'sheet' && relation?.type === 'worksheet' && (attributes['state'] ?? 'visible') === 'visible')
        sheets.push({ name: attributes['name'] ?? '', part: relation.part });
    },
  });
  if (sheets.length === 0) throw damaged();
  const partOf = (type: string): string =>
    [...relations.values()].find((relation) => relation.type === type)?.part ?? '';
  return {
    sheets,
    from1904,
    formats: await readFormats(parts, partOf('styles')),
    strings: await readStrings(parts, partOf('sharedStrings')),
  };
};
