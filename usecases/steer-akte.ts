import { newestMatterOf, type Akte } from '../domain/akte.ts';
import { formatDay, type Day } from '../domain/calendar.ts';
import type { AkteId, MatterId } from '../domain/claim.ts';
import type { Fact } from '../domain/facts.ts';
import { NotFound, Rejected } from '../domain/faults.ts';
import { changeAkte } from './change-akte.ts';
import { future } from './future.ts';
import type { Akten, Clock, Procedures, Workflows } from './ports.ts';

export const STEERINGS = ['pause', 'resume', 'close', 'clarify', 'waive', 'skip', 'trace'] as const;
/** What a creditor may do with its own Akten; the rest is for our own people. */
export const CREDITOR_STEERINGS: readonly (typeof STEERINGS)[number][] = [
  'pause',
  'resume',
  'close',
  'waive',
  'skip',
  'trace',
];
/** `until`: a pause ends by itself. `interest`: a waiver reaches the interest, too. `stage`: the Mahnstufe to be skipped, of `matter` or of the newest. */
export type Steering = Readonly<{
  akte: AkteId;
  action: (typeof STEERINGS)[number];
  by: string;
  reason: string;
  until?: Day;
  interest?: boolean;
  stage?: number;
  matter?: MatterId;
}>;

/** The Mahnstufen of each matter's procedure. */
type Stages = ReadonlyMap<MatterId, readonly number[]>;
const stagesIn = async (
  { akten, procedures }: Readonly<{ akten: Akten; procedures: Pick<Procedures, 'get'> }>,
  id: AkteId,
): Promise<Stages> => {
  const stages = new Map<MatterId, readonly number[]>();
  for (const { id: matter, procedure } of (await akten.get(id)).matters)
    stages.set(
      matter,
      (await procedures.get(procedure)).levels.map((l) => l.stage),
    );
  return stages;
};

const skipped = ({ reason, by, stage, matter }: Steering, akte: Akte, on: Day, stages: Stages): Fact | null => {
  const of = matter ?? newestMatterOf(akte)?.id;
  if (stage === undefined)
    throw new Rejected('skip.stage', 'Feld „stage“: Bitte die Mahnstufe angeben, die übersprungen werden soll.', {
      field: 'stage',
    });
  if (!of || !akte.matters.some((m) => m.id === of))
    throw new NotFound(`In der Akte ${akte.id} gibt es keine Angelegenheit ${of ?? ''}.`);
  const there = stages.get(of) ?? [];
  if (!there.includes(stage))
    throw new Rejected(
      'skip.unknown',
      `Feld „stage“: Der Mahnlauf hat keine Mahnstufe ${stage}; es gibt ${there.join(', ')}.`,
      { field: 'stage' },
    );
  if (akte.messages.some((m) => m.key.matter === of && m.key.stage === stage))
    throw new Rejected(
      'skip.begun',
      `Feld „stage“: Mahnstufe ${stage} hat schon begonnen und kann nicht mehr übersprungen werden.`,
      { field: 'stage' },
    );
  return akte.skipped.some((s) => s.matter === of && s.stage === stage)
    ? null
    : { kind: 'stageSkipped', matter: of, stage, on, by, reason };
};

const factOf = (steering: Steering, akte: Akte, on: Day, stages: Stages): Fact | null => {
  const { action, by, reason, until, interest = false } = steering;
  if (akte.closed && action === 'close') return null;
  if (akte.closed)
    throw new Rejected('akte.closed', `Die Akte ${akte.id} ist seit dem ${formatDay(akte.closed.on)} geschlossen.`);
  const pause = akte.holds.find((h) => h.ground === 'paused');
  switch (action) {
    case 'pause':
      if (until) future('until', until, on);
      return pause?.until === until && pause
        ? null
        : { kind: 'held', ground: 'paused', on, by, reason, ...(until ? { until } : {}) };
    case 'resume':
      return pause ? { kind: 'resumed', ground: 'paused', on, by, reason } : null;
    case 'close':
      return { kind: 'closed', on, by, reason };
    case 'clarify':
      return akte.troubles.length > 0 || akte.messages.some((m) => m.state === 'unclear')
        ? { kind: 'clarified', on, by, reason }
        : null;
    case 'waive':
      return akte.waiver && (akte.waiver.interest || !interest) ? null : { kind: 'waived', on, by, interest, reason };
    case 'skip':
      return skipped(steering, akte, on, stages);
    case 'trace':
      return akte.tracing ? null : { kind: 'tracingOrdered', on, by, reason };
    default:
      return action satisfies never;
  }
};

/** Pauses, resumes, closes, clarifies an Akte, waives its costs, skips a stage or has the address traced; the same again changes nothing. */
export const steerAkte =
  (ports: Readonly<{ akten: Akten; procedures: Pick<Procedures, 'get'>; workflows: Workflows; clock: Clock }>) =>
  async (steering: Steering): Promise<Akte> => {
    const on = ports.clock.today();
    const stages = steering.action === 'skip' ? await stagesIn(ports, steering.akte) : new Map();
    return changeAkte(ports, steering.akte, steering.by, (akte) => {
      const fact = factOf(steering, akte, on, stages);
      return fact ? [fact] : [];
    });
  };
