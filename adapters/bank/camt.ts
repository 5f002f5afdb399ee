import { createHash } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { Day } from '../../domain/calendar.ts';
import type { BankEntry } from '../../domain/bank.ts';
import { Rejected } from '../../domain/faults.ts';
import { ZERO, cents, minus, type Cents } from '../../domain/money.ts';

/** A parsed element: text, attributes under `@_`, children. Read through the three functions below, never trusted. */
type Node = Readonly<Record<string, unknown>>;
const LISTS = new Set(['Stmt', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'Strd']);
const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreAttributes: false,
  processEntities: true,
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
    /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(text(node) ?? '') ??
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

/** The bank's own reference where there is one; else what the line says, counted where a statement says it twice. */
const idOf = (
  account: string,
  entry: Omit<BankEntry, 'id'>,
  reference: string | undefined,
  seen: Map<string, number>,
): string => {
  const own = reference ? `${account}|${reference}|${entry.amount}` : JSON.stringify(entry);
  const hash = createHash('sha256').update(own).digest('hex').slice(0, 32);
  const n = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, n);
  return n === 1 ? hash : `${hash}-${n}`;
};

const entryOf = (account: string, ntry: unknown, tx: unknown, whole: boolean, seen: Map<string, number>): BankEntry => {
  const bookedOn = dayOf(at(ntry, 'BookgDt'));
  const credit = (text(tx, 'CdtDbtInd') ?? text(ntry, 'CdtDbtInd')) === 'CRDT';
  const amount = amountOf(whole ? at(ntry, 'Amt') : (at(tx, 'Amt') ?? at(tx, 'AmtDtls', 'TxAmt', 'Amt')));
  const payerName = text(tx, 'RltdPties', 'Dbtr', 'Nm') ?? text(tx, 'RltdPties', 'Dbtr', 'Pty', 'Nm');
  const payerIban = text(tx, 'RltdPties', 'DbtrAcct', 'Id', 'IBAN');
  const reference = list(tx, 'RmtInf', 'Strd')
    .map((s) => text(s, 'CdtrRefInf', 'Ref'))
    .find((r) => r !== undefined);
  const endToEnd = text(tx, 'Refs', 'EndToEndId');
  const entry = {
    account,
    bookedOn,
    valueDate: dayOf(at(ntry, 'ValDt'), bookedOn),
    amount: credit ? amount : minus(ZERO, amount),
    reversal: text(ntry, 'RvslInd') === 'true' || at(tx, 'RtrInf') !== undefined,
    remittance: list(tx, 'RmtInf', 'Ustrd')
      .map((u) => text(u) ?? '')
      .join(''),
    ...(reference ? { reference } : {}),
    ...(payerName ? { payerName } : {}),
    ...(payerIban ? { payerIban } : {}),
  };
  const bankReference = text(tx, 'Refs', 'AcctSvcrRef') ?? (whole ? text(ntry, 'AcctSvcrRef') : undefined);
  return {
    id: idOf(
      account,
      entry,
      bankReference ?? (endToEnd && endToEnd !== 'NOTPROVIDED' ? `${endToEnd}|${bookedOn}` : undefined),
      seen,
    ),
    ...entry,
  };
};

/** Reads camt.053 (.02 and .08): every booked line, a batch entry as its single payments. What is not readable is refused whole, never half. */
export const readCamt053 = (xml: string): BankEntry[] => {
  let document: unknown;
  try {
    document = parser.parse(xml);
  } catch (error) {
    throw new Rejected('bank.not-xml', 'Die Datei ist kein lesbares XML.', { cause: error });
  }
  const statements = list(document, 'Document', 'BkToCstmrStmt', 'Stmt');
  if (statements.length === 0) refuse('bank.not-camt053', 'Die Datei ist kein Kontoauszug im Format camt.053.');
  const seen = new Map<string, number>();
  return statements.flatMap((stmt) => {
    const account = text(stmt, 'Acct', 'Id', 'IBAN') ?? text(stmt, 'Acct', 'Id', 'Othr', 'Id') ?? '';
    return list(stmt, 'Ntry')
      .filter((n) => (text(n, 'Sts', 'Cd') ?? text(n, 'Sts') ?? 'BOOK') === 'BOOK')
      .flatMap((ntry) => {
        const details = list(ntry, 'NtryDtls').flatMap((d) => list(d, 'TxDtls'));
        return (details.length > 0 ? details : [{}]).map((tx) => entryOf(account, ntry, tx, details.length < 2, seen));
      });
  });
};
