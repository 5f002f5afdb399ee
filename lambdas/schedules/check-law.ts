import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import { environment } from '../../config/settings.ts';
import { lawDue } from '../../domain/law/due.ts';
import { clockOf } from '../live/clock.ts';
import { countLawDue } from '../middleware/counted.ts';
import { observed } from '../middleware/observed.ts';

const clock = clockOf(environment('CLOCK').CLOCK);
const logger = new Logger({ serviceName: 'mahnwerk' });

/**
 * Each morning: how many figures of the law somebody should look up. The alarm hangs on the metric, the log says which.
 */
export const handler = middy((): { due: number } => {
  const due = lawDue(clock.today());
  for (const d of due)
    logger.warn('law due', { figure: d.figure, neededFrom: d.neededFrom, late: d.late, where: d.where, why: d.why });
  countLawDue(due.length);
  return { due: due.length };
}).use(observed('law check', (result: Record<string, unknown>) => ({ due: result['due'] })));
