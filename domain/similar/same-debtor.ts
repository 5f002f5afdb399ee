import type { Debtor } from '../parties.ts';
import { fold, nameWords } from './fold.ts';
import { profileOf } from './profile.ts';

/** Letters that are written in more than one way for one sound, in their order: `Meyer` and `Maier`, `Schmidt` and `Schmitt`, `Carl` and `Karl`, `Sara` and `Sarah`. */
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
  [/(.)\1/g, '$1'],
];
const spelt = (word: string): string => SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word);

/** Legal forms that make somebody another person at law. A UG is a GmbH (§ 5a GmbHG); a merchant (e. K.) is the person itself. */
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

const isInitial = (a: string, b: string): boolean => (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0);
const LEAST_FOR_A_SLIP = 5;
/** One letter wrong, missing or too many, or two exchanged, but not at the end: there it tells Maria from Mario and Daniel from Daniela. */
const isSlip = (a: string, b: string): boolean => {
  if (Math.min(a.length, b.length) < LEAST_FOR_A_SLIP || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  const most = Math.min(a.length, b.length) - head;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const isExchanged = restA.length === 2 && restA === [...restB].reverse().join('');
  return tail > 0 && (Math.max(restA.length, restB.length) === 1 || isExchanged);
};

/** Takes the words of the shorter name out of the longer one by one; what is left of the shorter one. */
const leftOver = (longer: readonly string[], shorter: readonly string[], fits: typeof isSlip): string[] => {
  const rest = [...longer];
  return shorter.filter((word) => {
    const at = rest.findIndex((other) => fits(word, other));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

type Names = Readonly<{ words: readonly string[]; compact: string }>;
const namesOf = (name: string): Names => {
  const words = nameWords(name).map(spelt);
  return { words, compact: words.join('') };
};

/** Every word of the shorter name stands in the longer one, in full, by its initial or, where `slips` are forgiven, but for one letter; at least one in full. */
const isSameName = (a: string, b: string, slips: boolean): boolean => {
  const [one, other] = [namesOf(a), namesOf(b)];
  if (one.compact === other.compact) return true;
  const [longer, shorter] =
    one.words.length >= other.words.length ? [one.words, other.words] : [other.words, one.words];
  const inFull = shorter.some((word) => word.length > 1 && longer.includes(word));
  const left = leftOver(longer, shorter, (x, y) => x === y || isInitial(x, y));
  if (left.length === 0) return inFull;
  return (
    slips && inFull && leftOver(longer, shorter, (x, y) => x === y || isInitial(x, y) || isSlip(x, y)).length === 0
  );
};

/** Both say it, and it is the same: a mailbox, a number, an account, a door, a birthday. */
const shareASign = (known: Debtor, given: Debtor): boolean => {
  const [a, b] = [profileOf(known), profileOf(given)];
  const same = (x: string | null | undefined, y: string | null | undefined): boolean =>
    x !== null && x !== undefined && x === y;
  const door = (of: typeof a): string | null =>
    of.address && `${of.address.street.name}#${of.address.street.number}#${of.address.postalCode}`;
  return (
    same(a.email, b.email) ||
    same(a.phone, b.phone) ||
    same(a.iban, b.iban) ||
    same(door(a), door(b)) ||
    same(known.birthDate, given.birthDate)
  );
};

const differ = <T>(a: T | undefined, b: T | undefined): boolean => a !== undefined && b !== undefined && a !== b;

/**
 * Whether a creditor's customer number stands for the person it stood for before (reading 11). Spellings, missing first names, initials, titles and a legal form that one of the two leaves out do
 * not make another person; another first name, birthday, salutation or legal form does, and so does a name that has nothing in common: a person of the creditor's must then say what is right. A bill
 * that goes to the wrong person is worse than a row that comes back.
 */
export const isSameDebtor = (known: Debtor, given: Debtor): boolean => {
  if (differ(known.birthDate, given.birthDate) || differ(known.salutation, given.salutation)) return false;
  const [before, now] = [formOf(known.name), formOf(given.name)];
  const formsDiffer = before !== '' && now !== '' ? before !== now : before !== now && known.kind !== given.kind;
  return !formsDiffer && isSameName(known.name, given.name, shareASign(known, given));
};

/** Whether a creditor names the one we know when it says who somebody was called before. */
export const wasCalled = (known: Debtor, formerName: string): boolean =>
  isSameName(known.name, formerName, true) && formOf(known.name) === formOf(formerName);
