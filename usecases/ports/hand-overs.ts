import type { Day } from '../../domain/calendar.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Tally } from '../../domain/intake/tally.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';

/** What a creditor wants done with a list: take the good rows, take all rows or none, or only say what would happen. */
export type HandOverMode = 'good-rows' | 'all-or-nothing' | 'check-only';
/**
 * A hand-over as it stands in the Abgabehistorie. rows = accepted + rejected + duplicates; `codes` counts each kind of
 * issue; instants are real time.
 */
export type HandOver = Tally &
  Readonly<{
    id: string;
    creditor: CreditorId;
    source: 'file' | 'api';
    file: string | null;
    on: Day;
    mode: HandOverMode;
    /** `checked`: looked at and nothing taken, as wanted. `refused`: nothing taken, `problem` says why. */
    state: 'running' | 'done' | 'checked' | 'refused';
    encoding: string | null;
    delimiter: string | null;
    problem: string | null;
    /** Where the error report (CSV; JSON beside it) and the file of refused rows to be mended lie. */
    report: string | null;
    correction: string | null;
    /** ‹Akte›-‹claim›, the first thousand; all of them stand in its lots. */
    claims: readonly string[];
    /** Some execution may not have been started yet; the reconciler asks again until all are. */
    startsPending: boolean;
    receivedAt: string;
    updatedAt: string;
    finishedAt: string | null;
  }>;
/**
 * Some hundred consecutive rows of a hand-over and what became of them: written when they are done, so that a second
 * try begins behind them.
 */
export type Lot = Tally &
  Readonly<{
    n: number;
    claims: readonly string[];
    /** Akten whose claims its rows have completed: their executions go on anew. */
    woken: readonly AkteId[];
    started: boolean;
  }>;
export interface HandOvers {
  save(handOver: HandOver): Promise<void>;
  find(creditor: CreditorId, id: string): Promise<HandOver | null>;
  /** Newest first. */
  list(creditor: CreditorId): Promise<readonly HandOver[]>;
  saveLot(creditor: CreditorId, id: string, lot: Lot): Promise<void>;
  findLot(creditor: CreditorId, id: string, n: number): Promise<Lot | null>;
  /** In order. A million rows have thousands of lots: they are read one after the other. */
  lots(creditor: CreditorId, id: string): AsyncIterable<Lot>;
}

export type Upload = Readonly<{ creditor: CreditorId; id: string; key: string }>;
export type LotKey = Readonly<{ creditor: CreditorId; handOver: string; lot: number }>;
/** Work that is done elsewhere, soon, at least once. */
export interface Work {
  goOn(upload: Upload): Promise<void>;
  startLots(lots: readonly LotKey[]): Promise<void>;
}
