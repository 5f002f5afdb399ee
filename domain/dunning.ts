import { accountOf, isSettled } from './account.ts';
import { findMessage, generationOf, type Akte, type CallWindow, type Matter, type Message } from './akte.ts';
import { formatDay, isBefore, latest, plusDays, type Day, type Land } from './calendar.ts';
import type { ClaimId } from './claim.ts';
import { isWorkingDay, nextWorkingDay } from './deadlines.ts';
import { POSTAL_DAYS } from './default.ts';
import type { Channel } from './facts.ts';
import type { Level, Procedure } from './procedure.ts';

/** The word for what comes next *is* the name of the state that does it: an operator, the code and the state machine say the same. */
export const SENDING = { email: 'Mahnung per E-Mail', sms: 'SMS-Hinweis', letter: 'Mahnung per Brief' } as const;
export const WAITS = [
  'Beginn am nächsten Werktag', 'Zahlungserinnerung: Frist',
  'Mahnstufe 1: Frist', 'Mahnstufe 1: Telefoninkasso', 'Mahnstufe 2: Frist', 'Mahnstufe 2: Telefoninkasso', 'Mahnstufe 3: Frist', 'Mahnstufe 3: Telefoninkasso',
  'Mahnstufe 4: Frist', 'Mahnstufe 4: Telefoninkasso', 'Mahnstufe 5: Frist', 'Mahnstufe 5: Telefoninkasso',
  'Ratenplan läuft', 'Widerspruch in Prüfung', 'Ruht', 'Wartet auf Angaben', 'Nicht erreichbar', 'Klärung', 'Gerichtliches Mahnverfahren: Entscheidung',
] as const;
export const ENDS = ['Erledigt', 'Geschlossen', 'Abgelöst'] as const;
export const ACTS = [SENDING.email, SENDING.sms, SENDING.letter, 'Telefoninkasso eröffnen', 'Gerichtliche Entscheidung vorlegen'] as const;
export type Wait = (typeof WAITS)[number];
export type Act = (typeof ACTS)[number];
export type End = (typeof ENDS)[number];

/** What comes next for one claim. `until`: the day to look again; `why` in German, shown to the operator. */
export type Step = Readonly<
  | { kind: 'act'; name: Act; stage: number; why: string }
  | { kind: 'wait'; name: Wait; until: Day; why: string; stage?: number }
  | { kind: 'end'; name: End; why: string }>;

/** How often a case that waits for people is looked at again, in days. */
const REVIEW_DAYS = 28;
const HOLD_NAMES = { paused: 'Ruht', dispute: 'Widerspruch in Prüfung', instalments: 'Ratenplan läuft' } as const;
const deadlineName = (stage: number): Wait => (stage === 0 ? 'Zahlungserinnerung: Frist' : WAITS.find((w) => w === `Mahnstufe ${stage}: Frist`) ?? 'Klärung');
const phoneName = (stage: number): Wait => WAITS.find((w) => w === `Mahnstufe ${stage}: Telefoninkasso`) ?? 'Klärung';

export const landOf = (akte: Akte): Land | null => akte.debtor.land ?? null;
const can = (akte: Akte, channel: Channel): boolean => !akte.dead.includes(channel)
  && (channel === 'email' ? akte.debtor.email !== undefined : channel === 'sms' ? akte.debtor.phone !== undefined : akte.debtor.address !== undefined);

/** The last day to pay what a message of this day asks (reading 1: a letter's own deadline counts from its arrival; § 193 BGB). */
export const payByOf = (level: Level, channel: Channel, sentOn: Day, land: Land | null): Day =>
  nextWorkingDay(plusDays(sentOn, level.paymentTermDays + (channel === 'letter' ? POSTAL_DAYS : 0)), land);

const sentOf = (akte: Akte, matter: Matter, stage: number, channel: Channel): Message | undefined => findMessage(akte, { matter: matter.id, stage, channel });
const refused = (message: Message | undefined): boolean => message?.state === 'refused';
/** The day a message really went out: a refused one has a day, too, and reached nobody. */
const wentOutOn = (message: Message | undefined): Day | null => (message?.state === 'sent' ? message.on : null);
const windowOf = (akte: Akte, matter: Matter, stage: number): CallWindow | undefined => akte.callWindows.find((w) => w.matter === matter.id && w.stage === stage);

type Due = Readonly<{ act: Act; on: Day } | { over: Day }> | 'unreachable';

/** What is next inside one stage that may begin on `start`: an act with its day, or the day the stage is over. */
const inStage = (akte: Akte, matter: Matter, level: Level, start: Day): Due => {
  const land = landOf(akte);
  const move = (on: Day): Day => nextWorkingDay(on, land);
  const [email, sms, letter] = [sentOf(akte, matter, level.stage, 'email'), sentOf(akte, matter, level.stage, 'sms'), sentOf(akte, matter, level.stage, 'letter')];
  const [mailedOn, postedOn] = [wentOutOn(email), wentOutOn(letter)];
  if (level.email && can(akte, 'email') && !mailedOn && !refused(email) && !letter) return { act: SENDING.email, on: start };
  const wantsLetter = can(akte, 'letter') && !refused(letter) && (!mailedOn || level.letter === 'after-email' || level.letter === 'at-once');
  const first = mailedOn ?? postedOn;
  if (!first) return wantsLetter ? { act: SENDING.letter, on: start } : 'unreachable';
  // The text message accompanies the first demand of its stage; once a later step has been taken it would come out of the blue.
  if (level.sms && can(akte, 'sms') && !wentOutOn(sms) && !refused(sms) && !windowOf(akte, matter, level.stage) && !(mailedOn && postedOn)) return { act: SENDING.sms, on: first };
  if (wantsLetter && !postedOn) return { act: SENDING.letter, on: move(plusDays(first, level.letter === 'after-email' ? level.letterAfterDays : 0)) };
  const anchor = level.anchor === 'letter' && postedOn ? postedOn : first;
  const ownDeadline = postedOn ? payByOf(level, 'letter', postedOn, land) : payByOf(level, 'email', first, land);
  const phone = can(akte, 'sms') ? level.phone : null;
  const over = latest(move(plusDays(anchor, phone ? phone.afterDays + phone.days : level.nextAfterDays)), ownDeadline);
  const opens = phone ? move(plusDays(anchor, phone.afterDays)) : null;
  if (opens && !windowOf(akte, matter, level.stage) && isBefore(opens, over)) return { act: 'Telefoninkasso eröffnen', on: opens };
  return { over };
};

const beginOf = (akte: Akte, matter: Matter): Day => {
  const dues = akte.claims.filter((c) => c.matter === matter.id).map((c) => plusDays(c.dueOn, 1));
  return nextWorkingDay(dues.reduce(latest, matter.on), landOf(akte));
};

/** § 13a(1) Nr. 2 RDG: a private person must be told object and date of the contract. */
const lacksParticulars = (akte: Akte, matter: Matter): boolean =>
  akte.debtor.kind === 'private' && akte.claims.some((c) => c.matter === matter.id && (c.subject === undefined || c.contractDate === undefined));

const wait = (name: Wait, until: Day, why: string, stage?: number): Step => ({ kind: 'wait', name, until, why, ...(stage === undefined ? {} : { stage }) });

/** The dunning of a matter from its levels: the first stage that is not over says what to do and when. */
const inProcedure = (akte: Akte, matter: Matter, procedure: Procedure, today: Day): Step => {
  let start = beginOf(akte, matter);
  let resting: Wait = 'Beginn am nächsten Werktag';
  for (const level of procedure.levels) {
    const due = inStage(akte, matter, level, start);
    if (due === 'unreachable') return wait('Nicht erreichbar', plusDays(today, REVIEW_DAYS), 'Kein Weg zum Schuldner bekannt: Adressermittlung anbieten.');
    const begun = akte.messages.some((m) => m.key.matter === matter.id && m.key.stage === level.stage);
    if (begun) resting = windowOf(akte, matter, level.stage) ? phoneName(level.stage) : deadlineName(level.stage);
    if ('act' in due) {
      const day = nextWorkingDay(latest(due.on, today), landOf(akte));
      return today >= due.on && isWorkingDay(today, landOf(akte))
        ? { kind: 'act', name: due.act, stage: level.stage, why: `${level.title}: fällig am ${formatDay(due.on)}` }
        : wait(resting, day, `${due.act} (${level.title}) am ${formatDay(day)}`, level.stage);
    }
    if (isBefore(today, due.over)) return wait(resting, due.over, `${level.title} läuft bis ${formatDay(due.over)}`, level.stage);
    start = due.over;
  }
  const last = procedure.levels.at(-1)?.stage ?? 0;
  if (!akte.courtDecisionDue[matter.id]) return { kind: 'act', name: 'Gerichtliche Entscheidung vorlegen', stage: last, why: 'Alle Mahnstufen sind ohne Zahlung abgelaufen.' };
  return wait('Gerichtliches Mahnverfahren: Entscheidung', plusDays(today, procedure.courtReviewDays), `Entscheidung offen seit ${formatDay(akte.courtDecisionDue[matter.id] ?? today)}`, last);
};

/**
 * What comes next for a claim, decided afresh from the facts on this day. Nothing is remembered between two decisions, so a payment,
 * a pause, a late wake-up or a second execution can never act on an old one.
 */
export const nextStep = (akte: Akte, claimId: ClaimId, procedure: Procedure, today: Day, generation: number = generationOf(akte, claimId)): Step => {
  const matter = akte.matters.find((m) => m.claims.includes(claimId));
  if (!matter || generation !== generationOf(akte, claimId)) return { kind: 'end', name: 'Abgelöst', why: 'Eine jüngere Ausführung führt diese Forderung weiter.' };
  if (akte.closed) return { kind: 'end', name: 'Geschlossen', why: akte.closed.reason };
  if (isSettled(accountOf(akte, today), claimId)) return { kind: 'end', name: 'Erledigt', why: 'Die Forderung ist bezahlt.' };
  if (akte.messages.some((m) => m.key.matter === matter.id && m.state === 'unclear')) return wait('Klärung', plusDays(today, REVIEW_DAYS), 'Ob eine Nachricht hinausging, ist unklar.');
  if (akte.troubles.includes(claimId)) return wait('Klärung', plusDays(today, REVIEW_DAYS), 'Ein Schritt ist gescheitert; eine Person prüft.');
  if (akte.hold && !(akte.hold.until && akte.hold.until <= today)) return wait(HOLD_NAMES[akte.hold.ground], akte.hold.until ?? plusDays(today, REVIEW_DAYS), akte.hold.reason);
  if (lacksParticulars(akte, matter)) return wait('Wartet auf Angaben', plusDays(today, REVIEW_DAYS), 'Vertragsgegenstand und -datum fehlen (§ 13a Abs. 1 Nr. 2 RDG); der Gläubiger ist gefragt.');
  return inProcedure(akte, matter, procedure, today);
};

