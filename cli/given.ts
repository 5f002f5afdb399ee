import { keysOf } from '../domain/keys-of.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Day, Land } from '../domain/calendar.ts';
import { Rejected, messageIn } from '../domain/faults.ts';
import type { Cents } from '../domain/money.ts';
import { parseDay, parseGermanAmount } from '../domain/parse.ts';
import { landNamed } from './land.ts';

/** A command's options as they were typed. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;
export type OptionTypes = Readonly<Record<string, 'string' | 'boolean'>>;

/** Whether whoever typed wants to be told what there is. */
export const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

/** What is wrong with an option, or another part of the command, in one German line. */
export const misuse = (what: string, message: string): Rejected =>
  new Rejected('online.option', `${what}: ${message}`, { field: what });

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
/** `Schließen` and `schliessen` are the same word: not every keyboard has the letters. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (c) => UMLAUTS[c] ?? c);

/** Which options a command has. */
export const possible = (options: OptionTypes): string =>
  Object.keys(options).length === 0
    ? 'Der Befehl hat keine Angaben mit „--“.'
    : `Möglich sind: ${Object.keys(options)
        .map((o) => `--${o}`)
        .join(', ')}.`;

/** Operands and options of a command line; only the options named. */
export const parsed = (
  args: readonly string[],
  options: OptionTypes,
): Readonly<{ positionals: readonly string[]; values: Values }> => {
  try {
    // A cast: no option is asked for more than once, so that none is a list.
    return parseArgs<ParseArgsConfig>({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
    }) as { positionals: string[]; values: Values };
  } catch (error) {
    const [, option = ''] = /'(-[^' ]*)/.exec(messageIn(error)) ?? [];
    const type = options[option.replace(/^--/, '')];
    if (type === 'boolean') throw misuse(option, 'steht ohne Wert.');
    throw type === 'string'
      ? misuse(option, `Der Wert fehlt. Beginnt er mit einem Strich, so geht es: ${option}=-…`)
      : misuse(option || 'mahnwerk', `passt hier nicht. ${possible(options)}`);
  }
};

/** A text that may be absent; never longer than the API takes. */
export const optionalText = (values: Values, option: string, most = 400): string | undefined => {
  const value = values[option];
  if (typeof value !== 'string') return undefined;
  if (value.trim() === '') throw misuse(`--${option}`, 'ist leer.');
  if (value.length > most) throw misuse(`--${option}`, `ist zu lang: ${value.length} Zeichen, erlaubt sind ${most}.`);
  return value;
};
export const text = (values: Values, option: string, example: string, most = 400): string => {
  const value = optionalText(values, option, most);
  if (value === undefined) throw misuse(`--${option}`, `fehlt, zum Beispiel --${option} ${example}`);
  return value;
};

const read = <T>(values: Values, option: string, example: string, parse: (text: string) => T): T => {
  const given = text(values, option, example);
  try {
    return parse(given);
  } catch (error) {
    throw misuse(`--${option}`, messageIn(error));
  }
};
export const dayOf = (values: Values, option: string, example = '31.03.2026'): Day =>
  read(values, option, example, parseDay);
export const optionalDay = (values: Values, option: string): Day | undefined =>
  values[option] === undefined ? undefined : dayOf(values, option);
export const amountOf = (values: Values, option: string, example = '12,50'): Cents => {
  const amount = read(values, option, example, parseGermanAmount);
  if (amount <= 0) throw misuse(`--${option}`, 'Der Betrag muss größer als null sein.');
  return amount;
};

/** The API's word for the German one that was typed, or for itself; `words`: German by API. */
export const choice = <T extends string>(
  values: Values,
  option: string,
  words: Readonly<Record<T, string>>,
  only: readonly T[] = keysOf(words),
): T => {
  const given = values[option];
  const list = `möglich sind ${only.map((w) => words[w]).join(', ')}.`;
  if (typeof given !== 'string') throw misuse(`--${option}`, `fehlt; ${list}`);
  const found = only.find((w) => words[w] === plainWord(given) || w === given);
  if (!found) throw misuse(`--${option}`, `„${given}“ gibt es nicht; ${list}`);
  return found;
};

export const landOf = (values: Values): Land | undefined => {
  const given = values['land'];
  return typeof given === 'string' ? landNamed(given, (message) => misuse('--land', message)) : undefined;
};
