import { byOperator } from '../../domain/actor.ts';
import { day } from '../../domain/calendar.ts';
import { stateOf, type Proposal } from '../../domain/approval/proposal.ts';
import { sameProcedure, type AkteId, type ClaimId, type HandOverId, type ProposalId } from '../../domain/ids.ts';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { MandateVersion } from '../../domain/parties/mandate.ts';
import type { Creditor, CreditorId } from '../../domain/parties/parties.ts';
import { Payout } from '../../domain/payout/payout.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { SHIPPED_PROCEDURES } from '../../domain/procedure/shipped-procedures.ts';
import { MOST_SHARING, type People } from '../../usecases/ports/people.ts';
import type { Archive } from '../../usecases/ports/archive.ts';
import type { Creditors, Procedures } from '../../usecases/ports/creditors.ts';
import type { HandOver, Lot } from '../../domain/intake/hand-over.ts';
import type { HandOvers, LotKey, Upload, Work } from '../../usecases/ports/hand-overs.ts';
import type { Mailbox } from '../../usecases/ports/posts.ts';
import type { Once } from '../../usecases/ports/once.ts';
import type { Payouts } from '../../usecases/ports/payouts.ts';
import type { Proposals } from '../../usecases/ports/proposals.ts';
import type { Press } from '../../usecases/ports/press.ts';
import type { Workflows } from '../../usecases/ports/workflows.ts';
import { pageIn } from './paging.ts';

/** A mandate that nobody has changed yet. */
export const firstVersion = (creditor: Creditor): MandateVersion => ({
  creditor,
  version: 1,
  on: day('2026-03-02'),
  at: '2026-03-02T09:00:00.000Z',
  by: byOperator('Frau Winter'),
  accountChange: null,
});

/**
 * The stores of the agency in memory, with the same refusals as the real ones (test/support/contracts.ts holds both to
 * them).
 */
export const memoryCreditors = (...creditors: readonly Creditor[]): Creditors => {
  const known = new Map(creditors.map((c) => [c.id, [firstVersion(c)]]));
  const current = async (id: CreditorId): Promise<MandateVersion | null> => known.get(id)?.at(-1) ?? null;
  return {
    current,
    get: async (id) => {
      const mandate = await current(id);
      if (!mandate) throw new NotFound(`Es gibt keinen Gläubiger ${id}.`);
      return mandate.creditor;
    },
    list: async () => [...known.values()].flatMap((versions) => versions.at(-1)?.creditor ?? []),
    history: async (id) => known.get(id) ?? [],
    append: async (mandate) => {
      const { id } = mandate.creditor;
      const versions = known.get(id) ?? [];
      if (mandate.version !== versions.length + 1) throw new Conflict(`Das Mandat von ${id} hat sich geändert.`);
      known.set(id, [...versions, mandate]);
    },
  };
};

/** Proposals beside the mandates that they change. */
export const memoryProposals = (creditors: Pick<Creditors, 'append'>): Proposals => {
  const known = new Map<ProposalId, Proposal>();
  return {
    find: async (id) => known.get(id) ?? null,
    last: async (creditor, kind) =>
      [...known.values()].findLast(({ what }) => what.creditor === creditor && what.kind === kind) ?? null,
    open: async (on) =>
      [...known.values()]
        .filter((proposal) => stateOf(proposal, on) === 'open')
        .toSorted((a, b) => (`${a.until}#${a.id}` < `${b.until}#${b.id}` ? -1 : 1)),
    write: async ({ proposal, mandate }) => {
      const before = known.get(proposal.id);
      const isInTime = proposal.decision ? before?.decision === null : before === undefined;
      if (!isInTime) throw new Conflict(`${proposal.id} hat gerade jemand anderes geschrieben.`);
      if (mandate) await creditors.append(mandate);
      known.set(proposal.id, proposal);
    },
  };
};

/** The shipped procedures and more; one given here replaces the shipped one of its name and version. */
export const memoryProcedures = (...more: readonly Procedure[]): Procedures => {
  const known = [...SHIPPED_PROCEDURES, ...more];
  return {
    get: async (ref) => {
      const p = known.findLast((k) => sameProcedure(k, ref));
      if (!p) throw new NotFound(`Es gibt keinen Mahnlauf ${ref.id}.`);
      return p;
    },
    save: async (p) => {
      known.push(p);
    },
  };
};

export const memoryPeople = (): People => {
  const named = new Map<string, Set<AkteId>>();
  return {
    note: async (reached) => {
      for (const { akte, points } of reached)
        for (const point of points) named.set(point, (named.get(point) ?? new Set()).add(akte));
    },
    sharing: async (points) => [
      ...new Set(
        points.flatMap((point) => {
          const akten = named.get(point);
          return akten && akten.size <= MOST_SHARING ? [...akten] : [];
        }),
      ),
    ],
  };
};

export const memoryHandOvers = (): HandOvers => {
  const known = new Map<string, HandOver>();
  const lots = new Map<string, Map<number, Lot>>();
  const of = (c: CreditorId, id: HandOverId): Map<number, Lot> => {
    const key = `${c}#${id}`;
    const found = lots.get(key) ?? new Map<number, Lot>();
    lots.set(key, found);
    return found;
  };
  const newestFirst = (c: CreditorId): readonly (readonly [string, HandOver])[] =>
    [...known.values()]
      .filter((h) => h.creditor === c)
      .map((h) => [`${h.receivedAt}#${h.id}`, h] as const)
      .sort(([a], [b]) => (a < b ? 1 : -1));
  return {
    save: async (h) => {
      known.set(`${h.creditor}#${h.id}`, h);
    },
    find: async (c, id) => known.get(`${c}#${id}`) ?? null,
    list: async (c, page) => pageIn(newestFirst(c), page, { backwards: true }),
    each: async function* (c) {
      for (const [, handOver] of newestFirst(c)) yield handOver;
    },
    saveLot: async (c, id, lot) => {
      of(c, id).set(lot.n, lot);
    },
    findLot: async (c, id, n) => of(c, id).get(n) ?? null,
    lots: async function* (c, id) {
      for (const [, lot] of [...of(c, id)].sort(([a], [b]) => a - b)) yield lot;
    },
  };
};

/** Queues that hold what they are given until somebody works it off. */
export const memoryWork = (): Work & Readonly<{ uploads: Upload[]; lots: LotKey[] }> => {
  const uploads: Upload[] = [];
  const lots: LotKey[] = [];
  return {
    uploads,
    lots,
    goOn: async (u) => {
      uploads.push(u);
    },
    startLots: async (more) => {
      lots.push(...more);
    },
  };
};

/** Writes down which executions were asked for; nothing runs (simulator/agency/workflows.ts runs them). */
export const recordedWorkflows = (): Workflows & Readonly<{ started: string[]; stopped: string[] }> => {
  const started: string[] = [];
  const stopped: string[] = [];
  const name = (akte: AkteId, claim: ClaimId, generation: number): string => `${akte}-${claim}-g${generation}`;
  return {
    started,
    stopped,
    start: async (...of) => {
      if (!started.includes(name(...of))) started.push(name(...of));
    },
    stop: async (...of) => {
      stopped.push(name(...of));
    },
  };
};

const bytes = (f: Uint8Array | string): Uint8Array => (typeof f === 'string' ? new TextEncoder().encode(f) : f);
/** `open` gives the bytes in small pieces, as a network does. */
export const memoryArchive = (
  files: Record<string, Uint8Array | string> = {},
): Archive & Readonly<{ files: Record<string, Uint8Array | string> }> => {
  const find = (key: string): Uint8Array => {
    const f = files[key];
    if (f === undefined) throw new NotFound(`Es gibt keine Datei ${key}.`);
    return bytes(f);
  };
  return {
    files,
    find: async (key) => {
      const f = files[key];
      return f === undefined ? null : bytes(f);
    },
    put: async (key, content) => {
      files[key] = content;
    },
    get: async (key) => find(key),
    open: async (key) => {
      const all = find(key);
      return {
        size: all.length,
        bytes: (async function* () {
          for (let i = 0; i < all.length; i += 4_099) yield all.subarray(i, i + 4_099);
        })(),
      };
    },
    write: async (key, content) => {
      let text = '';
      for await (const part of content) text += part;
      files[key] = text;
    },
  };
};

/** Takes every file and keeps none: for where nobody reads one. */
export const forgetfulArchive = (): ReturnType<typeof memoryArchive> => ({
  ...memoryArchive(),
  put: async () => undefined,
});

export const memoryMailbox = (): Mailbox & Readonly<{ mails: { to: string; subject: string; text: string }[] }> => {
  const mails: { to: string; subject: string; text: string }[] = [];
  return {
    mails,
    send: async (m) => {
      mails.push(m);
    },
  };
};
export const memoryOnce = (): Once => {
  const seen = new Set<string>();
  return {
    isDone: async (what) => seen.has(what),
    done: async (what) => {
      seen.add(what);
    },
  };
};

/** Keeps what can be read again, as the table does. */
export const memoryPayouts = (): Payouts => {
  const known = new Map<string, Payout>();
  return {
    find: async (c, m) => known.get(`${c}#${m}`) ?? null,
    latest: async (c, before) =>
      [...known.values()]
        .filter((p) => p.creditorId === c && p.month < before)
        .sort((a, b) => (a.month < b.month ? 1 : -1))[0] ?? null,
    put: async (p) => {
      const key = `${p.creditorId}#${p.month}`;
      const first = known.get(key) ?? Payout.parse(p);
      known.set(key, first);
      return first;
    },
  };
};

/** Takes every content and renders nothing: a simulation is about what is said when, not about how it looks. */
export const blankPress = (): Press => ({
  letter: async () => new Uint8Array([1]),
  mail: () => ({ subject: 's', text: 't', html: 'h' }),
  statement: async () => new Uint8Array(),
  statementCsv: () => '',
  transfers: () => '',
  orderedIn: () => [],
});
