/** Akten of several creditors on one clock, whose debtors may be one person. */

import type { Stage } from '../../../domain/procedure/states.ts';
import { day, type Day } from '../../../domain/calendar.ts';
import { AkteId, ClaimId, MatterId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import type { Fact, MessageKey } from '../../../domain/akte/facts.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { Creditor, type Debtor } from '../../../domain/parties/parties.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import { tasksOf } from '../../../simulator/engine/machine.ts';
import { aWorld, handOver } from '../../../simulator/agency/world.ts';
import { START, musterversand } from '../../support/akte.ts';
import { memoryMailbox, memoryOnce, recordedWorkflows } from '../../../simulator/agency/stores.ts';

export const F1 = ClaimId.parse('F1');
export const M1 = MatterId.parse('M1');
export const SHOP = AkteId.parse('MUS-0000-0001');
export const UTILITY = AkteId.parse('STW-0000-0001');
const creditors = ['MUS', 'STW', 'LAD'].map((id) => Creditor.parse({ ...musterversand, id, name: `Gläubiger ${id}` }));

export const anAgency = async (procedure: Procedure, debtors: Readonly<Record<AkteId, Debtor>>) => {
  const world = aWorld({ start: day(START), procedures: [procedure], creditors });
  let asked = 0;
  const people = {
    ...world.people,
    sharing: async (points: readonly string[]) => {
      asked++;
      return world.people.sharing(points);
    },
  };
  const ports = {
    ...world.ports,
    people,
    workflows: recordedWorkflows(),
    mailbox: memoryMailbox(),
    once: memoryOnce(),
  };
  for (const [akte, debtor] of Object.entries(debtors))
    await handOver(world, { akte: AkteId.parse(akte), debtor, procedure });
  const tasks = tasksOf(ports);
  const of = (akte: AkteId) => ({ akte, claim: F1, generation: 1 });
  const tell = async (id: AkteId, ...facts: Fact[]) =>
    world.akten.append(id, (await world.akten.get(id)).version, { by: 'operator:test', facts });
  return {
    ...world,
    ports,
    tell,
    asked: () => asked,
    decide: (akte: AkteId) => tasks.Decide(of(akte)),
    mail: (akte: AkteId) => tasks.SendEmail(of(akte)),
    letter: (akte: AkteId) => tasks.SendLetter(of(akte)),
    on: (to: Day, hour?: number) => {
      world.clock.jumpTo(world.clock.instantOf(to, hour));
    },
  };
};
export const key = (stage: Stage, channel: Channel, matter = M1): MessageKey => ({ matter, stage, channel });
export const reserved = (message: MessageKey): Fact => ({
  kind: 'reserved',
  message,
  reference: MessageReference.parse(`r${message.stage}${message.channel}`),
  at: `${START}T07:00:00Z`,
  by: 'operator:x',
  demand: null,
});
export const sent = (message: MessageKey, on: Day): Fact[] => [
  reserved(message),
  {
    kind: 'sent',
    message,
    reference: MessageReference.parse(`r${message.stage}${message.channel}`),
    on,
    providerId: ProviderId.parse('p'),
    document: null,
  },
];
