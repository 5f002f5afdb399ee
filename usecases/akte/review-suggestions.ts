import type { Actor } from '../../domain/actor.ts';
import { NotFound } from '../../domain/faults.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import { reviewOf, type OpenSuggestion, type Review } from '../../domain/similar/review.ts';
import { SuggestionId, type Decision } from '../../domain/similar/similar-debtors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Suggestions } from '../ports/similar.ts';

type Ports = Readonly<{ creditors: Creditors; suggestions: Suggestions; clock: Clock }>;

/** What staff has before it of a creditor. */
export const reviewSuggestions =
  (ports: Ports) =>
  async (creditor: CreditorId): Promise<Review> => {
    await ports.creditors.get(creditor);
    return reviewOf(await ports.suggestions.list(creditor));
  };

/** Notes what a person found. Nothing is merged, no Akte is touched. */
export const decideSuggestion =
  (ports: Ports) =>
  async (
    of: Readonly<{ creditor: CreditorId; id: string; verdict: Decision['verdict']; by: Actor }>,
  ): Promise<OpenSuggestion> => {
    const id = SuggestionId.safeParse(of.id);
    if (!id.success) throw new NotFound(`Es gibt keinen Vorschlag ${of.id.slice(0, 60)}.`);
    return ports.suggestions.decide(of.creditor, id.data, { verdict: of.verdict, by: of.by, on: ports.clock.today() });
  };
