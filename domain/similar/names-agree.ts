import type { Debtor } from '../parties/parties.ts';
import { fold, nameWords } from './fold.ts';

/**
 * Letters that are written in more than one way for one sound, in their order: `Meyer` and `Maier`, `Schmidt` and
 * `Schmitt`, `Carl` and `Karl`, `Sara` and `Sarah`.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[aou])e/g, ''],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dt|tt?/g, 't'],
  [/y/g, 'i'],
  [/ai/g, 'ei'],
  [/tz/g, 'z'],
  [/ck|k|c(?!h)/g, 'k'],
  [/^ch(?=r)/g, 'k'],
  [/(?<=[aeiou])h(?![aeiou])/g, ''],
  [/(?<=i)e(?!$)/g, ''],
  // René is not Renée, and Michele not Michelle.
  [/(?!ee$|lle$)(.)\1/g, '$1'],
];

/**
 * Legal forms that make somebody another person at law. A UG is a GmbH (§ 5a GmbHG); a merchant (e. K.) is the person
 * itself.
 */
const FORMS: Readonly<Record<string, string>> = {
  gmbh: 'gmbh',
  ggmbh: 'gmbh',
  mbh: 'gmbh',
  ug: 'gmbh',
  ag: 'ag',
  kg: 'kg',
  kgaa: 'kgaa',
  ohg: 'ohg',
  gbr: 'gbr',
  se: 'se',
  eg: 'eg',
  ev: 'ev',
  partg: 'partg',
  partgmbb: 'partg',
  ltd: 'ltd',
  limited: 'ltd',
  inc: 'inc',
};
const SPELT_OUT = /gesellschaft mit beschraenkter haftung/g;
const DOTTED = /(?<=^| )e ([vg])(?= |$)/g;
/** `gmbh kg` of a GmbH & Co. KG; empty where no form is named. */
const formOf = (name: string): string => {
  const words = fold(name).replace(SPELT_OUT, 'gmbh').replace(DOTTED, 'e$1').split(' ');
  return [...new Set(words.flatMap((word) => FORMS[word] ?? []))].sort().join(' ');
};

/**
 * Words that make another person or firm of one that bears the same name: `Beispiel Holding GmbH`, `Peter Müller jun.`,
 * `Erbengemeinschaft Müller`, `Hotel Post 2`.
 */
const QUALIFIERS =
  /holding|verwaltung|beteiligung|immobilie|grundbesitz|grundstueck|vermoegen|besitz|betrieb|projekt|objekt|vertrieb|handel|service|logistik|management|invest|[ck]apital|finan[zc]|consult|beratung|international|europ|deutschland|germany|gruppe|group|stiftung|verein|filiale|niederlassung|nachf|erben|nachlass|gemeinschaft|familie|eheleute|ehepaar|(?<= )(?:weg|wg|jun|junior|jr|jnr|sen|senior|sr|snr|ii|iii|iv)(?= )|\d+/g;
/** What is written in more than one way for one thing: so it is compared, as a qualifier and as a word of the name. */
const ONE_WAY: ReadonlyMap<string, string> = new Map([
  ['junior', 'jun'],
  ['jr', 'jun'],
  ['jnr', 'jun'],
  ['senior', 'sen'],
  ['sr', 'sen'],
  ['snr', 'sen'],
  ['capital', 'kapital'],
]);
const inOneWay = (word: string): string => ONE_WAY.get(word) ?? word;
const qualifiersOf = (name: string): string =>
  [...new Set((` ${fold(name).replaceAll(' ', '  ')} `.match(QUALIFIERS) ?? []).map(inOneWay))].sort().join(' ');

/** `Max und Erika Muster` are two, and neither of them alone. */
const SEVERAL = /[&+]|(?<!\p{L})(?:und|u|sowie)(?!\p{L})/iu;

const isInitial = (a: string, b: string): boolean =>
  (a.length === 1) !== (b.length === 1) && a.charAt(0) === b.charAt(0);
const LEAST_FOR_A_SLIP = 5;
/** Two letters exchanged. */
const isExchanged = (a: string, b: string): boolean => {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return (
    at >= 0 &&
    a.length >= LEAST_FOR_A_SLIP &&
    `${b.slice(0, at)}${b[at + 1] ?? ''}${b[at] ?? ''}${b.slice(at + 2)}` === a
  );
};
/**
 * One letter wrong, missing or too many, but not at the end: there it tells Maria from Mario and Daniel from Daniela.
 */
const isSlip = (a: string, b: string): boolean => {
  if (Math.min(a.length, b.length) < LEAST_FOR_A_SLIP || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  const most = Math.min(a.length, b.length) - head;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return tail > 0 && Math.max(a.length, b.length) - head - tail === 1;
};

/** The words of one name that fit one of the other's, each of which is taken once; and what is left of both. */
const matched = (
  a: readonly string[],
  b: readonly string[],
  fits: (x: string, y: string) => boolean,
): Readonly<{ fitting: readonly string[]; restA: readonly string[]; restB: readonly string[] }> => {
  const restB = [...b];
  const fitting: string[] = [];
  const restA = a.filter((word) => {
    const at = restB.findIndex((other) => fits(word, other));
    if (at < 0) return true;
    fitting.push(word);
    restB.splice(at, 1);
    return false;
  });
  return { fitting, restA, restB };
};

const spelt = (word: string): string => SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), inOneWay(word));

type Named = Pick<Debtor, 'name' | 'kind' | 'lastName'>;
type Names = Readonly<{
  isFirm: boolean;
  words: readonly string[];
  /**
   * Where a mistyped letter makes no other person: in a family name, and anywhere in that of a firm. Marina is not
   * Maria.
   */
  family: ReadonlySet<string>;
}>;
/** `Probe GmbH u. Co. KG`: in a firm's name, and not at its head, no initial. */
const SHORT_AND = /(?<=\S\s+)u(?:\.\s*|\s+)(?=\S)/giu;
const namesOf = ({ name, kind, lastName }: Named): Names => {
  const isFirm = kind === 'business';
  const words = nameWords(isFirm ? name.replace(SHORT_AND, 'und ') : name).map(spelt);
  const [beforeComma] = name.includes(',') ? name.split(',') : [];
  const last = lastName ?? beforeComma;
  const family = last === undefined ? words.slice(-1) : nameWords(last).map(spelt);
  return { isFirm, words, family: new Set(isFirm ? words : family) };
};

type Side = 'a' | 'b';
/**
 * What must say the same beside the name, the weakest first. Who shares a door need not share a name: families, groups.
 */
const NEEDS = ['nothing', 'door', 'person'] as const;
export type Need = (typeof NEEDS)[number];
const strongest = (...needs: readonly Need[]): Need => NEEDS.findLast((need) => needs.includes(need)) ?? 'nothing';
/**
 * How two names agree: as spellings of one, or so that a second sign must say the same. `fuller`: the one that says
 * more.
 */
export type Agreement = Readonly<{ needs: Need; fuller: Side | null }>;
const SAME: Agreement = { needs: 'nothing', fuller: null };
/** Where both say something that the other does not, neither is a part of the other. */
const both = (...sides: readonly (Side | null)[]): Side | null | 'mixed' => {
  const [first = null, ...more] = new Set(sides.filter((side) => side !== null));
  return more.length > 0 ? 'mixed' : first;
};

const wordsAgree = (a: Names, b: Names): Agreement | undefined => {
  if (a.words.join('') === b.words.join('')) return SAME;
  const equal = matched(a.words, b.words, (x, y) => x === y);
  if (!equal.fitting.some((word) => word.length > 1)) return undefined;
  const initials = matched(equal.restA, equal.restB, isInitial);
  const slips = matched(
    initials.restA,
    initials.restB,
    (x, y) => isExchanged(x, y) || (a.family.has(x) && b.family.has(y) && isSlip(x, y)),
  );
  const fuller = both(
    slips.restA.length > 0 ? 'a' : null,
    slips.restB.length > 0 ? 'b' : null,
    ...initials.fitting.map((word): Side => (word.length === 1 ? 'b' : 'a')),
  );
  if (fuller === 'mixed') return undefined;
  if (slips.restA.length + slips.restB.length > 0) return { needs: 'person', fuller };
  // `Alpha S GmbH` may be Alpha Süd or another; `S. Beispiel` is how a person signs.
  const isLoose = slips.fitting.length > 0 || (initials.fitting.length > 0 && (a.isFirm || b.isFirm));
  return { needs: isLoose ? 'door' : 'nothing', fuller };
};

/** A GmbH is no AG; a form that one of the two leaves out may be one, if both are firms. */
const formsAgree = (a: Named, b: Named): Agreement | undefined => {
  const one = formOf(a.name);
  const other = formOf(b.name);
  if (one === other) return SAME;
  if (one !== '' && other !== '') return undefined;
  return a.kind === b.kind ? { needs: 'door', fuller: one === '' ? 'b' : 'a' } : undefined;
};

const writtenAgree = (a: Named, b: Named): Agreement | undefined => {
  if (qualifiersOf(a.name) !== qualifiersOf(b.name)) return undefined;
  const areFirms = a.kind === 'business' || b.kind === 'business';
  if (!areFirms && SEVERAL.test(a.name) !== SEVERAL.test(b.name)) return undefined;
  const words = wordsAgree(namesOf(a), namesOf(b));
  const forms = formsAgree(a, b);
  if (!words || !forms) return undefined;
  const fuller = both(words.fuller, forms.fuller);
  return fuller === 'mixed' ? undefined : { needs: strongest(words.needs, forms.needs), fuller };
};

/** Columns that cut names are at least so wide; Daniel is no cut Daniela. */
const LEAST_FOR_A_CUT = 20;
/**
 * The shorter name with its last word whole, where a column's width has cut it within that: `…Dortmund m` of
 * `…Dortmund mbH`. In a firm's name, or in the family name at the end of a person's. Undefined: it is not cut.
 */
const uncut = (short: Named, long: Named): Named | undefined => {
  const cut = fold(short.name);
  const whole = fold(long.name);
  if (cut.length < LEAST_FOR_A_CUT || whole.length <= cut.length || !whole.startsWith(cut)) return undefined;
  const rest = /^[^ ]+/.exec(whole.slice(cut.length))?.[0];
  if (rest === undefined) return undefined;
  const word = `${cut}${rest}`.split(' ').at(-1) ?? '';
  const areFirms = short.kind === 'business' && long.kind === 'business';
  if (!areFirms && !namesOf(long).family.has(spelt(word))) return undefined;
  return { ...short, name: `${cut}${rest}`, lastName: undefined };
};
/** The same door is enough for a cut name: what the rest of its last word was, the other one says, and so says more. */
const cutAgrees = (a: Named, b: Named): Agreement | undefined => {
  const wholeA = uncut(a, b);
  const wholeB = uncut(b, a);
  if (!wholeA && !wholeB) return undefined;
  const agreement = writtenAgree(wholeA ?? a, wholeB ?? b);
  return agreement && { needs: strongest(agreement.needs, 'door'), fuller: wholeA ? 'b' : 'a' };
};

/** How two names agree, whole or cut short; undefined: they are of two. */
export const namesAgree = (a: Named, b: Named): Agreement | undefined => writtenAgree(a, b) ?? cutAgrees(a, b);
