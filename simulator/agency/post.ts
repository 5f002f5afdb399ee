import type { Day } from '../../domain/calendar.ts';
import { Unavailable } from '../../domain/faults.ts';
import { ProviderId, type MessageReference } from '../../domain/ids.ts';
import type { Outgoing, Post } from '../../usecases/ports/posts.ts';

/**
 * How a provider behaves on a call. `busy`: certainly not taken. `lost`: taken, and the answer never came. `vanished`:
 * never arrived, and nobody was told.
 */
export const BEHAVIOURS = ['ok', 'busy', 'lost', 'vanished', 'refused'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];
export type Sent = Readonly<{ reference: MessageReference; on: Day; message: Outgoing }>;
const FOUND = ProviderId.parse('found');
export type MemoryPost = Post & Readonly<{ sent: Sent[]; next: Behaviour[] }>;

/**
 * A provider of messages in memory. `sent`: what it took; `next`: how it behaves on its next calls. `keepsRecord`:
 * whether it can say later what it took.
 */
export const memoryPost = (today: () => Day, keepsRecord = true): MemoryPost => {
  const sent: Sent[] = [];
  const next: Behaviour[] = [];
  return {
    sent,
    next,
    send: async (message) => {
      const how = next.shift() ?? 'ok';
      if (how === 'busy') throw new Unavailable('busy');
      if (how === 'refused') return { outcome: 'refused', reason: 'Adresse unbekannt' };
      if (how === 'vanished') throw new Error('socket hang up');
      sent.push({ reference: message.reference, on: today(), message });
      if (how === 'lost') throw new Error('socket hang up');
      return { outcome: 'accepted', providerId: ProviderId.parse(`p${sent.length}`) };
    },
    outcome: async (reference) => {
      if (!keepsRecord) return { outcome: 'unknown' };
      const isKnown = sent.some((s) => s.reference === reference);
      return isKnown ? { outcome: 'accepted', providerId: FOUND } : { outcome: 'absent' };
    },
  };
};
