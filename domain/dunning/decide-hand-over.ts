import type { Actor } from '../actor.ts';
import type { Akte, Matter } from '../akte/akte.ts';
import type { Claim } from '../akte/claim.ts';
import { decidePerson, opensAWay } from '../akte/decide-person.ts';
import type { Fact, FactOf } from '../akte/facts.ts';
import { apply } from '../akte/fold.ts';
import { askForParticulars, beganWaiting, wouldWait } from '../akte/particulars.ts';
import type { PersonTold } from '../akte/person-told.ts';
import { restarted } from '../akte/restarted.ts';
import type { WrittenTerms } from '../akte/terms.ts';
import type { Day } from '../calendar.ts';
import { ClaimId, MatterId, type AkteId, type HandOverId } from '../ids.ts';
import { senderOf, type Procedure } from '../procedure/procedure.ts';
import { joiningOf } from './series.ts';

/** A claim as its row states it, and what the row says of the person. */
export type HandedRow = PersonTold & Readonly<{ claim: Omit<Claim, 'id' | 'matter'> }>;
/** The rows of one customer: there is at least one. */
export type HandedRows = readonly [HandedRow, ...HandedRow[]];
/** What goes by a procedure: a matter, or a mandate whose matters are yet to begin. */
type Led = Pick<Matter, 'procedure'>;
/** By what a creditor's matters begin today. */
type Mandate = Led & Readonly<{ terms: WrittenTerms }>;
/**
 * Claims of one customer that are handed over into the Akte `id`. `rows`: known to be about its person; `procedures`:
 * of its matters and of the mandate, where one is asked (`asksProcedures`).
 */
export type HandingOver = Readonly<{
  id: AkteId;
  handOver: HandOverId;
  by: Actor;
  mandate: Mandate;
  rows: HandedRows;
  procedures: (of: Led) => Procedure;
}>;

/** Where claims begin; `begun`: in an earlier lot of the same long list. */
type Beginning = Readonly<{ matter: MatterId; begun: Matter | undefined }>;
type Beginnings = Readonly<Record<'ready' | 'waiting', Beginning>>;

/** The name of the n-th claim, from 0 on, that is handed over into an Akte; null: one that is yet to be opened. */
export const nextClaim = (akte: Pick<Akte, 'claims'> | null, n: number): ClaimId =>
  ClaimId.parse(`F${(akte?.claims.length ?? 0) + n + 1}`);

/** Which rows wait for the creditor to say what a private person must be told. */
const waitingIn =
  (akte: Akte | null, [{ debtor }]: HandedRows) =>
  ({ claim }: HandedRow): boolean =>
    wouldWait(akte?.debtor ?? debtor, claim);

/** Whether the decision hangs on a procedure: a first hand-over of which nothing waits begins the same by any. */
export const asksProcedures = (akte: Akte | null, rows: HandedRows): boolean =>
  akte !== null || rows.some(waitingIn(akte, rows));

/**
 * Whether rows that wait for the creditor's answer begin apart: where from the first letter on the agency writes, who
 * must tell object and date of the contract.
 */
const beginApart = ({ rows, mandate, procedures }: HandingOver, akte: Akte | null): boolean => {
  const hasAsked = akte?.queries.some((q) => q.particularsOf) ?? false;
  if (!hasAsked && !rows.some(waitingIn(akte, rows))) return false;
  const procedure = procedures(mandate);
  const [first] = procedure.levels;
  return first !== undefined && senderOf(procedure, first) === 'agency';
};

/**
 * Claims of one customer in one hand-over are one matter, also where its rows lie in different lots of a long list.
 * What has to wait for the creditor's answer begins in a second one, so that it holds nothing back, and joins the other
 * once it is complete (reading 11).
 */
const beginningsOf = (handing: HandingOver, akte: Akte | null): Beginnings => {
  const { handOver, rows } = handing;
  const apart = beginApart(handing, akte);
  const matters = akte?.matters ?? [];
  const next = (n: number): MatterId => MatterId.parse(`M${matters.length + n}`);
  const ours = matters.filter((m) => m.handOver === handOver);
  const waiting = apart ? ours.find((m) => akte && m.claims.length > 0 && beganWaiting(akte, m)) : undefined;
  const ready = ours.find((m) => m !== waiting);
  const began = { matter: ready?.id ?? next(1), begun: ready };
  if (!apart) return { ready: began, waiting: began };
  const behind = ready || rows.every(waitingIn(akte, rows)) ? next(1) : next(2);
  return { ready: began, waiting: { matter: waiting?.id ?? behind, begun: waiting } };
};

/** The claims, each in its matter, in the order in which the rows name the matters; before them the Akte, once. */
const handedOver = (handing: HandingOver, akte: Akte | null, on: Day): readonly [Fact, ...Fact[]] => {
  const { handOver, rows, mandate } = handing;
  const beginnings = beginningsOf(handing, akte);
  const waits = waitingIn(akte, rows);
  const beginningOf = (row: HandedRow): Beginning => beginnings[waits(row) ? 'waiting' : 'ready'];
  const claims = rows.map((row, i): Claim => ({
    ...row.claim,
    id: nextClaim(akte, i),
    matter: beginningOf(row).matter,
  }));
  const into = ({ matter, begun }: Beginning): FactOf<'handedOver'> => ({
    kind: 'handedOver',
    handOver,
    on: begun?.on ?? on,
    matter,
    procedure: begun?.procedure ?? mandate.procedure,
    claims: claims.filter((c) => c.matter === matter),
  });
  const [head, ...tail] = rows;
  const first = beginningOf(head);
  const others = new Set(tail.map(beginningOf).filter((beginning) => beginning !== first));
  const facts = [into(first), ...[...others].map(into)] as const;
  return akte ? facts : [{ kind: 'opened', debtor: head.debtor, terms: mandate.terms }, ...facts];
};

/** The Akte once its claims are handed over. */
const akteWith = (akte: Akte | null, [first, ...more]: readonly [Fact, ...Fact[]], id: AkteId): Akte =>
  more.reduce((seen, fact) => apply(seen, fact, id), apply(akte, first, id));

/**
 * What a private debtor must be told of a contract and no row has said is asked of the creditor with the hand-over
 * itself (reading 10).
 */
const asked = (taken: Akte, facts: readonly Fact[], on: Day): readonly Fact[] => {
  const claims = facts.flatMap((fact) => (fact.kind === 'handedOver' ? fact.claims.map((c) => c.id) : []));
  const asking = askForParticulars(taken, claims, on);
  return asking ? [asking] : [];
};

/**
 * One debtor, one series (reading 11): what is ready goes on in the series that runs in its Akte, from the hand-over
 * on.
 */
const joined = (taken: Akte, { procedures }: HandingOver, on: Day): readonly Fact[] => {
  const joining = joiningOf(taken, procedures, on);
  return joining ? [joining] : [];
};

/**
 * What a hand-over writes into one Akte: its claims, what is asked of them, what the rows say of the debtor, which
 * series they run in, and that executions begin anew where the debtor can be reached again. `akte`: null where it is
 * opened by this.
 */
export const decideHandOver = (handing: HandingOver, akte: Akte | null, on: Day): readonly Fact[] => {
  const { id, rows, by } = handing;
  const begins = handedOver(handing, akte, on);
  const taken = akteWith(akte, begins, id);
  const said = decidePerson({ rows, by }, taken, on);
  return [
    ...begins,
    ...asked(taken, begins, on),
    ...said,
    ...(akte ? joined(taken, handing, on) : []),
    ...(akte && opensAWay(akte, said) ? [restarted(akte)] : []),
  ];
};
