/** One case of one claim, told by its facts and played day by day through the rules, with no process around it. */

import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { ClaimId, MatterId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import { messageOf, type Step } from '../../../domain/dunning/step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import type { ContactField } from '../../../domain/parties/contact-fields.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { Procedure, type Level } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, START, aClaim, erika, opened } from '../../support/akte.ts';

const REFERENCE = MessageReference.parse('r');

export { opened } from '../../support/akte.ts';

export const M1 = MatterId.parse('M1');
export const M2 = MatterId.parse('M2');
/** Every message by e-mail, so that the phone window follows the first Mahnung; one attempt a week. */
export const BY_MAIL = Procedure.parse({
  ...STANDARD,
  levels: STANDARD.levels.map((level) => ({ ...level, letter: 'instead' })),
  contactBudget: { messages: 3, calls: 1 },
});
export const F1 = ClaimId.parse('F1');
export const on = (n: number): Day => plusDays(day(START), n);
export const without = (...gone: readonly ('email' | 'phone' | 'address' | 'land')[]): Debtor =>
  Object.fromEntries(Object.entries(erika).filter(([k]) => !gone.some((g) => g === k))) as Debtor;
export const message = (stage: Stage, channel: Channel, matter = M1) => ({ matter, stage, channel });
export const reserved = (stage: Stage, channel: Channel, n: number, matter = M1): Fact => ({
  kind: 'reserved',
  message: message(stage, channel, matter),
  reference: REFERENCE,
  at: `${on(n)}T08:00:00Z`,
  by: 'operator:x',
  demand: null,
});
export const sent = (stage: Stage, channel: Channel, n: number, matter = M1): Fact[] => [
  reserved(stage, channel, n, matter),
  {
    kind: 'sent',
    message: message(stage, channel, matter),
    reference: REFERENCE,
    on: on(n),
    providerId: ProviderId.parse('p'),
    document: null,
  },
];
export const refused = (stage: Stage, channel: Channel, n: number): Fact[] => [
  reserved(stage, channel, n),
  { kind: 'notSent', message: message(stage, channel), reference: REFERENCE, on: on(n), why: 'refused', reason: 'x' },
];
export const calls = (stage: Stage, n: number, matter = M1): Fact => ({
  kind: 'callsOpened',
  matter,
  stage,
  from: on(n),
  until: on(n + 14),
});
export const dead = (contact: ContactField, n: number): Fact => ({
  kind: 'undeliverable',
  contact,
  on: on(n),
  reason: 'x',
});
export const akte = (...facts: Fact[]): Akte => fold(AKTE, [[...opened(erika, aClaim()), ...facts]]);
export const step = (of: Akte, n: number, procedure: Procedure = STANDARD): Step =>
  nextStep(of, F1, { procedures: procedure, today: on(n) });

type Given = Readonly<{
  debtor?: Debtor;
  claims?: Claim[];
  procedure?: Procedure;
  happens?: Readonly<Record<number, readonly Fact[]>>;
  refuses?: (stage: Stage, channel: Channel) => boolean;
}>;
export const doneBy = (step: Extract<Step, { kind: 'act' }>, n: number, refuses: boolean): Fact[] => {
  const channel = messageOf(step.name)?.channel;
  if (channel) return refuses ? refused(step.stage, channel, n) : sent(step.stage, channel, n);
  return [
    step.name === 'Telefoninkasso eröffnen'
      ? calls(step.stage, n)
      : { kind: 'courtDecisionDue', matter: M1, on: on(n) },
  ];
};
/** `10 email 1`: an act with its day, its channel or what it is instead, and its stage. */
const lineOf = (next: Exclude<Step, { kind: 'end' | 'wait' }>, n: number): string => {
  const channel = messageOf(next.name)?.channel;
  return `${n} ${channel ?? (next.name === 'Telefoninkasso eröffnen' ? 'calls' : 'court')} ${next.stage}`;
};
/**
 * Plays a case day by day and does at once what comes next, as the processes do: one line for each act, with the day
 * counted from the hand-over, and the word in the end.
 */
export const play = (given: Given = {}, days = 120): string[] => {
  const { debtor = erika, claims = [aClaim()], procedure = STANDARD, happens = {}, refuses = () => false } = given;
  const facts = opened(debtor, ...claims);
  const told: string[] = [];
  const nextOn = (n: number): Step => nextStep(fold(AKTE, [facts]), F1, { procedures: procedure, today: on(n) });
  for (let n = 0; n <= days; n++) {
    facts.push(...(happens[n] ?? []));
    for (let next = nextOn(n); next.kind !== 'wait'; next = nextOn(n)) {
      if (next.kind === 'end') return [...told, `${n} ${next.name}`];
      if (told.length > 40) throw new Error(`the case does not end: ${told.join(', ')}`);
      told.push(lineOf(next, n));
      const channel = messageOf(next.name)?.channel;
      facts.push(...doneBy(next, n, channel !== undefined && refuses(next.stage, channel)));
    }
  }
  return told;
};
export const one = (level: Partial<Level>): Procedure =>
  Procedure.parse({ id: 'own', version: 1, name: 'Eigen', levels: [{ ...STANDARD.levels[1], ...level }] });
