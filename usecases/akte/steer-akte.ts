import { newestMatterOf, type Akte } from '../../domain/akte/akte.ts';
import { formatDay, type Day } from '../../domain/calendar.ts';
import type { AkteId, MatterId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { lettersTheFontLacks } from '../../domain/print/drawable.ts';
import type { Action, Steering } from '../../domain/akte/steering.ts';
import { changeAkte } from './change-akte.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Procedures } from '../ports/creditors.ts';
import type { Workflows } from '../ports/workflows.ts';
import { refuseClosed, refusePast } from '../../domain/akte/refusals.ts';

type Done<A extends Action = Action> = Extract<Steering, { action: A }> & Readonly<{ akte: AkteId; by: string }>;

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

/** Actions that add one fact at most. */
type Adds = Exclude<Action, 'clarify'>;
type AllDone = { readonly [A in Adds]: Done<A> };
type Adding<A extends Adds> = (steering: AllDone[A], akte: Akte, on: Day, stages: Stages) => Fact | null;

const skipped: Adding<'skip'> = ({ reason, by, stage, matter }, akte, on, stages) => {
  const of = matter ?? newestMatterOf(akte)?.id;
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
      `Feld „stage“: Mahnstufe ${stage} hat schon begonnen und kann nicht mehr übersprungen werden. Soll nichts mehr hinausgehen, bitte pausieren oder schließen.`,
      { field: 'stage' },
    );
  return akte.skipped.some((s) => s.matter === of && s.stage === stage)
    ? null
    : { kind: 'stageSkipped', matter: of, stage, on, by, reason };
};

/** Who acts through a creditor's own access. */
const isCreditor = (by: string): boolean => by.startsWith('client:');

/**
 * What a creditor has closed it opens again; what our own people have closed (a stolen identity, a claim that never
 * was) only they do.
 */
const reopened: Adding<'reopen'> = ({ by, reason }, { id, closed }, on) => {
  if (!closed) return null;
  if (isCreditor(by) && !isCreditor(closed.by))
    throw new Rejected(
      'reopen.by-us',
      `Die Akte ${id} hat das Inkasso am ${formatDay(closed.on)} geschlossen; öffnen kann nur es sie wieder. Bitte dort melden.`,
    );
  return { kind: 'reopened', on, by, reason };
};

/** The facts that a message did not go out: its reservation is given back, and it is due as before. */
const notSent = ({ reason }: Done<'clarify'>, messages: Akte['messages'], on: Day): Fact[] =>
  messages.map(({ key, reference }) => ({ kind: 'notSent', message: key, reference, on, why: 'not-taken', reason }));

/** A message that was said to have gone out and did not. */
const takenBack = (steering: Done<'clarify'>, akte: Akte, on: Day): Fact[] => {
  const assumed = akte.messages.filter((m) => m.assumed && m.state === 'sent');
  const found = assumed.filter((m) => m.reference === steering.message);
  if (found.length > 0) return notSent(steering, found, on);
  if (assumed.length === 0) return [];
  throw new Rejected(
    'clarify.message',
    `Feld „message“: Bitte die Nachricht nennen, die nicht hinausging; nach einer Klärung gelten als gesendet: ${assumed.map((m) => m.reference).join(', ')}.`,
    { field: 'message' },
  );
};

const clarified = (steering: Done<'clarify'>, akte: Akte, on: Day): Fact[] => {
  refuseClosed(akte);
  const { by, reason, sent = true } = steering;
  const unclear = akte.messages.filter((m) => m.state === 'unclear');
  const clarifying: Fact = { kind: 'clarified', on, by, reason };
  if (unclear.length > 0) return [...(sent ? [] : notSent(steering, unclear, on)), clarifying];
  if (akte.troubles.length > 0) return [clarifying];
  if (!sent) return takenBack(steering, akte, on);
  if (lettersTheFontLacks(akte.debtor.name).length > 0)
    throw new Rejected(
      'clarify.name',
      `Der Name „${akte.debtor.name}“ lässt sich nicht drucken. Bitte zuerst den Namen in lateinischen Buchstaben eintragen (Antwort „contact“ mit „name“; Befehl: mahnwerk akte antwort ${akte.id} --art kontakt --name "…"); dann geht es von selbst weiter.`,
    );
  return [];
};

const pauseOf = (akte: Akte): Akte['holds'][number] | undefined => akte.holds.find((h) => h.ground === 'paused');

const paused: Adding<'pause'> = ({ by, reason, until }, akte, on) => {
  if (until) refusePast('until', until, on);
  const pause = pauseOf(akte);
  if (pause && pause.until === until) return null;
  return { kind: 'held', ground: 'paused', on, by, reason, ...(until ? { until } : {}) };
};

const waived: Adding<'waive'> = ({ by, reason, interest = false }, akte, on) => {
  const isWaived = akte.matters.every(({ waiver }) => waiver && (waiver.interest || !interest));
  return isWaived ? null : { kind: 'waived', on, by, interest, reason };
};

/** What each action adds; null: it changes nothing. */
const ADDS: { readonly [A in Adds]: Adding<A> } = {
  reopen: reopened,
  pause: paused,
  resume: ({ by, reason }, akte, on) => (pauseOf(akte) ? { kind: 'resumed', ground: 'paused', on, by, reason } : null),
  close: ({ by, reason }, _akte, on) => ({ kind: 'closed', on, by, reason }),
  waive: waived,
  skip: skipped,
  trace: ({ by, reason }, akte, on) => (akte.tracing ? null : { kind: 'tracingOrdered', on, by, reason }),
  untraceable: ({ by, reason }, akte, on) => (akte.tracing ? { kind: 'tracingFailed', on, by, reason } : null),
};

const added = <A extends Adds>(action: A, ...of: Parameters<Adding<A>>): Fact | null => ADDS[action](...of);

/** A closed Akte is closed already, and can only be opened again. */
const factOf = (steering: Done<Adds>, akte: Akte, on: Day, stages: Stages): Fact | null => {
  const { action } = steering;
  if (akte.closed && action === 'close') return null;
  if (action !== 'reopen') refuseClosed(akte);
  return added(action, steering, akte, on, stages);
};

/**
 * Pauses, resumes, closes, clarifies an Akte, waives its costs, skips a stage or has the address traced; the same again
 * changes nothing.
 */
export const steerAkte =
  (ports: Readonly<{ akten: Akten; procedures: Pick<Procedures, 'get'>; workflows: Workflows; clock: Clock }>) =>
  async (steering: Done): Promise<Akte> => {
    const on = ports.clock.today();
    const stages = steering.action === 'skip' ? await stagesIn(ports, steering.akte) : new Map();
    return changeAkte(ports, steering.akte, steering.by, (akte) => {
      if (steering.action === 'clarify') return clarified(steering, akte, on);
      const fact = factOf(steering, akte, on, stages);
      return fact ? [fact] : [];
    });
  };
