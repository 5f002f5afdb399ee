import type { Context, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { HandOverId } from '../../domain/ids.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { acceptHandOver } from '../../usecases/hand-over/accept-hand-over.ts';
import { FINISHING_MS, HAND_OVER_SETTINGS, handOverPorts } from '../live/hand-over.ts';
import { countHandOver } from '../middleware/counted.ts';
import { queueHandler } from '../middleware/queue.ts';

const accept = acceptHandOver(handOverPorts(environment(...HAND_OVER_SETTINGS)));
const Upload = z.strictObject({ creditor: CreditorId, id: HandOverId, key: z.string() });

/** A hand-over that was not finished in one run, or that the reconciler found standing still. */
export const handler = queueHandler('hand-over goes on', Upload, async (upload, context: Context) => {
  countHandOver(await accept(upload, () => context.getRemainingTimeInMillis() < FINISHING_MS));
}) satisfies (event: SQSEvent, context: Context) => Promise<unknown>;
