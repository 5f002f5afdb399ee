import type { Akte, Credit } from '../akte/akte.ts';
import type { Claim } from '../akte/claim.ts';
import type { Fact } from '../akte/facts.ts';
import { formatDay, isBefore, type Day } from '../calendar.ts';
import { NotFound, inField, wrongField } from '../faults.ts';
import { formatEuro } from '../money.ts';
import { leftToCredit } from './credits.ts';

/**
 * Refuses what is no credit note whatever the Akte holds: Rejected `credit.amount`, `credit.future`. Asked before
 * the Akte is read, too.
 */
export const checkCredit = (note: Credit, today: Day): void => {
  if (note.amount <= 0) throw wrongField('credit.amount', 'amountCents', 'Der Betrag muss größer als null sein.');
  if (isBefore(today, note.on))
    throw wrongField('credit.future', 'on', `Der Tag der Gutschrift ${formatDay(note.on)} liegt in der Zukunft.`);
};

const isSame = (a: Credit, b: Credit): boolean => a.claim === b.claim && a.amount === b.amount && a.on === b.on;

const refuseOther = (known: Credit, note: Credit): void => {
  if (isSame(known, note)) return;
  throw wrongField(
    'credit.number-used',
    'id',
    `Die Gutschrift ${note.id} ist schon eingetragen: ${formatEuro(known.amount)} vom ${formatDay(known.on)} zu ${known.claim}. Für eine weitere bitte deren eigene Nummer angeben.`,
  );
};

/** No more is credited than is left of what was charged, and not before it was charged. */
const refuseUnfitting = (note: Credit, akte: Akte, claim: Claim): void => {
  if (isBefore(note.on, claim.invoiceDate))
    throw wrongField(
      'credit.before-invoice',
      'on',
      `Die Gutschrift vom ${formatDay(note.on)} liegt vor der Rechnung ${claim.invoiceNumber} vom ${formatDay(claim.invoiceDate)}.`,
    );
  const left = leftToCredit(akte, claim);
  if (note.amount > left)
    throw wrongField(
      'credit.too-much',
      'amountCents',
      `Von Rechnung ${claim.invoiceNumber} können höchstens ${formatEuro(left)} gutgeschrieben werden, nicht ${formatEuro(note.amount)}.`,
    );
};

/**
 * A credit note of the creditor is entered once, by its number: the same again adds nothing. From then on it is as if
 * less had been owed from the start, interest and fee included (reading 16). Throws, beside what is no credit note at
 * all, NotFound for a claim that is not in the Akte, and Rejected `credit.number-used`, `credit.before-invoice` and
 * `credit.too-much`.
 */
export const decideCredit = (note: Credit, akte: Akte, today: Day): readonly Fact[] => {
  checkCredit(note, today);
  const claim = akte.claims.find((c) => c.id === note.claim);
  if (!claim) throw new NotFound(inField('claim', `In der Akte ${akte.id} gibt es keine Forderung ${note.claim}.`));
  const known = akte.credits.find((c) => c.id === note.id);
  if (known) {
    refuseOther(known, note);
    return [];
  }
  refuseUnfitting(note, akte, claim);
  return [{ kind: 'credited', ...note }];
};
