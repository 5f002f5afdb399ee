import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Day } from '../../domain/calendar.ts';
import type { BankEntry } from '../../domain/account/bank.ts';
import type { FaultCode } from '../../domain/fault-codes.ts';
import { Rejected } from '../../domain/faults.ts';
import { ZERO, cents, formatEuro, minus, sum, type Cents } from '../../domain/money.ts';
import { named, type Line, type Statement } from './identity.ts';

/** A parsed element: text, attributes under `@_`, children. Read through the three functions below, never trusted. */
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
const at = (node: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((n, key) => (isNode(n) ? n[key] : undefined), node);
const text = (node: unknown, ...path: string[]): string | undefined => {
  const value = at(node, ...path);
  const inner = isNode(value) && !Array.isArray(value) ? value['#text'] : value;
  return typeof inner === 'string' && inner.trim() !== '' ? inner.trim() : undefined;
};
const list = (node: unknown, ...path: string[]): unknown[] => {
  const value = at(node, ...path);
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

const refuse = (code: FaultCode, message: string): never => {
  throw new Rejected(code, message);
};
/** What the file says an amount is, for people: `9.00 USD`. */
const saidOf = (node: unknown): string => `${text(node) ?? 'kein Betrag'} ${text(node, '@_Ccy') ?? ''}`.trim();
/** An amount as the schema writes it (xs:decimal: `40`, `40.`, `.50`, `+149.87`), never negative. */
const amountOf = (node: unknown): Cents => {
  const [, sign = '', whole = '', fraction = ''] =
    /^([+-]?)(?=\.?\d)0*(\d{0,13})(?:\.(\d{0,13}))?$/.exec(text(node) ?? '') ??
    refuse('bank.amount', `Der Betrag „${saidOf(node)}“ ist nicht lesbar.`);
  if (text(node, '@_Ccy') !== 'EUR')
    refuse('bank.currency', `Die Buchung lautet über ${saidOf(node)}; nur Euro wird gebucht.`);
  if (Number(fraction.slice(2)) > 0) refuse('bank.amount', `Der Betrag „${saidOf(node)}“ hat Bruchteile von Cent.`);
  const read = cents(Number(`${whole}${fraction.slice(0, 2).padEnd(2, '0')}`));
  if (sign === '-' && read > 0) refuse('bank.amount', `Der Betrag „${saidOf(node)}“ ist negativ.`);
  return read;
};
const dayOf = (node: unknown): Day | undefined =>
  Day.safeParse((text(node, 'Dt') ?? text(node, 'DtTm') ?? '').slice(0, 10)).data;
/** A line without any day cannot be booked nor found again: without it the account would not be whole. */
const daysOf = (ntry: unknown): Pick<BankEntry, 'bookedOn' | 'valueDate'> => {
  const booked = dayOf(at(ntry, 'BookgDt'));
  const value = dayOf(at(ntry, 'ValDt'));
  const any =
    booked ??
    value ??
    refuse(
      'bank.date',
      `Die Buchung über ${saidOf(at(ntry, 'Amt'))} (Referenz der Bank: ${text(ntry, 'AcctSvcrRef') ?? 'keine'}) hat weder Buchungstag noch Wertstellung. Bitte den Auszug bei der Bank neu abrufen.`,
    );
  return { bookedOn: booked ?? any, valueDate: value ?? any };
};

const remittanceOf = (tx: unknown): string =>
  list(tx, 'RmtInf', 'Ustrd')
    .map((u) => text(u) ?? '')
    .join('');

const payerOf = (tx: unknown): Pick<BankEntry, 'reference' | 'payerName' | 'payerIban'> => {
  const payerName = text(tx, 'RltdPties', 'Dbtr', 'Nm') ?? text(tx, 'RltdPties', 'Dbtr', 'Pty', 'Nm');
  const payerIban = text(tx, 'RltdPties', 'DbtrAcct', 'Id', 'IBAN');
  const reference = list(tx, 'RmtInf', 'Strd')
    .map((s) => text(s, 'CdtrRefInf', 'Ref'))
    .find((r) => r !== undefined);
  return {
    ...(reference ? { reference } : {}),
    ...(payerName ? { payerName } : {}),
    ...(payerIban ? { payerIban } : {}),
  };
};

/** The bank's charges on a payment: they never arrived. Version 2 has no records. */
const chargesOf = (node: unknown): Cents =>
  sum(
    list(node, 'Chrgs')
      .flatMap((charges) => (at(charges, 'Rcrd') === undefined ? [charges] : list(charges, 'Rcrd')))
      .filter((record) => at(record, 'Amt') !== undefined && text(record, 'CdtDbtInd') !== 'CRDT')
      .map((record) => amountOf(at(record, 'Amt'))),
  );

/** One payment of a booking; `amount` without sign. */
type Part = Readonly<{ tx: unknown; amount: Cents }>;
/**
 * What a booking comes to: its payments; what the bank does not explain, with the reason, is for a person and never
 * more than arrived.
 */
type Read = Readonly<{ parts: readonly Part[]; rest?: Readonly<{ amount: Cents; doubt: string }> }>;

const detailsOf = (ntry: unknown): unknown[] => list(ntry, 'NtryDtls').flatMap((d) => list(d, 'TxDtls'));
const directionOf = (ntry: unknown, tx?: unknown): string | undefined =>
  text(tx, 'CdtDbtInd') ?? text(ntry, 'CdtDbtInd');
/** How many payments the bank says the booking is made of; at least as many as it lists. */
const countOf = (ntry: unknown): number =>
  Math.max(
    detailsOf(ntry).length,
    list(ntry, 'NtryDtls').reduce<number>((n, d) => n + Number(text(d, 'Btch', 'NbOfTxs') ?? 0), 0),
  );
const statedOf = (tx: unknown): unknown => at(tx, 'Amt') ?? at(tx, 'AmtDtls', 'TxAmt', 'Amt');
/** A single payment whose amount the bank leaves out, or names as the payer's bank did, is the booking itself. */
const isWhole = (ntry: unknown, stated: unknown): boolean =>
  countOf(ntry) === 1 && (stated === undefined || text(stated, '@_Ccy') !== 'EUR');

const partsOf = (ntry: unknown, total: Cents): Part[] =>
  detailsOf(ntry).map((tx) => {
    const stated = statedOf(tx);
    if (isWhole(ntry, stated)) return { tx, amount: total };
    if (stated === undefined)
      refuse('bank.batch', `Die Sammelbuchung hat ${countOf(ntry)} Posten; nicht von jedem steht der Betrag darin.`);
    return { tx, amount: amountOf(stated) };
  });

/** The parts less the bank's charges, which stand beside each of them, or beside the booking where it has only one. */
const netOf = (ntry: unknown, total: Cents, parts: readonly Part[]): readonly Part[] | null => {
  const [only, ...more] = parts;
  if (only && more.length === 0 && minus(only.amount, chargesOf(ntry)) === total) return [{ ...only, amount: total }];
  const net = parts.map((p) => ({ ...p, amount: minus(p.amount, chargesOf(p.tx)) }));
  return sum(net.map((p) => p.amount)) === total ? net : null;
};

/**
 * Never more than arrived (B5): parts that come to more than the booking are taken less the bank's charges where these
 * explain it; where nothing does, the booking is one line for a person. What the booking has over its parts is a line
 * of its own for a person.
 */
const whatArrived = (ntry: unknown, total: Cents): Read => {
  const parts = partsOf(ntry, total);
  if (parts.length === 0) return { parts: [{ tx: {}, amount: total }] };
  const stated = sum(parts.map((p) => p.amount));
  const differs = `Die Posten der Buchung ergeben ${formatEuro(stated)}, gebucht sind ${formatEuro(total)}`;
  if (parts.some(({ tx }) => directionOf(ntry, tx) !== directionOf(ntry)))
    return { parts: [], rest: { amount: total, doubt: `${differs}: Es stehen Gut- und Lastschriften darin.` } };
  if (stated === total) return { parts };
  if (stated < total) {
    const doubt = `${differs}: Für diesen Rest ist kein Posten genannt.`;
    return { parts, rest: { amount: minus(total, stated), doubt } };
  }
  const net = netOf(ntry, total, parts);
  if (net) return { parts: net };
  return { parts: [], rest: { amount: total, doubt: `${differs}: Es ist weniger angekommen, als die Posten sagen.` } };
};

/**
 * What cannot be read of one line keeps no other line from being booked: it is for a person, with what arrived in euro.
 */
const readOrDoubt = (ntry: unknown): Read & Readonly<{ stated?: string }> => {
  const amount = at(ntry, 'Amt');
  let total: Cents | undefined;
  try {
    total = amountOf(amount);
    return whatArrived(ntry, total);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    const rest = { amount: total ?? ZERO, doubt: `${error.message} Bitte mit der Bank klären und von Hand zuordnen.` };
    return { parts: [], rest, ...(total === undefined ? { stated: saidOf(amount) } : {}) };
  }
};

const refsOf = (ntry: unknown, tx: unknown): string[] =>
  [
    text(ntry, 'AcctSvcrRef'),
    text(tx, 'Refs', 'AcctSvcrRef'),
    text(tx, 'Refs', 'EndToEndId'),
    text(tx, 'Refs', 'TxId'),
  ].map((ref) => ref ?? '');
const saysOf = (ntry: unknown, tx: unknown): readonly unknown[] => [remittanceOf(tx), payerOf(tx), refsOf(ntry, tx)];
/** A payment of a booking that is for a person as a whole, in words. */
const inWords = (tx: unknown): string =>
  [statedOf(tx) === undefined ? undefined : saidOf(statedOf(tx)), payerOf(tx).payerName, remittanceOf(tx)]
    .filter((word) => word !== undefined && word !== '')
    .join(' ');

const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1';
const signed = (ntry: unknown, tx: unknown, amount: Cents): Cents =>
  directionOf(ntry, tx) === 'CRDT' ? amount : minus(ZERO, amount);

const linesOf = (statement: Statement, ntry: unknown): BankEntry[] => {
  const { parts, rest, stated } = readOrDoubt(ntry);
  const common = { account: statement.account, ...daysOf(ntry) };
  const reversal = isTrue(text(ntry, 'RvslInd'));
  const lines: Line[] = parts.map(({ tx, amount }) => ({
    ...common,
    amount: signed(ntry, tx, amount),
    reversal: reversal || at(tx, 'RtrInf') !== undefined,
    remittance: remittanceOf(tx),
    ...payerOf(tx),
    says: saysOf(ntry, tx),
  }));
  if (rest) {
    // Beside parts that are booked it is what is left over; otherwise it is the whole booking.
    const details = parts.length > 0 ? [] : detailsOf(ntry);
    lines.push({
      ...common,
      amount: signed(ntry, {}, rest.amount),
      reversal,
      remittance: details.map(inWords).join(' · '),
      doubt: rest.doubt,
      ...(stated === undefined ? {} : { stated }),
      says: ['rest', stated ?? '', refsOf(ntry, {}), details.map((tx) => saysOf(ntry, tx))],
    });
  }
  return lines.map((line) => named(statement, line));
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
    refuse('bank.doctype', 'Die Datei enthält eine Dokumenttyp-Angabe (DOCTYPE); so wird sie nicht gelesen.');
  const unknown = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)[^\s;<]{0,20};?/.exec(outside)?.[0];
  const noCharacter = [...outside.matchAll(/&#(?:x([0-9a-fA-F]+)|(\d+));/g)].find(
    ([, hex, decimal]) => !isXmlCharacter(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )?.[0];
  const found = unknown ?? noCharacter;
  if (found) refuse('bank.entity', `Die Datei enthält das unbekannte Zeichen „${found}“; so wird sie nicht gelesen.`);
};

const parsed = (xml: string): unknown => {
  refuseEntities(xml);
  if (XMLValidator.validate(xml) !== true) refuse('bank.not-xml', 'Die Datei ist kein lesbares XML.');
  try {
    return parser.parse(xml);
  } catch (error) {
    throw new Rejected('bank.not-xml', 'Die Datei ist kein lesbares XML.', { cause: error });
  }
};

/**
 * Reads camt.053 (.02 and .08): every booked line, a batch entry as its single payments. A line that cannot be read is
 * for a person; a file that is none is refused.
 */
export const readCamt053 = (xml: string): BankEntry[] => {
  const message = at(parsed(xml), 'Document', 'BkToCstmrStmt');
  const statements = list(message, 'Stmt');
  if (statements.length === 0) refuse('bank.not-camt053', 'Die Datei ist kein Kontoauszug im Format camt.053.');
  const seen = new Map<string, number>();
  return statements.flatMap((stmt) => {
    const account = text(stmt, 'Acct', 'Id', 'IBAN') ?? text(stmt, 'Acct', 'Id', 'Othr', 'Id') ?? '';
    const page = text(stmt, 'StmtPgntn', 'PgNb') ?? text(message, 'GrpHdr', 'MsgPgntn', 'PgNb');
    const names = [text(stmt, 'Id') ?? text(stmt, 'CreDtTm'), text(stmt, 'ElctrncSeqNb'), page].map((n) => n ?? '');
    return list(stmt, 'Ntry')
      .filter((n) => (text(n, 'Sts', 'Cd') ?? text(n, 'Sts') ?? 'BOOK') === 'BOOK')
      .flatMap((ntry) => linesOf({ account, names, seen }, ntry));
  });
};
