import * as z from 'zod';
import { sqsFailures } from '../../adapters/sqs/failures.ts';
import { environment } from '../../config/settings.ts';
import { SOURCES, SOURCE_NAMES } from '../../config/sources.ts';
import { NotFound } from '../../domain/faults.ts';
import { doAgain, listFailures } from '../../usecases/operations/do-again.ts';
import { tablePorts } from '../live/deciding.ts';
import { operatorOnly } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'FAILURES');
const ports = tablePorts(settings);
const failures = sqsFailures(settings.FAILURES);
const list = listFailures(failures);
const again = doAgain(failures, ports.clock);
/** As many as an answer within half a minute allows. */
const MOST = 100;
const Body = z.strictObject({ most: z.int().min(1).max(MOST).default(MOST) });

/**
 * GET /v1/failures and POST /v1/failures/{source}, for our own people: what failed for good and waits, and having it
 * done again.
 */
export const handler = route(Body, ports.clients, async ({ caller, body, path }) => {
  operatorOnly(caller);
  const { source: named } = path;
  if (named === undefined)
    return {
      gescheitert: (await list(SOURCE_NAMES)).map(({ source, waiting, some }) => ({
        quelle: source,
        was: SOURCES[source],
        wartend: waiting,
        einige: some.map(({ at, about, fault }) => ({ seit: at, worum: about, fehler: fault })),
      })),
    };
  const source = SOURCE_NAMES.find((s) => s === named);
  if (!source)
    throw new NotFound(`Es gibt keine Quelle „${named.slice(0, 40)}“; möglich sind ${SOURCE_NAMES.join(', ')}.`);
  const { again: done, left } = await again({ source, most: body.most });
  return { quelle: source, nachgeholt: done, nochWartend: left };
});
