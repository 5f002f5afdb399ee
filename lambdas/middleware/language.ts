import type { Language } from '../../domain/fault-codes.ts';

/** What is answered where nobody asks for anything else. */
const USUAL: Language = 'de';

type Wanted = Readonly<{ tag: string; weight: number }>;
/** `en-GB;q=0.8`: a language, and how much it is wanted. What is no weight is none. */
const wantedIn = (part: string): Wanted => {
  const [tag = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const written = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = written === undefined ? 1 : Number(written);
  return { tag, weight: weight >= 0 && weight <= 1 ? weight : 0 };
};
const isIn = (tag: string, language: Language): boolean => tag === language || tag.startsWith(`${language}-`);
/** How much a language is wanted: as it is named itself, else as any is (`*`). */
const weightOf = (language: Language, wanted: readonly Wanted[]): number => {
  const named = wanted.filter(({ tag }) => isIn(tag, language));
  const meant = named.length > 0 ? named : wanted.filter(({ tag }) => tag === '*');
  return Math.max(0, ...meant.map(({ weight }) => weight));
};

/** The language that an `Accept-Language` (RFC 9110) wants more than the other: German, where it does not say. */
export const languageIn = (accepted: string | null): Language => {
  const wanted = (accepted ?? '').split(',').map(wantedIn);
  return weightOf('en', wanted) > weightOf(USUAL, wanted) ? 'en' : USUAL;
};

/**
 * The `Content-Language` of a refusal. Its particulars are German, whatever its title is in: whoever reads is told so.
 */
export const SPOKEN: Readonly<Record<Language, string>> = { de: 'de', en: 'en, de' };
