import { keysOf } from '../keys-of.ts';
import { formatDay } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import { formatEuro } from '../money.ts';
import type { NoticeFacts } from './facts.ts';
import { answersTo, shownName } from './own-name.ts';
import { salutation } from '../parties/salutation.ts';

const values = {
  anrede: (f) => salutation(f.debtor).replace(/,$/, ''),
  name: (f) => f.debtor.name,
  kundennummer: (f) => f.debtor.customerNumber,
  glaeubiger: (f) => shownName(f),
  inkasso: (f) => f.agency.name,
  aktenzeichen: (f) => f.akte,
  schreiben: (f) => f.title,
  betrag: (f) => formatEuro(f.total),
  frist: (f) => formatDay(f.payBy),
  datum: (f) => formatDay(f.date),
  verwendungszweck: (f) => f.paymentReference,
  telefon: (f) => answersTo(f).phone.at,
  email: (f) => answersTo(f).email.at,
} as const satisfies Record<string, (facts: NoticeFacts) => string>;

/** What a creditor's own text may name between `{{` and `}}`. */
export const PLACEHOLDERS = keysOf(values);

const isKnown = (name: string): name is keyof typeof values => Object.hasOwn(values, name);
const TAG = /\{\{([^{}]*)\}\}/g;

/**
 * What is wrong with a creditor's own text: unknown placeholders as they were written, and braces that never become
 * one. Empty: the text may be used. Checked when the text is saved, and again when it is used.
 */
export const checkOwnText = (text: string): string[] => {
  const unknown = [...text.matchAll(TAG)].filter(([, name = '']) => !isKnown(name.trim())).map(([tag]) => tag);
  const strayBraces = text.replace(TAG, '').match(/\{\{|\}\}/g) ?? [];
  return [...new Set([...unknown, ...strayBraces])];
};

/**
 * The text with its placeholders filled in. Throws Rejected `text.placeholder` for one that does not exist: no letter
 * leaves with `{{…}}` in it.
 */
export const fillOwnText = (text: string, facts: NoticeFacts): string => {
  const wrong = checkOwnText(text);
  if (wrong.length > 0)
    throw new Rejected(
      'text.placeholder',
      `Unbekannte Platzhalter im eigenen Text: ${wrong.join(', ')}. Erlaubt sind ${PLACEHOLDERS.map((p) => `{{${p}}}`).join(', ')}.`,
    );
  return text.replace(TAG, (tag, given: string) => {
    const name = given.trim();
    return isKnown(name) ? values[name](facts) : tag;
  });
};

/** Paragraphs are divided by blank lines; single line breaks are only how somebody typed. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map((p) => p.replace(/\s*\r?\n\s*/g, ' ').trim())
    .filter((p) => p !== '');
