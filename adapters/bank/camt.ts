import { Day } from '../../domain/calendar.ts';
import type { BankEntry } from '../../domain/account/bank.ts';
import { Rejected } from '../../domain/faults.ts';
import { negative, type Cents } from '../../domain/money.ts';
import { detailsOf, directionOf, readOrDoubt, saidOf, statedOf } from './booking.ts';
import { named, type Line, type Statement } from './identity.ts';
import { at, list, parsed, text } from './xml.ts';

const dayOf = (node: unknown): Day | undefined =>
  Day.safeParse((text(node, 'Dt') ?? text(node, 'DtTm') ?? '').slice(0, 10)).data;
/** A line without any day cannot be booked nor found again: without it the account would not be whole. */
const daysOf = (ntry: unknown): Pick<BankEntry, 'bookedOn' | 'valueDate'> => {
  const booked = dayOf(at(ntry, 'BookgDt'));
  const value = dayOf(at(ntry, 'ValDt'));
  const any = booked ?? value;
  if (any === undefined)
    throw new Rejected(
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
  directionOf(ntry, tx) === 'CRDT' ? amount : negative(amount);

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

/**
 * Reads camt.053 (.02 and .08): every booked line, a batch entry as its single payments. A line that cannot be read is
 * for a person; a file that is none is refused.
 */
export const readCamt053 = (xml: string): BankEntry[] => {
  const message = at(parsed(xml), 'Document', 'BkToCstmrStmt');
  const statements = list(message, 'Stmt');
  if (statements.length === 0)
    throw new Rejected('bank.not-camt053', 'Die Datei ist kein Kontoauszug im Format camt.053.');
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
