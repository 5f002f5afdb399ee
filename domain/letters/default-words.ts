import { formatDay } from '../calendar.ts';
import type { DefaultFacts, NoticeFacts } from './facts.ts';

/** What a part of the legal pages is called that says for each invoice since when it is in default. */
export const DEFAULT_HEADING = 'Verzug';
/** With more grounds than these the letter itself would be nothing else. */
const MOST_IN_THE_LETTER = 3;

const enumerated = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} und ${items.at(-1) ?? ''}`;

/** `der Rechnung A`, `den Rechnungen A, B und C`: after „mit“, „von“. */
export const invoicesInWords = (numbers: readonly string[]): string =>
  `${numbers.length === 1 ? 'der Rechnung' : 'den Rechnungen'} ${enumerated(numbers)}`;

type Group = Readonly<{ default: DefaultFacts['default']; invoiceNumbers: readonly string[] }>;
/** Invoices with the same day and ground together, in the order in which they come. */
const grouped = (defaults: readonly DefaultFacts[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const { invoiceNumber, default: begin } of defaults) {
    const key = begin ? `${begin.since} ${begin.ground}` : '';
    const before = groups.get(key)?.invoiceNumbers ?? [];
    groups.set(key, { default: begin, invoiceNumbers: [...before, invoiceNumber] });
  }
  return [...groups.values()];
};

const groupInWords = ({ default: begin, invoiceNumbers }: Group): string =>
  begin
    ? `Mit ${invoicesInWords(invoiceNumbers)} sind Sie seit dem ${formatDay(begin.since)} in Verzug. ${begin.ground}`
    : `Mit ${invoicesInWords(invoiceNumbers)} sind Sie noch nicht in Verzug; dafür verlangen wir weder Zinsen noch Inkassokosten.`;

/** For each invoice since when the debtor is in default, and why; where it is in default with none, nothing. */
export const defaultsInWords = ({ defaults }: Pick<NoticeFacts, 'defaults'>): string[] => {
  const groups = grouped(defaults);
  const [only, ...others] = groups;
  if (!groups.some((g) => g.default)) return [];
  if (only?.default && others.length === 0) {
    const which = only.invoiceNumbers.length === 1 ? '' : ' mit allen genannten Rechnungen';
    return [`Sie sind${which} seit dem ${formatDay(only.default.since)} in Verzug. ${only.default.ground}`];
  }
  return groups.map(groupInWords);
};

/** Whether that is too much for the letter and stands on a page of its own. */
export const defaultsNeedAPage = (facts: Pick<NoticeFacts, 'defaults'>): boolean =>
  defaultsInWords(facts).length > MOST_IN_THE_LETTER;

/** The same in one sentence, where the rest stands on the legal pages. */
const inShort = ({ defaults }: Pick<NoticeFacts, 'defaults'>): string => {
  const late = defaults.filter((d) => d.default);
  const all = late.length === defaults.length ? 'allen' : `${late.length} von ${defaults.length}`;
  return `Mit ${all} Rechnungen sind Sie in Verzug. Seit wann und warum, steht für jede Rechnung auf den folgenden Seiten unter „${DEFAULT_HEADING}“.`;
};

/** What a letter says of default before its table; a reminder reproaches nobody. */
export const defaultInLetter = (facts: Pick<NoticeFacts, 'defaults' | 'stage'>): string[] => {
  if (facts.stage === 0) return [];
  return defaultsNeedAPage(facts) ? [inShort(facts)] : defaultsInWords(facts);
};
