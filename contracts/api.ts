import { accesses } from './accesses.ts';
import { akten } from './akten.ts';
import { answers } from './answers.ts';
import { calls } from './calls.ts';
import { chains } from './chains.ts';
import { claims } from './claims.ts';
import { clarifications } from './clarifications.ts';
import { creditors } from './creditors.ts';
import { failures } from './failures.ts';
import { handOvers } from './hand-overs.ts';
import { instalments } from './instalments.ts';
import { options } from './options.ts';
import { payments } from './payments.ts';
import { payouts } from './payouts.ts';
import { persons, team } from './persons.ts';
import { procedures } from './procedures.ts';
import { proposals } from './proposals.ts';
import { queries } from './queries.ts';
import type { Route } from './route.ts';
import { steering } from './steering.ts';
import { suggestions } from './suggestions.ts';
import { uploads } from './uploads.ts';

/** Every route of the API, by resource and verb. */
export const API = {
  uploads,
  handOvers,
  claims,
  akten,
  options,
  chains,
  payments,
  payouts,
  steering,
  answers,
  queries,
  instalments,
  calls,
  creditors,
  proposals,
  accesses,
  persons,
  team,
  procedures,
  clarifications,
  failures,
  suggestions,
} satisfies Readonly<Record<string, Readonly<Record<string, Route>>>>;
export type Api = typeof API;

/** `akten.read` */
export type RouteName = { [R in keyof Api]: `${R}.${keyof Api[R] & string}` }[keyof Api];

const names = <T extends object>(of: T): readonly (keyof T & string)[] =>
  Object.keys(of).filter((name): name is keyof T & string => Object.hasOwn(of, name));
const isName = (text: string): text is RouteName => {
  const [resource = '', verb = ''] = text.split('.');
  const verbs: unknown = Reflect.get(API, resource);
  return typeof verbs === 'object' && verbs !== null && Object.hasOwn(verbs, verb);
};
const routesOf = (resource: keyof Api): readonly Readonly<{ name: RouteName; route: Route }>[] =>
  Object.entries<Route>(API[resource]).flatMap(([verb, route]) => {
    const name = `${resource}.${verb}`;
    return isName(name) ? [{ name, route }] : [];
  });

/** All of them, each with its name. */
export const ROUTES: readonly Readonly<{ name: RouteName; route: Route }>[] = names(API).flatMap(routesOf);
