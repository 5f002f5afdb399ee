import type { Akte, Credit } from '../akte/akte.ts';
import type { Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import { ZERO, minus, sum, type Cents } from '../money.ts';

/** The credit notes for a claim that are known on a day. */
export const creditsOf = (akte: Akte, claim: Claim, asOf: Day): readonly Credit[] =>
  akte.credits.filter((c) => c.claim === claim.id && c.on <= asOf);

/** What is left to credit of a claim, whenever the notes were. */
export const leftToCredit = (akte: Akte, claim: Claim): Cents =>
  minus(claim.principal, sum(akte.credits.filter((c) => c.claim === claim.id).map((c) => c.amount)));

/**
 * The claims as if from the start only that had been owed which their credit notes leave (reading 16). One that is
 * credited in full was never owed: neither what the creditor has charged for reminding of it.
 */
export const asIfOwed = (akte: Akte, claims: readonly Claim[], asOf: Day): readonly Claim[] =>
  akte.credits.length === 0
    ? claims
    : claims.map((claim) => {
        const principal = minus(claim.principal, sum(creditsOf(akte, claim, asOf).map((c) => c.amount)));
        return { ...claim, principal, ownCosts: principal === ZERO ? ZERO : claim.ownCosts };
      });
