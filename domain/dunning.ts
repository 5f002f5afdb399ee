import { leftAloneUntil } from './adequate-payment.ts';
import { accountOf, isDone, isSettled, mayBeOver } from './account.ts';
import {
  foundersOf,
  generationOf,
  lastMessageOf,
  latestMessage,
  type Akte,
  type CallWindow,
  type Matter,
  type Message,
} from './akte.ts';
import { earliest, formatDay, isBefore, latest, plusDays, type Day } from './calendar.ts';
import type { Claim, ClaimId } from './claim.ts';
import { nextWorkingDay } from './deadlines.ts';
import { POSTAL_DAYS } from './default.ts';
import type { Channel, FactOf, MessageKind } from './facts.ts';
import { HOLDS, HOLD_GROUNDS } from './holds.ts';
import { lettersTheFontLacks } from './letters/drawable.ts';
import { inWordsOf, planOf, standingOf } from './instalments.ts';
import { formatEuro } from './money.ts';
import { senderOf, type Level, type Procedure } from './procedure.ts';
import { placeOf, type Place } from './place.ts';
import { NO_CONTACTS, sentDays, type Contacts } from './person.ts';
import { SENDING, STAGE_WAITS, type Act, type End, type Stage, type Wait } from './states.ts';
import { canBeCalled, canBeTexted } from './telephone.ts';
import { dayZeroOf, roomFrom, runDays, type RunDays } from './run-days.ts';
import { isAsPaid } from './stage-demand.ts';

/** What comes next for one claim. `until`: the day to look again, at the beginning of the day or from `hour` on (local time), or for an act the day a phone window ends; `why` in German, shown to the operator. */
export type Step = Readonly<
  | { kind: 'act'; name: Act; stage: Stage; why: string; until?: Day; occasion?: MessageKind['occasion'] }
  | { kind: 'wait'; name: Wait; until: Day; why: string; stage?: Stage; hour?: number }
  | { kind: 'end'; name: End; why: string }
>;

/** The message that each act sends; null where it sends none. */
const MESSAGES = {
  [SENDING.email]: { channel: 'email' },
  [SENDING.sms]: { channel: 'sms' },
  [SENDING.smsAfterCalls]: { channel: 'sms', occasion: 'calls' },
  [SENDING.letter]: { channel: 'letter' },
  'Telefoninkasso eröffnen': null,
  'Gerichtliche Entscheidung vorlegen': null,
  'Übergabe ans Inkasso': null,
} as const satisfies Readonly<Record<Act, MessageKind | null>>;
export const messageOf = (act: Act): MessageKind | null => MESSAGES[act];
/** The message that is due with a step, with its occasion; null where none is. */
export const messageDue = (step: Step): MessageKind | null => {
  const kind = step.kind === 'act' ? messageOf(step.name) : null;
  return kind && step.kind === 'act' && step.occasion ? { ...kind, occasion: step.occasion } : kind;
};

const claimsOf = (akte: Akte, matter: Matter): Akte['claims'] => akte.claims.filter((c) => c.matter === matter.id);

/** How often a case that waits for people is looked at again, in days. */
const REVIEW_DAYS = 28;
/** Whether a message on a channel can reach the debtor; a channel that is added must say when. */
const REACHES: Readonly<Record<Channel, (akte: Akte) => boolean>> = {
  email: ({ debtor, dead }) => debtor.email !== undefined && !dead.includes('email'),
  sms: canBeTexted,
  letter: ({ debtor, dead }) => debtor.address !== undefined && !dead.includes('letter'),
};
const can = (akte: Akte, channel: Channel): boolean => REACHES[channel](akte);

/** The last day to pay what a message of this day asks (reading 1: a letter's own deadline counts from its arrival; § 193 BGB). */
export const payByOf = (level: Level, channel: Channel, sentOn: Day, place: Place, shift = true): Day => {
  const end = plusDays(sentOn, level.paymentTermDays + (channel === 'letter' ? POSTAL_DAYS : 0));
  return shift ? nextWorkingDay(end, place) : end;
};

const sentOf = (akte: Akte, matter: Matter, stage: number, channel: Channel): Message | undefined =>
  latestMessage(akte, { matter: matter.id, stage, channel });
const refused = (message: Message | undefined): boolean => message?.state === 'refused';
/** The day a message really went out: a refused one has a day, too, and reached nobody. */
const wentOutOn = (message: Message | undefined): Day | null => (message?.state === 'sent' ? message.on : null);
const windowOf = (akte: Akte, matter: Matter, stage: number): CallWindow | undefined =>
  akte.callWindows.find((w) => w.matter === matter.id && w.stage === stage);

type DueAct = Readonly<{ act: Act; on: Day; until?: Day; occasion?: MessageKind['occasion'] }>;
type Due = DueAct | Readonly<{ over: Day }> | 'unreachable';

/**
 * One matter on its way through its procedure, on a day. `hour`: of the day, where it is known; `elsewhere`: what else
 * reached this person, from other Akten; `runOf`: the other matters of the Akte on the same day.
 */
type Run = Readonly<{
  akte: Akte;
  matter: Matter;
  procedure: Procedure;
  days: RunDays;
  today: Day;
  hour: number | null;
  elsewhere: Contacts;
  runOf: (matter: Matter) => Run;
}>;

/** The day on which the unanswered calls of a stage ask for a text (D60); null: too few, somebody was reached, or it has been sent. */
const missedOn = (akte: Akte, { id: matter }: Matter, { stage, phone }: Level): Day | null => {
  const calls = akte.calls.filter((c) => c.matter === matter && c.stage === stage);
  const text = latestMessage(akte, { matter, stage, channel: 'sms', occasion: 'calls' });
  if (!phone?.smsAfterAttempts || wentOutOn(text) || refused(text) || calls.some((c) => c.outcome !== 'not-reached'))
    return null;
  return calls[phone.smsAfterAttempts - 1]?.on ?? null;
};

/** At this hour a day's work begins (design, section 4): a wait that ends then need not say so. */
const DAY_BEGINS = 8;

/** The day, and for a message the hour, at which an act that is due may be done: within the procedure's days and hours and the contact budget. */
const mayBeDone = (
  {
    akte,
    procedure: {
      contactBudget,
      messageHours: { from, to },
    },
    days,
    today,
    hour,
    elsewhere,
  }: Run,
  act: Act,
  due: Day,
): Readonly<{ on: Day; hour: number | null }> => {
  const earliest = latest(due, today);
  if (!messageOf(act)) return { on: days.move(earliest), hour: null };
  const taken = [...sentDays(akte), ...elsewhere.messages];
  const freeFrom = (on: Day): Day => days.sendFrom(roomFrom(taken, contactBudget.messages, on));
  const on = freeFrom(earliest === today && hour !== null && hour >= to ? plusDays(earliest, 1) : earliest);
  return { on, hour: on === today && (hour === null || hour >= from) ? null : from };
};

/** Days from the anchor to the next stage where no phone window decides (reading 3): as if the letter went on its day, also where it went at once or not at all. */
const withoutPhone = (
  { letter, nextAfterDays, letterAfterDays, paymentTermDays, anchor }: Level,
  posted: boolean,
): number =>
  letter === 'after-email'
    ? Math.max(nextAfterDays, (anchor === 'letter' && posted ? 0 : letterAfterDays) + POSTAL_DAYS + paymentTermDays)
    : nextAfterDays;

/** The claims that a message has asked for; what was refused or came back has told nobody. */
const toldClaims = (akte: Akte): ClaimId[] =>
  akte.messages.filter((m) => m.state !== 'refused' && m.state !== 'returned').flatMap((m) => m.demand?.claims ?? []);

/** Since when a claim of the matter that joined it has been told to nobody; null: there is none. */
const untoldSince = ({ akte, matter, today }: Run): Day | null => {
  const told = new Set(toldClaims(akte));
  const untold = claimsOf(akte, matter).filter(({ id }) => !told.has(id) && !settled(akte, id, today));
  const days = untold.flatMap(({ id }) => akte.arrivals[id]?.joinedOn ?? []);
  return days.length === 0 ? null : days.reduce(earliest);
};

/** A matter that has not begun and could go on with a running one, with its open claims; `from`: the day from which it is due. */
type Newcomer = Readonly<{ claims: readonly ClaimId[]; from: Day }>;

/** What could go on with this matter once it is due: by its own procedure and by that of the running one. What lacks something could not. */
const newcomersOf = (run: Run): Newcomer[] =>
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
const joinableSince = (run: Run, over: Day): Day | null => {
  const isOpen =
    isBefore(run.today, over) || (run.procedure.after === 'court' && !run.akte.courtDecisionDue[run.matter.id]);
  const [first] = isOpen ? newcomersFrom(run) : [];
  return first && isBefore(first, over) && !isBefore(run.today, first) ? first : null;
};

/** What joins when no stage is left to begin is told by itself, in writing, on the first way that is open (reading 11). */
const noticeOfJoined = ({ akte, matter }: Run, level: Level, since: Day): Due => {
  const isOpen = (channel: 'email' | 'letter'): boolean =>
    can(akte, channel) &&
    !refused(latestMessage(akte, { matter: matter.id, stage: level.stage, channel, occasion: 'joined' }));
  if (isOpen('email')) return { act: SENDING.email, on: since, occasion: 'joined' };
  return isOpen('letter') ? { act: SENDING.letter, on: since, occasion: 'joined' } : 'unreachable';
};

/** The day after the last deadline that notices about joined claims have given: before that the stage is not over. */
const endOfNotices = (akte: Akte, matter: Matter, { stage }: Level): Day =>
  akte.messages
    .filter((m) => m.key.matter === matter.id && m.key.stage === stage && m.key.occasion === 'joined')
    .flatMap((m) => (m.state === 'sent' && m.demand ? [plusDays(m.demand.payBy, 1)] : []))
    .reduce(latest, matter.on);

/** What is next inside one stage that may begin on `start`: an act with its day, or the day the stage is over. */
const inStage = (run: Run, level: Level, start: Day): Due => {
  const {
    akte,
    matter,
    procedure: { shift },
    days: { move },
    today,
  } = run;
  const place = placeOf(akte.debtor);
  const [email, sms, letter] = [
    sentOf(akte, matter, level.stage, 'email'),
    sentOf(akte, matter, level.stage, 'sms'),
    sentOf(akte, matter, level.stage, 'letter'),
  ];
  const [mailedOn, postedOn] = [wentOutOn(email), wentOutOn(letter)];
  if (level.email && can(akte, 'email') && !mailedOn && !refused(email) && !letter)
    return { act: SENDING.email, on: start };
  const wantsLetter =
    can(akte, 'letter') &&
    !refused(letter) &&
    (!mailedOn || level.letter === 'after-email' || level.letter === 'at-once') &&
    !(mailedOn && email && isAsPaid(akte, email, today));
  const first = mailedOn ?? postedOn;
  if (!first) return wantsLetter ? { act: SENDING.letter, on: start } : 'unreachable';
  // The text message accompanies the first demand of its stage; once a later step has been taken it would come out of the blue.
  if (
    level.sms &&
    can(akte, 'sms') &&
    !wentOutOn(sms) &&
    !refused(sms) &&
    !windowOf(akte, matter, level.stage) &&
    !(mailedOn && postedOn)
  )
    return { act: SENDING.sms, on: first };
  const untold = isLastLevel(run, level) ? untoldSince(run) : null;
  if (untold) return noticeOfJoined(run, level, untold);
  if (wantsLetter && !postedOn)
    return {
      act: SENDING.letter,
      on: move(plusDays(first, level.letter === 'after-email' ? level.letterAfterDays : 0)),
    };
  const anchor = level.anchor === 'letter' && postedOn ? postedOn : first;
  // What the debtor was told counts, also where another address has other holidays since.
  const ownDeadline =
    (postedOn ? letter : email)?.demand?.payBy ??
    payByOf(level, postedOn ? 'letter' : 'email', postedOn ?? first, place, shift);
  const phone = canBeCalled(akte) ? level.phone : null;
  const over = latest(
    move(plusDays(anchor, phone ? phone.afterDays + phone.days : withoutPhone(level, anchor === postedOn))),
    // Who was given a day to pay has all of it: neither the next Mahnung nor a higher fee comes on it (readings 3 and
    // 7).
    latest(move(plusDays(ownDeadline, 1)), endOfNotices(akte, matter, level)),
  );
  const joinable = isLastLevel(run, level) ? joinableSince(run, over) : null;
  const told = joinable ? noticeOfJoined(run, level, joinable) : 'unreachable';
  if (told !== 'unreachable') return told;
  const opens = phone ? move(plusDays(anchor, phone.afterDays)) : null;
  // Offsets count from the mail, so a window that begins late ends with its stage all the same, and one whose stage is over is not opened.
  if (opens && !windowOf(akte, matter, level.stage) && isBefore(latest(opens, today), over))
    return { act: 'Telefoninkasso eröffnen', on: opens, until: over };
  const missed = phone && can(akte, 'sms') ? missedOn(akte, matter, level) : null;
  return missed && isBefore(mayBeDone(run, SENDING.smsAfterCalls, missed).on, over)
    ? { act: SENDING.smsAfterCalls, on: missed }
    : { over };
};

/** Nothing begins before the matter is ours and the last of its claims is due, nor within the time to pay that the procedure grants from the invoice on. A last day to pay that is no working day is the next one (§ 193 BGB). */
const overdueFrom = ({ akte, matter, procedure: { invoiceTermDays }, days }: Run): Day => {
  const mayBegin = ({ dueOn, invoiceDate }: Claim): Day =>
    plusDays(days.move(invoiceTermDays === null ? dueOn : latest(dueOn, plusDays(invoiceDate, invoiceTermDays))), 1);
  return foundersOf(akte, matter).map(mayBegin).reduce(latest, matter.on);
};
const beginOf = (run: Run): Day => run.days.move(overdueFrom(run));

/** The levels a matter goes through: what the creditor has dunned before is not done again (D14–D18). Claims of one matter stay together, so the least dunned decides. */
const levelsFor = ({ akte, matter, procedure: { entry, levels } }: Run): readonly Level[] => {
  const entries = foundersOf(akte, matter).map(({ priorDunning: { kind } }) =>
    matter.from || kind === 'mahnung' ? entry.mahnung : kind === 'reminder' ? entry.reminder : 0,
  );
  const first = Math.min(levels.at(-1)?.stage ?? 0, ...entries);
  return levels.filter(
    (level) => level.stage >= first && !akte.skipped.some((x) => x.matter === matter.id && x.stage === level.stage),
  );
};

const isLastLevel = (run: Run, level: Level): boolean => levelsFor(run).at(-1)?.stage === level.stage;

/** § 13a(1) Nr. 2 RDG: a private person must be told object and date of the contract. */
const lacksParticulars = (akte: Akte, matter: Matter): boolean =>
  akte.debtor.kind === 'private' &&
  akte.claims.some((c) => c.matter === matter.id && (c.subject === undefined || c.contractDate === undefined));

const wait = (name: Wait, until: Day, why: string, stage?: Stage): Step => ({
  kind: 'wait',
  name,
  until,
  why,
  ...(stage === undefined ? {} : { stage }),
});

const unreachable = (akte: Akte, today: Day): Step =>
  akte.tracing
    ? wait(
        'Adressermittlung läuft',
        plusDays(today, REVIEW_DAYS),
        `Beauftragt am ${formatDay(akte.tracing)}; mit der neuen Anschrift geht es weiter (akte antwort, kontakt, Quelle Ermittlung). Ist nichts zu finden: akte ermitteln --ergebnislos.`,
      )
    : wait(
        'Nicht erreichbar',
        plusDays(today, REVIEW_DAYS),
        `${akte.tracedInVain ? `Am ${formatDay(akte.tracedInVain)} ohne Ergebnis ermittelt.` : 'Kein Weg zum Schuldner bekannt.'} Mit einer neuen Anschrift oder E-Mail-Adresse geht es weiter: als Antwort (akte antwort, kontakt), oder der Gläubiger übergibt die Zeile mit ihr noch einmal. Bis dahin kann ermittelt werden (akte ermitteln); lohnt es nicht, wird geschlossen (akte schliessen).`,
      );

/** An act that is due: done now, or waited for where the case rests. */
const actOrWait = (
  run: Run,
  resting: Wait,
  {
    act,
    on: due,
    until,
    stage,
    title,
    latestDay,
    occasion,
  }: DueAct & Readonly<{ stage: Stage; title: string; latestDay: Day | null }>,
): Step => {
  const { on, hour } = mayBeDone(run, act, due);
  const within = latestDay ? `, spätestens am ${formatDay(latestDay)}` : '';
  if (on === run.today && hour === null && !isBefore(run.today, due))
    return {
      kind: 'act',
      name: act,
      stage,
      why: `${title}: fällig am ${formatDay(due)}${within}`,
      ...(until ? { until } : {}),
      ...(occasion ? { occasion } : {}),
    };
  return {
    ...wait(resting, on, `${act} (${title}) am ${formatDay(on)}${within}`, stage),
    ...(hour === null || hour === DAY_BEGINS ? {} : { hour }),
  };
};

/** What follows the last level that was over on `start`. */
const afterLevels = (run: Run, resting: Wait, start: Day): Step => {
  const { akte, matter, procedure, today } = run;
  const last = procedure.levels.at(-1)?.stage ?? 0;
  if (procedure.after === 'none')
    return {
      kind: 'end',
      name: 'Mahnlauf beendet',
      why: 'Alle Mahnstufen sind ohne Zahlung abgelaufen; der Mahnlauf sieht danach nichts vor.',
    };
  if (procedure.handOver) {
    const { startsOnDay, windowDays } = procedure.handOver;
    const planned = startsOnDay === null ? start : plusDays(dayZeroOf(akte, matter, procedure), startsOnDay);
    return actOrWait(run, resting, {
      act: 'Übergabe ans Inkasso',
      on: run.days.move(latest(start, planned)),
      stage: last,
      title: 'nach der letzten Mahnung',
      latestDay: windowDays > 0 ? plusDays(planned, windowDays) : null,
    });
  }
  const due = akte.courtDecisionDue[matter.id];
  if (!due)
    return {
      kind: 'act',
      name: 'Gerichtliche Entscheidung vorlegen',
      stage: last,
      why: 'Alle Mahnstufen sind ohne Zahlung abgelaufen.',
    };
  return wait(
    'Gerichtliches Mahnverfahren: Entscheidung',
    plusDays(today, procedure.courtReviewDays),
    `Entscheidung offen seit ${formatDay(due)}`,
    last,
  );
};

/** Where a matter rests in a stage that has begun. A reminder knows no calls: where some were opened all the same, a person looks. */
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
 * The day to look again in the last stage: its end, or the day before it on which another claim becomes due that goes
 * on with it.
 */
const nextNewcomer = (run: Run, over: Day): Day =>
  newcomersFrom(run).find((from) => isBefore(run.today, from) && isBefore(from, over)) ?? over;

/** Where a matter stands in its procedure: what comes next, where it rests meanwhile, and whether its series of Mahnungen is over. */
type Standing = Readonly<{ step: Step; resting: Wait; over: boolean }>;

/** The dunning of a matter from its levels: the first stage that is not over says what to do and when. */
const inProcedure = (run: Run): Standing => {
  const { akte, matter, procedure, days, today } = run;
  const dayZero = dayZeroOf(akte, matter, procedure);
  let start = beginOf(run);
  let resting: Wait = procedure.countsFrom === 'invoiceDate' ? 'Zahlungsziel läuft' : 'Beginn am nächsten Werktag';
  const running = (step: Step): Standing => ({ step, resting, over: false });
  const begunUpTo = Math.max(-1, ...akte.messages.filter((m) => m.key.matter === matter.id).map((m) => m.key.stage));
  for (const level of levelsFor(run)) {
    // What a later stage has followed is over, also where its letter came back or an address is known only now.
    if (level.stage < begunUpTo) continue;
    const planned = level.startsOnDay === null ? null : plusDays(dayZero, level.startsOnDay);
    const due = inStage(run, level, planned ? latest(start, days.move(planned)) : start);
    if (due === 'unreachable') return running(unreachable(akte, today));
    const begun = akte.messages.some((m) => m.key.matter === matter.id && m.key.stage === level.stage);
    if (begun) resting = restOf(akte, matter, level.stage);
    if ('act' in due && senderOf(procedure, level) === 'agency' && lacksParticulars(akte, matter))
      return running(
        wait(
          'Wartet auf Angaben',
          plusDays(today, REVIEW_DAYS),
          'Vertragsgegenstand oder -datum fehlt (§ 13a Abs. 1 Nr. 2 RDG); der Gläubiger ist gefragt. Weiter geht es mit der Antwort auf die Rückfrage (akte rueckfrage) oder mit der ergänzten Zeile, noch einmal übergeben.',
          level.stage,
        ),
      );
    if ('act' in due)
      return running(
        actOrWait(run, resting, {
          ...due,
          stage: level.stage,
          title: level.title,
          latestDay: planned && level.windowDays > 0 && !begun ? plusDays(planned, level.windowDays) : null,
        }),
      );
    if (isBefore(today, due.over))
      return running(
        wait(
          resting,
          isLastLevel(run, level) ? nextNewcomer(run, due.over) : due.over,
          `${level.title} läuft bis ${formatDay(due.over)}`,
          level.stage,
        ),
      );
    const alone = adequatelyPaid(run, level);
    if (alone && isBefore(today, alone))
      return running(
        wait(resting, alone, `Angemessene Zahlung: Vor dem ${formatDay(alone)} folgt nichts`, level.stage),
      );
    start = alone ? latest(due.over, alone) : due.over;
  }
  // What goes on in a collection matter is not over before it does.
  return { step: afterLevels(run, resting, start), resting, over: procedure.handOver === null };
};

/** Whether the case rests (what was told of a special situation stays in the Akte: an execution's history is read by many): what protects a person first, then what the debtor has said, a plan that is kept, and what was agreed. What has an end ends by itself. */
const atRest = (akte: Akte, today: Day): Step | null => {
  const live =
    akte.holds.length === 0
      ? []
      : akte.holds
          .filter((h) => !(h.until && h.until <= today))
          .sort((a, b) => HOLD_GROUNDS.indexOf(a.ground) - HOLD_GROUNDS.indexOf(b.ground));
  const holding = (overPlan: boolean): Step | null => {
    const hold = live.find((h) => HOLDS[h.ground].overPlan === overPlan);
    return hold
      ? wait(
          HOLDS[hold.ground].state,
          hold.until ?? plusDays(today, REVIEW_DAYS),
          HOLDS[hold.ground].special ? `Gemeldet am ${formatDay(hold.on)}; Näheres steht in der Akte.` : hold.reason,
        )
      : null;
  };
  const plan = planOf(akte, today);
  const standing = plan && standingOf(akte, plan, today);
  // A plan that has failed is none: the dunning goes on where the calendar stands.
  const keeping =
    plan && standing?.kept ? wait('Ratenplan läuft', plusDays(standing.until, 1), inWordsOf(plan, standing)) : null;
  return holding(true) ?? keeping ?? holding(false);
};

/** The account is most of a decision's time: it is derived only where it can say yes. */
const settled = (akte: Akte, claim: ClaimId, today: Day): boolean =>
  mayBeOver(akte, claim) && isDone(akte, accountOf(akte, today), claim);

/** Why nothing more is done. */
const done = (akte: Akte, claim: ClaimId, today: Day): Step => ({
  kind: 'end',
  name: 'Erledigt',
  why: isSettled(accountOf(akte, today), claim)
    ? 'Die Forderung ist bezahlt.'
    : `Kleinbetrag: Weniger als ${formatEuro(akte.terms.leastAmount)} ist offen und wird nicht weiter verfolgt.`,
});

/** The procedure of each matter of an Akte; one alone: of all of them. */
export type ProcedureOf = Procedure | ((matter: Matter) => Procedure);

/** Something has been sent, or tried to be, for a matter. */
const hasBegun = (akte: Akte, matter: Matter): boolean => akte.messages.some((m) => m.key.matter === matter.id);
const openClaimsOf = ({ akte, matter, today }: Run): ClaimId[] =>
  matter.claims.filter((id) => !settled(akte, id, today));
/** Whether what the law wants told is known, where the agency writes. */
const isComplete = ({ akte, matter, procedure }: Run): boolean => {
  const byAgency = procedure.levels.some((level) => senderOf(procedure, level) === 'agency');
  return !(byAgency && lacksParticulars(akte, matter));
};
/** Whether a matter that has not begun could begin: everything is due, and what the law wants told is known. */
const isReady = (run: Run): boolean => !isBefore(run.today, overdueFrom(run)) && isComplete(run);

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
 * The matter whose series runs (reading 11: one debtor, one series): of those that have begun and are not over the one that wrote
 * last, else the first that is ready to begin; one that goes on from a creditor's own dunning before others. Null: none runs.
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

/** A matter whose turn has not come looks again when the running one goes on, and within a week: that one may be paid. */
const FOLLOW_DAYS = 7;
const following = ({ today }: Run, leader: Run): Step => {
  const { step, resting } = standsInSeries(leader);
  const goesOn = step.kind === 'wait' ? step.until : today;
  const until = earliest(latest(goesOn, plusDays(today, 1)), plusDays(today, FOLLOW_DAYS));
  const why = `Es läuft schon eine Mahnfolge (${leader.matter.id}); mit deren nächster Stufe geht es gemeinsam weiter.`;
  return wait(resting, until, why, step.kind === 'end' ? undefined : step.stage);
};

/** What comes next in the dunning: of the matter itself where its series runs or none does, else with the one that runs. */
const inSeries = (akte: Akte, matter: Matter, runFor: (matter: Matter) => Run): Step => {
  const run = runFor(matter);
  const own = standsInSeries(run);
  if (own.over || akte.matters.length === 1) return own.step;
  // What is not ready rests by itself; only a creditor's own reminder could go without what our letters need.
  if (!hasBegun(akte, matter) && !isReady(run) && own.step.kind !== 'act') return own.step;
  const leader = leaderOf(akte, runFor);
  return leader && leader.matter !== matter ? following(run, leader) : own.step;
};

const runsOf =
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

/**
 * The fact that claims of matters which have not begun go on in the series that runs; null where none runs or none is ready.
 * They are ready when due, and, where the agency writes, with the particulars of § 13a RDG known.
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

/** What else a decision may know. `generation`: of the execution that asks (absent: of the youngest); `hour`: of the day, local time; `elsewhere`: contacts with the same person from other Akten. */
export type Circumstances = Readonly<{ generation?: number; hour?: number | null; elsewhere?: Contacts }>;

/** Nobody is written to under a name that comes out as boxes, and nobody guesses how it is spelt. */
const nameInOtherLetters = (name: string, letters: readonly string[]): string =>
  `Der Name „${name}“ enthält Buchstaben, in denen wir keinen Brief drucken können (${letters.join(' ')}). Bitte den Namen in lateinischen Buchstaben eintragen, wie er im Ausweis steht (Antwort „kontakt“ mit Namen).`;

/**
 * What comes next for a claim, decided afresh from the facts on this day. Nothing is remembered between two decisions, so a payment,
 * a pause, a late wake-up or a second execution can never act on an old one.
 */
export const nextStep = (
  akte: Akte,
  claimId: ClaimId,
  procedures: ProcedureOf,
  today: Day,
  { generation = generationOf(akte, claimId), hour = null, elsewhere = NO_CONTACTS }: Circumstances = {},
): Step => {
  const matter = akte.matters.find((m) => m.claims.includes(claimId));
  if (akte.handedOn[claimId] === generation)
    return {
      kind: 'end',
      name: 'Ans Inkasso übergeben',
      why: 'Die Forderung läuft in derselben Akte im Inkasso weiter.',
    };
  if (!matter || generation !== generationOf(akte, claimId))
    return { kind: 'end', name: 'Abgelöst', why: 'Eine jüngere Ausführung führt diese Forderung weiter.' };
  if (akte.closed) return { kind: 'end', name: 'Geschlossen', why: akte.closed.reason };
  if (settled(akte, claimId, today)) return done(akte, claimId, today);
  if (akte.messages.some((m) => m.key.matter === matter.id && m.state === 'unclear'))
    return wait('Klärung', plusDays(today, REVIEW_DAYS), 'Ob eine Nachricht hinausging, ist unklar.');
  if (akte.troubles.includes(claimId))
    return wait('Klärung', plusDays(today, REVIEW_DAYS), 'Ein Schritt ist gescheitert; eine Person prüft.');
  const unprintable = lettersTheFontLacks(akte.debtor.name);
  if (unprintable.length > 0)
    return wait('Klärung', plusDays(today, REVIEW_DAYS), nameInOtherLetters(akte.debtor.name, unprintable));
  const rest = atRest(akte, today);
  if (rest) return rest;
  return inSeries(akte, matter, runsOf(akte, procedures, { today, hour, elsewhere }));
};
