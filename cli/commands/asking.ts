import {
  askedAsWritten,
  asked,
  replyIn,
  Unreadable,
  type Any,
  type Asked,
  type Given,
} from '../../contracts/client.ts';
import type { PagedRoute, ReplyOf, Route } from '../../contracts/route.ts';
import { PAGE_SIZE } from '../../domain/page.ts';

/** A list: what is asked for after these answers; null: that was all, or enough. `joined`: all of them as one. */
export type Pages = Readonly<{
  following: (answers: readonly unknown[]) => Asked | null;
  joined: (answers: readonly unknown[]) => unknown;
}>;
/** What the API is asked, and how its answer is shown. `pages`: null where one answer is all. */
export type Request = Asked & Readonly<{ shown: (answer: unknown) => string; pages: Pages | null }>;
/** How a route's reply is read at a desk; null: as JSON, as scripts want it. */
export type Show<R extends Route> = ((reply: ReplyOf<R>) => string) | null;

const asJson = (answer: unknown): string => `${JSON.stringify(answer, null, 2)}\n`;
/** It has been done by then: an answer in another form than the contract's is shown as it came. */
const shownWith =
  <R extends Route>(route: R, show: (reply: ReplyOf<R>) => string) =>
  (answer: unknown): string => {
    try {
      return show(replyIn(route, { status: 200, body: answer }));
    } catch (error) {
      if (error instanceof Unreadable) return asJson(answer);
      throw error;
    }
  };

export const ask = <R extends Route>(route: R, given: Given<R> & Any, show: Show<R> = null): Request => ({
  ...asked(route, given),
  pages: null,
  shown: show === null ? asJson : shownWith(route, show),
});
/** A body that somebody has written in a file: the API says what is wrong with it. */
export const askAsWritten = <R extends Route>(route: R, given: Any, show: Show<R> = null): Request => ({
  ...askedAsWritten(route, given),
  pages: null,
  shown: show === null ? asJson : shownWith(route, show),
});

const fieldIn = (answer: unknown, name: string): unknown =>
  typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
const entriesIn = (answer: unknown, name: string): readonly unknown[] => {
  const entries = fieldIn(answer, name);
  return Array.isArray(entries) ? entries : [];
};
/** What the API gives at most on one page. */
const limitFor = (left: number): Readonly<{ limit: number }> => ({ limit: Math.min(left, PAGE_SIZE.most) });

/** `lists`: under which key of the reply its entries stand; `most`: how many are wanted; null: all. */
type List<R extends PagedRoute> = Readonly<{
  lists: keyof ReplyOf<R> & string;
  most: number | null;
  show: Show<R>;
}>;
/** A list, page by page to its end; what answers in another form than the contract's ends it. */
export const askPages = <R extends PagedRoute>(route: R, given: Given<R> & Any, list: List<R>): Request => {
  const { lists, most, show } = list;
  const all = (answers: readonly unknown[]): readonly unknown[] => answers.flatMap((a) => entriesIn(a, lists));
  const first = most === null ? given : { ...given, query: limitFor(most) };
  return {
    ...ask(route, first, show),
    pages: {
      following: (answers) => {
        const cursor = fieldIn(answers.at(-1), 'next');
        const left = most === null ? Infinity : most - all(answers).length;
        if (typeof cursor !== 'string' || left <= 0) return null;
        return asked(route, { ...given, query: { ...(most === null ? {} : limitFor(left)), cursor } });
      },
      joined: (answers) => {
        const last = answers.at(-1);
        return answers.length === 1 || typeof last !== 'object' ? last : { ...last, [lists]: all(answers) };
      },
    },
  };
};
