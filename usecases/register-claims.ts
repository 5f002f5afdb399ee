import type { Akte, Matter } from '../domain/akte.ts';
import { apply } from '../domain/fold.ts';
import { aktenzeichen } from '../domain/aktenzeichen.ts';
import { formatDay, type Day } from '../domain/calendar.ts';
import { ClaimId, MatterId, invoiceIdentity, withParticulars, type AkteId, type Claim } from '../domain/claim.ts';
import { joiningOf } from '../domain/dunning/series.ts';
import type { Fact } from '../domain/facts.ts';
import { Conflict } from '../domain/faults.ts';
import { comparedClaim, type CheckedRow, type RowIssue } from '../domain/intake/check-file.ts';
import { issueOf } from '../domain/intake/reading.ts';
import type { Creditor } from '../domain/parties.ts';
import { contactPointsOf } from '../domain/person.ts';
import { askForParticulars, beganWaiting, missingInWords, wouldWait } from '../domain/particulars.ts';
import { senderOf } from '../domain/procedure.ts';
import { termsOf } from '../domain/terms.ts';
import { completeClaims, type Completing } from './complete-claims.ts';
import { inParallel } from './in-parallel.ts';
import { byPerson, knownBy, opensAWay, personFacts } from './known-customer.ts';
import type { People } from './person-ports.ts';
import type { Akten, Hashes, Procedures } from './ports.ts';
import type { Timers } from './timer-ports.ts';
import { proceduresOf } from './procedures-of.ts';
import { noteNext, restarted } from './restart.ts';

type Ports = Readonly<{
  akten: Akten;
  people: People;
  hashes: Hashes;
  procedures: Pick<Procedures, 'get'>;
  timers: Pick<Timers, 'note'>;
}>;
export type Registered = Readonly<{ row: number; akte: AkteId; claim: ClaimId }>;
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
export type Group = Readonly<{
  creditor: Creditor;
  handOver: string;
  on: Day;
  by: string;
  rows: readonly CheckedRow[];
}>;
/**
 * What the store knows of checked rows: nothing (`fresh`), our own from an earlier try of this very hand-over, or a
 * reason not to take it (`refused`); of these some complete what is there.
 */
export type Sifted = Readonly<{
  fresh: readonly CheckedRow[];
  ours: readonly Registered[];
  completing: readonly Completing[];
  refused: readonly RowIssue[];
}>;

/**
 * So many customers are written at once: enough to fill the waiting for the table, few enough not to be throttled by
 * it.
 */
const AT_ONCE = 16;
const MOST_TRIES = 6;
const invoiceOf = (row: CheckedRow): string => invoiceIdentity(row.claim);

/** Where a customer's claims go; null: the Akte is yet to be opened. */
type Place = Readonly<{ id: AkteId; akte: Akte | null }>;

/**
 * One Akte per creditor and customer (reading 11): the salt steps on where another customer has the same forty bits.
 */
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

type Known =
  'invoice.duplicate' | 'invoice.completed' | 'invoice.partly-completed' | 'invoice.contact' | 'invoice.conflict';
const refusal = (row: CheckedRow, code: Known, akte: AkteId, lacking = ''): RowIssue => ({
  row: row.row,
  line: row.line,
  ...issueOf(code, 'invoiceNumber', row.claim.invoiceNumber, { Akte: akte, Fehlt: lacking }),
});

/**
 * A claim in a closed Akte would be taken and never dunned; opened in silence, the Akte would dun again what was ended
 * on purpose.
 */
const intoClosed = (
  { row, line, debtor }: CheckedRow,
  akte: AkteId,
  { on }: NonNullable<Akte['closed']>,
): RowIssue => ({
  row,
  line,
  ...issueOf('customer.closed', 'customerNumber', debtor.customerNumber, { Akte: akte, Tag: formatDay(on) }),
});

/**
 * What a row is that brings an invoice which is there already. A row that an earlier try of this hand-over has
 * completed the claim with still is the one that did.
 */
const judged = (akte: Akte, claim: Claim, row: CheckedRow, { handOver, on, by }: Group): RowIssue => {
  const found = (code: Known): RowIssue => refusal(row, code, akte.id);
  if (akte.debtor.customerNumber !== row.debtor.customerNumber) return found('invoice.conflict');
  const compared = comparedClaim(claim, row.claim);
  if (compared === 'other') return found('invoice.conflict');
  if (akte.closed) return intoClosed(row, akte.id, akte.closed);
  const [stranger] = byPerson(akte.id, akte, [row]).refused;
  if (stranger) return stranger;
  if (compared === 'completing' || akte.completed[claim.id] === handOver) {
    const lacking = akte.debtor.kind === 'private' ? missingInWords(withParticulars(claim, row.claim)) : '';
    return lacking === '' ? found('invoice.completed') : refusal(row, 'invoice.partly-completed', akte.id, lacking);
  }
  return found(personFacts(akte, [row], { on, by }).length > 0 ? 'invoice.contact' : 'invoice.duplicate');
};
const BRINGS_NEWS: ReadonlySet<string> = new Set<Known>([
  'invoice.completed',
  'invoice.partly-completed',
  'invoice.contact',
]);

/** Compares checked rows with what the creditor has handed over before; reads only. */
export const sift = async (ports: Pick<Ports, 'akten'>, group: Group): Promise<Sifted> => {
  const fresh: CheckedRow[] = [];
  const ours: Registered[] = [];
  const completing: Completing[] = [];
  const refused: RowIssue[] = [];
  const known = await ports.akten.withInvoices(group.creditor.id, group.rows.map(invoiceOf));
  const ids = [...new Set(known.values())];
  const akten = new Map((await inParallel(ids, AT_ONCE, (id) => ports.akten.get(id))).map((akte) => [akte.id, akte]));
  for (const row of group.rows) {
    const akte = akten.get(known.get(invoiceOf(row)) as AkteId);
    const claim = akte?.claims.find((c) => invoiceIdentity(c) === invoiceOf(row));
    if (!akte || !claim) fresh.push(row);
    else if (akte.arrivals[claim.id]?.handOver === group.handOver)
      ours.push({ row: row.row, akte: akte.id, claim: claim.id });
    else {
      const issue = judged(akte, claim, row, group);
      refused.push(issue);
      if (BRINGS_NEWS.has(issue.code)) completing.push({ row, akte: akte.id, claim: claim.id });
    }
  }
  return { fresh, ours, completing, refused };
};

/** Where the claims of one customer in one hand-over begin; `begun`: in an earlier lot of the same long list. */
type Beginning = Readonly<{ matter: MatterId; begun: Matter | undefined }>;

/**
 * Claims of one customer in one hand-over are one matter, also where its rows lie in different lots of a long list.
 * What has to wait for the creditor's answer begins in a second one, so that it holds nothing back, and joins the other
 * once it is complete (reading 11).
 */
const beginningsOf = (
  akte: Akte | null,
  { handOver }: Group,
  { apart, anyReady }: Readonly<{ apart: boolean; anyReady: boolean }>,
): Record<'ready' | 'waiting', Beginning> => {
  const matters = akte?.matters ?? [];
  const next = (n: number): MatterId => MatterId.parse(`M${matters.length + n}`);
  const ours = matters.filter((m) => m.handOver === handOver);
  const waiting = apart ? ours.find((m) => akte && m.claims.length > 0 && beganWaiting(akte, m)) : undefined;
  const ready = ours.find((m) => m !== waiting);
  const began = { matter: ready?.id ?? next(1), begun: ready };
  if (!apart) return { ready: began, waiting: began };
  const behind = ready || !anyReady ? next(1) : next(2);
  return { ready: began, waiting: { matter: waiting?.id ?? behind, begun: waiting } };
};

const handOverFacts = (
  akte: Akte | null,
  group: Group,
  rows: readonly CheckedRow[],
  { debtor, apart }: Readonly<{ debtor: CheckedRow['debtor']; apart: boolean }>,
): { facts: Fact[]; claims: Claim[] } => {
  const { creditor } = group;
  const waits = ({ claim }: CheckedRow): boolean => wouldWait(akte?.debtor ?? debtor, claim);
  const beginnings = beginningsOf(akte, group, { apart, anyReady: !rows.every(waits) });
  const beginningOf = (row: CheckedRow): Beginning => beginnings[waits(row) ? 'waiting' : 'ready'];
  const claims = rows.map((row, i): Claim => ({
    ...row.claim,
    id: ClaimId.parse(`F${(akte?.claims.length ?? 0) + i + 1}`),
    matter: beginningOf(row).matter,
  }));
  const opened: Fact = { kind: 'opened', debtor, terms: termsOf(creditor) };
  const handedOver = ({ matter, begun }: Beginning): Fact => ({
    kind: 'handedOver',
    handOver: group.handOver,
    on: begun?.on ?? group.on,
    matter,
    procedure: begun?.procedure ?? creditor.procedure,
    claims: claims.filter((c) => c.matter === matter),
  });
  const ours = [...new Set(rows.map(beginningOf))].map(handedOver);
  return { claims, facts: [...(akte ? [] : [opened]), ...ours] };
};

/**
 * Whether rows that wait for the creditor's answer begin apart: where from the first letter on the agency writes, who
 * must tell object and date of the contract.
 */
const beginApart = async (
  { procedures }: Pick<Ports, 'procedures'>,
  { creditor }: Group,
  akte: Akte | null,
  rows: readonly CheckedRow[],
): Promise<boolean> => {
  const debtor = akte?.debtor ?? rows[0]?.debtor;
  const anyWaits = debtor ? rows.some((row) => wouldWait(debtor, row.claim)) : false;
  if (!anyWaits && !akte?.queries.some((q) => q.particularsOf)) return false;
  const procedure = await procedures.get(creditor.procedure);
  const [first] = procedure.levels;
  return first !== undefined && senderOf(procedure, first) === 'agency';
};

/**
 * One debtor, one series (reading 11): what is ready goes on in the series that runs in its Akte, from the hand-over
 * on.
 */
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

/**
 * What a private debtor must be told of a contract and no row has said is asked of the creditor with the hand-over
 * itself (reading 10).
 */
const askingFacts = (
  akte: Akte | null,
  facts: readonly Fact[],
  { id, on }: Readonly<{ id: AkteId; on: Day }>,
): Fact[] => {
  const handedOver = facts.reduce<Akte | null>((seen, fact) => apply(seen, fact, id), akte);
  const taken = facts.flatMap((fact) => (fact.kind === 'handedOver' ? fact.claims.map((c) => c.id) : []));
  const asked = handedOver && askForParticulars(handedOver, taken, on);
  return asked ? [asked] : [];
};

/**
 * The contact points that an Akte does not know yet: noted before, so that whoever counts a person's contacts misses
 * none.
 */
const notePeople = (
  people: People,
  customers: readonly Readonly<{ place: Place; rows: readonly CheckedRow[] }>[],
): Promise<void> =>
  people.note(
    customers.flatMap(({ place, rows }) => {
      const known = place.akte ? contactPointsOf(place.akte.debtor) : [];
      const points = rows.flatMap((row) => contactPointsOf(row.debtor)).filter((point) => !known.includes(point));
      return points.length === 0 ? [] : [{ akte: place.id, points: [...new Set(points)] }];
    }),
  );

/**
 * What a hand-over writes into one Akte: its claims, what is asked of them, what the rows say of the debtor, and which
 * series they run in.
 */
const factsOf = async (
  ports: Ports,
  group: Group,
  { id, akte }: Place,
  rows: readonly [CheckedRow, ...CheckedRow[]],
): Promise<Readonly<{ facts: readonly Fact[]; claims: readonly Claim[]; isRevived: boolean }>> => {
  const [{ debtor }] = rows;
  const apart = await beginApart(ports, group, akte, rows);
  const { facts: handedOver, claims } = handOverFacts(akte, group, rows, { debtor, apart });
  const taken = handedOver.reduce<Akte | null>((seen, fact) => apply(seen, fact, id), akte);
  const said = taken ? personFacts(taken, rows, { on: group.on, by: group.by }) : [];
  const isRevived = akte !== null && opensAWay(akte, said);
  const facts = [
    ...handedOver,
    ...askingFacts(akte, handedOver, { id, on: group.on }),
    ...said,
    ...(akte ? await joiningFacts(ports, akte, handedOver, group.on) : []),
    ...(akte && isRevived ? [restarted(akte)] : []),
  ];
  return { facts, claims, isRevived };
};

const NOBODY: Registration = { accepted: [], refused: [], completed: [], revived: [] };

/**
 * Writes the claims of one customer in one act; where somebody else was quicker, looks again. `place`: as it was found
 * when its person was noted.
 */
const registerCustomer = async (ports: Ports, group: Group, known?: Place, attempt = 1): Promise<Registration> => {
  const { fresh, ours, refused } =
    attempt === 1 ? { fresh: group.rows, ours: [], refused: [] } : await sift(ports, group);
  const [first] = fresh;
  if (!first) return { ...NOBODY, accepted: ours, refused };
  const place = known ?? (await akteFor(ports, group.creditor, first.debtor.customerNumber));
  if (!known) await notePeople(ports.people, [{ place, rows: fresh }]);
  const { own, refused: strangers } = byPerson(place.id, place.akte ?? knownBy(first), fresh);
  const [head, ...tail] = own;
  if (!head) return { ...NOBODY, accepted: ours, refused: [...refused, ...strangers] };
  const closed = place.akte?.closed;
  if (closed) {
    const none = own.map((row) => intoClosed(row, place.id, closed));
    return { ...NOBODY, accepted: ours, refused: [...refused, ...strangers, ...none] };
  }
  const { facts, claims, isRevived } = await factsOf(ports, group, place, [head, ...tail]);
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
    accepted: [...ours, ...claims.map((claim, i) => ({ row: own[i]?.row ?? 0, akte: id, claim: claim.id }))],
    refused: [...refused, ...strangers],
    completed: [],
    revived: isRevived ? [id] : [],
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
 * Writes checked rows into Akten. The same hand-over again (a second event, a retry after a crash) recognises its own
 * rows and only adds what is missing. Executions are started later, when the whole hand-over is written: a letter must
 * not go out while further claims of its matter are still being read.
 */
export const registerClaims =
  (ports: Ports) =>
  async (group: Group): Promise<Registration> => {
    const { fresh, ours, completing, refused } = await sift(ports, group);
    await completeClaims(ports, completing, group);
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
      completed: completing.map(({ row, akte, claim }) => ({ row: row.row, akte, claim })),
      revived: parts.flatMap((d) => d.revived),
    };
  };
