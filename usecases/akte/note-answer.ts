import type { Answer } from '../../domain/akte/answer.ts';
import { placeOf } from '../../domain/law/place.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { formatDay, isBefore, plusDays, type Day } from '../../domain/calendar.ts';
import type { AkteId } from '../../domain/ids.ts';
import { CONTACT_FIELDS, type ContactField } from '../../domain/parties/contact-fields.ts';
import { hasFailed } from '../../domain/akte/contacts-told.ts';
import { nextWorkingDay } from '../../domain/law/deadlines.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { Rejected } from '../../domain/faults.ts';
import { DISPUTE_WORDS, HOLDS, type HoldGround } from '../../domain/procedure/holds.ts';
import { landOfPostalCode } from '../../domain/law/postal-codes.ts';
import { windowOf } from '../../domain/print/address-window.ts';
import { checkPrinted } from '../../domain/print/printed.ts';
import { addressParts } from '../../domain/parties/salutation.ts';
import { queryMail } from '../../domain/letters/queries.ts';
import { contactPointsOf } from '../../domain/akte/person.ts';
import { answerByOf, nextQuery } from '../../domain/akte/particulars.ts';
import type { Agency } from '../../domain/parties/parties.ts';
import { can } from '../../domain/akte/reaches.ts';
import { WRITTEN_CHANNELS } from '../../domain/procedure/channels.ts';
import { creditorOf } from '../../domain/akte/akte.ts';
import { apply } from '../../domain/akte/fold.ts';
import { changeAkte } from './change-akte.ts';
import { refusePast } from '../../domain/akte/refusals.ts';
import { returnedFacts } from './note-return.ts';
import type { People } from '../ports/people.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Mailbox } from '../ports/posts.ts';
import type { Once } from '../ports/once.ts';
import type { Workflows } from '../ports/workflows.ts';
import { tellOnce } from '../tell-once.ts';

/** A promise may come so many days late. */
const PROMISE_GRACE_DAYS = 3;
/** A proof of payment is looked at within so many days. */
const PROOF_DAYS = 14;
const LONGEST_PROMISE_DAYS = 42;

const disputed = (akte: Akte, { reason, note }: Extract<Answer, { kind: 'dispute' }>, on: Day, by: string): Fact[] => {
  if (akte.holds.some((h) => h.ground === 'dispute' && h.dispute === reason)) return [];
  return [
    {
      kind: 'held',
      ground: 'dispute',
      on,
      by,
      dispute: reason,
      reason: `Bestritten: ${DISPUTE_WORDS[reason].name}${note ? ` (${note})` : ''}`,
    },
    {
      kind: 'asked',
      id: nextQuery(akte),
      on,
      by,
      question: DISPUTE_WORDS[reason].question,
      answerBy: answerByOf(akte.debtor, on),
    },
  ];
};

const promised = (akte: Akte, { payBy, note }: Extract<Answer, { kind: 'promise' }>, on: Day, by: string): Fact[] => {
  refusePast('payBy', payBy, on);
  if (isBefore(plusDays(on, LONGEST_PROMISE_DAYS), payBy))
    throw new Rejected(
      'promise.too-far',
      `Feld „payBy“: Eine Zusage reicht höchstens ${LONGEST_PROMISE_DAYS} Tage weit; für länger bitte einen Ratenplan oder eine Stundung vereinbaren.`,
      { field: 'payBy' },
    );
  const until = plusDays(nextWorkingDay(plusDays(payBy, PROMISE_GRACE_DAYS), placeOf(akte.debtor)), 1);
  return [
    {
      kind: 'held',
      ground: 'promise',
      on,
      until,
      by,
      reason: `Zahlung zugesagt bis ${formatDay(payBy)}${note ? ` (${note})` : ''}`,
    },
  ];
};

/** What the Akte says already: the same answer that is delivered a second time adds nothing. */
const isKnown = (akte: Akte, fact: Fact): boolean => {
  if (fact.kind === 'held')
    return akte.holds.some(
      (h) =>
        h.ground === fact.ground &&
        h.on === fact.on &&
        h.until === fact.until &&
        h.reason === fact.reason &&
        h.dispute === fact.dispute,
    );
  if (fact.kind !== 'contactChanged') return false;
  const same =
    (['name', 'email', 'phone', 'land'] as const).every(
      (field) => fact[field] === undefined || fact[field] === akte.debtor[field],
    ) &&
    (fact.address === undefined || JSON.stringify(fact.address) === JSON.stringify(akte.debtor.address));
  return same && !(fact.address && akte.tracing);
};

const CONTACT_NAMES: Readonly<Record<ContactField, string>> = {
  address: 'Unter dieser Anschrift',
  email: 'Unter dieser E-Mail-Adresse',
  phone: 'Unter dieser Telefonnummer',
};
/** What is told must be such that a letter can show it, or the next one could not go out. */
const checkPrintable = (
  akte: Akte,
  { name, address }: Pick<Extract<Answer, { kind: 'contact' }>, 'name' | 'address'>,
): void => {
  checkPrinted('contact', { name, address });
  windowOf(addressParts({ name: name ?? akte.debtor.name, address: address ?? akte.debtor.address }));
};

const contact = (akte: Akte, answer: Extract<Answer, { kind: 'contact' }>, on: Day, by: string): Fact[] => {
  const { kind: _, source = 'debtor', ...given } = answer;
  checkPrintable(akte, given);
  const failed = CONTACT_FIELDS.find((field) => hasFailed(akte, field, given));
  if (failed)
    throw new Rejected(
      'contact.failed',
      `Feld „${failed}“: ${CONTACT_NAMES[failed]} war der Schuldner nicht zu erreichen; bitte eine andere angeben, oder einen Zusatz, mit dem sie stimmt.`,
      { field: failed },
    );
  return Object.keys(given).length === 0 ? [] : [{ kind: 'contactChanged', on, by, source, ...withLand(given) }];
};

/** Whether anything in writing reaches the debtor. */
const isReachable = (akte: Akte): boolean => WRITTEN_CHANNELS.some((channel) => can(akte, channel));
/**
 * Who cannot be reached any more is asked of the creditor, who may know where the debtor lives now, or wants it traced.
 */
const whereabouts = (akte: Akte, facts: readonly Fact[], on: Day, by: string): Fact[] => {
  const after = facts.reduce<Akte>((before, fact) => apply(before, fact, akte.id), akte);
  if (!isReachable(akte) || isReachable(after)) return [];
  const question =
    'Der Schuldner ist schriftlich nicht mehr zu erreichen: Unsere Post kam zurück. Kennen Sie eine neue Anschrift oder E-Mail-Adresse, übergeben Sie uns bitte die Zeile mit ihr noch einmal. Sonst sagen Sie uns bitte, ob wir die Anschrift ermitteln lassen oder die Akte schließen sollen.';
  return [{ kind: 'asked', id: nextQuery(akte), on, by, question, answerBy: answerByOf(akte.debtor, on) }];
};

const returned = (
  akte: Akte,
  { reference, note }: Extract<Answer, { kind: 'returned' }>,
  on: Day,
  by: string,
): Fact[] => {
  const facts = returnedFacts(akte, reference, on, note);
  if (!facts)
    throw new Rejected(
      'returned.unknown',
      `Feld „reference“: In der Akte ${akte.id} gibt es kein Schreiben ${reference}; bitte den Tag angeben, der auf dem Schreiben steht (16.03.2026).`,
      { field: 'reference' },
    );
  return [...facts, ...whereabouts(akte, facts, on, by)];
};

/** Where nobody says so, the Land is that of the postal code, if it lies in one. */
const withLand = (given: Omit<Extract<Answer, { kind: 'contact' }>, 'kind' | 'source'>): typeof given => {
  const land = given.land ?? (given.address && landOfPostalCode(given.address.postalCode));
  return { ...given, ...(land ? { land } : {}) };
};

const factsOf = (akte: Akte, answer: Answer, on: Day, by: string): Fact[] => {
  const held = (ground: HoldGround, reason: string, until?: Day): Fact => ({
    kind: 'held',
    ground,
    on,
    by,
    reason,
    ...(until ? { until } : {}),
  });
  switch (answer.kind) {
    case 'dispute':
      return disputed(akte, answer, on, by);
    case 'proof':
      return [held('proof', `Zahlungsnachweis: ${answer.note}`, plusDays(on, PROOF_DAYS))];
    case 'promise':
      return promised(akte, answer, on, by);
    case 'deferral':
      refusePast('until', answer.until, on);
      return [held('deferral', answer.note, answer.until)];
    case 'contact':
      return contact(akte, answer, on, by);
    case 'returned':
      return returned(akte, answer, on, by);
    case 'situation':
      if (answer.until) refusePast('until', answer.until, on);
      return [held(answer.ground, answer.note, answer.until)];
    case 'over':
      return akte.holds.some((h) => h.ground === answer.ground)
        ? [{ kind: 'resumed', ground: answer.ground, on, by, reason: answer.note }]
        : [];
    default:
      return answer satisfies never;
  }
};

type Ports = Readonly<{
  akten: Akten;
  people: People;
  workflows: Workflows;
  clock: Clock;
  creditors: Creditors;
  mailbox: Mailbox;
  once: Once;
  agency: Agency;
}>;

/** Asks the creditor, once for each query. The mail names the Aktenzeichen and no debtor: it is a postcard. */
const askCreditor = async (ports: Ports, akte: Akte): Promise<void> => {
  // What is asked of contracts stands in the mail about the hand-over.
  const query = akte.queries.findLast((q) => q.answer === null && q.particularsOf === undefined);
  if (!query) return;
  await tellOnce(ports, `query-mail:${akte.id}:${query.id}`, async () => {
    const creditor = await ports.creditors.get(creditorOf(akte.id));
    return { to: creditor.email, ...queryMail({ agency: ports.agency, creditor, akte: akte.id, query }) };
  });
};

/** Before the Akte says how the debtor is reached from now on, the list of people does. */
const notePerson = async (
  { akten, people }: Pick<Ports, 'akten' | 'people'>,
  id: AkteId,
  facts: (akte: Akte) => readonly Fact[],
): Promise<void> => {
  const akte = await akten.get(id);
  const after = facts(akte).reduce((before, fact) => apply(before, fact, id), akte);
  const known = contactPointsOf(akte.debtor);
  const points = contactPointsOf(after.debtor).filter((point) => !known.includes(point));
  if (points.length > 0) await people.note([{ akte: id, points }]);
};

/**
 * Notes what a debtor has answered; from this instant on the case rests or goes on as the answer says (`HOLDS`). A
 * dispute asks the creditor.
 */
export const noteAnswer =
  (ports: Ports) =>
  async (of: Readonly<{ akte: AkteId; answer: Answer; by: string }>): Promise<Akte> => {
    const on = ports.clock.today();
    if (of.answer.kind === 'situation' && !HOLDS[of.answer.ground].special)
      throw new Rejected('answer.situation', `Feld „ground“: „${of.answer.ground}“ ist keine besondere Lage.`, {
        field: 'ground',
      });
    const facts = (seen: Akte): Fact[] => factsOf(seen, of.answer, on, of.by).filter((fact) => !isKnown(seen, fact));
    if (of.answer.kind === 'contact') await notePerson(ports, of.akte, facts);
    const akte = await changeAkte(ports, of.akte, of.by, facts);
    if (of.answer.kind === 'dispute' || of.answer.kind === 'returned') await askCreditor(ports, akte);
    return akte;
  };
