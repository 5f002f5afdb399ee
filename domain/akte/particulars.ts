import { SYSTEM, type Actor } from '../actor.ts';
import { checkPrinted } from '../print/printed.ts';
import { placeOf } from '../law/place.ts';
import type { Akte, Matter } from './akte.ts';
import { day, formatDay, isBefore, type Day } from '../calendar.ts';
import { withParticulars, type Claim, type Particulars } from './claim.ts';
import { QueryId, type ClaimId, type HandOverId } from '../ids.ts';
import { endOfPeriod } from '../law/deadlines.ts';
import type { Fact, FactOf } from './facts.ts';
import { Rejected, wrongField } from '../faults.ts';

/** Who would tell a contract of an earlier day? It is the zero of a spreadsheet or an empty field. */
export const FIRST_CONTRACT = day('1950-01-01');

/** What a creditor gives for one claim. */
export type Given = Readonly<{ claim: ClaimId }> & Particulars;

/** A creditor has so long to answer a query. */
const CREDITOR_ANSWERS = 'P2W';
export const answerByOf = (debtor: Akte['debtor'], on: Day): Day => endOfPeriod(on, CREDITOR_ANSWERS, placeOf(debtor));
/** The name of the next query in an Akte: `Q2`. */
export const nextQuery = (akte: Pick<Akte, 'queries'>): QueryId => QueryId.parse(`Q${akte.queries.length + 1}`);

const NAMES = { subject: 'Vertragsgegenstand', contractDate: 'Vertragsdatum' } as const satisfies Record<
  keyof Particulars,
  string
>;
const FIELDS = ['subject', 'contractDate'] as const satisfies readonly (keyof Particulars)[];
const missingIn = (of: Particulars): readonly (keyof Particulars)[] => FIELDS.filter((f) => of[f] === undefined);
/** `Vertragsgegenstand und Vertragsdatum`; empty where nothing is missing. */
export const missingInWords = (of: Particulars): string =>
  missingIn(of)
    .map((field) => NAMES[field])
    .join(' und ');

/**
 * The claims of which a private person could not be told what § 13a(1) Nr. 2 RDG demands: they wait until the creditor
 * has said it.
 */
export const lackingParticulars = (akte: Pick<Akte, 'debtor' | 'claims'>): readonly Claim[] =>
  akte.debtor.kind === 'private' ? akte.claims.filter((c) => missingIn(c).length > 0) : [];

/** Whether a row's claim would wait for what a private person must be told of it. */
export const wouldWait = ({ kind }: Pick<Akte['debtor'], 'kind'>, claim: Particulars): boolean =>
  kind === 'private' && missingIn(claim).length > 0;

/** Whether the claims of a matter were handed over without what a private person must be told of them. */
export const beganWaiting = ({ queries }: Pick<Akte, 'queries'>, { claims }: Pick<Matter, 'claims'>): boolean =>
  claims.every((id) => queries.some((q) => q.particularsOf?.includes(id)));

const MOST_NAMED = 5;
const namesOf = (claims: readonly Claim[]): string => {
  const named = claims.slice(0, MOST_NAMED).map((c) => `${c.id} (Rechnung ${c.invoiceNumber.slice(0, 30)})`);
  const more = claims.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` und ${more} weiteren` : ''}`;
};

/** Asks the creditor for what these claims lack; null where they lack nothing. */
export const askForParticulars = (
  akte: Pick<Akte, 'debtor' | 'claims' | 'queries'>,
  claims: readonly ClaimId[],
  on: Day,
): FactOf<'asked'> | null => {
  const lacking = lackingParticulars(akte).filter((c) => claims.includes(c.id));
  if (lacking.length === 0) return null;
  return {
    kind: 'asked',
    id: nextQuery(akte),
    on,
    by: SYSTEM.asking,
    question: `Zu ${namesOf(lacking)} fehlt der Vertragsgegenstand oder das Vertragsdatum. Einer Privatperson müssen wir beides nennen (§ 13a Abs. 1 Nr. 2 RDG); bis dahin schreiben wir ihr dazu nicht.`,
    answerBy: answerByOf(akte.debtor, on),
    particularsOf: lacking.map((c) => c.id),
  };
};

const misuse = (field: 'claim' | 'contractDate', message: string): Rejected =>
  wrongField(`particulars.${field}`, field, message);

/** Refuses a day that cannot be the contract's, and a claim that the Akte does not have. */
const checked = (akte: Akte, { claim: id, contractDate, subject }: Given): Claim => {
  const claim = akte.claims.find((c) => c.id === id);
  if (!claim)
    throw misuse(
      'claim',
      `In der Akte ${akte.id} gibt es keine Forderung ${id}; es gibt ${akte.claims.map((c) => c.id).join(', ')}.`,
    );
  checkPrinted('particulars', { subject });
  if (contractDate && isBefore(contractDate, FIRST_CONTRACT))
    throw misuse(
      'contractDate',
      `Das Vertragsdatum ${formatDay(contractDate)} liegt vor 1950; oft ist es das leere Feld einer Tabelle. Bitte den Tag angeben, an dem der Vertrag geschlossen wurde.`,
    );
  if (contractDate && isBefore(claim.invoiceDate, contractDate))
    throw misuse(
      'contractDate',
      `Der Vertrag zu ${id} kann nicht nach seiner Rechnung vom ${formatDay(claim.invoiceDate)} geschlossen sein.`,
    );
  return claim;
};

/**
 * `added`: only what was missing, as a row gives it in passing; `corrected`: also what is another than before, where
 * somebody answers a query about it, with a reason.
 */
export type Manner = Readonly<{ kind: 'added' } | { kind: 'corrected'; reason?: string | undefined }>;

/** What a message has said, or is about to say, is not taken back without a word. */
const checkTold = (
  akte: Akte,
  claim: Claim,
  changed: readonly (keyof Particulars)[],
  { reason }: { reason?: string | undefined },
): void => {
  const [field] = changed;
  if (!field || reason !== undefined) return;
  if (!akte.messages.some((m) => m.demand?.claims.includes(claim.id))) return;
  throw wrongField(
    'particulars.told',
    'reason',
    `Dem Schuldner ist zu ${claim.id} schon geschrieben worden, mit einem anderen ${changed.map((f) => NAMES[f]).join(' und ')}. Soll das berichtigt werden, bitte mit „reason“ (Befehl: --grund) sagen, warum.`,
  );
};

/** What is new of what is given; null where nothing is. */
const newIn = (akte: Akte, claim: Claim, given: Given, manner: Manner): Particulars | null => {
  const missing = missingIn(claim);
  const changed = FIELDS.filter((f) => !missing.includes(f) && given[f] !== undefined && given[f] !== claim[f]);
  if (manner.kind === 'corrected') checkTold(akte, claim, changed, manner);
  const fresh = [...missing, ...(manner.kind === 'corrected' ? changed : [])].filter((f) => given[f] !== undefined);
  if (fresh.length === 0) return null;
  return {
    ...(fresh.includes('subject') ? { subject: given.subject } : {}),
    ...(fresh.includes('contractDate') ? { contractDate: given.contractDate } : {}),
  };
};

const inWords = ({ claim, subject, contractDate }: Given): string =>
  `${claim}: ${[
    ...(subject === undefined ? [] : [`Gegenstand „${subject}“`]),
    ...(contractDate === undefined ? [] : [`Vertrag vom ${formatDay(contractDate)}`]),
  ].join(', ')}`;

/** Characters. */
const MOST_OF_AN_ANSWER = 2_000;
/**
 * The queries that nothing is missing for any more, once these claims are so: they are answered with what was given.
 */
const answeredBy = (
  akte: Akte,
  after: readonly Claim[],
  answer: Readonly<{ on: Day; by: Actor; answer: string }>,
): Fact[] =>
  akte.queries
    .filter((q) => q.answer === null && q.particularsOf !== undefined)
    .filter((q) => after.every((c) => !q.particularsOf?.includes(c.id) || missingIn(c).length === 0))
    .map((q) => ({ kind: 'answered', id: q.id, ...answer }));

/**
 * The facts that follow where a creditor gives particulars of claims: each as far as it was missing, or is corrected
 * (`manner`), and the answers to the queries that are complete with them. None where nothing is new. `handOver`: the
 * one whose completed row brought them. Throws Rejected `particulars.claim`, `particulars.contractDate`,
 * `particulars.letters` and `particulars.told`.
 */
export const particularsFacts = (
  akte: Akte,
  given: readonly Given[],
  { on, by, handOver }: Readonly<{ on: Day; by: Actor; handOver?: HandOverId }>,
  manner: Manner = { kind: 'added' },
): Fact[] => {
  const fresh = given.flatMap((g): Given[] => {
    const parts = newIn(akte, checked(akte, g), g, manner);
    return parts ? [{ claim: g.claim, ...parts }] : [];
  });
  if (fresh.length === 0) return [];
  const after = akte.claims.map((c) => withParticulars(c, fresh.find((g) => g.claim === c.id) ?? {}));
  const answer = fresh.map(inWords).join('; ').slice(0, MOST_OF_AN_ANSWER);
  return [
    ...fresh.map((g): Fact => ({
      kind: 'particularsGiven',
      on,
      by,
      ...g,
      ...(manner.kind === 'corrected' && manner.reason !== undefined ? { reason: manner.reason } : {}),
      ...(handOver === undefined ? {} : { handOver }),
    })),
    ...answeredBy(akte, after, { on, by, answer }),
  ];
};
