import type { Stage } from '../procedure/states.ts';
import { isCreditor, type Actor } from '../actor.ts';
import { formatDay, type Day } from '../calendar.ts';
import { NotFound, Rejected, wrongField } from '../faults.ts';
import type { MatterId } from '../ids.ts';
import { newestMatterOf, type Akte, type Hold } from './akte.ts';
import { decideClarifying } from './decide-clarifying.ts';
import type { Fact } from './facts.ts';
import { refuseClosed, refusePast } from './refusals.ts';
import type { Action, Steering, SteeringOf } from './steering.ts';

/** The Mahnstufen that the procedure of each matter has. */
export type Stages = ReadonlyMap<MatterId, readonly Stage[]>;
/** Something is done with an Akte, and by whom. `stages`: of all its matters, where one of them is skipped. */
export type Steered = Readonly<{ steering: Steering; by: Actor; stages: Stages }>;

/** Who does it, when, and which stages there are. */
type Doing = Readonly<Pick<Steered, 'by' | 'stages'> & { on: Day }>;
/** Actions that add one fact at most. */
type Adds = Exclude<Action, 'clarify'>;
type AllOf = { readonly [A in Adds]: SteeringOf<A> };
type Adding<A extends Adds> = (steering: AllOf[A], akte: Akte, doing: Doing) => Fact | null;

/** The matter that is meant: the newest, where none is named. */
const matterMeant = (akte: Akte, named: MatterId | undefined): MatterId => {
  const meant = named ?? newestMatterOf(akte)?.id;
  if (!meant || !akte.matters.some((m) => m.id === meant))
    throw new NotFound(`In der Akte ${akte.id} gibt es keine Angelegenheit ${meant ?? ''}.`);
  return meant;
};

const refuseUnknown = (stage: Stage, there: readonly Stage[]): void => {
  if (there.includes(stage)) return;
  throw wrongField('skip.unknown', 'stage', `Der Mahnlauf hat keine Mahnstufe ${stage}; es gibt ${there.join(', ')}.`);
};

const refuseBegun = (akte: Akte, matter: MatterId, stage: Stage): void => {
  if (!akte.messages.some((m) => m.key.matter === matter && m.key.stage === stage)) return;
  throw wrongField(
    'skip.begun',
    'stage',
    `Mahnstufe ${stage} hat schon begonnen und kann nicht mehr übersprungen werden. Soll nichts mehr hinausgehen, bitte pausieren oder schließen.`,
  );
};

const skipped: Adding<'skip'> = ({ reason, stage, matter: named }, akte, { by, on, stages }) => {
  const matter = matterMeant(akte, named);
  refuseUnknown(stage, stages.get(matter) ?? []);
  refuseBegun(akte, matter, stage);
  const isSkipped = akte.skipped.some((s) => s.matter === matter && s.stage === stage);
  return isSkipped ? null : { kind: 'stageSkipped', matter, stage, on, by, reason };
};

/**
 * What a creditor has closed it opens again; what our own people have closed (a stolen identity, a claim that never
 * was) only they do.
 */
const reopened: Adding<'reopen'> = ({ reason }, { id, closed }, { by, on }) => {
  if (!closed) return null;
  if (isCreditor(by) && !isCreditor(closed.by))
    throw new Rejected(
      'reopen.by-us',
      `Die Akte ${id} hat das Inkasso am ${formatDay(closed.on)} geschlossen; öffnen kann nur es sie wieder. Bitte dort melden.`,
    );
  return { kind: 'reopened', on, by, reason };
};

const pauseOf = ({ holds }: Akte): Hold | undefined => holds.find((h) => h.ground === 'paused');

const paused: Adding<'pause'> = ({ reason, until }, akte, { by, on }) => {
  if (until) refusePast('until', until, on);
  const pause = pauseOf(akte);
  if (pause && pause.until === until) return null;
  return { kind: 'held', ground: 'paused', on, by, reason, ...(until ? { until } : {}) };
};

const resumed: Adding<'resume'> = ({ reason }, akte, { by, on }) =>
  pauseOf(akte) ? { kind: 'resumed', ground: 'paused', on, by, reason } : null;

/** The interest is waived with the costs or after them, never instead. */
const waived: Adding<'waive'> = ({ reason, interest = false }, akte, { by, on }) => {
  const isWaived = akte.matters.every(({ waiver }) => waiver && (waiver.interest || !interest));
  return isWaived ? null : { kind: 'waived', on, by, interest, reason };
};

/** What each action adds; null: it changes nothing. */
const ADDS: { readonly [A in Adds]: Adding<A> } = {
  reopen: reopened,
  pause: paused,
  resume: resumed,
  close: ({ reason }, { closed }, { by, on }) => (closed ? null : { kind: 'closed', on, by, reason }),
  waive: waived,
  skip: skipped,
  trace: ({ reason }, { tracing }, { by, on }) => (tracing ? null : { kind: 'tracingOrdered', on, by, reason }),
  untraceable: ({ reason }, { tracing }, { by, on }) => (tracing ? { kind: 'tracingFailed', on, by, reason } : null),
};
const added = <A extends Adds>(action: A, ...of: Parameters<Adding<A>>): Fact | null => ADDS[action](...of);

/** A closed Akte is closed already, and can only be opened again. */
const ALSO_IN_CLOSED: ReadonlySet<Action> = new Set<Action>(['close', 'reopen']);

/**
 * What follows where an Akte is steered: it rests, goes on, is closed or opened, its costs are waived, a stage is
 * skipped, the address is traced, or what was unclear is cleared up (`decideClarifying`). The same again adds nothing.
 * Throws Rejected `akte.closed`, `day.past`, `skip.unknown`, `skip.begun`, `reopen.by-us` and what clarifying refuses,
 * and NotFound for a matter that is not in the Akte.
 */
export const decideSteering = ({ steering, by, stages }: Steered, akte: Akte, on: Day): readonly Fact[] => {
  if (steering.action === 'clarify') return decideClarifying({ ...steering, by }, akte, on);
  if (!ALSO_IN_CLOSED.has(steering.action)) refuseClosed(akte);
  const fact = added(steering.action, steering, akte, { by, on, stages });
  return fact ? [fact] : [];
};
