import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Payout } from '../../domain/payout/payout.ts';

export interface Payouts {
  find(creditor: CreditorId, month: string): Promise<Payout | null>;
  latest(creditor: CreditorId, before: string): Promise<Payout | null>;
  put(payout: Payout): Promise<Payout>;
}
