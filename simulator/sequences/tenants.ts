import { creditorOf } from '../../domain/akte/akte.ts';
import { invoiceIdentity } from '../../domain/akte/claim.ts';
import { type AkteId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import { callList } from '../../usecases/dunning/call-debtor.ts';
import type { Broken } from './invariants.ts';
import type { Stage } from './stage.ts';

type Told = Readonly<{ id: AkteId; facts: readonly Fact[] }>;

const invoicesIn = (facts: readonly Fact[]): string[] =>
  facts.flatMap((f) => (f.kind === 'handedOver' ? f.claims.map(invoiceIdentity) : []));

/** What a creditor asks for: the Akten that it is shown, and those that are right. */
type Asked = Readonly<{ what: string; shown: Iterable<AkteId>; right: readonly AkteId[] }>;

/** What is found by the invoices of all creditors together. */
const foundByInvoice = async (
  { world: { akten } }: Pick<Stage, 'world'>,
  told: readonly Told[],
  creditor: CreditorId,
): Promise<Asked[]> => {
  const every = told.flatMap((t) => invoicesIn(t.facts));
  const found = await akten.withInvoices(creditor, every);
  const ofEach = told
    .filter((t) => creditorOf(t.id) === creditor)
    .map(({ id, facts }): Asked => ({
      what: `what ${id} was handed over with`,
      shown: [...found].filter(([, akte]) => akte === id).map(() => id),
      right: invoicesIn(facts).map(() => id),
    }));
  const ofOthers = [...found.values()].filter((akte) => creditorOf(akte) !== creditor);
  return [...ofEach, { what: 'what is found by invoice', shown: ofOthers, right: [] }];
};

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
};

const askedBy = async (
  { world, ports }: Pick<Stage, 'world' | 'ports'>,
  told: readonly Told[],
  creditor: CreditorId,
): Promise<Asked[]> => {
  const { akten, clock } = world;
  const own = told.filter((t) => creditorOf(t.id) === creditor);
  const today = clock.today();
  const hasOpenCalls = ({ facts }: Told): boolean => facts.some((f) => f.kind === 'callsOpened' && f.until > today);
  return [
    { what: 'the list', shown: await all(akten.each(creditor)), right: own.map((t) => t.id) },
    ...(await foundByInvoice({ world }, told, creditor)),
    {
      what: 'the open phone windows',
      shown: await akten.withOpenCalls(creditor, today),
      right: own.filter(hasOpenCalls).map((t) => t.id),
    },
    {
      what: 'the work list of calls',
      shown: (await callList(ports)(creditor)).map((c) => c.akte).filter((akte) => creditorOf(akte) !== creditor),
      right: [],
    },
  ];
};

/**
 * I8: whatever a creditor asks for as a list is its own, all of it and nothing else; said from the logs, whose
 * Aktenzeichen name the creditor.
 */
export const brokenTenants = async (stage: Pick<Stage, 'world' | 'ports'>): Promise<Broken[]> => {
  const told = [...stage.world.akten.log].map(([id, acts]) => ({ id, facts: acts.flatMap((a) => a.facts) }));
  const broken: Broken[] = [];
  for (const { id: creditor } of await stage.world.ports.creditors.list())
    for (const { what, shown, right } of await askedBy(stage, told, creditor)) {
      const is = [...shown].sort().join();
      const ought = [...right].sort().join();
      if (is !== ought) broken.push(`I8 ${what} of ${creditor} shows ${is}, not ${ought}`);
    }
  return broken;
};
