import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { environment } from '../../config/settings.ts';
import { HandOverId } from '../../domain/ids.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { acceptHandOver } from '../../usecases/hand-over/accept-hand-over.ts';
import { keyOf } from './arrived.ts';
import { FINISHING_MS, HAND_OVER_SETTINGS, handOverPorts } from '../live/hand-over.ts';
import { countHandOver } from '../middleware/counted.ts';
import { observed } from '../middleware/observed.ts';

const accept = acceptHandOver(handOverPorts(environment(...HAND_OVER_SETTINGS)));

/** S3 says that an Übergabeliste has arrived under `handover/‹creditor›/‹id›/liste.csv`; it may say so twice. */
export const handler = middy(async (event: unknown, context: Context) => {
  const key = keyOf(event);
  const [, creditor = '', id = ''] = /^handover\/([A-Z]+)\/([^/]+)\/(?:liste|pruefung)\.(?:csv|xlsx)$/.exec(key) ?? [];
  const { rows, accepted, rejected, duplicates, state } = await accept(
    { creditor: CreditorId.parse(creditor), id: HandOverId.parse(id), key },
    () => context.getRemainingTimeInMillis() < FINISHING_MS,
  );
  countHandOver({ state, rows, accepted, rejected });
  return { handOver: id, state, rows, accepted, rejected, duplicates };
}).use(observed('hand-over accepted', (result: Record<string, unknown>) => result));
