import { namesIn, routeKey, type AnswerOf, type PagedRoute, type Route } from '../../contracts/route.ts';
import type { Caller } from '../../domain/access/caller.ts';
import { cursorOf, positionIn, type ListedBy } from '../../domain/cursor.ts';
import type { Page, Position } from '../../domain/page.ts';
import type { Seals } from '../../usecases/ports/seals.ts';
import { callIn, type Answering, type CallOf } from './answering.ts';

/** Whose list a caller reads: by the token and the path, and by nothing that stands in a cursor. */
const listFor = (route: Route, caller: Caller, path: Readonly<Record<string, string>>): ListedBy => ({
  route: routeKey(route),
  whose: [caller.side === 'creditor' ? caller.creditor : '', ...namesIn(route.path).map((name) => path[name] ?? '')],
});

type Listed<R extends PagedRoute> = Omit<AnswerOf<R>, 'next'> & Readonly<{ next: Position | null }>;
/**
 * What answers a list in pages. Where a page begins is a position in the table to whoever answers; outside it is a
 * cursor, sealed for this very list.
 */
export const inPages =
  (seals: Seals) =>
  <R extends PagedRoute>(
    route: R,
    run: (call: CallOf<R> & Readonly<{ page: Page }>) => Promise<Listed<R>>,
  ): Answering => ({
    route,
    answer: async (asked) => {
      const call = callIn(route, asked);
      const { cursor, limit } = call.query;
      const list = listFor(route, call.caller, call.path);
      const from = cursor === undefined ? null : positionIn(await seals.mac(), list, cursor);
      const { next, ...listed } = await run({ ...call, page: { limit, from } });
      const reply = { ...listed, next: next && cursorOf(await seals.mac(), list, next) };
      return { text: JSON.stringify(route.reply.parse(reply)), isRepeated: false };
    },
  });
