import { formatDay } from '../calendar.ts';
import type { Debtor } from '../parties/parties.ts';
import {
  differenceFrom,
  isSamePerson,
  leavesOut,
  namesWith,
  saysMore,
  wasCalled,
  type Difference,
  type Known,
} from '../similar/same-debtor.ts';

/** What a creditor's row says of a person. `formerName`: what it was called before. */
export type PersonTold = Readonly<{ debtor: Debtor; formerName?: string | undefined }>;
/** A person whom an Akte knows, or whom the first row of a customer number has named. */
export type KnownPerson = Known;

/** Whom the first row of a customer number is about. */
export const knownBy = ({ debtor }: PersonTold): KnownPerson => ({ debtor, names: namesWith([], debtor) });

/** The person of a row is the one we know, or says that it was called so before. */
export const isAbout = (known: KnownPerson, { debtor, formerName }: PersonTold): boolean =>
  isSamePerson(known, debtor) || (formerName !== undefined && wasCalled(known, formerName));

/** How a row names the person that it is about. */
type Naming = Readonly<{
  /** Anew, or with more of the same name: by this name the next row is judged. */
  renamed?: Pick<Debtor, 'name' | 'lastName' | 'salutation'> & Readonly<{ formerName?: string }>;
  /** With less of the name: it stays, but who contradicts this one is somebody else. */
  also?: Pick<Debtor, 'name' | 'lastName'>;
}>;

/** The row says who the person was called before: by that its former names no longer count. */
const formerIn = (known: KnownPerson, { formerName }: PersonTold): { formerName?: string } =>
  formerName !== undefined && wasCalled(known, formerName) ? { formerName } : {};

/** How a row about the person we know names it; nothing where it does so as we do. */
export const namingIn = (known: KnownPerson, told: PersonTold): Naming => {
  const { name, lastName, salutation } = told.debtor;
  const named = { name, ...(lastName === undefined ? {} : { lastName }) };
  if (!isSamePerson(known, told.debtor) || saysMore(known.debtor, told.debtor))
    return { renamed: { ...named, ...(salutation === undefined ? {} : { salutation }), ...formerIn(known, told) } };
  return leavesOut(known, told.debtor) ? { also: named } : {};
};

/** The person after a row about it: the one we know, by its new name where the row gives one. */
export const knownAfter = (known: KnownPerson, told: PersonTold): KnownPerson => {
  const { renamed, also } = namingIn(known, told);
  if (renamed) {
    const { formerName: _, ...name } = renamed;
    return {
      debtor: { ...known.debtor, lastName: undefined, ...name },
      names: namesWith(known.names, renamed),
    };
  }
  return also ? { ...known, names: namesWith(known.names, also) } : known;
};

/** Somebody else than the one we know. `name`: the known one that the row was compared with; what was and is told. */
export type Stranger = Readonly<{ by: Difference; name: string; before: string; now: string }>;

const shownBy = (by: Difference, { name, birthDate, salutation }: Debtor): string => {
  if (by === 'birthDate') return birthDate ? formatDay(birthDate) : '';
  return by === 'salutation' ? (salutation ?? '') : name;
};

/** By what a row is about somebody else than the one we know (`isAbout` says that it is). */
export const strangerIn = ({ debtor, names }: KnownPerson, told: PersonTold): Stranger => {
  const { by, name } = differenceFrom({ debtor, names }, told.debtor) ?? { by: 'name', name: debtor.name };
  return { by, name, before: shownBy(by, debtor), now: shownBy(by, told.debtor) };
};
