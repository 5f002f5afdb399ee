import { apply, creditorOf, fold, type Akte } from '../../domain/akte.ts';
import { day, plusDays, type Day } from '../../domain/calendar.ts';
import type { AkteId } from '../../domain/claim.ts';
import type { Fact } from '../../domain/facts.ts';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { Creditor } from '../../domain/parties.ts';
import type { Payout } from '../../domain/payout.ts';
import { SHIPPED_PROCEDURES, type Procedure } from '../../domain/procedure.ts';
import type { Akten, Archive, Clock, Creditors, HandOver, HandOvers, Lot, LotKey, Mailbox, Once, Outgoing, Payouts, Post, Procedures, Upload, Work, Workflows } from '../../usecases/ports.ts';
import { createHash } from 'node:crypto';

/** Time that only moves when it is told to. A day begins at 08:00; `now` runs with it. */
export const virtualClock = (start: string): Clock & { jumpTo(instant: string): void; pass(seconds: number): void } => {
  let ms = Date.parse(`${start}T08:00:00Z`);
  return {
    now: () => new Date(ms), today: () => day(new Date(ms).toISOString().slice(0, 10)), instantOf: (on) => `${on}T08:00:00Z`,
    jumpTo: (instant) => { ms = Math.max(ms, Date.parse(instant)); }, pass: (seconds) => { ms += seconds * 1000; },
  };
};
export const dayAfter = (start: string, n: number): Day => plusDays(day(start), n);

type Entry = { at: string; by: string; facts: readonly Fact[] };
/** The append-only log in memory, with the same refusals as the table. */
export const fakeAkten = (now: () => Date = () => new Date(0)): Akten & { log: Map<AkteId, Entry[]> } => {
  const log = new Map<AkteId, Entry[]>();
  const invoices = new Map<string, AkteId>();
  const journal = new Map<string, Set<AkteId>>();
  const read = (id: AkteId): Akte | null => { const acts = log.get(id); return acts ? fold(id, acts.map((a) => a.facts)) : null; };
  return {
    log,
    find: async (id) => read(id),
    get: async (id) => { const akte = read(id); if (!akte) throw new NotFound(`Es gibt keine Akte ${id}.`); return akte; },
    append: async (id, version, act, also = {}) => {
      const acts = log.get(id) ?? [];
      const taken = (also.invoices ?? []).some((i) => invoices.has(`${creditorOf(id)}#${i}`));
      if (acts.length !== version || taken) throw new Conflict(`Akte ${id} has moved on`);
      let akte: Akte | null = version === 0 ? null : read(id);
      for (const fact of act.facts) akte = apply(akte, fact, id);
      if (!akte) throw new Error('an act without facts');
      log.set(id, [...acts, { at: now().toISOString(), by: act.by, facts: act.facts }]);
      for (const i of also.invoices ?? []) invoices.set(`${creditorOf(id)}#${i}`, id);
      if (also.journal) { const key = `${creditorOf(id)}#${also.journal.month}`; journal.set(key, (journal.get(key) ?? new Set()).add(id)); }
      return { ...akte, version: version + 1 };
    },
    history: async (id) => log.get(id) ?? [],
    listOf: async (creditor) => [...log.keys()].filter((id) => creditorOf(id) === creditor),
    paidIn: async (creditor, month) => [...journal.get(`${creditor}#${month}`) ?? []].sort(),
    withInvoices: async (creditor, wanted) => new Map(wanted.flatMap((i): [string, AkteId][] => { const akte = invoices.get(`${creditor}#${i}`); return akte ? [[i, akte]] : []; })),
  };
};

export const fakeCreditors = (...creditors: Creditor[]): Creditors => {
  const known = new Map(creditors.map((c) => [c.id, c]));
  return { get: async (id) => { const c = known.get(id); if (!c) throw new NotFound(`Es gibt keinen Gläubiger ${id}.`); return c; }, list: async () => [...known.values()], save: async (c) => { known.set(c.id, c); } };
};
export const fakeProcedures = (...more: Procedure[]): Procedures => {
  const known = [...SHIPPED_PROCEDURES, ...more];
  return { get: async ({ id, version }) => { const p = known.find((k) => k.id === id && k.version === version); if (!p) throw new NotFound(`Es gibt keinen Mahnlauf ${id}.`); return p; }, save: async (p) => { known.push(p); } };
};
export const fakeHandOvers = (): HandOvers => {
  const [known, lots] = [new Map<string, HandOver>(), new Map<string, Map<number, Lot>>()];
  const of = (c: string, id: string): Map<number, Lot> => { const key = `${c}#${id}`; const found = lots.get(key) ?? new Map<number, Lot>(); lots.set(key, found); return found; };
  return {
    save: async (h) => { known.set(`${h.creditor}#${h.id}`, h); }, find: async (c, id) => known.get(`${c}#${id}`) ?? null,
    list: async (c) => [...known.values()].filter((h) => h.creditor === c).sort((a, b) => (a.id < b.id ? 1 : -1)),
    saveLot: async (c, id, lot) => { of(c, id).set(lot.n, lot); }, findLot: async (c, id, n) => of(c, id).get(n) ?? null,
    lots: async function* (c, id) { for (const [, lot] of [...of(c, id)].sort(([a], [b]) => a - b)) yield lot; },
  };
};
/** Queues that hold what they are given until a test works it off. */
export const fakeWork = (): Work & { uploads: Upload[]; lots: LotKey[] } => {
  const [uploads, lots]: [Upload[], LotKey[]] = [[], []];
  return { uploads, lots, goOn: async (u) => { uploads.push(u); }, startLots: async (more) => { lots.push(...more); } };
};
export const fakeWorkflows = (): Workflows & { started: string[]; stopped: string[] } => {
  const started: string[] = [];
  const stopped: string[] = [];
  return { started, stopped, start: async (a, c, g) => { const name = `${a}-${c}-g${g}`; if (!started.includes(name)) started.push(name); }, stop: async (a, c, g) => { stopped.push(`${a}-${c}-g${g}`); } };
};
const bytes = (f: Uint8Array | string): Uint8Array => (typeof f === 'string' ? new TextEncoder().encode(f) : f);
/** `open` gives the bytes in small pieces, as a network does. */
export const fakeArchive = (files: Record<string, Uint8Array | string> = {}): Archive & { files: Record<string, Uint8Array | string> } => {
  const find = (key: string): Uint8Array => { const f = files[key]; if (f === undefined) throw new NotFound(`Es gibt keine Datei ${key}.`); return bytes(f); };
  return {
    files, find: async (key) => { const f = files[key]; return f === undefined ? null : bytes(f); }, put: async (key, content) => { files[key] = content; }, get: async (key) => find(key),
    open: async (key) => { const all = find(key); return { size: all.length, bytes: (async function* () { for (let i = 0; i < all.length; i += 4_099) yield all.subarray(i, i + 4_099); })() }; },
    write: async (key, content) => { let text = ''; for await (const part of content) text += part; files[key] = text; },
  };
};
export const fakeMailbox = (): Mailbox & { mails: { to: string; subject: string; text: string }[] } => { const mails: { to: string; subject: string; text: string }[] = []; return { mails, send: async (m) => { mails.push(m); } }; };
export const fakeOnce = (): Once => { const seen = new Set<string>(); return { first: async (w) => !seen.has(w) && Boolean(seen.add(w)) }; };
export const fakePayouts = (): Payouts => {
  const known = new Map<string, Payout>();
  return { find: async (c, m) => known.get(`${c}#${m}`) ?? null, latest: async (c, before) => [...known.values()].filter((p) => p.creditorId === c && p.month < before).sort((a, b) => (a.month < b.month ? 1 : -1))[0] ?? null,
    put: async (p) => { const key = `${p.creditorId}#${p.month}`; const first = known.get(key) ?? p; known.set(key, first); return first; } };
};
export const hashes = { sha256: (text: string): string => createHash('sha256').update(text).digest('hex') };

/** How a provider behaves on its next calls; `lost` = it took the message and the answer never came. */
export type Behaviour = 'ok' | 'busy' | 'lost' | 'vanished' | 'refused';
export const fakePost = (today: () => Day, keepsRecord = true): Post & { sent: { reference: string; on: Day; message: Outgoing }[]; next: Behaviour[] } => {
  const sent: { reference: string; on: Day; message: Outgoing }[] = [];
  const next: Behaviour[] = [];
  return {
    sent, next,
    send: async (message) => {
      const how = next.shift() ?? 'ok';
      if (how === 'busy') { const { Unavailable } = await import('../../domain/faults.ts'); throw new Unavailable('busy'); }
      if (how === 'refused') return { outcome: 'refused', reason: 'Adresse unbekannt' };
      if (how === 'vanished') throw new Error('socket hang up');
      sent.push({ reference: message.reference, on: today(), message });
      if (how === 'lost') throw new Error('socket hang up');
      return { outcome: 'accepted', providerId: `p${sent.length}` };
    },
    outcome: async (reference) => (sent.some((s) => s.reference === reference) && keepsRecord ? { outcome: 'accepted', providerId: 'found' } : keepsRecord ? { outcome: 'absent' } : { outcome: 'unknown' }),
  };
};
