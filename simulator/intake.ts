import { aktenzeichen } from '../domain/aktenzeichen.ts';
import { plusDays, type Day } from '../domain/calendar.ts';
import { invoiceIdentity, type Claim } from '../domain/claim.ts';
import { cellsOf, type ClaimBody } from '../domain/intake/from-api.ts';
import type { CreditorId } from '../domain/parties.ts';
import { executionName } from '../statemachines/dunning.ts';
import type { HandOver, Hashes } from '../usecases/ports.ts';
import { startLot } from '../usecases/start-lot.ts';
import { submitClaims } from '../usecases/submit-claims.ts';
import type { Row } from './commands.ts';
import type { Broken } from './invariants.ts';
import { mortal, survived } from './mortal.ts';
import { erika, musterversand } from './people.ts';
import { memoryHandOvers, memoryMailbox, memoryOnce, memoryWork } from './stores.ts';
import type { RunningWorkflows } from './workflows.ts';
import type { World } from './world.ts';

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

type Expected = Readonly<{ accepted: readonly ClaimBody[]; rejected: number; duplicates: number }>;
/** A list; `own`: the invoices that were taken from it. */
type Submitted = Readonly<{ id: string; on: Day; bodies: readonly ClaimBody[]; own: Set<string> }>;
/** What the creditor has handed in so far: each invoice number with the row that was taken, and its lists. */
export type Desk = {
  readonly taken: Map<string, ClaimBody>;
  readonly lists: Submitted[];
  readonly handOvers: ReturnType<typeof memoryHandOvers>;
  readonly work: ReturnType<typeof memoryWork>;
  invoices: number;
};

const OTTO = {
  customerNumber: 'K-2',
  name: 'Otto Beispiel',
  street: 'Nebenweg 7',
  postalCode: '44135',
  city: 'Dortmund',
  kind: 'privat',
} as const;
const ERIKA = {
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

/**
 * The rows of a list as a creditor writes them; `mailed`: Otto reads his mail where Erika does, and they share what may
 * be sent to a person.
 */
const bodiesOf = (desk: Desk, rows: readonly Row[], today: Day, mailed: boolean): ClaimBody[] => {
  const bodies: ClaimBody[] = [];
  const fresh = (who: typeof ERIKA | typeof OTTO, daysOld: number): ClaimBody => {
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
  for (const row of rows) {
    const [known = fresh(ERIKA, 20)] = [...desk.taken.values()].slice(desk.invoices % desk.taken.size);
    switch (row) {
      case 'new':
        bodies.push(fresh(ERIKA, 20));
        break;
      case 'young':
        bodies.push(fresh(ERIKA, 5));
        break;
      case 'old':
        bodies.push(fresh(ERIKA, 120));
        break;
      case 'other':
        bodies.push(fresh(OTTO, 20));
        break;
      case 'again':
        bodies.push(known);
        break;
      case 'conflict':
        bodies.push({ ...known, amountCents: known.amountCents + 1 });
        break;
      case 'twin':
        bodies.push(bodies.at(-1) ?? known);
        break;
      case 'broken':
        bodies.push({ ...fresh(ERIKA, 20), invoiceDate: plusDays(today, 3) });
        break;
      default:
        row satisfies never;
    }
  }
  return bodies;
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
const expectedOf = (desk: Desk, { bodies, on, own }: Submitted, closed: ReadonlySet<string>): Expected => {
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

/**
 * I9: rows in = accepted + rejected + duplicates, each as it must be; what was accepted stands in an Akte of its
 * customer, once, and has an execution.
 */
const brokenHandOver = async (
  { world, workflows, desk }: Intake,
  { id, bodies }: Submitted,
  expected: Expected,
  { rows, accepted, rejected, duplicates, claims }: HandOver,
): Promise<Broken[]> => {
  const counted =
    rows === bodies.length &&
    rows === accepted + rejected + duplicates &&
    accepted === expected.accepted.length &&
    rejected === expected.rejected &&
    duplicates === expected.duplicates;
  const broken = counted
    ? []
    : [
        `I9 ${id} of ${bodies.length} rows: ${rows} = ${accepted} + ${rejected} + ${duplicates}, not ${expected.accepted.length} + ${expected.rejected} + ${expected.duplicates}`,
      ];
  for (const body of expected.accepted) {
    const akte = await world.akten.get(akteOf(musterversand.id, body.customerNumber));
    const found = akte.claims.filter((c) => c.invoiceNumber === body.invoiceNumber);
    const [claim] = found;
    const fits =
      claim?.principal === body.amountCents &&
      claim.invoiceDate === body.invoiceDate &&
      akte.debtor.customerNumber === body.customerNumber &&
      akte.arrivals[claim.id]?.handOver === id;
    if (
      found.length !== 1 ||
      !fits ||
      akte.claims.filter((c) => c.id === claim.id).length !== 1 ||
      !claims.includes(`${akte.id}-${claim.id}`)
    )
      broken.push(
        `I9 ${id}: ${body.invoiceNumber} of ${body.amountCents} cents stands ${found.length} times in ${akte.id}, or otherwise than it was handed in`,
      );
    else if (!workflows.runs.has(executionName({ akte: akte.id, claim: claim.id, generation: 1 })))
      broken.push(`I6 ${akte.id}-${claim.id} was handed in and has never been started`);
  }
  const kept = await desk.handOvers.find(musterversand.id, id);
  if (
    claims.length !== accepted ||
    new Set(claims).size !== claims.length ||
    kept?.accepted !== accepted ||
    kept.rows !== rows
  )
    broken.push(
      `I9 ${id}: ${claims.length} claims of ${accepted} accepted rows, ${kept?.rows ?? 'no'} rows in the Abgabehistorie`,
    );
  return broken;
};

/** Submits a list and works off the queue of starts, message by message. */
const deliver = async (intake: Intake, { id, bodies }: Submitted, dies: number | null): Promise<HandOver> => {
  const ports = portsOf(intake, dies);
  const { handOver } = await submitClaims(ports)({ creditor: musterversand.id, id, rows: bodies.map(cellsOf) });
  for (const lot of intake.desk.work.lots.splice(0)) await startLot(ports)(lot);
  return handOver;
};

const listOf = ({ world, desk }: Intake, rows: readonly Row[], mailed: boolean): Submitted => {
  const on = world.clock.today();
  const bodies = bodiesOf(desk, rows, on, mailed);
  const list = { id: `h-${desk.lists.length + 1}`, on, bodies, own: new Set<string>() };
  desk.lists.push(list);
  return list;
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
 * test/usecases/accept-hand-over.test.ts.
 */
export const handIn = (
  intake: Intake,
  of: Readonly<{ rows: readonly Row[]; dies: number | null; redelivered: number | null; mailed: boolean }>,
): (() => Promise<Broken[]>) => {
  const list =
    (of.redelivered === null ? undefined : intake.desk.lists.at(-1 - of.redelivered)) ??
    listOf(intake, of.rows, of.mailed);
  let { dies } = of;
  return async () => {
    const expected = await expectedNow(intake, list);
    if (dies !== null) await survived(() => deliver(intake, list, dies));
    dies = null;
    return brokenHandOver(intake, list, expected, await deliver(intake, list, null));
  };
};
