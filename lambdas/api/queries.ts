import * as z from 'zod';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { answerQuery } from '../../usecases/note-answer.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const live = tablePorts(settings);
const ports = { ...live, workflows: stepFunctions(settings.STATE_MACHINE_ARN, live.timers) };
const answer = answerQuery(ports);
const Body = z.strictObject({ answer: z.string().min(1).max(2_000), by: z.string().max(60).optional() });

/** POST /v1/akten/{akte}/queries/{query}: the creditor answers what we asked. */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body, path }) => {
    const akte = await answer({
      akte: ownAkte(caller, path['akte'] ?? ''),
      query: path['query'] ?? '',
      answer: body.answer,
      by: caller.operator ? `operator:${body.by ?? caller.client}` : `client:${caller.creditor ?? ''}`,
    });
    return { aktenzeichen: akte.id, rueckfragen: akte.queries };
  },
  201,
);
