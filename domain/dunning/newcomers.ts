import { latestMessage, type Akte, type Matter } from '../akte/akte.ts';
import { earliest, isBefore, latest, plusDays, type Day } from '../calendar.ts';
import type { ClaimId } from '../ids.ts';
import type { Level } from '../procedure/procedure.ts';
import { CHANNELS, WRITTEN_CHANNELS } from '../procedure/channels.ts';
import type { DueAct } from './due.ts';
import { claimsOf, hasBegun, isComplete, openClaimsOf, overdueFrom, settled, type Run } from './run.ts';
import { refused } from './sent.ts';
import { can } from '../akte/reaches.ts';

/** The claims that a message has asked for; what was refused or came back has told nobody. */
const toldClaims = (akte: Akte): ClaimId[] =>
  akte.messages.filter((m) => m.state !== 'refused' && m.state !== 'returned').flatMap((m) => m.demand?.claims ?? []);

/** Since when a claim of the matter that joined it has been told to nobody; null: there is none. */
export const untoldSince = ({ akte, matter, today }: Run): Day | null => {
  const told = new Set(toldClaims(akte));
  const untold = claimsOf(akte, matter).filter(({ id }) => !told.has(id) && !settled(akte, id, today));
  const days = untold.flatMap(({ id }) => akte.arrivals[id]?.joinedOn ?? []);
  return days.length === 0 ? null : days.reduce(earliest);
};

/**
 * A matter that has not begun and could go on with a running one, with its open claims; `from`: the day from which it
 * is due.
 */
type Newcomer = Readonly<{ claims: readonly ClaimId[]; from: Day }>;

/**
 * What could go on with this matter once it is due: by its own procedure and by that of the running one. What lacks
 * something could not.
 */
export const newcomersOf = (run: Run): Newcomer[] =>
  run.akte.matters
    .filter((m) => m.id !== run.matter.id && !hasBegun(run.akte, m))
    .map(run.runOf)
    .flatMap((own): Newcomer[] => {
      const underThis = { ...own, procedure: run.procedure };
      const claims = openClaimsOf(own);
      if (claims.length === 0 || !isComplete(own) || !isComplete(underThis)) return [];
      return [{ claims, from: latest(overdueFrom(own), overdueFrom(underThis)) }];
    });

/** The days from which newcomers could go on with this matter, soonest first. */
const newcomersFrom = (run: Run): Day[] =>
  newcomersOf(run)
    .map(({ from }) => from)
    .sort();

/**
 * Since when a newcomer of another matter, which becomes due in the last stage, is to be told with this one; null:
 * there is none, or the series is over.
 */
export const joinableSince = (run: Run, over: Day): Day | null => {
  const isOpen =
    isBefore(run.today, over) || (run.procedure.after === 'court' && !run.akte.courtDecisionDue[run.matter.id]);
  const [first] = isOpen ? newcomersFrom(run) : [];
  return first && isBefore(first, over) && !isBefore(run.today, first) ? first : null;
};

/**
 * The day to look again in the last stage: its end, or the day before it on which another claim becomes due that goes
 * on with it.
 */
export const nextNewcomer = (run: Run, over: Day): Day =>
  newcomersFrom(run).find((from) => isBefore(run.today, from) && isBefore(from, over)) ?? over;

/**
 * What joins when no stage is left to begin is told by itself, in writing, on the first way that is open (reading 11).
 */
export const noticeOfJoined = ({ akte, matter }: Run, level: Level, since: Day): DueAct | 'unreachable' => {
  const open = WRITTEN_CHANNELS.find(
    (channel) =>
      can(akte, channel) &&
      !refused(latestMessage(akte, { matter: matter.id, stage: level.stage, channel, occasion: 'joined' })),
  );
  return open ? { act: CHANNELS[open].act, on: since, occasion: 'joined' } : 'unreachable';
};

/** The day after the last deadline that notices about joined claims have given: before that the stage is not over. */
export const endOfNotices = (akte: Akte, matter: Matter, { stage }: Level): Day =>
  akte.messages
    .filter((m) => m.key.matter === matter.id && m.key.stage === stage && m.key.occasion === 'joined')
    .flatMap((m) => (m.state === 'sent' && m.demand ? [plusDays(m.demand.payBy, 1)] : []))
    .reduce(latest, matter.on);
