import * as z from 'zod';
import { dynamoSuggestions } from '../../adapters/dynamodb/suggestions.ts';
import { environment } from '../../config/settings.ts';
import { Rejected } from '../../domain/faults.ts';
import { givenLine } from '../../domain/given-text.ts';
import { VERDICTS } from '../../domain/similar/similar-debtors.ts';
import { decideSuggestion, reviewSuggestions } from '../../usecases/akte/review-suggestions.ts';
import type { OpenSuggestion } from '../../usecases/ports/similar.ts';
import { tablePorts } from '../live/deciding.ts';
import { creditorNamed, operatorOnly } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const live = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const ports = { ...live, suggestions: dynamoSuggestions(live.table) };
const review = reviewSuggestions(ports);
const decide = decideSuggestion(ports);
const Body = z.strictObject({ decision: z.enum(VERDICTS).optional(), by: givenLine(60).optional() });

const shown = ({ id, akten, score, reasons, on, decision }: OpenSuggestion) => ({
  id,
  akten,
  punkte: score,
  gruende: reasons,
  vom: on,
  entscheidung: decision && { ergebnis: decision.verdict, von: decision.by, am: decision.on },
});

/**
 * GET /v1/creditors/{creditor}/suggestions and POST /v1/creditors/{creditor}/suggestions/{id} {decision: same |
 * different}, for our own people. Deciding merges nothing.
 */
export const handler = route(Body, ports.clients, async ({ caller, body, path }) => {
  operatorOnly(caller);
  const creditor = creditorNamed(path['creditor']);
  const { id } = path;
  if (id === undefined) {
    const { open, total, confirmed } = await review(creditor);
    return { offen: open.map(shown), offenInsgesamt: total, bestaetigt: confirmed.map(shown) };
  }
  if (!body.decision)
    throw new Rejected(
      'suggestion.decision-missing',
      'Feld „decision“ fehlt: same (derselbe Schuldner) oder different (zwei verschiedene).',
    );
  return shown(await decide({ creditor, id, verdict: body.decision, by: `operator:${body.by ?? caller.client}` }));
});
