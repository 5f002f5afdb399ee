import { creditorOf } from '../domain/akte.ts';
import { invoiceIdentity, type AkteId } from '../domain/claim.ts';
import { callList } from '../usecases/call-debtor.ts';
import type { Broken } from './invariants.ts';
import type { Stage } from './stage.ts';

/**
 * I8: whatever a creditor asks for as a list is its own, all of it and nothing else; said from the logs, whose
 * Aktenzeichen name the creditor.
 */
export const brokenTenants = async ({ world, ports }: Pick<Stage, 'world' | 'ports'>): Promise<Broken[]> => {
  const { akten, clock } = world;
  const told = [...akten.log].map(([id, acts]) => ({ id, facts: acts.flatMap((a) => a.facts) }));
  const invoicesOf = (facts: (typeof told)[number]['facts']): string[] =>
    facts.flatMap((f) => (f.kind === 'handedOver' ? f.claims.map(invoiceIdentity) : []));
  const every = told.flatMap((t) => invoicesOf(t.facts));
  const broken: Broken[] = [];
  for (const { id: creditor } of await world.ports.creditors.list()) {
    const own = told.filter((t) => creditorOf(t.id) === creditor);
    const same = (what: string, shown: Iterable<AkteId>, right: readonly AkteId[]): void => {
      const is = [...shown].sort().join();
      const ought = [...right].sort().join();
      if (is !== ought) broken.push(`I8 ${what} of ${creditor} shows ${is}, not ${ought}`);
    };
    same(
      'the list',
      await akten.listOf(creditor),
      own.map((t) => t.id),
    );
    const found = await akten.withInvoices(creditor, every);
    for (const { id, facts } of own)
      same(
        `what ${id} was handed over with`,
        [...found].filter(([, akte]) => akte === id).map(() => id),
        invoicesOf(facts).map(() => id),
      );
    same(
      'what is found by invoice',
      [...found.values()].filter((akte) => creditorOf(akte) !== creditor),
      [],
    );
    same(
      'the open phone windows',
      await akten.withOpenCalls(creditor, clock.today()),
      own.filter((t) => t.facts.some((f) => f.kind === 'callsOpened' && f.until > clock.today())).map((t) => t.id),
    );
    same(
      'the work list of calls',
      (await callList(ports)(creditor)).map((c) => c.akte).filter((akte) => creditorOf(akte) !== creditor),
      [],
    );
  }
  return broken;
};
