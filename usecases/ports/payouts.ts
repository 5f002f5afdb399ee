import type { Month } from '../../domain/calendar.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Payout } from '../../domain/payout/payout.ts';

export interface Payouts {
  find(creditor: CreditorId, month: Month): Promise<Payout | null>;
  latest(creditor: CreditorId, before: Month): Promise<Payout | null>;
  put(payout: Payout): Promise<Payout>;
}
