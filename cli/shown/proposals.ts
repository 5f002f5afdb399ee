import { nameOf } from '../../domain/actor.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import { since } from './table.ts';

type Listed = ReplyOf<typeof API.proposals.list>;
type Proposal = Listed['proposals'][number];

const account = ({ holder, iban, bic }: Proposal['to']): string =>
  [holder, iban, ...(bic === undefined ? [] : [bic])].join(', ');
const shown = ({ id, creditor, words, by, at, until, from, to }: Proposal): string =>
  [
    `${id}  ${words} (${creditor})`,
    `  bisher:    ${account(from)}`,
    `  neu:       ${account(to)}`,
    `  beantragt: ${since(at)} von ${nameOf(by)}; zu entscheiden bis ${formatDay(until)}`,
    '',
  ].join('\n');

/** What waits for a second person, and how it is decided. */
export const proposalsShown = ({ proposals }: Listed): string => {
  const [first] = proposals;
  if (!first) return 'Nichts wartet auf eine zweite Person.\n';
  return `${proposals.map(shown).join('\n')}\nFreigeben: mahnwerk freigabe erteilen ${first.id}; ablehnen: mahnwerk freigabe ablehnen ${first.id} --grund …\n`;
};

/** What became of one. */
export const decidedShown = ({ id, words, creditor, decision }: Proposal): string => {
  const verdict = decision?.approved ? 'freigegeben' : 'abgelehnt';
  return `${id}: ${words} (${creditor}) ist ${verdict}.\n`;
};
