import middy from '@middy/core';
import * as z from 'zod';
import { sqsWork } from '../../adapters/sqs/work.ts';
import { environment } from '../../config/settings.ts';
import { reconcileHandOvers } from '../../usecases/hand-over/reconcile-hand-overs.ts';
import { tablePorts } from '../live/deciding.ts';
import { observed } from '../middleware/observed.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'HAND_OVER_QUEUE', 'START_QUEUE');
const reconcile = reconcileHandOvers({
  ...tablePorts(settings),
  work: sqsWork({ handOvers: settings.HAND_OVER_QUEUE, starts: settings.START_QUEUE }),
});
const Input = z.strictObject({});

/** Every half-hour: hand-overs that stand still and executions that were never started go into their queues again. */
export const handler = middy(async (event: unknown) => {
  Input.parse(event);
  return reconcile();
}).use(observed('hand-overs reconciled', (result: Record<string, unknown>) => result));
