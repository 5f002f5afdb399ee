import type { Actor } from '../../domain/actor.ts';
import { creditorOf, type Akte } from '../../domain/akte/akte.ts';
import { apply } from '../../domain/akte/fold.ts';
import { contentOf, statementOf, type BankLine, type BankLineId } from '../../domain/account/bank.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { movedOn } from '../../domain/akte/refusals.ts';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { KeptRequest } from '../../domain/repeat/kept-request.ts';
import type { Act, Akten, Also } from '../../usecases/ports/akten.ts';
import type { BankLines } from '../../usecases/ports/bank-lines.ts';
import type { KeptRequests, RequestChange } from '../../usecases/ports/kept-requests.ts';
import { pageIn } from './paging.ts';

export type Entry = Readonly<{ at: string; by: Actor; facts: readonly Fact[] }>;

/** The lines of statements in memory: where their money goes is written by the Akten beside them. */
const memoryBankLines = (kept: Map<BankLineId, BankLine>): BankLines => ({
  keep: async (entry) => {
    const line = kept.get(entry.id) ?? { entry, shares: [], version: 0 };
    kept.set(entry.id, line);
    return line;
  },
  find: async (id) => kept.get(id) ?? null,
  alike: async (id) =>
    [...kept.values()].filter(
      ({ entry }) => contentOf(entry.id) === contentOf(id) && statementOf(entry.id) !== statementOf(id),
    ),
});

const isAsSeen = (kept: Map<string, KeptRequest>, { id, seen }: RequestChange): boolean =>
  JSON.stringify(kept.get(JSON.stringify(id)) ?? null) === JSON.stringify(seen);
/** What is kept of calls, in memory; the Akten write it, too. */
const memoryRequests = (kept: Map<string, KeptRequest>): KeptRequests => ({
  find: async (id) => kept.get(JSON.stringify(id)) ?? null,
  replace: async (change) => {
    if (!isAsSeen(kept, change)) throw new Conflict('Das hat gerade jemand anderes geändert.');
    kept.set(JSON.stringify(change.id), change.next);
  },
});

const after = (id: AkteId, before: Akte | null, act: Act, version: number): Akte => {
  let akte = before;
  for (const fact of act.facts) akte = apply(akte, fact, id);
  if (!akte) throw new Error('an act without facts');
  return { ...akte, version };
};

/** Instants in words; the same one again is not put into words again. */
const inWords = (now: () => Date): (() => string) => {
  let last = { ms: NaN, at: '' };
  return () => {
    const instant = now();
    const ms = instant.getTime();
    if (ms !== last.ms) last = { ms, at: instant.toISOString() };
    return last.at;
  };
};

/** The Akte after each act is kept beside the log, so that reading does not fold afresh. */
type Held = Readonly<{
  log: Map<AkteId, Entry[]>;
  folded: Map<AkteId, Akte>;
  invoices: Map<string, AkteId>;
  lines: Map<BankLineId, BankLine>;
  requests: Map<string, KeptRequest>;
}>;

/** Whether something that is written with an act has another form than it was decided from. */
const isOvertaken = ({ log, invoices, lines, requests }: Held, id: AkteId, also: Also): boolean => {
  const { invoices: handedOver = [], unmoved = [], line, request } = also;
  const taken = handedOver.some((i) => invoices.has(`${creditorOf(id)}#${i}`));
  const moved = unmoved.some((other) => (log.get(other.id)?.length ?? 0) > other.version);
  const booked = line !== undefined && lines.get(line.entry.id)?.version !== line.version - 1;
  return taken || moved || booked || (request !== undefined && !isAsSeen(requests, request));
};

/** Appends with the same refusals as the table. */
const appending =
  (held: Held, at: () => string): Akten['append'] =>
  async (id, version, act, also = {}) => {
    const { log, folded, invoices, lines, requests } = held;
    const acts = log.get(id) ?? [];
    if (acts.length !== version || isOvertaken(held, id, also)) throw movedOn(id);
    const akte = after(id, folded.get(id) ?? null, act, version + 1);
    log.set(id, acts);
    folded.set(id, akte);
    acts.push({ at: at(), by: act.by, facts: act.facts });
    if (also.line) lines.set(also.line.entry.id, also.line);
    if (also.request) requests.set(JSON.stringify(also.request.id), also.request.next);
    for (const i of also.invoices ?? []) invoices.set(`${creditorOf(id)}#${i}`, id);
    return akte;
  };

/** A creditor's Akten with their places in its list: by the day on which they were opened. */
const opened = (creditor: CreditorId, folded: ReadonlyMap<AkteId, Akte>): readonly (readonly [string, AkteId])[] =>
  [...folded.values()]
    .filter(({ id }) => creditorOf(id) === creditor)
    .map(({ id, matters }) => [`${matters[0]?.on ?? ''}#${id}`, id] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const reading = ({ log, folded, invoices }: Held): Omit<Akten, 'append'> => ({
  find: async (id) => folded.get(id) ?? null,
  get: async (id) => {
    const akte = folded.get(id);
    if (!akte) throw new NotFound(`Es gibt keine Akte ${id}.`);
    return akte;
  },
  // Memory has no hashes: what it holds is what was appended.
  verify: async (id) => {
    const acts = log.get(id)?.length;
    if (acts === undefined) throw new NotFound(`Es gibt keine Akte ${id}.`);
    return { acts, brokenAt: null };
  },
  history: async (id) => [...(log.get(id) ?? [])],
  withOpenCalls: async (creditor, on) =>
    [...log.keys()].filter(
      (id) => creditorOf(id) === creditor && folded.get(id)?.callWindows.some((w) => w.until > on),
    ),
  list: async (creditor, page) => pageIn(opened(creditor, folded), page),
  each: async function* (creditor) {
    for (const [, id] of opened(creditor, folded)) yield id;
  },
  withInvoices: async (creditor, wanted) =>
    new Map(
      wanted.flatMap((i): [string, AkteId][] => {
        const akte = invoices.get(`${creditor}#${i}`);
        return akte ? [[i, akte]] : [];
      }),
    ),
});

/** The append-only log in memory. `all`: every Akte there is, whoever's. */
export const memoryAkten = (
  now: () => Date = () => new Date(0),
): Akten &
  Readonly<{
    bankLines: BankLines;
    keptRequests: KeptRequests;
    log: ReadonlyMap<AkteId, readonly Entry[]>;
    all(): Akte[];
  }> => {
  const held: Held = { log: new Map(), folded: new Map(), invoices: new Map(), lines: new Map(), requests: new Map() };
  return {
    ...reading(held),
    append: appending(held, inWords(now)),
    bankLines: memoryBankLines(held.lines),
    keptRequests: memoryRequests(held.requests),
    log: held.log,
    all: () => [...held.folded.values()],
  };
};
