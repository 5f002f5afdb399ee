import * as z from 'zod';
import { paced } from '../../adapters/sfn/pacing.ts';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { HandOverId } from '../../domain/ids.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { startLot } from '../../usecases/hand-over/start-lot.ts';
import { tablePorts } from '../live/deciding.ts';
import { countStarted } from '../middleware/counted.ts';
import { queueHandler } from '../middleware/queue.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN', 'STARTS_PER_SECOND');
const live = tablePorts(settings);
const start = startLot({
  ...live,
  workflows: paced(stepFunctions(settings.STATE_MACHINE_ARN, live.timers), settings.STARTS_PER_SECOND),
});
const Lot = z.strictObject({ creditor: CreditorId, handOver: HandOverId, lot: z.int().positive() });

/** Executions of a lot, started as fast as this function's share of the account's quota allows. */
export const handler = queueHandler('lot started', Lot, async (lot) => {
  countStarted(await start(lot));
});
