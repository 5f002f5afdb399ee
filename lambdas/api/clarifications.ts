import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { NotFound } from '../../domain/faults.ts';
import type { Wait } from '../../domain/procedure/states.ts';
import { LISTED, slugOf } from '../../domain/dunning/ways-on.ts';
import { listClarifications } from '../../usecases/akte/list-clarifications.ts';
import { tablePorts } from '../live/deciding.ts';
import { operatorOnly } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const list = listClarifications(ports);

const statesIn = (named: string | undefined): readonly Wait[] | undefined => {
  if (named === undefined) return undefined;
  if (named === 'alle') return LISTED;
  const state = LISTED.find((listed) => slugOf(listed) === named);
  if (!state)
    throw new NotFound(
      `Den Zustand „${named.slice(0, 60)}“ gibt es auf der Liste nicht; möglich sind alle, ${LISTED.map(slugOf).join(', ')}.`,
    );
  return [state];
};

/**
 * GET /v1/clarifications, for our own people: every case in "Klärung", the longest waiting first, with its reason and
 * what to do; `/v1/clarifications/{state}`: the cases in another state in which people must do something
 * (`nicht-erreichbar`, `widerspruch-in-pruefung`), or in any (`alle`).
 */
export const handler = route(z.strictObject({}), ports.clients, async ({ caller, path }) => {
  operatorOnly(caller);
  const { cases, more } = await list(statesIn(path['state']));
  return {
    offen: cases.length + more,
    weitere: more,
    faelle: cases.map(({ akte, claim, state, since, why, todo }) => ({
      aktenzeichen: akte,
      forderung: claim,
      zustand: state,
      seit: since,
      grund: why,
      zuTun: todo,
    })),
  };
});
