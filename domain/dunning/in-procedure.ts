import { leftAloneUntil } from '../account/adequate-payment.ts';
import type { Akte, Matter } from '../akte/akte.ts';
import { formatDay, isBefore, latest, plusDays, type Day } from '../calendar.ts';
import { senderOf, type Level } from '../procedure/procedure.ts';
import { dayZeroOf } from './run-days.ts';
import { STAGE_WAITS, type Stage, type Wait } from '../procedure/states.ts';
import { actOrWait, type Due } from './due.ts';
import { inStage } from './in-stage.ts';
import { nextNewcomer } from './newcomers.ts';
import { beginOf, isLastLevel, lacksParticulars, levelsFor, type Run } from './run.ts';
import { windowOf } from './sent.ts';
import { wait, waitForPeople, type Step } from './step.ts';

const unreachable = ({ tracing, tracedInVain }: Akte, today: Day): Step => {
  if (tracing)
    return waitForPeople(
      'Adressermittlung läuft',
      today,
      `Beauftragt am ${formatDay(tracing)}; mit der neuen Anschrift geht es weiter (akte antwort, kontakt, Quelle Ermittlung). Ist nichts zu finden: akte ermitteln --ergebnislos.`,
    );
  const tried = tracedInVain
    ? `Am ${formatDay(tracedInVain)} ohne Ergebnis ermittelt.`
    : 'Kein Weg zum Schuldner bekannt.';
  return waitForPeople(
    'Nicht erreichbar',
    today,
    `${tried} Mit einer neuen Anschrift oder E-Mail-Adresse geht es weiter: als Antwort (akte antwort, kontakt), oder der Gläubiger übergibt die Zeile mit ihr noch einmal. Bis dahin kann ermittelt werden (akte ermitteln); lohnt es nicht, wird geschlossen (akte schliessen).`,
  );
};

const toCollection = (run: Run, resting: Wait, start: Day): Step | null => {
  const { akte, matter, procedure } = run;
  if (!procedure.handOver) return null;
  const { startsOnDay, windowDays } = procedure.handOver;
  const planned = startsOnDay === null ? start : plusDays(dayZeroOf(akte, matter, procedure), startsOnDay);
  return actOrWait(run, resting, {
    act: 'Übergabe ans Inkasso',
    on: run.days.move(latest(start, planned)),
    stage: lastStageOf(run),
    title: 'nach der letzten Mahnung',
    latestDay: windowDays > 0 ? plusDays(planned, windowDays) : null,
  });
};
const lastStageOf = ({ procedure }: Run): Stage => procedure.levels.at(-1)?.stage ?? 0;

/** The court is a person's decision: it is put to one, and then waited for. */
const toCourt = (run: Run): Step => {
  const { akte, matter, procedure, today } = run;
  const stage = lastStageOf(run);
  const due = akte.courtDecisionDue[matter.id];
  if (due)
    return wait(
      'Gerichtliches Mahnverfahren: Entscheidung',
      plusDays(today, procedure.courtReviewDays),
      `Entscheidung offen seit ${formatDay(due)}`,
      stage,
    );
  return {
    kind: 'act',
    name: 'Gerichtliche Entscheidung vorlegen',
    stage,
    why: 'Alle Mahnstufen sind ohne Zahlung abgelaufen.',
  };
};

/** What follows the last level that was over on `start`. */
export const afterLevels = (run: Run, resting: Wait, start: Day): Step => {
  if (run.procedure.after === 'none')
    return {
      kind: 'end',
      name: 'Mahnlauf beendet',
      why: 'Alle Mahnstufen sind ohne Zahlung abgelaufen; der Mahnlauf sieht danach nichts vor.',
    };
  return toCollection(run, resting, start) ?? toCourt(run);
};

/**
 * Where a matter rests in a stage that has begun. A reminder knows no calls: where some were opened all the same, a
 * person looks.
 */
const restOf = (akte: Akte, matter: Matter, stage: Stage): Wait => {
  const { deadline, calls } = STAGE_WAITS[stage];
  return windowOf(akte, matter, stage) ? (calls ?? 'Klärung') : deadline;
};

/** Reading 5: until when an adequate payment keeps the next stage from beginning. */
const adequatelyPaid = ({ akte, matter, procedure, days, today }: Run, { stage }: Level): Day | null => {
  const { adequatePayment } = procedure;
  const until = adequatePayment && leftAloneUntil(akte, { matter: matter.id, stage }, adequatePayment, today);
  return until && days.move(until);
};

/**
 * Where a matter stands in its procedure: what comes next, where it rests meanwhile, and whether its series of
 * Mahnungen is over.
 */
export type Standing = Readonly<{ step: Step; resting: Wait; over: boolean }>;

/** One level on its way: what is due in it, whether anything of it has gone out, and the day it was planned for. */
type AtLevel = Readonly<{ level: Level; due: Exclude<Due, 'unreachable'>; hasBegun: boolean; planned: Day | null }>;

const asksForParticulars = ({ today }: Run, { stage }: Level): Step =>
  waitForPeople(
    'Wartet auf Angaben',
    today,
    'Vertragsgegenstand oder -datum fehlt (§ 13a Abs. 1 Nr. 2 RDG); der Gläubiger ist gefragt. Weiter geht es mit der Antwort auf die Rückfrage (akte rueckfrage) oder mit der ergänzten Zeile, noch einmal übergeben.',
    stage,
  );

/** What a level says is next; or the day from which the following one may begin. */
const atLevel = (run: Run, at: AtLevel, resting: Wait): Step | Readonly<{ passedOn: Day }> => {
  const { akte, matter, procedure, today } = run;
  const { level, due, hasBegun, planned } = at;
  const { stage, title } = level;
  if ('act' in due) {
    if (senderOf(procedure, level) === 'agency' && lacksParticulars(akte, matter))
      return asksForParticulars(run, level);
    const latestDay = planned && level.windowDays > 0 && !hasBegun ? plusDays(planned, level.windowDays) : null;
    return actOrWait(run, resting, { ...due, stage, title, latestDay });
  }
  if (isBefore(today, due.over)) {
    const until = isLastLevel(run, level) ? nextNewcomer(run, due.over) : due.over;
    return wait(resting, until, `${title} läuft bis ${formatDay(due.over)}`, stage);
  }
  const alone = adequatelyPaid(run, level);
  if (alone && isBefore(today, alone))
    return wait(resting, alone, `Angemessene Zahlung: Vor dem ${formatDay(alone)} folgt nichts`, stage);
  return { passedOn: alone ? latest(due.over, alone) : due.over };
};

const beginsAs = ({ procedure }: Run): Wait =>
  procedure.countsFrom === 'invoiceDate' ? 'Zahlungsziel läuft' : 'Beginn am nächsten Werktag';

/** The dunning of a matter from its levels: the first stage that is not over says what to do and when. */
export const inProcedure = (run: Run): Standing => {
  const { akte, matter, procedure, days, today } = run;
  const dayZero = dayZeroOf(akte, matter, procedure);
  const begun = akte.messages.filter((m) => m.key.matter === matter.id).map((m) => m.key.stage);
  let start = beginOf(run);
  let resting = beginsAs(run);
  for (const level of levelsFor(run)) {
    // What a later stage has followed is over, also where its letter came back or an address is known only now.
    if (begun.some((stage) => stage > level.stage)) continue;
    const planned = level.startsOnDay === null ? null : plusDays(dayZero, level.startsOnDay);
    const due = inStage(run, level, planned ? latest(start, days.move(planned)) : start);
    if (due === 'unreachable') return { step: unreachable(akte, today), resting, over: false };
    const hasBegun = begun.includes(level.stage);
    if (hasBegun) resting = restOf(akte, matter, level.stage);
    const next = atLevel(run, { level, due, hasBegun, planned }, resting);
    if (!('passedOn' in next)) return { step: next, resting, over: false };
    start = next.passedOn;
  }
  // What goes on in a collection matter is not over before it does.
  return { step: afterLevels(run, resting, start), resting, over: procedure.handOver === null };
};
