import { plusDays, type Day } from '../../domain/calendar.ts';
import { invoiceIdentity, type Claim } from '../../domain/akte/claim.ts';
import { HandOverId } from '../../domain/ids.ts';
import type { ClaimBody } from '../../domain/intake/from-api.ts';
import type { Row } from './commands.ts';
import { erika } from '../agency/people.ts';
import { memoryHandOvers, memoryWork } from '../agency/stores.ts';

/** What must become of the rows of a list. */
export type Expected = Readonly<{ accepted: readonly ClaimBody[]; rejected: number; duplicates: number }>;
/** A list; `own`: the invoices that were taken from it. */
export type Submitted = Readonly<{ id: HandOverId; on: Day; bodies: readonly ClaimBody[]; own: Set<string> }>;
/** What the creditor has handed in so far: each invoice number with the row that was taken, and its lists. */
export type Desk = {
  readonly taken: Map<string, ClaimBody>;
  readonly lists: Submitted[];
  readonly handOvers: ReturnType<typeof memoryHandOvers>;
  readonly work: ReturnType<typeof memoryWork>;
  invoices: number;
};

export const OTTO = {
  customerNumber: 'K-2',
  name: 'Otto Beispiel',
  street: 'Nebenweg 7',
  postalCode: '44135',
  city: 'Dortmund',
  kind: 'privat',
} as const;
export const ERIKA = {
  customerNumber: erika.customerNumber,
  name: erika.name,
  street: 'Musterweg 5',
  postalCode: '44135',
  city: 'Dortmund',
  kind: 'privat',
} as const;
const statedBy = (claim: Claim): ClaimBody => ({
  ...ERIKA,
  invoiceNumber: claim.invoiceNumber,
  invoiceDate: claim.invoiceDate,
  dueDate: claim.dueOn,
  amountCents: claim.principal,
  ...(claim.subject ? { subject: claim.subject } : {}),
  ...(claim.contractDate ? { contractDate: claim.contractDate } : {}),
});

/** `claims`: those that are there already. */
export const deskOf = (claims: readonly Claim[]): Desk => ({
  taken: new Map(claims.map((c) => [invoiceIdentity(c), statedBy(c)])),
  lists: [],
  handOvers: memoryHandOvers(),
  work: memoryWork(),
  invoices: 0,
});

type Fresh = (who: typeof ERIKA | typeof OTTO, daysOld: number) => ClaimBody;
/** New invoices; `mailed`: Otto reads his mail where Erika does, and they share what may be sent to a person. */
const freshAt =
  (desk: Desk, today: Day, mailed: boolean): Fresh =>
  (who, daysOld) => {
    const n = ++desk.invoices;
    const invoiceDate = plusDays(today, -daysOld);
    return {
      ...who,
      ...(mailed && erika.email ? { email: erika.email } : {}),
      invoiceNumber: `NEU-${n}`,
      invoiceDate,
      dueDate: plusDays(invoiceDate, 14),
      amountCents: 3_000 + n * 777,
      subject: 'Saatgut',
      contractDate: invoiceDate,
    };
  };

/** What a row may be made of: a new invoice, one that was handed in before, the row above. */
type Writing = Readonly<{ fresh: Fresh; known: ClaimBody; above: ClaimBody | undefined; today: Day }>;
const WRITES: { readonly [R in Row]: (from: Writing) => ClaimBody } = {
  new: ({ fresh }) => fresh(ERIKA, 20),
  young: ({ fresh }) => fresh(ERIKA, 5),
  old: ({ fresh }) => fresh(ERIKA, 120),
  other: ({ fresh }) => fresh(OTTO, 20),
  again: ({ known }) => known,
  conflict: ({ known }) => ({ ...known, amountCents: known.amountCents + 1 }),
  twin: ({ above, known }) => above ?? known,
  broken: ({ fresh, today }) => ({ ...fresh(ERIKA, 20), invoiceDate: plusDays(today, 3) }),
};

/** The rows of a list as a creditor writes them. */
const bodiesOf = (desk: Desk, rows: readonly Row[], today: Day, mailed: boolean): ClaimBody[] => {
  const fresh = freshAt(desk, today, mailed);
  const bodies: ClaimBody[] = [];
  for (const row of rows) {
    const [known = fresh(ERIKA, 20)] = [...desk.taken.values()].slice(desk.invoices % desk.taken.size);
    bodies.push(WRITES[row]({ fresh, known, above: bodies.at(-1), today }));
  }
  return bodies;
};

/** A further list, which the desk keeps. */
export const newList = (desk: Desk, rows: readonly Row[], on: Day, mailed: boolean): Submitted => {
  const bodies = bodiesOf(desk, rows, on, mailed);
  const list = { id: HandOverId.parse(`h-${desk.lists.length + 1}`), on, bodies, own: new Set<string>() };
  desk.lists.push(list);
  return list;
};

const stated = ({
  customerNumber,
  invoiceNumber,
  invoiceDate,
  dueDate,
  amountCents,
  subject,
  contractDate,
}: ClaimBody): string =>
  JSON.stringify([
    customerNumber,
    invoiceIdentity({ invoiceNumber, invoiceDate }),
    invoiceDate,
    dueDate,
    amountCents,
    subject,
    contractDate,
  ]);
/**
 * What must become of the rows, as one would say it at a desk: of the rows with one invoice number the first is looked
 * at, the same again is a duplicate, anything else a contradiction; and so it is with what was handed in before. Into
 * an Akte that is closed nothing is taken (`closed`: the customers whose is).
 */
export const expectedOf = (desk: Desk, { bodies, on, own }: Submitted, closed: ReadonlySet<string>): Expected => {
  const accepted: ClaimBody[] = [];
  const said = new Map<string, ClaimBody>();
  let rejected = 0;
  let duplicates = 0;
  for (const body of bodies) {
    const number = invoiceIdentity(body);
    if (body.invoiceDate > on) {
      rejected++;
      continue;
    }
    const first = said.get(number);
    const known = own.has(number) ? undefined : desk.taken.get(number);
    const before = first ?? known;
    said.set(number, first ?? body);
    const isShut = !first && !own.has(number) && closed.has(body.customerNumber);
    if (isShut || (before && stated(before) !== stated(body))) rejected++;
    else if (before) duplicates++;
    else accepted.push(body);
  }
  return { accepted, rejected, duplicates };
};
