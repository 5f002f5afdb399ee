import { apply, type Akte } from '../domain/akte.ts';
import { aktenzeichen } from '../domain/aktenzeichen.ts';
import type { Day } from '../domain/calendar.ts';
import { ClaimId, MatterId, normaliseInvoiceNumber, type AkteId, type Claim } from '../domain/claim.ts';
import { joiningOf } from '../domain/dunning.ts';
import type { Fact } from '../domain/facts.ts';
import { Conflict } from '../domain/faults.ts';
import { sameClaim, type CheckedRow, type RowIssue } from '../domain/intake/check-file.ts';
import { issueOf } from '../domain/intake/reading.ts';
import type { Creditor } from '../domain/parties.ts';
import { contactPointsOf } from '../domain/person.ts';
import { termsOf } from '../domain/terms.ts';
import { inParallel } from './in-parallel.ts';
import type { People } from './person-ports.ts';
import type { Akten, Hashes, Procedures } from './ports.ts';
import { proceduresOf } from './procedures-of.ts';

type Ports = Readonly<{ akten: Akten; people: People; hashes: Hashes; procedures: Pick<Procedures, 'get'> }>;
export type Registered = Readonly<{ row: number; akte: AkteId; claim: ClaimId }>;
export type Registration = Readonly<{ accepted: readonly Registered[]; refused: readonly RowIssue[] }>;
export type Group = Readonly<{
  creditor: Creditor;
  handOver: string;
  on: Day;
  by: string;
  rows: readonly CheckedRow[];
}>;
/** What the store knows of checked rows: nothing (`fresh`), our own from an earlier try of this very hand-over, or a reason to refuse. */
export type Sifted = Readonly<{
  fresh: readonly CheckedRow[];
  ours: readonly Registered[];
  refused: readonly RowIssue[];
}>;

/** So many customers are written at once: enough to fill the waiting for the table, few enough not to be throttled by it. */
const AT_ONCE = 16;
const MOST_TRIES = 6;
const invoiceOf = (row: CheckedRow): string => normaliseInvoiceNumber(row.claim.invoiceNumber);

/** Where a customer's claims go; null: the Akte is yet to be opened. */
type Place = Readonly<{ id: AkteId; akte: Akte | null }>;

/** One Akte per creditor and customer (reading 11): the salt steps on where another customer has the same forty bits. */
const akteFor = async (
  ports: Pick<Ports, 'akten' | 'hashes'>,
  creditor: Creditor,
  customerNumber: string,
): Promise<Place> => {
  for (let salt = 0; ; salt++) {
    const id = aktenzeichen(creditor.id, ports.hashes.sha256(`${creditor.id}\n${customerNumber}\n${salt}`));
    const akte = await ports.akten.find(id);
    if (!akte || akte.debtor.customerNumber === customerNumber) return { id, akte };
  }
};

const refusal = (row: CheckedRow, code: 'invoice.duplicate' | 'invoice.conflict', akte: AkteId): RowIssue => ({
  row: row.row,
  line: row.line,
  ...issueOf(code, 'invoiceNumber', row.claim.invoiceNumber, { Akte: akte }),
});

/** Compares checked rows with what the creditor has handed over before; reads only. */
export const sift = async (ports: Ports, group: Group): Promise<Sifted> => {
  const sifted = { fresh: [] as CheckedRow[], ours: [] as Registered[], refused: [] as RowIssue[] };
  const known = await ports.akten.withInvoices(group.creditor.id, group.rows.map(invoiceOf));
  const ids = [...new Set(known.values())];
  const akten = new Map((await inParallel(ids, AT_ONCE, (id) => ports.akten.get(id))).map((akte) => [akte.id, akte]));
  for (const row of group.rows) {
    const akte = akten.get(known.get(invoiceOf(row)) as AkteId);
    const claim = akte?.claims.find((c) => normaliseInvoiceNumber(c.invoiceNumber) === invoiceOf(row));
    if (!akte || !claim) sifted.fresh.push(row);
    else if (akte.arrivals[claim.id]?.handOver === group.handOver)
      sifted.ours.push({ row: row.row, akte: akte.id, claim: claim.id });
    else
      sifted.refused.push(
        refusal(
          row,
          sameClaim(claim, row.claim) && akte.debtor.customerNumber === row.debtor.customerNumber
            ? 'invoice.duplicate'
            : 'invoice.conflict',
          akte.id,
        ),
      );
  }
  return sifted;
};

/** Claims of one customer in one hand-over are one matter, also where its rows lie in different lots of a long list. */
const handOverFacts = (
  akte: Akte | null,
  group: Group,
  rows: readonly CheckedRow[],
  debtor: CheckedRow['debtor'],
): { facts: Fact[]; claims: Claim[] } => {
  const { creditor } = group;
  const begun = akte?.matters.find((m) => m.handOver === group.handOver);
  const matter = begun?.id ?? MatterId.parse(`M${(akte?.matters.length ?? 0) + 1}`);
  const claims = rows.map((row, i): Claim => ({
    ...row.claim,
    id: ClaimId.parse(`F${(akte?.claims.length ?? 0) + i + 1}`),
    matter,
  }));
  const opened: Fact = {
    kind: 'opened',
    debtor,
    terms: termsOf(creditor),
  };
  return {
    claims,
    facts: [
      ...(akte ? [] : [opened]),
      {
        kind: 'handedOver',
        handOver: group.handOver,
        on: begun?.on ?? group.on,
        matter,
        procedure: begun?.procedure ?? creditor.procedure,
        claims,
      },
    ],
  };
};

/** One debtor, one series (reading 11): what is ready goes on in the series that runs in its Akte, from the hand-over on. */
const joiningFacts = async (
  { procedures }: Pick<Ports, 'procedures'>,
  akte: Akte,
  facts: readonly Fact[],
  today: Day,
): Promise<readonly Fact[]> => {
  const handedOver = facts.reduce<Akte>((seen, fact) => apply(seen, fact, seen.id), akte);
  const joining = joiningOf(handedOver, await proceduresOf(procedures, handedOver), today);
  return joining ? [joining] : [];
};

/** The contact points of the Akten that are yet to be opened: noted before, so that whoever counts a person's contacts misses none. */
const notePeople = (
  people: People,
  customers: readonly Readonly<{ place: Place; rows: readonly CheckedRow[] }>[],
): Promise<void> =>
  people.note(
    customers.flatMap(({ place, rows: [first] }) =>
      place.akte || !first ? [] : [{ akte: place.id, points: contactPointsOf(first.debtor) }],
    ),
  );

/** Writes the claims of one customer in one act; where somebody else was quicker, looks again. `place`: as it was found when its person was noted. */
const registerCustomer = async (ports: Ports, group: Group, place?: Place, attempt = 1): Promise<Registration> => {
  const { fresh, ours, refused } =
    attempt === 1 ? { fresh: group.rows, ours: [], refused: [] } : await sift(ports, group);
  const [first] = fresh;
  if (!first) return { accepted: ours, refused };
  const { id, akte } = place ?? (await akteFor(ports, group.creditor, first.debtor.customerNumber));
  if (!place) await notePeople(ports.people, [{ place: { id, akte }, rows: fresh }]);
  const { facts: handedOver, claims } = handOverFacts(akte, group, fresh, first.debtor);
  const facts = [...handedOver, ...(akte ? await joiningFacts(ports, akte, handedOver, group.on) : [])];
  try {
    await ports.akten.append(id, akte?.version ?? 0, { by: group.by, facts }, { invoices: fresh.map(invoiceOf) });
  } catch (error) {
    if (error instanceof Conflict && attempt < MOST_TRIES)
      return registerCustomer(ports, group, undefined, attempt + 1);
    throw error;
  }
  return {
    accepted: [...ours, ...claims.map((claim, i) => ({ row: fresh[i]?.row ?? 0, akte: id, claim: claim.id }))],
    refused,
  };
};

/** A transaction holds a hundred items: a customer with more claims is written in several acts of the same matter. */
const MOST_IN_ONE_ACT = 90;
const customersOf = (rows: readonly CheckedRow[]): CheckedRow[][] => {
  const customers = new Map<string, CheckedRow[]>();
  for (const row of rows) {
    const of = customers.get(row.debtor.customerNumber);
    if (of) of.push(row);
    else customers.set(row.debtor.customerNumber, [row]);
  }
  return [...customers.values()];
};

/**
 * Writes checked rows into Akten. The same hand-over again (a second event, a retry after a crash) recognises its own rows and only adds what is missing.
 * Executions are started later, when the whole hand-over is written: a letter must not go out while further claims of its matter are still being read.
 */
export const registerClaims =
  (ports: Ports) =>
  async (group: Group): Promise<Registration> => {
    const { fresh, ours, refused } = await sift(ports, group);
    const customers = await inParallel(customersOf(fresh), AT_ONCE, async (rows) => ({
      rows,
      place: await akteFor(ports, group.creditor, rows[0]?.debtor.customerNumber ?? ''),
    }));
    await notePeople(ports.people, customers);
    const done = await inParallel(customers, AT_ONCE, async ({ rows, place }) => {
      const parts: Registration[] = [];
      for (let i = 0; i < rows.length; i += MOST_IN_ONE_ACT)
        parts.push(
          await registerCustomer(
            ports,
            { ...group, rows: rows.slice(i, i + MOST_IN_ONE_ACT) },
            i === 0 ? place : undefined,
          ),
        );
      return parts;
    });
    const parts = done.flat();
    return {
      accepted: [...ours, ...parts.flatMap((d) => d.accepted)].sort((a, b) => a.row - b.row),
      refused: [...refused, ...parts.flatMap((d) => d.refused)],
    };
  };
