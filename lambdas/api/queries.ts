import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { lackingParticulars, missingInWords } from '../../domain/akte/particulars.ts';
import { QueryId } from '../../domain/ids.ts';
import { queriesShown } from '../../usecases/akte/akte-shown.ts';
import { answerQuery } from '../../usecases/akte/answer-query.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = steeringPorts(environment(...STEERING_SETTINGS));
const does = doing(ports);

/** The creditor answers what we asked, or our own people write down what it said. */
export const handler = answering(
  does(API.queries.answer, async ({ caller, body, path, over }) => {
    const akte = await answerQuery(over(ports))({
      ...body,
      akte: ownAkte(caller, path.akte),
      query: QueryId.parse(path.query),
      by: actorOf(caller),
    });
    return {
      akte: akte.id,
      queries: queriesShown(akte),
      missing: lackingParticulars(akte).map((claim) => ({ claim: claim.id, words: missingInWords(claim) })),
    };
  }),
);
