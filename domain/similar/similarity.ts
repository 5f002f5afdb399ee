import type { Profile } from './profile.ts';

/**
 * `score` from 0 to 100; `reasons` are sentences for our own people, those that speak against it begin with "Aber". No
 * debtor's data stands in them.
 */
export type Similarity = Readonly<{ score: number; reasons: readonly string[] }>;

/** From here on a person should look. */
export const SUGGESTED_FROM = 60;

type Sign = Readonly<{ points: number; reason: string }>;
/**
 * What counts, and how much. Two signs that do not depend on each other reach 60: name and address, name and e-mail,
 * name and phone. An account reaches it alone, even under two names. E-mail and phone together do, too: an address book
 * does not hold both of somebody else. Two names at one address with one phone (or one e-mail) do not: that is a
 * family. The numbers are judgement, not statistics: staff's decisions will show better ones.
 */
const SIGNS = {
  iban: { points: 80, reason: 'Die Bankverbindung ist dieselbe.' },
  email: { points: 40, reason: 'Die E-Mail-Adresse ist dieselbe.' },
  phone: { points: 40, reason: 'Die Telefonnummer ist dieselbe.' },
  sameName: { points: 35, reason: 'Der Name ist derselbe.' },
  soundsAlike: { points: 30, reason: 'Die Namen klingen gleich.' },
  partOfName: { points: 25, reason: 'Der eine Name ist im anderen enthalten.' },
  otherName: { points: -20, reason: 'Aber: Die Namen sind verschieden.' },
  sameAddress: { points: 35, reason: 'Die Anschrift ist dieselbe.' },
  nearAddress: { points: 25, reason: 'Die Anschriften sind fast gleich.' },
  otherSalutation: { points: -10, reason: 'Aber: Die Anreden sind verschieden.' },
} as const satisfies Readonly<Record<string, Sign>>;

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i]);

/** Takes each word of the shorter name out of the longer one, once; returns what is left of both. */
const apart = (longer: readonly string[], shorter: readonly string[]): { over: string[]; missing: string[] } => {
  const over = [...longer];
  const missing = shorter.filter((word) => {
    const at = over.indexOf(word);
    if (at >= 0) over.splice(at, 1);
    return at < 0;
  });
  return { over, missing };
};
const initialOf = (a: string, b: string): boolean => (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0);

/**
 * Every word of the shorter name is in the longer one, at least one of them in full, the others perhaps by their
 * initial (`E. Beispiel`).
 */
const contains = (longer: readonly string[], shorter: readonly string[]): boolean => {
  const { over, missing } = apart(longer, shorter);
  const inFull = shorter.some((word) => word.length > 1 && longer.includes(word));
  return (
    inFull &&
    missing.every((word) => {
      const at = over.findIndex((other) => initialOf(word, other));
      if (at >= 0) over.splice(at, 1);
      return at >= 0;
    })
  );
};
const containsSounds = (longer: readonly string[], shorter: readonly string[]): boolean =>
  apart(longer, shorter).missing.length === 0 && shorter.some((sound) => sound.length > 1);

/** Which of two names is looked for in the other must not depend on who comes first. */
const eitherWay = (a: readonly string[], b: readonly string[], inside: typeof contains): boolean =>
  inside(a, b) || inside(b, a);

const nameSign = (a: Profile, b: Profile): Sign => {
  if (equal(a.words, b.words)) return SIGNS.sameName;
  if (equal(a.sounds, b.sounds) || a.compact === b.compact) return SIGNS.soundsAlike;
  return eitherWay(a.words, b.words, contains) || eitherWay(a.sounds, b.sounds, containsSounds)
    ? SIGNS.partOfName
    : SIGNS.otherName;
};

type Address = NonNullable<Profile['address']>;
/** What two addresses have in common. */
type Shared = Readonly<{ road: boolean; door: boolean; code: boolean }>;
/**
 * Almost the same: another letter behind the house number, a street that sounds the same, or one wrong digit in the
 * postal code of one city.
 */
const isNear = (a: Address, b: Address, { road, door, code }: Shared): boolean => {
  if (!a.street.house || a.street.house !== b.street.house) return false;
  return (road && code) || (door && code && a.sound === b.sound) || (road && door && a.city === b.city);
};
const addressSign = (a: Address | null, b: Address | null): Sign | null => {
  if (!a || !b) return null;
  const road = a.street.name === b.street.name;
  const door = a.street.number === b.street.number;
  const code = a.postalCode === b.postalCode;
  if (road && door && code) return a.street.number ? SIGNS.sameAddress : SIGNS.nearAddress;
  return isNear(a, b, { road, door, code }) ? SIGNS.nearAddress : null;
};

const both = (a: string | null | undefined, b: string | null | undefined, fits: boolean): boolean =>
  Boolean(a) && Boolean(b) && (a === b) === fits;

/**
 * How much speaks for two customers being one person or one firm. Symmetric; nobody is more like a debtor than that
 * debtor.
 */
export const compared = (a: Profile, b: Profile): Similarity => {
  const signs: readonly (Sign | null)[] = [
    both(a.iban, b.iban, true) ? SIGNS.iban : null,
    both(a.email, b.email, true) ? SIGNS.email : null,
    both(a.phone, b.phone, true) ? SIGNS.phone : null,
    nameSign(a, b),
    addressSign(a.address, b.address),
    both(a.salutation, b.salutation, false) ? SIGNS.otherSalutation : null,
  ];
  const found = signs.filter((sign) => sign !== null);
  const points = found.reduce((sum, sign) => sum + sign.points, 0);
  return { score: Math.min(100, Math.max(0, points)), reasons: found.map((sign) => sign.reason) };
};
