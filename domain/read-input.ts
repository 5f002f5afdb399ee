import * as z from 'zod';
import { inField } from './faults.ts';

/**
 * What is wrong with one field of what somebody gave: where (`claims[0].dueOn`; empty: the whole), what, in German, and
 * of which kind.
 */
export type FieldFault = Readonly<{ field: string; message: string; kind: 'missing' | 'unknown' | 'invalid' }>;

const ARTICLES: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Objekt',
  record: 'ein Objekt',
  null: 'null',
};
const FORMATS: Readonly<Record<string, string>> = {
  date: 'ein Tag wie "2026-03-31"',
  datetime: 'ein Zeitpunkt wie "2026-03-31T08:00:00Z"',
  email: 'eine E-Mail-Adresse wie "buchhaltung@example.com"',
  url: 'eine Adresse wie "https://www.example.com"',
};
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: [' Zeichen', ' Zeichen'],
  array: [' Eintrag', ' Einträge'],
};
/** No number beyond it is exact; nobody should read sixteen digits. */
const isBoundOfNumbers = (n: number | bigint): boolean => Math.abs(Number(n)) >= Number.MAX_SAFE_INTEGER;
type Word = 'mindestens' | 'höchstens';
/** How a bound is said where the limit itself is no longer allowed. */
const EXCLUSIVE: Readonly<Record<Word, string>> = { mindestens: 'mehr als', höchstens: 'weniger als' };
const bound = (word: Word, limit: number | bigint, inclusive: boolean, origin: string): string => {
  if (isBoundOfNumbers(limit)) return 'eine Zahl, die sich genau rechnen lässt';
  const [one, many] = UNITS[origin] ?? ['', ''];
  const than = inclusive ? word : EXCLUSIVE[word];
  return `${than} ${limit}${Number(limit) === 1 ? one : many}`;
};
/** A union says nothing of its own: what is wrong stands in its branches. */
const SEE_BRANCHES = '(union)';

/**
 * What belongs in a field, as zod asks for it: half a sentence after "erwartet wird". Where a schema has its own words,
 * they go first.
 */
const belongs: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return ARTICLES[issue.expected] ?? 'eine andere Angabe';
    case 'too_small':
      return bound('mindestens', issue.minimum, issue.inclusive ?? true, issue.origin);
    case 'too_big':
      return bound('höchstens', issue.maximum, issue.inclusive ?? true, issue.origin);
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'eine andere Schreibweise';
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `eines von ${issue.values.map(String).join(', ')}`;
    case 'not_multiple_of':
      return `ein Vielfaches von ${issue.divisor}`;
    case 'invalid_union':
      return SEE_BRANCHES;
    default:
      return 'eine andere Angabe';
  }
};

/** `claims[0].dueOn` */
export const fieldOf = (path: readonly PropertyKey[]): string =>
  path.map((p, i) => (typeof p === 'number' ? `[${p}]` : `${i > 0 ? '.' : ''}${String(p)}`)).join('');

const MOST_SHOWN = 80;
const keyIn = (key: string): string => (key.length > MOST_SHOWN ? `${key.slice(0, MOST_SHOWN)}…` : key);
type Issue = z.core.$ZodIssue;
const atRoot = (issues: readonly Issue[]): number =>
  issues.reduce((n, i) => n + (i.code === 'unrecognized_keys' ? i.keys.length : 0) + (i.path.length <= 1 ? 1 : 0), 0);
/** The branch that was meant: the one whose outer form fits best. */
const meant = (branches: readonly (readonly Issue[])[]): readonly Issue[] =>
  branches.reduce<readonly Issue[] | undefined>((best, next) => {
    if (best === undefined) return next;
    const wrongInBest = atRoot(best);
    const wrongInNext = atRoot(next);
    const fitsBetter = wrongInNext < wrongInBest || (wrongInNext === wrongInBest && next.length < best.length);
    return fitsBetter ? next : best;
  }, undefined) ?? [];

const asSentence = (message: string): string => (/[.!?]$/.test(message) ? message : `Erwartet wird: ${message}.`);

const faultsOf = (issue: Issue, above: readonly PropertyKey[]): readonly FieldFault[] => {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: fieldOf([...path, keyIn(key)]),
      message: 'Diese Angabe gibt es hier nicht.',
      kind: 'unknown',
    }));
  if (issue.code === 'invalid_union' && issue.message === SEE_BRANCHES) {
    const inside = meant(issue.errors).flatMap((i) => faultsOf(i, path));
    if (inside.length > 0) return inside;
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    const expected = options.length > 0 ? `eines von ${options.join(', ')}` : 'eine andere Angabe';
    return [{ field: fieldOf(path), message: asSentence(expected), kind: 'invalid' }];
  }
  const isMissing = issue.input === undefined && issue.code !== 'custom' && issue.path.length > 0;
  return [
    {
      field: fieldOf(path),
      message: isMissing ? `Diese Angabe fehlt. ${asSentence(issue.message)}` : asSentence(issue.message),
      kind: isMissing ? 'missing' : 'invalid',
    },
  ];
};

/** All that is wrong with what was given, field by field, in German. */
export const faultsIn = (error: z.ZodError): readonly FieldFault[] =>
  error.issues.flatMap((issue) => faultsOf(issue, []));

/**
 * What was given is not of the form that was asked for. Only what somebody gave is this fault; what we stored ourselves
 * and cannot read is our own.
 */
export class WrongInput extends Error {
  override readonly name = 'WrongInput';
  readonly faults: readonly FieldFault[];
  constructor(faults: readonly FieldFault[]) {
    super(faults.map(({ field, message }) => (field === '' ? message : inField(field, message))).join('\n'));
    this.faults = faults;
  }
}

/** Checks what somebody gave against its form. */
export const tryInput = <S extends z.ZodType>(
  schema: S,
  given: unknown,
): Readonly<{ data: z.output<S> } | { faults: readonly FieldFault[] }> => {
  const read = schema.safeParse(given, { error: belongs, reportInput: true });
  return read.success ? { data: read.data } : { faults: faultsIn(read.error) };
};
/** The same; what is wrong is thrown as WrongInput. */
export const readInput = <S extends z.ZodType>(schema: S, given: unknown): z.output<S> => {
  const read = tryInput(schema, given);
  if ('faults' in read) throw new WrongInput(read.faults);
  return read.data;
};
