import { aktenzeichen } from '../../domain/akte/aktenzeichen.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { asksProcedures, decideHandOver, nextClaim } from '../../domain/dunning/decide-hand-over.ts';
import { termsOf } from '../../domain/akte/terms.ts';
import type { AkteId } from '../../domain/ids.ts';
import { Conflict } from '../../domain/faults.ts';
import type { CheckedRow, RowIssue } from '../../domain/intake/check-file.ts';
import { takenBy, type Place } from '../../domain/intake/by-person.ts';
import { invoiceOf, type Registered } from '../../domain/intake/known-rows.ts';
import type { Creditor } from '../../domain/parties/parties.ts';
import { furtherPoints } from '../../domain/akte/person.ts';
import { completeClaims } from './complete-claims.ts';
import { inParallel } from '../in-parallel.ts';
import type { People } from '../ports/people.ts';
import type { Akten } from '../ports/akten.ts';
import type { Hashes } from '../ports/hashes.ts';
import type { Procedures } from '../ports/creditors.ts';
import { proceduresOf } from '../akte/procedures-of.ts';
import { noteNext } from '../akte/restart.ts';
import { AKTEN_AT_ONCE, sift, type Group } from './sift-rows.ts';
import type { Timers } from '../ports/timers.ts';

/** What it takes to make claims of rows, whichever way they came. */
export type Registering = Readonly<{
  akten: Akten;
  people: People;
  hashes: Hashes;
  procedures: Pick<Procedures, 'get'>;
  timers: Pick<Timers, 'note'>;
}>;
/**
 * `completed`: claims that were there and have now what they lacked; the executions of their Akten are to be started
 * anew (`wokenBy`).
 */
export type Registration = Readonly<{
  accepted: readonly Registered[];
  refused: readonly RowIssue[];
  completed: readonly Registered[];
  /** Akten whose debtor can be reached again, or in another way. */
  revived: readonly AkteId[];
}>;
/** The Akten that go on because their claims were completed, or their debtor can be reached. */
export const wokenBy = ({ completed, revived }: Registration): AkteId[] => [
  ...new Set([...completed.map((c) => c.akte), ...revived]),
];
const MOST_TRIES = 6;

/**
 * One Akte per creditor and customer (reading 11): the salt steps on where another customer has the same forty bits.
 */
const akteFor = async (
  ports: Pick<Registering, 'akten' | 'hashes'>,
  creditor: Creditor,
  customerNumber: string,
): Promise<Place> => {
  for (let salt = 0; ; salt++) {
    const id = aktenzeichen(creditor.id, ports.hashes.sha256(`${creditor.id}\n${customerNumber}\n${salt}`));
    const akte = await ports.akten.find(id);
    if (!akte || akte.debtor.customerNumber === customerNumber) return { id, akte };
  }
};

/** Notes by what else the customers are reached than their Akten know. */
const notePeople = (
  people: People,
  customers: readonly Readonly<{ place: Place; rows: readonly CheckedRow[] }>[],
): Promise<void> =>
  people.note(
    customers.flatMap(({ place, rows }) => {
      const told = rows.map((row) => row.debtor);
      const points = furtherPoints(place.akte?.debtor ?? null, told);
      return points.length === 0 ? [] : [{ akte: place.id, points }];
    }),
  );

const NOBODY: Registration = { accepted: [], refused: [], completed: [], revived: [] };

type Rows = readonly [CheckedRow, ...CheckedRow[]];

/** What the rows of one customer write into its Akte. */
const factsFor = async (
  { procedures }: Pick<Registering, 'procedures'>,
  { creditor, handOver, by, on }: Group,
  { id, akte }: Place,
  rows: Rows,
): Promise<readonly Fact[]> => {
  const matters = asksProcedures(akte, rows) ? [...(akte?.matters ?? []), creditor] : [];
  const known = await proceduresOf(procedures, { matters });
  const mandate = { procedure: creditor.procedure, terms: termsOf(creditor) };
  return decideHandOver({ id, handOver, by, mandate, rows, procedures: known }, akte, on);
};

/**
 * Writes the claims of one customer in one act; where somebody else was quicker, looks again. `place`: as it was found
 * when its person was noted.
 */
const registerCustomer = async (
  ports: Registering,
  group: Group,
  known?: Place,
  attempt = 1,
): Promise<Registration> => {
  const { fresh, ours, refused } =
    attempt === 1 ? { fresh: group.rows, ours: [], refused: [] } : await sift(ports, group);
  const [first, ...others] = fresh;
  if (!first) return { ...NOBODY, accepted: ours, refused };
  const place = known ?? (await akteFor(ports, group.creditor, first.debtor.customerNumber));
  if (!known) await notePeople(ports.people, [{ place, rows: fresh }]);
  const { own, refused: notTaken } = takenBy(place, [first, ...others]);
  const [head, ...tail] = own;
  if (!head) return { ...NOBODY, accepted: ours, refused: [...refused, ...notTaken] };
  const facts = await factsFor(ports, group, place, [head, ...tail]);
  const { id, akte } = place;
  await noteNext(ports.timers, id, facts);
  try {
    await ports.akten.append(id, akte?.version ?? 0, { by: group.by, facts }, { invoices: own.map(invoiceOf) });
  } catch (error) {
    if (error instanceof Conflict && attempt < MOST_TRIES)
      return registerCustomer(ports, group, undefined, attempt + 1);
    throw error;
  }
  return {
    accepted: [...ours, ...own.map(({ row }, i) => ({ row, akte: id, claim: nextClaim(akte, i) }))],
    refused: [...refused, ...notTaken],
    completed: [],
    revived: facts.some((fact) => fact.kind === 'restarted') ? [id] : [],
  };
};

/** A transaction holds a hundred items: a customer with more claims is written in several acts of the same matter. */
const MOST_IN_ONE_ACT = 90;
const customersOf = (rows: readonly CheckedRow[]): CheckedRow[][] => [
  ...Map.groupBy(rows, (row) => row.debtor.customerNumber).values(),
];

/**
 * Writes checked rows into Akten. The same hand-over again (a second event, a retry after a crash) recognises its own
 * rows and only adds what is missing. Executions are started later, when the whole hand-over is written: a letter must
 * not go out while further claims of its matter are still being read.
 */
export const registerClaims =
  (ports: Registering) =>
  async (group: Group): Promise<Registration> => {
    const { fresh, ours, completing, refused } = await sift(ports, group);
    await completeClaims(ports, completing, group);
    const customers = await inParallel(customersOf(fresh), AKTEN_AT_ONCE, async (rows) => ({
      rows,
      place: await akteFor(ports, group.creditor, rows[0]?.debtor.customerNumber ?? ''),
    }));
    await notePeople(ports.people, customers);
    const done = await inParallel(customers, AKTEN_AT_ONCE, async ({ rows, place }) => {
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
      completed: completing.map(({ row, akte, claim }) => ({ row: row.row, akte, claim })),
      revived: parts.flatMap((d) => d.revived),
    };
  };
