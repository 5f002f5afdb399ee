import { createHash } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Day } from '../../domain/calendar.ts';
import type { BankEntry } from '../../domain/bank.ts';
import { Rejected } from '../../domain/faults.ts';
import { ZERO, cents, formatEuro, minus, sum, type Cents } from '../../domain/money.ts';

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
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
};

const refuse = (code: string, message: string): never => {
  throw new Rejected(code, message);
};
const amountOf = (node: unknown): Cents => {
  const written =
    /^0*(\d{1,13})(?:\.(\d{1,5}))?$/.exec(text(node) ?? '') ??
    refuse('bank.amount', 'Ein Betrag im Auszug ist nicht lesbar.');
  if (text(node, '@_Ccy') !== 'EUR')
    refuse(
      'bank.currency',
      `Der Auszug enthält eine Buchung in ${text(node, '@_Ccy') ?? 'unbekannter Währung'}; nur Euro wird gebucht.`,
    );
  const fraction = (written[2] ?? '').padEnd(2, '0');
  if (Number(fraction.slice(2)) > 0) refuse('bank.amount', 'Ein Betrag im Auszug hat Bruchteile von Cent.');
  return cents(Number(`${written[1] ?? ''}${fraction.slice(0, 2)}`));
};
const dayOf = (node: unknown, fallback?: Day): Day => {
  const parsed = Day.safeParse((text(node, 'Dt') ?? text(node, 'DtTm') ?? '').slice(0, 10));
  return parsed.success ? parsed.data : (fallback ?? refuse('bank.date', 'Einer Buchung im Auszug fehlt das Datum.'));
};

/** What tells one statement of our account from another. */
type Statement = Readonly<{ account: string; id: string; seen: Map<string, number> }>;
/** A line as it is read, without its id. `refs`: what the bank and the payer call it. */
type Line = Omit<BankEntry, 'id'>;

const hashOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

/** B1: account, statement and line. What the line says stands first, so that the same line on another statement can be seen to be alike. */
const idOf = (statement: Statement, line: Line, refs: readonly string[]): string => {
  const id = `${hashOf(line, refs)}.${hashOf(statement.account, statement.id).slice(0, 8)}`;
  const n = (statement.seen.get(id) ?? 0) + 1;
  statement.seen.set(id, n);
  return n === 1 ? id : `${id}.${n}`;
};

const remittanceOf = (tx: unknown): string =>
  list(tx, 'RmtInf', 'Ustrd')
    .map((u) => text(u) ?? '')
    .join('');

const named = (tx: unknown): Pick<BankEntry, 'reference' | 'payerName' | 'payerIban'> => {
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

/** The bank's charges on a payment of a batch: they never arrived. */
const chargesOf = (tx: unknown): Cents =>
  sum(
    list(tx, 'Chrgs').flatMap((charges) =>
      list(charges, 'Rcrd')
        .filter((record) => text(record, 'CdtDbtInd') !== 'CRDT')
        .map((record) => amountOf(at(record, 'Amt'))),
    ),
  );

/** A booking with what it is made of; amounts without sign. */
type Booking = Readonly<{ ntry: unknown; total: Cents; parts: readonly Readonly<{ tx: unknown; amount: Cents }>[] }>;

const bookingOf = (ntry: unknown): Booking => {
  const details = list(ntry, 'NtryDtls').flatMap((d) => list(d, 'TxDtls'));
  const total = amountOf(at(ntry, 'Amt'));
  const [only, ...more] = details.length === 0 ? [{}] : details;
  if (more.length === 0) return { ntry, total, parts: [{ tx: only, amount: total }] };
  return {
    ntry,
    total,
    parts: details.map((tx) => ({ tx, amount: amountOf(at(tx, 'Amt') ?? at(tx, 'AmtDtls', 'TxAmt', 'Amt')) })),
  };
};

/**
 * Never more than arrived (B5): parts that come to more than the booking are taken less the bank's charges where these explain it,
 * and are all for a person where nothing does; what the booking has over its parts is a line of its own for a person.
 */
const whatArrived = ({
  ntry,
  total,
  parts,
}: Booking): readonly Readonly<{ tx: unknown; amount: Cents; doubt?: string }>[] => {
  const stated = sum(parts.map((p) => p.amount));
  if (stated === total) return parts;
  const signed = (p: Booking['parts'][number]): boolean =>
    (text(p.tx, 'CdtDbtInd') ?? text(ntry, 'CdtDbtInd')) === text(ntry, 'CdtDbtInd');
  const differs = `Die Posten der Sammelbuchung ergeben ${formatEuro(stated)}, gebucht sind ${formatEuro(total)}`;
  if (!parts.every(signed))
    return parts.map((p) => ({ ...p, doubt: `${differs}: Es stehen Gut- und Lastschriften darin.` }));
  if (stated < total)
    return [
      ...parts,
      { tx: {}, amount: minus(total, stated), doubt: `${differs}: Für diesen Rest ist kein Posten genannt.` },
    ];
  const net = parts.map((p) => ({ ...p, amount: minus(p.amount, chargesOf(p.tx)) }));
  if (sum(net.map((p) => p.amount)) === total) return net;
  return parts.map((p) => ({ ...p, doubt: `${differs}: Es ist weniger angekommen, als die Posten sagen.` }));
};

const linesOf = (statement: Statement, ntry: unknown): BankEntry[] => {
  const bookedOn = dayOf(at(ntry, 'BookgDt'));
  return whatArrived(bookingOf(ntry)).map(({ tx, amount, doubt }) => {
    const credit = (text(tx, 'CdtDbtInd') ?? text(ntry, 'CdtDbtInd')) === 'CRDT';
    const line: Line = {
      account: statement.account,
      bookedOn,
      valueDate: dayOf(at(ntry, 'ValDt'), bookedOn),
      amount: credit ? amount : minus(ZERO, amount),
      reversal: text(ntry, 'RvslInd') === 'true' || at(tx, 'RtrInf') !== undefined,
      remittance: remittanceOf(tx),
      ...named(tx),
      ...(doubt ? { doubt } : {}),
    };
    const refs = [
      text(ntry, 'AcctSvcrRef'),
      text(tx, 'Refs', 'AcctSvcrRef'),
      text(tx, 'Refs', 'EndToEndId'),
      text(tx, 'Refs', 'TxId'),
    ].map((ref) => ref ?? '');
    return { id: idOf(statement, line, refs), ...line };
  });
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

/** Reads camt.053 (.02 and .08): every booked line, a batch entry as its single payments. What is not readable is refused whole, never half. */
export const readCamt053 = (xml: string): BankEntry[] => {
  const statements = list(parsed(xml), 'Document', 'BkToCstmrStmt', 'Stmt');
  if (statements.length === 0) refuse('bank.not-camt053', 'Die Datei ist kein Kontoauszug im Format camt.053.');
  return statements.flatMap((stmt) => {
    const account = text(stmt, 'Acct', 'Id', 'IBAN') ?? text(stmt, 'Acct', 'Id', 'Othr', 'Id') ?? '';
    const statement: Statement = { account, id: text(stmt, 'Id') ?? text(stmt, 'CreDtTm') ?? '', seen: new Map() };
    return list(stmt, 'Ntry')
      .filter((n) => (text(n, 'Sts', 'Cd') ?? text(n, 'Sts') ?? 'BOOK') === 'BOOK')
      .flatMap((ntry) => linesOf(statement, ntry));
  });
};
