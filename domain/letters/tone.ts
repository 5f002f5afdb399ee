import { formatDay, type Day } from '../calendar.ts';
import { formatEuro } from '../money.ts';
import type { Announcement } from '../procedure/procedure.ts';
import { risenInWords, risesInWords } from './costs.ts';
import { defaultInLetter } from './default-words.ts';
import type { NoticeFacts } from './facts.ts';
import { answersTo, knownAs } from './own-name.ts';

type Reversal = NoticeFacts['reversals'][number];

const REMINDER = 'reminder';
const FIRM = 'firm';
const LAST = 'last';
type Tone = typeof REMINDER | typeof FIRM | typeof LAST;

/** The last stage is the one after which court dunning is examined, also where a procedure has only one. */
const toneOf = ({ stage, lastStage, occasion }: NoticeFacts): Tone => {
  if (stage === 0) return REMINDER;
  // A notice of what has joined is sent with the last stage, but it is no last Mahnung: it asks for something the first
  // time.
  return stage >= lastStage && occasion !== 'joined' ? LAST : FIRM;
};

/**
 * What a reminder is about where other claims in it were dunned in an earlier series: only what is new has been left
 * lying.
 */
const newBesideDunned = ({ claims, dunnedBefore }: NoticeFacts): string => {
  const fresh = claims
    .filter((c) => !dunnedBefore.some((old) => old.id === c.id))
    .map((c) => `${c.invoiceNumber} vom ${formatDay(c.invoiceDate)}`);
  if (fresh.length === 0) return 'Der Betrag ist weiterhin nicht vollständig eingegangen.';
  const added =
    fresh.length === 1
      ? `Neu ist die Rechnung ${fresh.join('')}; an ihre`
      : `Neu sind die Rechnungen ${fresh.join(', ')}; an ihre`;
  return `${added} Zahlung möchten wir Sie freundlich erinnern. Was wir schon früher angemahnt haben, steht ebenfalls unten, soweit es noch offen ist.`;
};

const ownWords = (facts: NoticeFacts): string => {
  if (facts.stage === 0 && facts.dunnedBefore.length > 0)
    return `wir haben Sie bereits angeschrieben. ${newBesideDunned(facts)}`;
  if (facts.stage === 0)
    return 'im Alltag bleibt eine Rechnung leicht einmal liegen. Deshalb möchten wir Sie freundlich an die folgende Zahlung erinnern.';
  if (facts.introduces && facts.dunnedBefore.length === 0)
    return 'auf die folgende Rechnung ist bisher keine vollständige Zahlung eingegangen.';
  return 'wir haben Sie bereits an eine offene Zahlung erinnert. Der Betrag ist leider noch nicht vollständig eingegangen.';
};
/** A creditor's own dunning speaks for itself. */
const inOwnName = (facts: NoticeFacts): string =>
  `${ownWords(facts)} ${facts.agency.name} versendet dieses Schreiben in unserem Namen.`;

const introduction = (facts: NoticeFacts): string => {
  const { agency, creditor, stage } = facts;
  const dunned = facts.dunnedBefore.length > 0;
  if (facts.sender === 'creditor') return inOwnName(facts);
  if (facts.occasion === 'joined')
    return `im Auftrag von ${creditor.name} haben wir Sie bereits angeschrieben. Nun ist etwas hinzugekommen. Unten steht alles, was offen ist.`;
  if (stage === 0 && dunned)
    return `im Auftrag von ${creditor.name} haben wir Sie bereits angeschrieben. ${newBesideDunned(facts)}`;
  if (stage === 0)
    return `${agency.name} schreibt Ihnen im Auftrag von ${creditor.name}. Im Alltag bleibt eine Rechnung leicht einmal liegen. Deshalb möchten wir Sie freundlich an die folgende Zahlung erinnern.`;
  if (facts.takesOver)
    return `${knownAs(creditor)} hat Sie bereits selbst an eine offene Zahlung erinnert und nun ${agency.name} beauftragt, die folgende Forderung einzuziehen. Bisher ist keine vollständige Zahlung eingegangen. Bankverbindung und Referenz bleiben dieselben.`;
  if (facts.introduces && !dunned)
    return `${creditor.name} hat ${agency.name} beauftragt, die folgende Forderung einzuziehen. Bisher ist keine vollständige Zahlung eingegangen.`;
  if (stage === 1 && !dunned)
    return `im Auftrag von ${creditor.name} haben wir Sie bereits an eine offene Zahlung erinnert. Der Betrag ist leider noch nicht vollständig eingegangen.`;
  return `im Auftrag von ${creditor.name} haben wir Sie bereits angeschrieben. Der Betrag ist weiterhin nicht vollständig eingegangen. Wir möchten die Sache mit Ihnen ohne Gericht klären.`;
};

/**
 * By whom a payment had come: nothing is said of the debtor's bank where only a report of the creditor was taken back.
 */
const TAKEN_BACK: Readonly<Record<Reversal['via'], (of: Reversal) => string>> = {
  agency: ({ valueDate, amount, on }) =>
    `Die Zahlung vom ${formatDay(valueDate)} über ${formatEuro(amount)} ist am ${formatDay(on)} zurückgebucht worden.`,
  creditor: ({ valueDate, amount, on }) =>
    `Die Meldung, dass am ${formatDay(valueDate)} ${formatEuro(amount)} beim Gläubiger eingegangen sind, ist am ${formatDay(on)} zurückgenommen worden.`,
};
const reversed = ({ reversals }: NoticeFacts): string[] =>
  reversals.map((of) => `${TAKEN_BACK[of.via](of)} Deshalb ist dieser Betrag wieder offen.`);

/** What is asked for the first time while the series is running, and what it does not cost yet. */
const newcomers = (facts: NoticeFacts): string[] => {
  const [only, ...more] = facts.newcomers;
  if (!only) return [];
  const named = facts.newcomers.map(
    (c) =>
      `Rechnung ${c.invoiceNumber} vom ${formatDay(c.invoiceDate)} über ${formatEuro(c.principal)}${
        c.open < c.principal ? `, von der noch ${formatEuro(c.open)} offen sind` : ''
      }`,
  );
  const free = facts.sender === 'creditor' ? '' : '; Inkassokosten verlangen wir dafür jetzt nicht';
  return more.length === 0
    ? [`Neu hinzugekommen ist die ${named.join('')}. Um ihre Zahlung bitten wir Sie hiermit zum ersten Mal${free}.`]
    : [`Neu hinzugekommen sind: ${named.join('; ')}. Um ihre Zahlung bitten wir Sie hiermit zum ersten Mal${free}.`];
};

const alsoSent = ({ alsoSent: mail }: NoticeFacts): string[] =>
  mail
    ? [
        `Dieses Schreiben („${mail.title}“) haben wir Ihnen am ${formatDay(mail.on)} auch per E-Mail geschickt. Zu zahlen ist nur einmal.`,
      ]
    : [];

/**
 * What is said before the table, from a friendly hint to a clear word. A creditor's own opening takes the place of the
 * introduction; what is new since the last letter, and since when the debtor is in default, always stands.
 */
export const opening = (facts: NoticeFacts, introduced: readonly string[] = [introduction(facts)]): string[] => [
  ...introduced,
  ...newcomers(facts),
  ...reversed(facts),
  ...defaultInLetter(facts),
  ...risenInWords(facts),
  ...alsoSent(facts),
];

const PAID_IN_LAST_DAYS =
  'Haben Sie in den letzten Tagen schon gezahlt? Dann betrachten Sie dieses Schreiben bitte als erledigt.';

/** What paying now keeps from being added; nothing is threatened with that has been waived. */
const avoided = ({ grows }: NoticeFacts): string => {
  const what = [...(grows.interest ? ['Zinsen'] : []), ...(grows.costs ? ['Kosten'] : [])];
  return what.length === 0
    ? 'Wenn Sie jetzt zahlen, ist die Sache erledigt.'
    : `Wenn Sie jetzt zahlen, vermeiden Sie weitere ${what.join(' und ')}.`;
};

/** What the last Mahnung is the last one before. */
const lastBefore = ({ announces }: NoticeFacts): string => {
  if (announces.includes('court')) return ' vor dieser Prüfung';
  return announces.includes('handOver') ? ' vor der Übergabe' : '';
};

/** How urgent it is, never more than is true. A creditor's own closing takes its place. */
export const urgency = (facts: NoticeFacts): string => {
  switch (toneOf(facts)) {
    case REMINDER: {
      const spared = facts.grows.costs ? ', und Sie vermeiden, dass weitere Kosten entstehen' : '';
      return `Mit einer baldigen Zahlung ist die Sache erledigt${spared}. Haben Sie in den letzten Tagen schon gezahlt? Dann danken wir Ihnen; dieses Schreiben ist damit gegenstandslos.`;
    }
    case FIRM:
      return `${avoided(facts)} Können Sie das nicht, melden Sie sich bitte: Wir suchen mit Ihnen eine Lösung. ${PAID_IN_LAST_DAYS}`;
    case LAST:
      return `Dies ist unsere letzte Mahnung${lastBefore(facts)}. ${PAID_IN_LAST_DAYS}`;
  }
};

/** In a creditor's letter the account is somebody else's, and a careful reader asks why. */
const account = ({
  sender,
  agency: {
    name,
    clientAccount: { holder },
  },
}: NoticeFacts): string =>
  sender === 'creditor'
    ? `das Konto „${holder}“. ${name} nimmt dort Ihre Zahlung für uns entgegen.`
    : 'das angegebene Konto.';

const ask = (facts: NoticeFacts): string =>
  `Bitte überweisen Sie ${formatEuro(facts.total)} bis zum ${formatDay(facts.payBy)} auf ${account(facts)} Geben Sie dabei die Referenz ${facts.paymentReference} an, damit Ihre Zahlung sofort zugeordnet wird.`;

/** What really keeps the next step away: to pay, to agree on something, to object. Merely to get in touch does not. */
const unsettledBy = (payBy: Day): string =>
  `Ist der Betrag am ${formatDay(payBy)} noch offen und ist bis dahin weder eine Zahlung vereinbart noch ein Einwand zu klären,`;

/**
 * Said because it happens, no more and no less: the court means that the case is put to the creditor for a decision.
 */
const ANNOUNCED: Readonly<Record<Announcement, (facts: NoticeFacts) => string>> = {
  court: ({ payBy, sender }) =>
    `${unsettledBy(payBy)} prüfen wir${sender === 'creditor' ? '' : ' mit dem Gläubiger'}, ob das gerichtliche Mahnverfahren beantragt wird. Dort können weitere Kosten entstehen. Sie können auch im gerichtlichen Verfahren Einwände erheben.`,
  handOver: ({ payBy, agency }) =>
    `${unsettledBy(payBy)} übergeben wir die Forderung an ${agency.name} zum Inkasso. Dadurch können weitere Kosten entstehen.`,
  calls: () => 'Bleibt der Betrag offen, rufen wir Sie in den nächsten Wochen an, um mit Ihnen eine Lösung zu finden.',
  fee: () => 'Müssen wir Sie noch einmal mahnen, können dadurch weitere Kosten entstehen.',
};
const announcements = (facts: NoticeFacts): string[] =>
  facts.announces.filter((what) => what !== 'fee' || facts.grows.costs).map((what) => ANNOUNCED[what](facts));

const instalments = ({ debtor }: NoticeFacts): string =>
  `Können Sie nicht alles auf einmal zahlen? Dann schlagen Sie uns ${debtor.kind === 'private' ? 'Raten vor, die zu Ihrer Lage passen' : 'einen Zahlungsplan vor'}. Ob dadurch Kosten entstehen, sagen wir Ihnen vor jeder Vereinbarung.`;

const OBJECTION =
  'Halten Sie die Forderung ganz oder teilweise für unberechtigt? Dann schreiben Sie uns kurz, warum; eine besondere Form ist nicht nötig. Solange wir Ihren Einwand mit dem Gläubiger klären, erhalten Sie keine weitere Mahnung.';

const COUNSEL =
  'Wenn Sie mehrere Schulden haben: Die anerkannten Schuldnerberatungsstellen, etwa bei Städten, Kreisen und Verbraucherzentralen, helfen oft kostenlos.';

/** Telephone and e-mail, each said to be whose it is. */
const ways = (facts: NoticeFacts): string => {
  const { agency } = facts;
  const { phone, email } = answersTo(facts);
  if (facts.sender !== 'creditor') return `${agency.name}: Telefon ${phone.at}, E-Mail ${email.at}`;
  if (phone.own === email.own)
    return `uns${phone.own ? '' : ` über ${agency.name}`}: Telefon ${phone.at}, E-Mail ${email.at}`;
  return `uns: ${phone.own ? `Telefon ${phone.at}` : `E-Mail ${email.at}`}, oder über ${agency.name}: ${phone.own ? `E-Mail ${email.at}` : `Telefon ${phone.at}`}`;
};
const reply = (facts: NoticeFacts): string =>
  `So erreichen Sie ${ways(facts)}. Bitte nennen Sie das Aktenzeichen ${facts.akte}.`;

/**
 * What follows the table. `urgent` is the one part a creditor may word; how to pay, object, ask for instalments and
 * answer always stands.
 */
export const closing = (facts: NoticeFacts, urgent: readonly string[]): string[] => [
  ask(facts),
  ...risesInWords(facts),
  ...announcements(facts),
  ...urgent,
  instalments(facts),
  facts.sender === 'creditor' ? OBJECTION.replace('mit dem Gläubiger klären', 'prüfen') : OBJECTION,
  ...(toneOf(facts) === LAST && facts.debtor.kind === 'private' ? [COUNSEL] : []),
  reply(facts),
];
