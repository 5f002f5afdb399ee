import { SYSTEM } from '../../domain/actor.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { Claim } from '../../domain/akte/claim.ts';
import type { FactOf } from '../../domain/akte/facts.ts';
import { formatEuro, minus, sum } from '../../domain/money.ts';
import type { StatementFile } from './file.ts';
import { wrongField } from '../../domain/faults.ts';

type Credited = FactOf<'credited'>;

/** The claim that a credit note is for; where there is only one it need not be named. */
const creditedClaim = (named: string | undefined, at: string, claims: readonly Claim[]): Claim => {
  const claim = named === undefined && claims.length === 1 ? claims[0] : claims.find((c) => c.id === named);
  if (claim) return claim;
  throw wrongField(
    'credit.claim',
    `${at}.claim`,
    named === undefined
      ? `fehlt; bei mehreren Forderungen gehört die Gutschrift zu einer von ihnen: ${claims.map((c) => c.id).join(', ')}.`
      : `Eine Forderung ${named} gibt es in dieser Datei nicht.`,
  );
};

/**
 * The credit notes of the file. Refuses one before its invoice, a number that is taken, and more than is left of the
 * claim.
 */
export const creditsIn = ({ credits }: StatementFile, claims: readonly Claim[]): readonly Credited[] => {
  const facts: Credited[] = [];
  for (const [i, { id = `G${i + 1}`, amount, on, claim: named, reason }] of credits.entries()) {
    const at = `credits[${i}]`;
    const claim = creditedClaim(named, at, claims);
    if (facts.some((f) => f.id === id))
      throw wrongField('credit.twice', `${at}.id`, `Die Kennung ${id} ist schon vergeben.`);
    if (on < claim.invoiceDate)
      throw wrongField(
        'credit.before-invoice',
        `${at}.on`,
        `Die Gutschrift vom ${formatDay(on)} liegt vor der Rechnung ${claim.invoiceNumber} (${formatDay(claim.invoiceDate)}).`,
      );
    const left = minus(claim.principal, sum(facts.filter((f) => f.claim === claim.id).map((f) => f.amount)));
    if (amount > left)
      throw wrongField(
        'credit.too-much',
        `${at}.amount`,
        `Von Rechnung ${claim.invoiceNumber} können höchstens ${formatEuro(left)} gutgeschrieben werden.`,
      );
    facts.push({ kind: 'credited', id, claim: claim.id, amount, on, by: SYSTEM.file, reason });
  }
  return facts;
};
