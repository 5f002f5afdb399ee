import {
  askedAsWritten,
  asked,
  replyIn,
  Unreadable,
  type Any,
  type Asked,
  type Given,
} from '../../contracts/client.ts';
import type { ReplyOf, Route } from '../../contracts/route.ts';

/** What the API is asked, and how its answer is shown. */
export type Request = Asked & Readonly<{ shown: (answer: unknown) => string }>;
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
  shown: show === null ? asJson : shownWith(route, show),
});
/** A body that somebody has written in a file: the API says what is wrong with it. */
export const askAsWritten = <R extends Route>(route: R, given: Any, show: Show<R> = null): Request => ({
  ...askedAsWritten(route, given),
  shown: show === null ? asJson : shownWith(route, show),
});
