import type { Actor } from '../actor.ts';
import type { Day } from '../calendar.ts';
import { CONTACT_FIELDS } from '../parties/contact-fields.ts';
import type { Akte } from './akte.ts';
import { debtorNews } from './contacts-told.ts';
import type { Fact } from './facts.ts';
import { apply } from './fold.ts';
import { namingIn, type PersonTold } from './person-told.ts';

/** What a creditor's rows say of the person of an Akte, in their order. They are known to be about it (`isAbout`). */
export type Telling = Readonly<{ rows: readonly PersonTold[]; by: Actor }>;
type Told = Readonly<{ on: Day; by: Actor; source: 'creditor' }>;

const naming = (akte: Akte, row: PersonTold, told: Told): readonly Fact[] => {
  const { renamed, also } = namingIn(akte, row);
  if (renamed) return [{ kind: 'renamed', ...told, ...renamed }];
  return also ? [{ kind: 'alsoNamed', ...told, ...also }] : [];
};

/** A Land is told with its address only. */
const contact = (akte: Akte, { debtor }: PersonTold, told: Told): readonly Fact[] => {
  const fresh = debtorNews(akte, debtor);
  if (Object.keys(fresh).length === 0) return [];
  const land = fresh.address && debtor.land ? { land: debtor.land } : {};
  return [{ kind: 'contactChanged', ...told, ...fresh, ...land }];
};

/**
 * What rows say of an Akte's person that is new: another name, another mailbox, number or address. What one of them has
 * said, or the Akte knows, is not said again.
 */
export const decidePerson = ({ rows, by }: Telling, akte: Akte, on: Day): readonly Fact[] => {
  const told: Told = { on, by, source: 'creditor' };
  const facts: Fact[] = [];
  let seen = akte;
  for (const row of rows) {
    const said = [...naming(seen, row, told), ...contact(seen, row, told)];
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
