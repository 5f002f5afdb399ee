import type { Akte } from '../../domain/akte/akte.ts';
import { aktenzeichen } from '../../domain/akte/aktenzeichen.ts';
import { invoiceIdentity, type Claim } from '../../domain/akte/claim.ts';
import type { HandOverId } from '../../domain/ids.ts';
import { cellsOf, type ClaimBody } from '../../domain/intake/from-api.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import { executionName } from '../../statemachines/dunning.ts';
import type { HandOver } from '../../domain/intake/hand-over.ts';
import type { Hashes } from '../../usecases/ports/hashes.ts';
import { startLot } from '../../usecases/hand-over/start-lot.ts';
import { submitClaims } from '../../usecases/hand-over/submit-claims.ts';
import type { Row } from './commands.ts';
import { ERIKA, OTTO, expectedOf, newList, type Desk, type Expected, type Submitted } from './desk.ts';
import type { Broken } from './invariants.ts';
import { mortal, survived } from './mortal.ts';
import { musterversand } from '../agency/people.ts';
import { memoryMailbox, memoryOnce } from '../agency/stores.ts';
import type { RunningWorkflows } from '../agency/workflows.ts';
import type { World } from '../agency/world.ts';

/**
 * Ten digits that depend on the whole text (FNV-1a, twice): as many as an Aktenzeichen asks for, in a thousandth of the
 * time of the real ones.
 */
export const quickHashes: Hashes = {
  sha256: (text) => {
    let a = 0x811c9dc5;
    let b = 0x2c1b3c6d;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193) >>> 0;
      b = Math.imul(b ^ unit, 0x85ebca6b) >>> 0;
    }
    return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
  },
};
/** Where the intake puts the claims of a customer. */
export const akteOf = (creditor: CreditorId, customerNumber: string) =>
  aktenzeichen(creditor, quickHashes.sha256(`${creditor}\n${customerNumber}\n0`));

type Intake = Readonly<{ world: World; workflows: RunningWorkflows; desk: Desk }>;
const portsOf = ({ world: { ports }, workflows, desk: { handOvers, work } }: Intake, dies: number | null) => {
  const written = mortal(dies);
  return {
    ...ports,
    hashes: quickHashes,
    timers: workflows.timers,
    mailbox: memoryMailbox(),
    once: memoryOnce(),
    workflows: { ...workflows, start: written(workflows.start) },
    akten: { ...ports.akten, append: written(ports.akten.append) },
    work: { ...work, startLots: written(work.startLots) },
    handOvers: { ...handOvers, save: written(handOvers.save), saveLot: written(handOvers.saveLot) },
  };
};

/** I9: rows in = accepted + rejected + duplicates, each as it must be. */
const brokenCounts = (
  { id, bodies }: Submitted,
  expected: Expected,
  { rows, accepted, rejected, duplicates }: HandOver,
): Broken[] => {
  const counted =
    rows === bodies.length &&
    rows === accepted + rejected + duplicates &&
    accepted === expected.accepted.length &&
    rejected === expected.rejected &&
    duplicates === expected.duplicates;
  if (counted) return [];
  const is = `${rows} = ${accepted} + ${rejected} + ${duplicates}`;
  const ought = `${expected.accepted.length} + ${expected.rejected} + ${expected.duplicates}`;
  return [`I9 ${id} of ${bodies.length} rows: ${is}, not ${ought}`];
};

/** Whether an Akte has a claim once, as its row says it, and from the list `id`. */
const standsOnce = (akte: Akte, claim: Claim, body: ClaimBody, id: HandOverId): boolean =>
  claim.principal === body.amountCents &&
  claim.invoiceDate === body.invoiceDate &&
  akte.debtor.customerNumber === body.customerNumber &&
  akte.arrivals[claim.id]?.handOver === id &&
  akte.claims.filter((c) => c.id === claim.id).length === 1;

/** What was accepted stands in an Akte of its customer, once, and has an execution (I6, I9). */
const brokenClaim = async (
  { world, workflows }: Intake,
  id: HandOverId,
  body: ClaimBody,
  claims: readonly string[],
): Promise<Broken[]> => {
  const akte = await world.akten.get(akteOf(musterversand.id, body.customerNumber));
  const found = akte.claims.filter((c) => c.invoiceNumber === body.invoiceNumber);
  const [claim] = found;
  const stands =
    claim !== undefined &&
    found.length === 1 &&
    standsOnce(akte, claim, body, id) &&
    claims.includes(`${akte.id}-${claim.id}`);
  if (!stands) {
    const what = `${body.invoiceNumber} of ${body.amountCents} cents`;
    return [`I9 ${id}: ${what} stands ${found.length} times in ${akte.id}, or otherwise than it was handed in`];
  }
  return workflows.runs.has(executionName({ akte: akte.id, claim: claim.id, generation: 1 }))
    ? []
    : [`I6 ${akte.id}-${claim.id} was handed in and has never been started`];
};

/** I9: the Abgabehistorie says the same as the answer, and names each claim once. */
const brokenRecord = async (
  { desk }: Intake,
  { id }: Submitted,
  { rows, accepted, claims }: HandOver,
): Promise<Broken[]> => {
  const kept = await desk.handOvers.find(musterversand.id, id);
  const isKept =
    claims.length === accepted &&
    new Set(claims).size === claims.length &&
    kept?.accepted === accepted &&
    kept.rows === rows;
  if (isKept) return [];
  const inHistory = `${kept?.rows ?? 'no'} rows in the Abgabehistorie`;
  return [`I9 ${id}: ${claims.length} claims of ${accepted} accepted rows, ${inHistory}`];
};

const brokenHandOver = async (
  intake: Intake,
  list: Submitted,
  expected: Expected,
  handOver: HandOver,
): Promise<Broken[]> => {
  const broken = brokenCounts(list, expected, handOver);
  for (const body of expected.accepted) broken.push(...(await brokenClaim(intake, list.id, body, handOver.claims)));
  broken.push(...(await brokenRecord(intake, list, handOver)));
  return broken;
};

/** Submits a list and works off the queue of starts, message by message. */
const deliver = async (intake: Intake, { id, bodies }: Submitted, dies: number | null): Promise<HandOver> => {
  const ports = portsOf(intake, dies);
  const { handOver } = await submitClaims(ports)({ creditor: musterversand.id, id, rows: bodies.map(cellsOf) });
  for (const lot of intake.desk.work.lots.splice(0)) await startLot(ports)(lot);
  return handOver;
};

/** What must become of a list that is delivered now; from then on the desk knows what was taken. */
const expectedNow = async ({ world, desk }: Intake, list: Submitted): Promise<Expected> => {
  const closed = new Set<string>();
  for (const { customerNumber } of [ERIKA, OTTO])
    if ((await world.akten.find(akteOf(musterversand.id, customerNumber)))?.closed) closed.add(customerNumber);
  const expected = expectedOf(desk, list, closed);
  for (const body of expected.accepted) {
    desk.taken.set(invoiceIdentity(body), body);
    list.own.add(invoiceIdentity(body));
  }
  return expected;
};

/**
 * A further list comes in. Through the door of the API (submitClaims): it judges, sifts, registers and counts by the
 * code that a file goes through, too, while the file's own (accept-hand-over) sets aside memory for a million rows and
 * would be alone with it for a millisecond of each of these; what it adds (lots, modes, reports) is proved in
 * test/usecases/hand-over/accept-hand-over.test.ts and lots.test.ts beside it.
 */
export const handIn = (
  intake: Intake,
  of: Readonly<{ rows: readonly Row[]; dies: number | null; redelivered: number | null; mailed: boolean }>,
): (() => Promise<Broken[]>) => {
  const list =
    (of.redelivered === null ? undefined : intake.desk.lists.at(-1 - of.redelivered)) ??
    newList(intake.desk, of.rows, intake.world.clock.today(), of.mailed);
  let { dies } = of;
  return async () => {
    const expected = await expectedNow(intake, list);
    if (dies !== null) await survived(() => deliver(intake, list, dies));
    dies = null;
    return brokenHandOver(intake, list, expected, await deliver(intake, list, null));
  };
};
