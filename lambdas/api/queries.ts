import * as z from 'zod';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { ClaimId } from '../../domain/ids.ts';
import { GivenDay, givenLine, givenProse } from '../../domain/given-text.ts';
import { lackingParticulars, missingInWords } from '../../domain/akte/particulars.ts';
import { answerQuery } from '../../usecases/akte/answer-query.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const live = tablePorts(settings);
const ports = { ...live, workflows: stepFunctions(settings.STATE_MACHINE_ARN, live.timers) };
const answer = answerQuery(ports);
const Subject = givenLine(200);
const particulars = { subject: Subject.optional(), contractDate: GivenDay.optional() };
const Body = z.strictObject({
  answer: givenProse(2_000).optional(),
  ...particulars,
  particulars: z
    .array(z.strictObject({ claim: ClaimId, ...particulars }))
    .min(1)
    .max(500)
    .optional(),
  reason: givenProse(500).optional(),
  by: givenLine(60).optional(),
});

/**
 * POST /v1/akten/{akte}/queries/{query}: the creditor answers what we asked, in words (`answer`), or, where we asked
 * for a contract, with `subject` and `contractDate` of all its claims, or `particulars` of each: `[{ "claim": "F1",
 * "subject": "Stromlieferung", "contractDate": "2024-05-01" }]`. What was given wrongly is given once more, with
 * `reason` where the debtor has been told it.
 */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body, path }) => {
    const akte = await answer({
      akte: ownAkte(caller, path['akte'] ?? ''),
      query: path['query'] ?? '',
      ...(body.answer === undefined ? {} : { answer: body.answer }),
      ...(body.subject === undefined ? {} : { subject: body.subject }),
      ...(body.contractDate === undefined ? {} : { contractDate: body.contractDate }),
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      ...(body.particulars === undefined ? {} : { particulars: body.particulars }),
      by: caller.operator ? `operator:${body.by ?? caller.client}` : `client:${caller.creditor ?? ''}`,
    });
    return {
      aktenzeichen: akte.id,
      rueckfragen: akte.queries,
      fehlt: lackingParticulars(akte).map((c) => ({ forderung: c.id, was: missingInWords(c) })),
    };
  },
  201,
);
