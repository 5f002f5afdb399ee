import { API } from '../../contracts/api.ts';
import { LISTED, slugOf } from '../../domain/dunning/ways-on.ts';
import { misuse, optionalText } from '../given.ts';
import { clarificationsShown } from '../shown/waiting.ts';
import { askPages, type Request } from './asking.ts';
import { mostIn, unlessJson, type Group, type Typed } from './command.ts';

/** The state that is asked for, as its path has it; null: none. */
const stateIn = ({ values }: Typed): string | null => {
  const typed = optionalText(values, 'zustand', 60);
  if (typed === undefined) return null;
  const state = slugOf(typed);
  if (state !== 'alle' && !LISTED.some((listed) => slugOf(listed) === state))
    throw misuse('--zustand', `„${typed}“ gibt es nicht; möglich sind ${LISTED.map(slugOf).join(', ')}, alle.`);
  return state;
};
const listing = (typed: Typed): Request => {
  const state = stateIn(typed);
  const list = {
    lists: 'cases',
    most: mostIn(typed.values),
    show: unlessJson(typed, clarificationsShown),
  } as const;
  return state === null
    ? askPages(API.clarifications.list, {}, list)
    : askPages(API.clarifications.listIn, { path: { state } }, list);
};
export const klaerung: Group = {
  title: 'Fälle, die auf eine Person warten',
  commands: {
    liste: {
      operands: [],
      usage: '[--zustand nicht-erreichbar|…|alle] [--hoechstens 20] [--json]',
      about:
        'Jeder Fall mit Grund und dem, was zu tun ist; der älteste zuerst. Ohne --zustand: was in „Klärung“ steht.',
      more: `Zustände, in denen jemand etwas tun muss (--zustand):\n${LISTED.map((state) => `  ${slugOf(state)}\n`).join('')}  alle\n`,
      options: { zustand: 'string', hoechstens: 'string', json: 'boolean' },
      request: listing,
    },
  },
  examples: ['klaerung liste', 'klaerung liste --zustand nicht-erreichbar', 'klaerung liste --zustand alle --json'],
};
