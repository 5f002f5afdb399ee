import type { PayoutStatement } from '../../domain/payout/payout.ts';
import type { Notice } from '../../domain/letters/notice.ts';
import type { TransferOrder } from '../../domain/account/bank.ts';

/** Turns content into what is sent. */
export interface Press {
  letter(notice: Notice): Promise<Uint8Array>;
  mail(notice: Notice): { subject: string; text: string; html: string };
  statement(statement: PayoutStatement): Promise<Uint8Array>;
  statementCsv(statement: PayoutStatement): string;
  transfers(order: TransferOrder): string;
  /** The end-to-end ids of the transfers in an order that `transfers` has written. */
  orderedIn(order: string): readonly string[];
}
