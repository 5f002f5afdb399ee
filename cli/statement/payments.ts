import { SYSTEM } from '../../domain/actor.ts';
import { earliest, formatDay, type Day } from '../../domain/calendar.ts';
import type { Claim } from '../../domain/akte/claim.ts';
import type { FactOf } from '../../domain/akte/facts.ts';
import { PaymentId } from '../../domain/ids.ts';
import type { StatementFile } from './file.ts';
import { wrongField } from '../../domain/faults.ts';

type PaymentInFile = StatementFile['payments'][number];

const oldestOf = (file: StatementFile): Day => file.claims.map((c) => c.invoiceDate).reduce(earliest);

/** The claim a payment names; undefined where it names none. */
const paidClaim = (
  { claim: named, valueDate }: PaymentInFile,
  at: string,
  claims: readonly Claim[],
): Claim | undefined => {
  if (named === undefined) return undefined;
  const claim = claims.find((c) => c.id === named);
  if (!claim)
    throw wrongField('payment.claim', `${at}.claim`, `Eine Forderung ${named} gibt es in dieser Datei nicht.`);
  if (valueDate < claim.invoiceDate)
    throw wrongField(
      'payment.before-claim',
      `${at}.valueDate`,
      `Die Zahlung vom ${formatDay(valueDate)} liegt vor der Rechnung ${claim.invoiceNumber} (${formatDay(claim.invoiceDate)}).`,
    );
  return claim;
};

/** The payments of the file. Refuses one before what it pays, and an id that is taken. */
export const paymentsIn = (file: StatementFile, claims: readonly Claim[]): readonly FactOf<'paid'>[] => {
  const oldest = oldestOf(file);
  const facts: FactOf<'paid'>[] = [];
  for (const [i, payment] of file.payments.entries()) {
    const { id = PaymentId.parse(`Z${i + 1}`), amount, valueDate, via } = payment;
    const at = `payments[${i}]`;
    if (valueDate < oldest)
      throw wrongField(
        'payment.before-claim',
        `${at}.valueDate`,
        `Die Zahlung vom ${formatDay(valueDate)} liegt vor der ältesten Rechnung (${formatDay(oldest)}).`,
      );
    const claim = paidClaim(payment, at, claims);
    if (facts.some((f) => f.id === id))
      throw wrongField('payment.twice', `${at}.id`, `Die Kennung ${id} ist schon vergeben.`);
    facts.push({
      kind: 'paid',
      id,
      amount,
      valueDate,
      bookedOn: valueDate,
      via,
      ...(claim ? { claim: claim.id } : {}),
      source: 'Datei',
    });
  }
  return facts;
};

/** What the bank took back. Refuses a reversal of what was never paid, or before it was. */
export const reversalsIn = (
  { reversals }: StatementFile,
  payments: readonly FactOf<'paid'>[],
): readonly FactOf<'reversed'>[] =>
  reversals.map(({ payment, on, reason }, i) => {
    const paid = payments.find((p) => p.id === payment);
    if (!paid)
      throw wrongField(
        'reversal.payment',
        `reversals[${i}].payment`,
        `Eine Zahlung ${payment} gibt es in dieser Datei nicht.`,
      );
    if (on < paid.valueDate)
      throw wrongField(
        'reversal.before-payment',
        `reversals[${i}].on`,
        `Die Rückbuchung (${formatDay(on)}) liegt vor der Zahlung (${formatDay(paid.valueDate)}).`,
      );
    return { kind: 'reversed', payment, on, by: SYSTEM.file, reason };
  });
