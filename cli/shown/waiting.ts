import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import { since } from './table.ts';

type Cases = ReplyOf<typeof API.clarifications.list>;
const caseShown = ({ akte, claim, state, since: begun, why, todo }: Cases['cases'][number]): string =>
  `${akte}, ${claim}, „${state}“, seit ${since(begun)} Uhr\n  ${why}\n  Zu tun: ${todo}\n`;
/** The cases that wait for a person. */
export const clarificationsShown = ({ cases, next }: Cases): string => {
  if (cases.length === 0) return 'Kein Fall wartet auf eine Person.\n';
  const head = cases.length === 1 ? 'Ein Fall wartet' : `${cases.length} Fälle warten, der älteste zuerst`;
  const rest = next === null ? '' : '\nund weitere, die kürzer warten\n';
  return `${head}\n\n${cases.map(caseShown).join('\n')}${rest}`;
};

type Failures = ReplyOf<typeof API.failures.list>;
type Failure = Failures['failures'][number];
const lostShown = ({ since: begun, about, fault }: Failure['some'][number]): string =>
  `  seit ${since(begun)} Uhr${about === null ? '' : `: ${about}`}${fault === null ? '' : ` (${fault})`}\n`;
const failureShown = ({ source, what, waiting, some }: Failure): string =>
  `${source}: ${waiting}\n  ${what}\n${some.map(lostShown).join('')}  Ursache beheben, dann: mahnwerk betrieb nachholen ${source}\n`;
/** What failed for good, source by source. */
export const failuresShown = ({ failures }: Failures): string =>
  failures.length === 0
    ? 'Nichts ist gescheitert, das noch nachzuholen wäre.\n'
    : failures.map(failureShown).join('\n');

/** What was done again, and what is left. */
export const againShown = ({ source, again, left }: ReplyOf<typeof API.failures.again>): string => {
  if (again === 0 && left === 0) return `${source}: Dort wartet nichts.\n`;
  const done =
    again === 1 ? 'Ein Ereignis ist noch einmal angestoßen' : `${again} Ereignisse sind noch einmal angestoßen`;
  const rest = left === 0 ? '' : ` Es warten noch etwa ${left}: den Befehl wiederholen.`;
  return `${source}: ${done}.${rest}\nWas wieder scheitert, liegt in einigen Minuten wieder hier: mahnwerk betrieb liste\n`;
};
