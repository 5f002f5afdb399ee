import { accountOf, isDone, mayBeOver } from '../account/account.ts';
import { foundersOf, type Akte, type Matter } from '../akte/akte.ts';
import { isBefore, latest, plusDays, type Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import type { ClaimId } from '../ids.ts';
import type { Contacts } from '../akte/person.ts';
import { placeOf } from '../law/place.ts';
import { senderOf, type Level, type Procedure } from '../procedure/procedure.ts';
import { runDays, type RunDays } from './run-days.ts';

/**
 * One matter on its way through its procedure, on a day. `hour`: of the day, where it is known; `elsewhere`: what else
 * reached this person, from other Akten; `runOf`: the other matters of the Akte on the same day.
 */
export type Run = Readonly<{
  akte: Akte;
  matter: Matter;
  procedure: Procedure;
  days: RunDays;
  today: Day;
  hour: number | null;
  elsewhere: Contacts;
  runOf: (matter: Matter) => Run;
}>;

/** The procedure of each matter of an Akte; one alone: of all of them. */
export type ProcedureOf = Procedure | ((matter: Matter) => Procedure);

export const runsOf =
  (akte: Akte, procedures: ProcedureOf, of: Pick<Run, 'today' | 'hour' | 'elsewhere'>) =>
  (matter: Matter): Run => {
    const procedure = typeof procedures === 'function' ? procedures(matter) : procedures;
    return {
      akte,
      matter,
      procedure,
      days: runDays(procedure, placeOf(akte.debtor)),
      ...of,
      runOf: runsOf(akte, procedures, of),
    };
  };

export const claimsOf = (akte: Akte, matter: Matter): Akte['claims'] =>
  akte.claims.filter((c) => c.matter === matter.id);

/** Something has been sent, or tried to be, for a matter. */
export const hasBegun = (akte: Akte, matter: Matter): boolean => akte.messages.some((m) => m.key.matter === matter.id);

/** The account is most of a decision's time: it is derived only where it can say yes. */
export const settled = (akte: Akte, claim: ClaimId, today: Day): boolean =>
  mayBeOver(akte, claim) && isDone(akte, accountOf(akte, today), claim);

export const openClaimsOf = ({ akte, matter, today }: Run): ClaimId[] =>
  matter.claims.filter((id) => !settled(akte, id, today));

/**
 * Nothing begins before the matter is ours and the last of its claims is due, nor within the time to pay that the
 * procedure grants from the invoice on. A last day to pay that is no working day is the next one (§ 193 BGB).
 */
export const overdueFrom = ({ akte, matter, procedure: { invoiceTermDays }, days }: Run): Day => {
  const mayBegin = ({ dueOn, invoiceDate }: Claim): Day =>
    plusDays(days.move(invoiceTermDays === null ? dueOn : latest(dueOn, plusDays(invoiceDate, invoiceTermDays))), 1);
  return foundersOf(akte, matter).map(mayBegin).reduce(latest, matter.on);
};

export const beginOf = (run: Run): Day => run.days.move(overdueFrom(run));

/** The stage that a claim begins with, by what the creditor has dunned of it. */
const entryOf = ({ matter, procedure: { entry } }: Run, { priorDunning: { kind } }: Claim): number => {
  if (matter.from || kind === 'mahnung') return entry.mahnung;
  return kind === 'reminder' ? entry.reminder : 0;
};

/**
 * The levels a matter goes through: what the creditor has dunned before is not done again (D14–D18). Claims of one
 * matter stay together, so the least dunned decides.
 */
export const levelsFor = (run: Run): readonly Level[] => {
  const { akte, matter } = run;
  const { levels } = run.procedure;
  const entries = foundersOf(akte, matter).map((claim) => entryOf(run, claim));
  const first = Math.min(levels.at(-1)?.stage ?? 0, ...entries);
  return levels.filter(
    (level) => level.stage >= first && !akte.skipped.some((x) => x.matter === matter.id && x.stage === level.stage),
  );
};

export const isLastLevel = (run: Run, level: Level): boolean => levelsFor(run).at(-1)?.stage === level.stage;

/** § 13a(1) Nr. 2 RDG: a private person must be told object and date of the contract. */
export const lacksParticulars = (akte: Akte, matter: Matter): boolean =>
  akte.debtor.kind === 'private' &&
  akte.claims.some((c) => c.matter === matter.id && (c.subject === undefined || c.contractDate === undefined));

/** Whether what the law wants told is known, where the agency writes. */
export const isComplete = ({ akte, matter, procedure }: Run): boolean => {
  const byAgency = procedure.levels.some((level) => senderOf(procedure, level) === 'agency');
  return !(byAgency && lacksParticulars(akte, matter));
};

/** Whether a matter that has not begun could begin: everything is due, and what the law wants told is known. */
export const isReady = (run: Run): boolean => !isBefore(run.today, overdueFrom(run)) && isComplete(run);
