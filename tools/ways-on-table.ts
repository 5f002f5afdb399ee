import { WAYS_ON, isListed, slugOf, type WayOn } from '../domain/dunning/ways-on.ts';
import { ENDS, WAITS, isCallWait, type End, type Wait } from '../domain/procedure/states.ts';

const BEGIN = '<!-- states: node tools/ways-on.ts -->';
const END = '<!-- /states -->';
const cell = (text: string): string => text.replaceAll('|', '\\|');

const seenBy = (state: Wait | End): string => {
  if (isListed(state)) return `\`klaerung liste${state === 'Klärung' ? '' : ` --zustand ${slugOf(state)}`}\``;
  return isCallWait(state) ? '`anrufe liste`' : '`akte zeigen`';
};

const row = (state: Wait | End): string => {
  const { todo, commands, creditor }: WayOn = WAYS_ON[state];
  const typed = commands.map((c) => `\`${cell(c)}\``).join('<br>');
  return `| ${state} | ${seenBy(state)} | ${cell(todo)} | ${typed} | ${cell(creditor)} |`;
};

/** The table of every state, where our own people see it, and the ways on; the stages two to five are as the first. */
const table = (): string =>
  [
    '| Zustand | wo zu sehen | was zu tun ist | Befehle (nach `mahnwerk`) | was der Gläubiger tun kann |',
    '|---|---|---|---|---|',
    ...[...WAITS, ...ENDS].filter((state) => !/^Mahnstufe [2-5]/.test(state)).map(row),
  ].join('\n');

/** The operating manual with the table as it is now. Throws where the manual has no place for it. */
export const withWaysOn = (manual: string): string => {
  const [before, rest] = manual.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error('docs/operations.md has no place for the states');
  return `${before}${BEGIN}\n${table()}\n${END}${after}`;
};
