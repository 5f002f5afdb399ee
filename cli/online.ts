import { Rejected } from '../domain/faults.ts';
import { GROUPS } from './commands.ts';
import type { Request } from './commands/asking.ts';
import type { Command, Desk, Group } from './commands/command.ts';
import { asksForHelp, parsed, plainWord } from './given.ts';

const found = <T>(all: Readonly<Record<string, T>>, typed: string | undefined): readonly [string, T] | undefined => {
  if (typed === undefined) return undefined;
  const word = plainWord(typed);
  const meant = Object.hasOwn(all, word) ? all[word] : undefined;
  return meant && [word, meant];
};
/** Whether a command asks the API. */
export const isOnline = (word: string | undefined): boolean => found(GROUPS, word) !== undefined;

const usageOf = (noun: string, verb: string, { operands, usage, about }: Command): string =>
  `  ${['mahnwerk', noun, verb, ...operands, ...(usage ? [usage] : [])].join(' ')}\n      ${about}\n`;
const moreWith = (noun: string, verb: string, { more }: Command): string =>
  more ? `      Mehr: mahnwerk ${noun} ${verb} --help\n` : '';
/** What holds for several commands. */
const notes = (commands: readonly Command[]): string =>
  commands.some(({ options = {} }) => 'json' in options) ? '\n--json gibt die Antwort der API als JSON aus.\n' : '';
const examplesIn = (examples: readonly string[]): string =>
  examples.length === 0 ? '' : `\nBeispiele:\n${examples.map((e) => `  mahnwerk ${e}\n`).join('')}`;
const groupHelp = (noun: string, group: Group): string => {
  const commands = Object.entries(group.commands);
  const said = commands.map(([verb, command]) => usageOf(noun, verb, command) + moreWith(noun, verb, command)).join('');
  return `${group.title}\n\n${said}${notes(commands.map(([, c]) => c))}${examplesIn(group.examples)}`;
};
const commandHelp = (noun: string, verb: string, command: Command, { examples }: Group): string =>
  `${usageOf(noun, verb, command)}${command.more ? `\n${command.more}` : ''}${notes([command])}${examplesIn(examples.filter((e) => e.startsWith(`${noun} ${verb} `)))}`;

/** For the overview: a line for each group. */
export const ONLINE_OVERVIEW = Object.entries(GROUPS)
  .map(
    ([noun, { title, commands }]) =>
      `  mahnwerk ${noun.padEnd(11)} ${Object.keys(commands).join('|')}\n      ${title}\n`,
  )
  .join('');

/**
 * The request that a command line means, or the help it asks for. What is wrong is a Rejected in German that says how
 * to mend it. Pure: nothing is sent.
 */
export const requestOf = (args: readonly string[], desk: Desk): Request | Readonly<{ help: string }> => {
  const [noun, group] = found(GROUPS, args[0]) ?? [];
  if (!noun || !group)
    throw new Rejected(
      'online.command',
      `Den Befehl „${args[0] ?? ''}“ gibt es nicht; möglich sind ${Object.keys(GROUPS).join(', ')}.`,
    );
  const [verb, command] = found(group.commands, args[1]) ?? [];
  if (!verb || !command) {
    if (asksForHelp(args)) return { help: groupHelp(noun, group) };
    throw new Rejected(
      'online.command',
      `${args[1] === undefined || args[1].startsWith('-') ? `Zu „${noun}“ fehlt noch ein Wort.` : `Den Befehl „${noun} ${args[1]}“ gibt es nicht.`}\n\n${groupHelp(noun, group)}`,
    );
  }
  if (asksForHelp(args)) return { help: commandHelp(noun, verb, command, group) };
  const { positionals, values } = parsed(args.slice(2), command.options ?? {});
  const missing = command.operands[positionals.length];
  if (missing)
    throw new Rejected('online.operand', `Es fehlt: ${missing}. So geht es:\n\n${usageOf(noun, verb, command)}`);
  if (positionals.length > command.operands.length)
    throw new Rejected(
      'online.operand',
      `„${positionals.slice(command.operands.length).join(' ')}“ ist zu viel. Gehören mehrere Wörter zu einer Angabe, so stehen sie in Anführungszeichen.`,
    );
  return command.request({ operands: positionals, values, desk });
};

const OPTION_OF: Readonly<Record<string, string>> = {
  payBy: 'bis',
  until: 'bis',
  first: 'ab',
  rateCents: 'rate',
  totalCents: 'zustimmung',
  amountCents: 'betrag',
  reference: 'schreiben',
  stage: 'stufe',
  ground: 'grund',
};
/**
 * The API's message for whoever typed: its fields are options here, and whoever did something has a name and no prefix.
 */
export const inOptions = (message: string): string =>
  message
    .replace(/Feld „(\w+)“/g, (said, field: string) => (OPTION_OF[field] ? `--${OPTION_OF[field]}` : said))
    .replace(/\boperator:/g, '');
