import { byOperator } from '../../../domain/actor.ts';
import type { AccountChange } from '../../../domain/approval/proposal.ts';
import { decideProposing } from '../../../domain/approval/decide-proposal.ts';
import { day } from '../../../domain/calendar.ts';
import { musterversand } from '../../support/akte.ts';

export const SOMMER = byOperator('Frau Sommer');
export const WINTER = byOperator('Herr Winter');

/** Another account for Musterversand. */
export const CHANGE: AccountChange = {
  kind: 'account',
  creditor: musterversand.id,
  from: musterversand.account,
  to: { holder: 'Musterversand GmbH', iban: 'DE02120300000000202051' },
  tellTo: [musterversand.email],
};
/** Who does something on a day. */
export const doing = (by: typeof SOMMER, on: string) => ({ by, on: day(on), at: `${on}T08:00:00.000Z` });
/** Frau Sommer has proposed it on 7 April. */
export const PROPOSAL = decideProposing(CHANGE, doing(SOMMER, '2026-04-07'), null);
