import type { CreditorId } from '../../domain/parties/parties.ts';
import type { OpenSuggestion } from '../../domain/similar/review.ts';
import type { Decision, KnownDebtor, SuggestionId } from '../../domain/similar/similar-debtors.ts';

/**
 * All debtors of a creditor, one per Akte, as they were when it was opened; one after the other, because there may be a
 * hundred thousand.
 */
export interface Debtors {
  of(creditor: CreditorId): AsyncIterable<KnownDebtor>;
}

export interface Suggestions {
  /**
   * True where it was not there yet. One that is there stays as it is, decision included: what was dismissed never
   * comes back.
   */
  put(creditor: CreditorId, suggestion: OpenSuggestion): Promise<boolean>;
  list(creditor: CreditorId): Promise<readonly OpenSuggestion[]>;
  /** The latest decision stands, so that a slip can be mended. NotFound where nothing was suggested. */
  decide(creditor: CreditorId, id: SuggestionId, decision: Decision): Promise<OpenSuggestion>;
}
