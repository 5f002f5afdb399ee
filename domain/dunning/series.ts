import { lastMessageOf, type Akte, type Matter } from '../akte/akte.ts';
import { earliest, isBefore, latest, plusDays, type Day } from '../calendar.ts';
import type { ClaimId } from '../ids.ts';
import type { FactOf } from '../akte/facts.ts';
import { NO_CONTACTS } from '../akte/person.ts';
import { afterLevels, inProcedure, type Standing } from './in-procedure.ts';
import { newcomersOf } from './newcomers.ts';
import { hasBegun, isReady, openClaimsOf, runsOf, type ProcedureOf, type Run } from './run.ts';
import { wait, type Step } from './step.ts';

/** Whether the last Mahnung of a matter has asked for these claims, too. */
const lastMahnungAsked = ({ akte, matter, procedure }: Run, claims: readonly ClaimId[]): boolean =>
  akte.messages.some(
    ({ key, state, demand }) =>
      key.occasion === undefined &&
      key.matter === matter.id &&
      key.stage === procedure.levels.at(-1)?.stage &&
      state === 'sent' &&
      claims.every((id) => demand?.claims.includes(id)),
  );

/**
 * Whether a matter that has opened again (money was taken back) has been asked for to the last Mahnung by one that
 * wrote after it, and that one is over.
 */
const endedWithAnother = (run: Run): boolean => {
  const { akte, matter, runOf } = run;
  const open = openClaimsOf(run);
  return akte.matters
    .filter((m) => m.id !== matter.id && lastMessageOf(akte, m) > lastMessageOf(akte, matter))
    .map(runOf)
    .some((other) => lastMahnungAsked(other, open) && inProcedure(other).over);
};

/** Where a matter stands in the one series of its Akte: no 1. Mahnung follows a last one that asked for the same. */
const standsInSeries = (run: Run): Standing => {
  const own = inProcedure(run);
  if (own.over || !hasBegun(run.akte, run.matter) || !endedWithAnother(run)) return own;
  return { ...own, step: afterLevels(run, own.resting, run.today), over: run.procedure.handOver === null };
};

/**
 * The matter whose series runs (reading 11: one debtor, one series): of those that have begun and are not over the one
 * that wrote last, else the first that is ready to begin; one that goes on from a creditor's own dunning before others.
 * Null: none runs.
 */
const leaderOf = (akte: Akte, runFor: (matter: Matter) => Run): Run | null => {
  const open = akte.matters.map(runFor).filter((run) => openClaimsOf(run).length > 0);
  const running = open
    .filter(({ matter }) => hasBegun(akte, matter))
    .filter((run) => !standsInSeries(run).over)
    .sort((a, b) => lastMessageOf(akte, b.matter) - lastMessageOf(akte, a.matter));
  if (running[0]) return running[0];
  const ready = open.filter((run) => !hasBegun(akte, run.matter) && isReady(run));
  return ready.find(({ matter }) => matter.from) ?? ready[0] ?? null;
};

/**
 * A matter whose turn has not come looks again when the running one goes on, and within a week: that one may be paid.
 */
const FOLLOW_DAYS = 7;

const following = ({ today }: Run, leader: Run): Step => {
  const { step, resting } = standsInSeries(leader);
  const goesOn = step.kind === 'wait' ? step.until : today;
  const until = earliest(latest(goesOn, plusDays(today, 1)), plusDays(today, FOLLOW_DAYS));
  const why = `Es läuft schon eine Mahnfolge (${leader.matter.id}); mit deren nächster Stufe geht es gemeinsam weiter.`;
  return wait(resting, until, why, step.kind === 'end' ? undefined : step.stage);
};

/**
 * What comes next in the dunning: of the matter itself where its series runs or none does, else with the one that runs.
 */
export const inSeries = (akte: Akte, matter: Matter, runFor: (matter: Matter) => Run): Step => {
  const run = runFor(matter);
  const own = standsInSeries(run);
  if (own.over || akte.matters.length === 1) return own.step;
  // What is not ready rests by itself; only a creditor's own reminder could go without what our letters need.
  if (!hasBegun(akte, matter) && !isReady(run) && own.step.kind !== 'act') return own.step;
  const leader = leaderOf(akte, runFor);
  return leader && leader.matter !== matter ? following(run, leader) : own.step;
};

/**
 * The fact that claims of matters which have not begun go on in the series that runs; null where none runs or none is
 * ready. They are ready when due, and, where the agency writes, with the particulars of § 13a RDG known.
 */
export const joiningOf = (akte: Akte, procedures: ProcedureOf, today: Day): FactOf<'joined'> | null => {
  if (akte.matters.length < 2 || akte.closed) return null;
  const runFor = runsOf(akte, procedures, { today, hour: null, elsewhere: NO_CONTACTS });
  const leader = leaderOf(akte, runFor);
  if (!leader) return null;
  const claims = newcomersOf(leader)
    .filter(({ from }) => !isBefore(today, from))
    .flatMap((newcomer) => newcomer.claims);
  return claims.length === 0 ? null : { kind: 'joined', matter: leader.matter.id, claims, on: today };
};
