import type { API } from '../contracts/api.ts';
import type { ReplyOf } from '../contracts/route.ts';

type History = ReplyOf<typeof API.akten.read>['history'];
/** What has happened, as an Akte tells it: in words, and as the fact itself. */
export type Happened = History[number]['facts'][number];
export type Fact = NonNullable<Happened['fact']>;
type Having = Readonly<{ history: History }>;

export const toldIn = ({ history }: Having): readonly Happened[] => history.flatMap(({ facts }) => facts);
export const wordsOf = (akte: Having): readonly string[] => toldIn(akte).flatMap(({ words }) => words ?? []);

/** The facts of one kind. */
export const factsOf = <K extends Fact['kind']>(akte: Having, kind: K): readonly Extract<Fact, { kind: K }>[] => {
  const isOfKind = (fact: Fact | null): fact is Extract<Fact, { kind: K }> => fact?.kind === kind;
  return toldIn(akte)
    .map(({ fact }) => fact)
    .filter(isOfKind);
};
