import type { FaultCode } from '../../domain/fault-codes.ts';
import { Rejected } from '../../domain/faults.ts';
import { ZERO, cents, formatEuro, minus, sum, type Cents } from '../../domain/money.ts';
import { at, list, text } from './xml.ts';

const refuse = (code: FaultCode, message: string): never => {
  throw new Rejected(code, message);
};
/** What the file says an amount is, for people: `9.00 USD`. */
export const saidOf = (node: unknown): string => `${text(node) ?? 'kein Betrag'} ${text(node, '@_Ccy') ?? ''}`.trim();
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

/** What the bank lists of a booking, payment by payment. */
export const detailsOf = (ntry: unknown): unknown[] => list(ntry, 'NtryDtls').flatMap((d) => list(d, 'TxDtls'));
/** `CRDT` or `DBIT`: of one payment, else of its booking. */
export const directionOf = (ntry: unknown, tx?: unknown): string | undefined =>
  text(tx, 'CdtDbtInd') ?? text(ntry, 'CdtDbtInd');
/** How many payments the bank says the booking is made of; at least as many as it lists. */
const countOf = (ntry: unknown): number =>
  Math.max(
    detailsOf(ntry).length,
    list(ntry, 'NtryDtls').reduce<number>((n, d) => n + Number(text(d, 'Btch', 'NbOfTxs') ?? 0), 0),
  );
/** The element that says what one payment of a booking came to, where there is one. */
export const statedOf = (tx: unknown): unknown => at(tx, 'Amt') ?? at(tx, 'AmtDtls', 'TxAmt', 'Amt');
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
export const readOrDoubt = (ntry: unknown): Read & Readonly<{ stated?: string }> => {
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
