import { NotFound } from '../../domain/faults.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import { SuggestionId, type Decision } from '../../domain/similar/similar-debtors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { OpenSuggestion, Suggestions } from '../ports/similar.ts';

type Ports = Readonly<{ creditors: Creditors; suggestions: Suggestions; clock: Clock }>;
/**
 * `confirmed`: staff found one debtor with two Akten; what to do about it is theirs. `total` counts the open ones
 * beyond the first hundred, too.
 */
export type Review = Readonly<{ open: readonly OpenSuggestion[]; total: number; confirmed: readonly OpenSuggestion[] }>;

const PAGE = 100;

/** What waits for a person, the likeliest first, and what was confirmed. What was dismissed is not shown again. */
export const reviewSuggestions =
  (ports: Ports) =>
  async (creditor: CreditorId): Promise<Review> => {
    await ports.creditors.get(creditor);
    const all = [...(await ports.suggestions.list(creditor))].sort(
      (a, b) => b.score - a.score || (a.id < b.id ? -1 : 1),
    );
    const open = all.filter((s) => s.decision === null);
    return {
      open: open.slice(0, PAGE),
      total: open.length,
      confirmed: all.filter((s) => s.decision?.verdict === 'same').slice(0, PAGE),
    };
  };

/** Notes what a person found. Nothing is merged, no Akte is touched. */
export const decideSuggestion =
  (ports: Ports) =>
  async (
    of: Readonly<{ creditor: CreditorId; id: string; verdict: Decision['verdict']; by: string }>,
  ): Promise<OpenSuggestion> => {
    const id = SuggestionId.safeParse(of.id);
    if (!id.success) throw new NotFound(`Es gibt keinen Vorschlag ${of.id.slice(0, 60)}.`);
    return ports.suggestions.decide(of.creditor, id.data, { verdict: of.verdict, by: of.by, on: ports.clock.today() });
  };
