import { dynamoSuggestions } from '../../adapters/dynamodb/suggestions.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { decideSuggestion, reviewSuggestions } from '../../usecases/akte/review-suggestions.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { creditorNamed } from '../middleware/caller.ts';

const live = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const ports = { ...live, suggestions: dynamoSuggestions(live.table) };
const does = doing(ports);
const review = reviewSuggestions(ports);
const decide = decideSuggestion(ports);

/** For our own people: Akten that may be one debtor's. Deciding merges nothing. */
export const handler = answering(
  on(API.suggestions.list, ({ path }) => review(creditorNamed(path.creditor))),
  does(API.suggestions.decide, ({ caller, body, path: { creditor, id } }) =>
    decide({ creditor: creditorNamed(creditor), id, verdict: body.decision, by: actorOf(caller) }),
  ),
);
