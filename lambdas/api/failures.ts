import { sqsFailures } from '../../adapters/sqs/failures.ts';
import { environment } from '../../config/settings.ts';
import { SOURCES, SOURCE_NAMES, type Source } from '../../config/sources.ts';
import { API } from '../../contracts/api.ts';
import { NotFound } from '../../domain/faults.ts';
import { doAgain, listFailures, type Waiting } from '../../usecases/operations/do-again.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering, on } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'FAILURES');
const ports = tablePorts(settings);
const failures = sqsFailures(settings.FAILURES);
const does = doing(ports);
const list = listFailures(failures);
const again = doAgain(failures, ports.clock);

const shown = ({ source, waiting, some }: Waiting<Source>) => ({
  source,
  what: SOURCES[source],
  waiting,
  some: some.map(({ at, about, fault }) => ({ since: at, about, fault })),
});
const sourceNamed = (named: string): Source => {
  const source = SOURCE_NAMES.find((s) => s === named);
  if (source) return source;
  throw new NotFound(`Es gibt keine Quelle „${named.slice(0, 40)}“; möglich sind ${SOURCE_NAMES.join(', ')}.`);
};

/** For our own people: what failed for good and waits, and having it done again. */
export const handler = answering(
  on(API.failures.list, async () => ({ failures: (await list(SOURCE_NAMES)).map(shown), next: null })),
  does(API.failures.again, async ({ body: { most }, path }) => {
    const source = sourceNamed(path.source);
    return { source, ...(await again({ source, most })) };
  }),
);
