import type { Debtor } from '../parties/parties.ts';
import { fold } from './fold.ts';
import { namesAgree, type Agreement, type Need } from './names-agree.ts';
import { keyOf, profileOf, type KeyKind } from './profile.ts';

const OF_A_PERSON = ['iban', 'email', 'phone'] as const satisfies readonly KeyKind[];
/** The signs that meet a need: of a person mailboxes, numbers, account and birthday; the door where that is enough. */
const signsOf = (debtor: Debtor, need: Need): ReadonlySet<string> => {
  const kinds = need === 'door' ? ([...OF_A_PERSON, 'address'] as const) : OF_A_PERSON;
  const { furtherEmails = [], furtherPhones = [], birthDate } = debtor;
  const ways: Debtor[] = [
    debtor,
    ...furtherEmails.map((email) => ({ ...debtor, email })),
    ...furtherPhones.map((phone) => ({ ...debtor, phone })),
  ];
  const keys = ways.map(profileOf).flatMap((profile) => kinds.flatMap((kind) => keyOf(kind, profile) ?? []));
  return new Set(birthDate === undefined ? keys : [...keys, `born:${birthDate}`]);
};
/** Both say it, and it is the same. */
const shareASign = (known: Debtor, given: Debtor, need: Need): boolean => {
  if (need === 'nothing') return true;
  const signs = signsOf(known, need);
  return [...signsOf(given, need)].some((sign) => signs.has(sign));
};

const differ = <T>(a: T | undefined, b: T | undefined): boolean => a !== undefined && b !== undefined && a !== b;

/**
 * Why a row is about somebody else than the one known, or may be: `sign` where the names agree and nothing else says
 * that it is the same person.
 */
export type Difference = 'birthDate' | 'salutation' | 'name' | 'sign';
const isDifference = (found: Agreement | Difference): found is Difference => typeof found === 'string';

const comparedWith = (known: Debtor, given: Debtor): Agreement | Difference => {
  const names = namesAgree(known, given);
  if (!names) return 'name';
  if (differ(known.birthDate, given.birthDate)) return 'birthDate';
  if (differ(known.salutation, given.salutation)) return 'salutation';
  return shareASign(known, given, names.needs) ? names : 'sign';
};
const agreementOf = (known: Debtor, given: Debtor): Agreement | undefined => {
  const found = comparedWith(known, given);
  return isDifference(found) ? undefined : found;
};

/**
 * Whether the given name of the same person says more than the known one. It is then the name by which the next row is
 * judged, or `Feldmann` would be Karl today and Rosa tomorrow.
 */
export const saysMore = (known: Debtor, given: Debtor): boolean => agreementOf(known, given)?.fuller === 'b';

/** A name under which somebody's claims have come. */
export type Borne = Pick<Debtor, 'name' | 'lastName'>;
/** A person as an Akte knows it: who it is, and every name that it was given since its creditor last said who it is. */
export type Known = Readonly<{ debtor: Debtor; names: readonly Borne[] }>;

const borne = ({ name, lastName }: Borne): Borne => ({ name, ...(lastName === undefined ? {} : { lastName }) });
/** The names borne once there is another. `formerName`: who the person is has been said, and begins anew. */
export const namesWith = (
  names: readonly Borne[],
  of: Borne & Readonly<{ formerName?: string | undefined }>,
): readonly Borne[] => (of.formerName === undefined ? [...names, borne(of)] : [borne(of)]);

/**
 * What tells a row from the person of an Akte, and the name that it was compared with; null: it is about that person.
 * Every name that the Akte has borne must agree with the row's, not only the present one: Anna-Maria agrees with Maria
 * and with Anna, who are two.
 */
export const differenceFrom = (
  { debtor, names }: Known,
  given: Debtor,
): Readonly<{ by: Difference; name: string }> | null => {
  const found = comparedWith(debtor, given);
  if (isDifference(found)) return { by: found, name: debtor.name };
  const contradicted = names.find(
    (other) => other.name !== debtor.name && !namesAgree({ ...other, kind: debtor.kind }, given),
  );
  return contradicted ? { by: 'name', name: contradicted.name } : null;
};
/**
 * Whether a creditor's customer number stands for the person it stood for before (reading 11). Spellings, the order,
 * initials and titles make no other person. A name that says more than the other (another first name, another word of
 * a firm's) is that of the same person only where a sign of the person says so: a mailbox, a number, an account, a
 * birthday. Where one leaves out the legal form or has a mistyped letter, the same door is enough. Another birthday,
 * salutation or legal form, and what makes another firm or generation, are never the same: a person of the creditor's
 * must then say what is right. A bill that goes to the wrong person is worse than a row that comes back.
 */
export const isSamePerson = (known: Known, given: Debtor): boolean => differenceFrom(known, given) === null;

/** Whether a row's name leaves out words of the present one, and is not among those borne yet. */
export const leavesOut = ({ debtor, names }: Known, given: Debtor): boolean => {
  const agreement = agreementOf(debtor, given);
  const isBorne = names.some(({ name }) => fold(name) === fold(given.name));
  return agreement?.fuller === 'a' && agreement.needs === 'person' && !isBorne;
};

/** Whether a creditor names the one we know when it says who somebody was called before. */
export const wasCalled = ({ debtor, names }: Known, formerName: string): boolean => {
  const former = { name: formerName, kind: debtor.kind };
  return [debtor, ...names].some((one) => namesAgree({ ...one, kind: debtor.kind }, former) !== undefined);
};
