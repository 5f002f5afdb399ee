import type { Actor } from '../../domain/actor.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { apply } from '../../domain/akte/fold.ts';
import { formatDay, type Day } from '../../domain/calendar.ts';
import type { AkteId } from '../../domain/ids.ts';
import { CONTACT_FIELDS } from '../../domain/parties/contact-fields.ts';
import { debtorNews } from '../../domain/akte/contacts-told.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { CheckedRow, RowIssue } from '../../domain/intake/check-file.ts';
import type { IssueCode } from '../../domain/intake/issue-codes.ts';
import { issueOf } from '../../domain/intake/reading.ts';
import type { Debtor } from '../../domain/parties/parties.ts';
import {
  differenceFrom,
  isSamePerson,
  leavesOut,
  namesWith,
  saysMore,
  wasCalled,
  type Difference,
  type Known,
} from '../../domain/similar/same-debtor.ts';

/** Who tells, and when. */
type Telling = Readonly<{ on: Day; by: Actor }>;

/** What a creditor is told of each difference. */
const CODES = {
  name: 'customer.other-person',
  sign: 'customer.not-recognised',
  birthDate: 'customer.other-birth-date',
  salutation: 'customer.other-salutation',
} as const satisfies Record<Difference, IssueCode>;
const shownIn = (debtor: Debtor, by: Difference): string => {
  if (by === 'birthDate') return debtor.birthDate ? formatDay(debtor.birthDate) : '';
  return by === 'salutation' ? (debtor.salutation ?? '') : debtor.name;
};
const otherPerson = ({ row, line, debtor }: CheckedRow, akte: AkteId, known: Known): RowIssue => {
  const { by, name } = differenceFrom(known, debtor) ?? { by: 'name', name: known.debtor.name };
  return {
    row,
    line,
    ...issueOf(CODES[by], 'customerNumber', debtor.customerNumber, {
      Akte: akte,
      Bekannt: name,
      Name: debtor.name,
      Bisher: shownIn(known.debtor, by),
      Neu: shownIn(debtor, by),
    }),
  };
};

/** The person of a row is the one we know, or says that it was called so before. */
const isOf = (known: Known, { debtor, formerName }: CheckedRow): boolean =>
  isSamePerson(known, debtor) || (formerName !== undefined && wasCalled(known, formerName));

/** The row names the person otherwise than we do: anew, or with more of the same name. */
const isNewName = (known: Known, { debtor }: CheckedRow): boolean =>
  !isSamePerson(known, debtor) || saysMore(known.debtor, debtor);
/** The row says who the person was called before: by that its former names no longer count. */
const formerIn = (known: Known, { formerName }: CheckedRow): { formerName?: string } =>
  formerName !== undefined && wasCalled(known, formerName) ? { formerName } : {};
const nameIn = ({
  debtor: { name, lastName, salutation },
}: CheckedRow): Pick<Debtor, 'name' | 'lastName' | 'salutation'> => ({
  name,
  ...(lastName === undefined ? {} : { lastName }),
  ...(salutation === undefined ? {} : { salutation }),
});
/** Under whom a row's claim stands: the one we know, by its new name where the row gives one. */
const named = (known: Known, row: CheckedRow): Known => {
  if (isNewName(known, row))
    return {
      debtor: { ...known.debtor, lastName: undefined, ...nameIn(row) },
      names: namesWith(known.names, { ...nameIn(row), ...formerIn(known, row) }),
    };
  return leavesOut(known, row.debtor) ? { ...known, names: namesWith(known.names, row.debtor) } : known;
};
/** Whom the first row of a customer number is about. */
export const knownBy = ({ debtor }: CheckedRow): Known => ({ debtor, names: namesWith([], debtor) });

/**
 * Tells the rows that are about the person of an Akte from those that name somebody else under its customer number: of
 * these a person of the creditor's must say what is right.
 */
export const byPerson = (
  akte: AkteId,
  known: Known,
  rows: readonly CheckedRow[],
): Readonly<{ own: readonly CheckedRow[]; refused: readonly RowIssue[] }> => {
  const own: CheckedRow[] = [];
  const refused: RowIssue[] = [];
  let person = known;
  for (const row of rows) {
    if (isOf(person, row)) {
      own.push(row);
      person = named(person, row);
    } else refused.push(otherPerson(row, akte, person));
  }
  return { own, refused };
};

const renamed = (akte: Akte, row: CheckedRow, telling: Telling): Fact[] => {
  const told = { ...telling, source: 'creditor' } as const;
  if (isNewName(akte, row)) return [{ kind: 'renamed', ...told, ...nameIn(row), ...formerIn(akte, row) }];
  const { salutation: _, ...name } = nameIn(row);
  return leavesOut(akte, row.debtor) ? [{ kind: 'alsoNamed', ...told, ...name }] : [];
};

const contact = (akte: Akte, { debtor }: CheckedRow, telling: Telling): Fact[] => {
  const fresh = debtorNews(akte, debtor);
  if (Object.keys(fresh).length === 0) return [];
  const land = fresh.address && debtor.land ? { land: debtor.land } : {};
  return [{ kind: 'contactChanged', ...telling, source: 'creditor', ...fresh, ...land }];
};

/**
 * What rows about an Akte's person say of it that is new: another name, another mailbox, number or address. The rows
 * are known to be about that person (`byPerson`).
 */
export const personFacts = (akte: Akte, rows: readonly CheckedRow[], telling: Telling): readonly Fact[] => {
  const facts: Fact[] = [];
  let seen = akte;
  for (const row of rows) {
    const said = [...renamed(seen, row, telling), ...contact(seen, row, telling)];
    seen = said.reduce<Akte>((before, fact) => apply(before, fact, akte.id), seen);
    facts.push(...said);
  }
  return facts;
};

/**
 * Whether what is told opens a way to a debtor who had none, or replaces one that failed: then waiting executions go
 * on.
 */
export const opensAWay = ({ dead, debtor, tracing }: Akte, facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.kind === 'contactChanged' && CONTACT_FIELDS.some((field) => fact[field] !== undefined)) &&
  (dead.length > 0 || tracing !== null || debtor.address === undefined || debtor.email === undefined);
