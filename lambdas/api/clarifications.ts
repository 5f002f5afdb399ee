import { sealsFrom } from '../../adapters/seals.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { NotFound } from '../../domain/faults.ts';
import type { Part } from '../../domain/page.ts';
import type { Wait } from '../../domain/procedure/states.ts';
import { LISTED, slugOf } from '../../domain/dunning/ways-on.ts';
import { listClarifications, type OpenCase } from '../../usecases/akte/list-clarifications.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering } from '../middleware/answering.ts';
import { inPages } from '../middleware/in-pages.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'CURSOR_KEY');
const ports = tablePorts(settings);
const paged = inPages(sealsFrom(settings.CURSOR_KEY));
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
const shown = ({ items, next }: Part<OpenCase>) => ({ cases: items, next });

/** For our own people: the cases that wait for a person, the longest waiting first, with the reason and what to do. */
export const handler = answering(
  paged(API.clarifications.list, async ({ page }) => shown(await list(['Klärung'], page))),
  paged(API.clarifications.listIn, async ({ path, page }) => shown(await list(statesNamed(path.state), page))),
);
