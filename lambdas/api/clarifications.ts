import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { NotFound } from '../../domain/faults.ts';
import type { Wait } from '../../domain/procedure/states.ts';
import { LISTED, slugOf } from '../../domain/dunning/ways-on.ts';
import { listClarifications, type OpenCases } from '../../usecases/akte/list-clarifications.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering, on } from '../middleware/answering.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const list = listClarifications(ports);

const statesNamed = (named: string): readonly Wait[] => {
  if (named === 'alle') return LISTED;
  const state = LISTED.find((listed) => slugOf(listed) === named);
  if (!state)
    throw new NotFound(
      `Den Zustand „${named.slice(0, 60)}“ gibt es auf der Liste nicht; möglich sind alle, ${LISTED.map(slugOf).join(', ')}.`,
    );
  return [state];
};
const shown = ({ cases, more }: OpenCases) => ({ waiting: cases.length + more, more, cases });

/** For our own people: the cases that wait for a person, the longest waiting first, with the reason and what to do. */
export const handler = answering(
  on(API.clarifications.list, async () => shown(await list())),
  on(API.clarifications.listIn, async ({ path }) => shown(await list(statesNamed(path.state)))),
);
