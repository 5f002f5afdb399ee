import type { Akte, Matter } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import { ClaimId, MatterId, type AkteId } from '../../domain/ids.ts';
import { type Claim } from '../../domain/akte/claim.ts';
import { joiningOf } from '../../domain/dunning/series.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { apply } from '../../domain/akte/fold.ts';
import type { CheckedRow } from '../../domain/intake/check-file.ts';
import { askForParticulars, beganWaiting, wouldWait } from '../../domain/akte/particulars.ts';
import { senderOf } from '../../domain/procedure/procedure.ts';
import { termsOf } from '../../domain/akte/terms.ts';
import { decidePerson, opensAWay } from '../../domain/akte/decide-person.ts';
import type { Place } from '../../domain/intake/by-person.ts';
import type { Procedures } from '../ports/creditors.ts';
import { proceduresOf } from '../akte/procedures-of.ts';
import { restarted } from '../../domain/akte/restarted.ts';
import type { Group } from './sift-rows.ts';

type Ports = Readonly<{ procedures: Pick<Procedures, 'get'> }>;

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
  { procedures }: Ports,
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
  { procedures }: Ports,
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
 * What a hand-over writes into one Akte: its claims, what is asked of them, what the rows say of the debtor, and which
 * series they run in.
 */
export const factsOf = async (
  ports: Ports,
  group: Group,
  { id, akte }: Place,
  rows: readonly [CheckedRow, ...CheckedRow[]],
): Promise<Readonly<{ facts: readonly Fact[]; claims: readonly Claim[]; isRevived: boolean }>> => {
  const [{ debtor }] = rows;
  const apart = await beginApart(ports, group, akte, rows);
  const { facts: handedOver, claims } = handOverFacts(akte, group, rows, { debtor, apart });
  const taken = handedOver.reduce<Akte | null>((seen, fact) => apply(seen, fact, id), akte);
  const said = taken ? decidePerson({ rows, by: group.by }, taken, group.on) : [];
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
