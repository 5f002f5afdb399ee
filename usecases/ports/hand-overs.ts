import type { HandOverId } from '../../domain/ids.ts';
import type { HandOver, Lot } from '../../domain/intake/hand-over.ts';
import type { Page, Part } from '../../domain/page.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';

export interface HandOvers {
  save(handOver: HandOver): Promise<void>;
  find(creditor: CreditorId, id: HandOverId): Promise<HandOver | null>;
  /** Newest first; one of the last second may still be missing. */
  list(creditor: CreditorId, page: Page): Promise<Part<HandOver>>;
  /** All of them in that order, one after the other: whoever has read far enough stops. */
  each(creditor: CreditorId): AsyncIterable<HandOver>;
  saveLot(creditor: CreditorId, id: HandOverId, lot: Lot): Promise<void>;
  findLot(creditor: CreditorId, id: HandOverId, n: number): Promise<Lot | null>;
  /** In order. A million rows have thousands of lots: they are read one after the other. */
  lots(creditor: CreditorId, id: HandOverId): AsyncIterable<Lot>;
}

export type Upload = Readonly<{ creditor: CreditorId; id: HandOverId; key: string }>;
export type LotKey = Readonly<{ creditor: CreditorId; handOver: HandOverId; lot: number }>;
/** Work that is done elsewhere, soon, at least once. */
export interface Work {
  goOn(upload: Upload): Promise<void>;
  startLots(lots: readonly LotKey[]): Promise<void>;
}
