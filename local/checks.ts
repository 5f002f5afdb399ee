import { stageOf } from '../config/stages.ts';
import { ofAccount } from './account-change.ts';
import { START } from './calendar.ts';
import { factsOf, toldIn, type Fact, type Happened } from './history.ts';
import type { AkteSeen, Seen } from './seen.ts';
import type { Told } from './told.ts';

export type Check = Readonly<{ what: string; ok: boolean; detail: string }>;
const euro = (cents: number): string => `${(cents / 100).toFixed(2).replace('.', ',')} €`;
const twice = (list: readonly string[]): string[] => [...new Set(list.filter((x, i) => list.indexOf(x) !== i))];
/** What happened to what a check is about: the pause of an Akte, the money that came for it. */
type Turn = (fact: Fact) => boolean;
const isPaid: Turn = ({ kind }) => kind === 'paid';
const isReversed: Turn = ({ kind }) => kind === 'reversed';
const isClosed: Turn = ({ kind }) => kind === 'closed';
const isPaused: Turn = (fact) => fact.kind === 'held' && fact.ground === 'paused';
const isResumed: Turn = (fact) => fact.kind === 'resumed' && fact.ground === 'paused';
const is =
  (turn: Turn) =>
  ({ fact }: Happened): boolean =>
    fact !== null && turn(fact);
/**
 * A message leaves when its sending begins: a payment between that and the provider's receipt is too late for it, as in
 * life.
 */
const begins = is(({ kind }) => kind === 'reserved');
/**
 * What was sent after something had last happened, and before something else did. Null where it never happened: then
 * nothing can be said of it.
 */
const after = (akte: AkteSeen, from: Turn, to?: Turn): readonly string[] | null => {
  const told = toldIn(akte);
  const start = told.findLastIndex(is(from));
  if (start < 0) return null;
  const rest = told.slice(start + 1);
  const end = to ? rest.findIndex(is(to)) : rest.length;
  return end < 0
    ? null
    : rest
        .slice(0, end)
        .filter(begins)
        .map(({ words }) => words ?? '');
};
const nothing = (sent: readonly string[] | null): boolean => sent?.length === 0;
const something = (sent: readonly string[] | null): boolean => (sent?.length ?? 0) > 0;
const inWords = (sent: readonly string[] | null, none: string): string =>
  sent === null ? 'ist nicht geschehen' : sent.join('; ') || none;
/** The day of the story: 0 on its first. */
const dayOf = (on: string): number => Math.round((Date.parse(on) - Date.parse(START)) / 86_400_000);
export const courtDays = (seen: Seen): { akte: string; day: number }[] =>
  seen.akten.flatMap((akte) =>
    factsOf(akte, 'courtDecisionDue').map(({ on }) => ({ akte: akte.akte, day: dayOf(on) })),
  );

/**
 * One promise: whether it held, and what was seen. A promise about nothing does not hold: a check that has looked at
 * nothing is red.
 */
const promise = (what: string, ok: boolean, detail: string): Check => ({ what, ok, detail });
/** A promise about each of many: `broken` names those that break it. */
const ofEach = (what: string, all: readonly unknown[], broken: readonly string[], seen: string): Check =>
  promise(
    what,
    all.length > 0 && broken.length === 0,
    broken.join('; ') || (all.length > 0 ? seen : 'nichts zu prüfen'),
  );

const akteIn = (seen: Seen, id: string): AkteSeen => {
  const found = seen.akten.find((a) => a.akte === id);
  if (!found) throw new Error(`no Akte ${id}`);
  return found;
};

const ofHandOvers = ({ handOvers }: Told, seen: Seen): Check[] => {
  const claims = handOvers.flatMap((h) => h.handOver.claims);
  const accepted = handOvers.reduce((n, h) => n + h.handOver.accepted, 0);
  const uncounted = handOvers.filter(
    ({ handOver: h }) => h.rows === 0 || h.rows !== h.accepted + h.rejected + h.duplicates,
  );
  const names = new Set(seen.executions.map((e) => e.name));
  const without = [
    ...claims.filter((claim) => !names.has(`${claim}-g1`)),
    ...(claims.length === accepted ? [] : [`${claims.length} von ${accepted} Forderungen genannt`]),
  ];
  return [
    ofEach(
      'Zeilen = angenommen + abgelehnt + Dubletten',
      handOvers,
      uncounted.map((h) => h.handOver.id),
      `${handOvers.length} Übergaben, ${accepted} Forderungen`,
    ),
    ofEach('jede Forderung hat ihre Ausführung', claims, without, `${claims.length} von ${accepted} Forderungen`),
  ];
};

const ofExecutions = ({ executions: all, akten, queued }: Seen): Check[] => {
  const failed = all.filter((e) => !['RUNNING', 'SUCCEEDED', 'ABORTED'].includes(e.status));
  const inTrouble = (akte: AkteSeen): string[] => [
    ...akte.claims.filter(({ state }) => state === 'Klärung').map(({ state, why }) => `${state}: ${why}`),
    ...factsOf(akte, 'trouble').map(({ reason }) => reason),
  ];
  const stuck = akten.filter((a) => inTrouble(a).length > 0);
  return [
    ofEach(
      'keine Ausführung ist gescheitert',
      all,
      failed.map((e) => `${e.name} ${e.status}`),
      `${all.length} Ausführungen`,
    ),
    ofEach(
      'kein Fall steht in Klärung',
      akten,
      stuck.map((a) => `${a.akte}: ${inTrouble(a).join()}`),
      `${akten.length} Akten`,
    ),
    ofEach(
      'nichts liegt unerledigt in einer Warteschlange',
      queued,
      queued.filter((q) => q.messages > 0).map((q) => `${q.queue}: ${q.messages}`),
      `${queued.length} Warteschlangen`,
    ),
  ];
};

const CHANNELS = { email: 'E-Mail', sms: 'SMS', letter: 'Brief' } as const;
type Channel = keyof typeof CHANNELS;
const CHANNEL_NAMES: readonly Channel[] = ['email', 'sms', 'letter'];
const ofMessages = (seen: Seen): Check[] => {
  const sentOf = ({ akte, ...of }: AkteSeen): string[] =>
    toldIn(of)
      .filter(is(({ kind }) => kind === 'sent'))
      .map(({ words }) => `${akte} ${words ?? ''}`);
  const lines = seen.akten.flatMap(sentOf);
  const doubled = [...twice(seen.debtorMails.map((m) => m.Source)), ...twice(seen.letters), ...twice(lines)];
  const out = { email: seen.debtorMails.length, sms: seen.sms.length, letter: seen.letters.length };
  const facts = seen.akten.flatMap((akte) => factsOf(akte, 'sent'));
  const inAkten = (channel: Channel): number => facts.filter(({ message }) => message.channel === channel).length;
  const differing = CHANNEL_NAMES.filter((c) => inAkten(c) !== out[c]);
  const total = out.email + out.sms + out.letter;
  const enclosed = seen.debtorMails
    .filter((m) => /^Anlagen: .*Rechnung SW\/2025\/3001 \(Kopie\)/m.test(m.BodyText ?? ''))
    .map((m) => m.Source);
  return [
    ofEach(
      'keine Nachricht ging zweimal hinaus',
      lines,
      doubled,
      `${out.email} E-Mails, ${out.sms} SMS, ${out.letter} Briefe`,
    ),
    ofEach(
      'jede Nachricht steht in ihrer Akte',
      lines,
      differing.map((c) => `${CHANNELS[c]}: ${inAkten(c)} in den Akten, ${out[c]} hinausgegangen`),
      `${lines.length} in den Akten, ${total} hinausgegangen`,
    ),
    promise(
      'die 1. Mahnung der Stadtwerke trägt die Rechnung, die ihr beiliegt',
      enclosed.length === 1 && /-M1-1-email@/.test(enclosed[0] ?? ''),
      enclosed.join(', ') || 'keine',
    ),
  ];
};

const ofPayments = (told: Told, seen: Seen): Check[] => [
  ...told.paidInFull.map((id) => {
    const akte = akteIn(seen, id);
    const sentAfter = after(akte, isPaid);
    return promise(
      `${id}: nach der Zahlung nichts mehr gesendet, nichts offen`,
      nothing(sentAfter) && akte.openCents === 0,
      inWords(sentAfter, `offen ${euro(akte.openCents)}`),
    );
  }),
  ...told.paidInPart.map((id) =>
    promise(
      `${id}: Teilzahlung verrechnet, Mahnlauf geht weiter`,
      something(after(akteIn(seen, id), isPaid)) && akteIn(seen, id).openCents > 0,
      `offen ${euro(akteIn(seen, id).openCents)}`,
    ),
  ),
  ...told.overpaid.map(({ akte: id, paid, owed, refunded }) => {
    const { refundedCents, overpaidCents } = akteIn(seen, id);
    return promise(
      `${id}: von ${euro(paid - owed)} Überzahlung am Tag der Wertstellung ${euro(refunded)} erstattet, der Rest gehalten`,
      paid > owed && refundedCents === refunded && overpaidCents === paid - owed - refunded,
      `erstattet ${euro(refundedCents)}, gehalten ${euro(overpaidCents)}`,
    );
  }),
  promise(
    'fremde Buchung steht zur Zuordnung bereit',
    seen.files.some((f) => f.includes('nicht-zugeordnet')),
    seen.files.filter((f) => f.startsWith('bank/')).join(', '),
  ),
];

const ofSteering = (told: Told, seen: Seen): Check[] => {
  const [bounced, closed, paused] = [told.bounced, told.closed, told.paused].map((id) => akteIn(seen, id));
  if (!bounced || !closed || !paused) throw new Error('the story was not told to its end');
  const sentClosed = after(closed, isClosed);
  const sentPaused = after(paused, isPaused, isResumed);
  return [
    promise(
      `${told.bounced}: nach der Rückbuchung wieder ganz offen und gemahnt, in einer neuen Ausführung`,
      bounced.reversals.length === 1 &&
        bounced.payments.length === 0 &&
        something(after(bounced, isReversed)) &&
        seen.executions.some((e) => e.name === `${told.bounced}-F1-g2`),
      `offen ${euro(bounced.openCents)}`,
    ),
    promise(
      `${told.closed}: nach dem Schließen nichts mehr gesendet`,
      closed.closed && nothing(sentClosed),
      inWords(sentClosed, 'geschlossen'),
    ),
    promise(
      `${told.paused}: in der Pause nichts gesendet, danach weiter`,
      nothing(sentPaused) && something(after(paused, isResumed)),
      inWords(sentPaused, 'pausiert und fortgesetzt'),
    ),
    ...told.refusals.map((r) => promise(`${r.what} wird abgewiesen`, r.status === r.expected, `${r.status}`)),
  ];
};

const ofPayouts = ({ payouts, apis }: Told, seen: Seen): Check[] => {
  const creditors = Object.keys(apis);
  const due = payouts.flatMap(({ month }) => creditors.map((c) => `payouts/${month}/${c}/auszahlung`));
  const missing = due.flatMap((d) => [`${d}.pdf`, `${d}.csv`]).filter((f) => !seen.files.includes(f));
  const unlike = payouts.flatMap(({ month, payouts: paid, found }) =>
    paid
      .filter((p) => !found.some((f) => f.isPdf && f.creditor === p.creditor && f.cents === p.cents))
      .map((p) => `${month} ${p.creditor}`),
  );
  const mailed = Object.entries(seen.addresses).map(([creditor, address]) => ({
    creditor,
    got: seen.officeMails.filter((m) => m.To.includes(address) && /^Auszahlung /.test(m.Subject)).length,
    due: payouts.filter((p) => p.payouts.some((x) => x.creditor === creditor && x.cents > 0)).length,
  }));
  const { financeAddress } = stageOf('demo');
  const mails = seen.officeMails.filter((m) => m.To.includes(financeAddress) && /Auszahlung/i.test(m.Subject));
  return [
    ...payouts.map((p) =>
      promise(
        `Auszahlung ${p.month} zweimal gerechnet, einmal gezahlt`,
        JSON.stringify(p.payouts) === JSON.stringify(p.again) && p.payouts.length === creditors.length,
        p.payouts.map((x) => `${x.creditor} ${euro(x.cents)}`).join(', '),
      ),
    ),
    ofEach('Abrechnung je Gläubiger und Monat als PDF und CSV', due, missing, `${due.length} Abrechnungen`),
    ofEach('jeder Gläubiger kann seine Abrechnung abrufen', due, unlike, 'Betrag und PDF'),
    ofEach(
      'jeder Gläubiger, der Geld bekommt, hat dazu eine E-Mail',
      mailed.filter((m) => m.due > 0),
      mailed.filter((m) => m.got < m.due || m.got > payouts.length).map((m) => `${m.creditor}: ${m.got} von ${m.due}`),
      mailed.map((m) => `${m.creditor} ${m.got}`).join(', '),
    ),
    promise(
      'Finanzabteilung je Monat einmal benachrichtigt',
      mails.length > 0 && mails.length === payouts.length,
      `${mails.length} E-Mails`,
    ),
  ];
};

/**
 * The cases of the first list that nobody has paid, paused or closed run by the calendar: the decision on the court
 * comes on a day that the calendar names.
 */
const ofCalendar = (told: Told, seen: Seen): Check => {
  const touched = new Set([...told.paidInFull, ...told.paidInPart, told.bounced, told.paused, told.closed]);
  const days = courtDays(seen).filter((d) => d.akte.startsWith('MUS') && !touched.has(d.akte));
  return ofEach(
    'unbezahlte Fälle erreichen die gerichtliche Entscheidung an dem Tag, den der Kalender nennt',
    days,
    days.filter((d) => !seen.plannedCourtDays.includes(d.day)).map((d) => `${d.akte}: Tag ${d.day}`),
    `Tag ${[...new Set(days.map((d) => d.day))].sort((a, b) => a - b).join(', ')}`,
  );
};

/** What must hold when the story has been told; each a promise of the product. */
export const check = (told: Told, seen: Seen): Check[] => [
  ...ofHandOvers(told, seen),
  ...ofExecutions(seen),
  ...ofMessages(seen),
  ...ofPayments(told, seen),
  ...ofSteering(told, seen),
  ...ofPayouts(told, seen),
  ofAccount(told, seen.officeMails, seen.addresses['LAD']),
  ofCalendar(told, seen),
];
