import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { stepFunctionsExecutions } from '../../adapters/sfn/executions.ts';
import { paced } from '../../adapters/sfn/pacing.ts';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import type { AkteId } from '../../domain/ids.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { checkChains, isItsHour } from '../../usecases/operations/check-chains.ts';
import { countClarifications } from '../../usecases/akte/list-clarifications.ts';
import { noteAll, restartLost } from '../../usecases/operations/restart-lost.ts';
import { tablePorts } from '../live/deciding.ts';
import { countSweep } from '../middleware/counted.ts';
import { logFault, observed } from '../middleware/observed.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN', 'STARTS_PER_SECOND');
const live = tablePorts(settings);
const machine = stepFunctions(settings.STATE_MACHINE_ARN, live.timers);
const ports = {
  ...live,
  workflows: { ...machine, ...paced(machine, settings.STARTS_PER_SECOND) },
  executions: stepFunctionsExecutions(settings.STATE_MACHINE_ARN),
};
const sweep = restartLost(ports);
const rewrite = noteAll(ports);
const waitingNow = countClarifications(ports);
const check = checkChains(ports);
const Event = z.strictObject({ creditor: CreditorId.optional() });
/** Left for what had begun when the time is over. Milliseconds. */
const LAST_MS = 60_000;

/**
 * Every hour: claims whose execution is not there any more go on in a new one, and the cases in "Klärung" are counted.
 * What one run does not reach the next one does. With `{"creditor":"MUS"}` the list of that creditor's timers is
 * written afresh before, as after restoring the table.
 */
export const handler = middy(async (event: unknown, context: Context) => {
  const { creditor } = Event.parse(event);
  const noted = creditor ? await rewrite(creditor) : 0;
  const due = new Set<AkteId>();
  const now = ports.clock.now();
  const swept = await sweep({
    onListed: ({ akte }) => {
      if (isItsHour(akte, now)) due.add(akte);
    },
    mayGoOn: () => context.getRemainingTimeInMillis() > LAST_MS,
    onFault: (_, error) => {
      logFault('sweep', error, context);
    },
  });
  const chains = await check(due);
  for (const akte of chains.broken) logFault('sweep', new Error(`the log of ${akte} is not what was written`), context);
  const waiting = await waitingNow();
  countSweep({
    running: swept.running,
    restarted: swept.restarted + swept.started,
    waiting,
    broken: chains.broken.length,
  });
  return {
    noted,
    clarifications: waiting,
    chainsChecked: chains.checked,
    chainsBroken: chains.broken.length,
    ...swept,
  };
}).use(observed('swept', (result: Record<string, unknown>) => result));
