import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Rejected } from '../../domain/faults.ts';

/** A parsed element: text, attributes under `@_`, children. Read through `at`, `text` and `list`, never trusted. */
type Node = Readonly<Record<string, unknown>>;
const LISTS = new Set(['Stmt', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Strd', 'Chrgs', 'Rcrd']);
const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreAttributes: false,
  processEntities: true,
  // Numeric references (`&#252;`); names other than XML's own five have been refused before.
  htmlEntities: true,
  isArray: (name) => LISTS.has(name),
});

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
/** What stands at the end of a path of elements; undefined where one of them is missing. */
export const at = (node: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((n, key) => (isNode(n) ? n[key] : undefined), node);
/** The text there, without its outer blanks; undefined for none. */
export const text = (node: unknown, ...path: string[]): string | undefined => {
  const value = at(node, ...path);
  const inner = isNode(value) && !Array.isArray(value) ? value['#text'] : value;
  return typeof inner === 'string' && inner.trim() !== '' ? inner.trim() : undefined;
};
/** The elements there, however many: none, one or several. */
export const list = (node: unknown, ...path: string[]): unknown[] => {
  const value = at(node, ...path);
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** XML 1.0, production 2: what a numeric reference may stand for. */
const isXmlCharacter = (code: number): boolean =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** XML knows five names of characters; what a document type would add is refused before anything is expanded (B6). */
const refuseEntities = (xml: string): void => {
  const outside = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, '');
  if (/<!DOCTYPE|<!ENTITY/i.test(outside))
    throw new Rejected(
      'bank.doctype',
      'Die Datei enthält eine Dokumenttyp-Angabe (DOCTYPE); so wird sie nicht gelesen.',
    );
  const unknown = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)[^\s;<]{0,20};?/.exec(outside)?.[0];
  const noCharacter = [...outside.matchAll(/&#(?:x([0-9a-fA-F]+)|(\d+));/g)].find(
    ([, hex, decimal]) => !isXmlCharacter(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )?.[0];
  const found = unknown ?? noCharacter;
  if (found)
    throw new Rejected(
      'bank.entity',
      `Die Datei enthält das unbekannte Zeichen „${found}“; so wird sie nicht gelesen.`,
    );
};

const NOT_XML = 'Die Datei ist kein lesbares XML.';
/** A bank's file as its elements. Throws Rejected `bank.*` where it is no XML, or brings names of its own along. */
export const parsed = (xml: string): unknown => {
  refuseEntities(xml);
  if (XMLValidator.validate(xml) !== true) throw new Rejected('bank.not-xml', NOT_XML);
  try {
    return parser.parse(xml);
  } catch (error) {
    throw new Rejected('bank.not-xml', NOT_XML, { cause: error });
  }
};
