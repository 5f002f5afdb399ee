import { isBefore, plusDays, type Day } from '../calendar.ts';
import type { MandateVersion } from '../parties/mandate.ts';
import { stateOf, type Proposal } from './proposal.ts';

/** What is known of a creditor's account: its mandate, and the latest change of the account that was proposed. */
export type OfAccount = Readonly<{ mandate: MandateVersion | null; last: Proposal | null }>;

/**
 * The day from which a creditor may be paid out, because its account is new; null: it may be today. Whoever proposes
 * another account while money still waits for the new one has found out that the new one is wrong: then money waits
 * until somebody has decided.
 */
export const payoutsWaitUntil = ({ mandate, last }: OfAccount, today: Day): Day | null => {
  const payFrom = mandate?.accountChange?.payFrom;
  if (payFrom === undefined) return null;
  const isObjected = last !== null && stateOf(last, today) === 'open' && isBefore(last.on, payFrom);
  if (isObjected) return plusDays(last.until, 1);
  return isBefore(today, payFrom) ? payFrom : null;
};
