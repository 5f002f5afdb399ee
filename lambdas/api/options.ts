import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { DEED_ROUTES, rolesTold } from '../../contracts/deed-routes.ts';
import type { AnswerOf } from '../../contracts/route.ts';
import { isOneOf, type Caller } from '../../domain/access/caller.ts';
import { ROLE_WORDS, type Role } from '../../domain/access/roles.ts';
import type { Option } from '../../domain/dunning/options.ts';
import type { AkteId } from '../../domain/ids.ts';
import { listOptions } from '../../usecases/dunning/list-options.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';
import { ownAkte } from '../middleware/caller.ts';

const list = listOptions(tablePorts(environment('TABLE_NAME', 'CLOCK')));

type Shown = AnswerOf<typeof API.options.list>['options'][number];
/** Whose role it is not for: who may do it. */
const forOthers = (roles: readonly Role[]): string =>
  `Das darf nur: ${roles.map((role) => ROLE_WORDS[role].name).join(', ')}.`;

const shownTo = (caller: Caller, akte: AkteId, { upTo, choices, ...option }: Option): readonly Shown[] => {
  const { path, may } = DEED_ROUTES[option.deed];
  const roles = rolesTold(option.deed, caller);
  if (roles.length === 0) return [];
  const shown = {
    ...option,
    path: path.replace('{akte}', akte),
    roles,
    why: isOneOf(may, caller) ? option.why : forOthers(roles),
    choices: choices.map(({ upTo: most, ...choice }) => ({ ...choice, upToCents: most })),
    upToCents: upTo,
  };
  return [shown];
};

/** What may be done with an Akte now, and why the rest may not. */
export const handler = answering(
  on(API.options.list, async ({ caller, path }) => {
    const akte = ownAkte(caller, path.akte);
    const options = await list(akte, actorOf(caller));
    return { akte, options: options.flatMap((option) => shownTo(caller, akte, option)) };
  }),
);
