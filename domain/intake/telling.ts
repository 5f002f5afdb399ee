import type { IssueCode } from './issue-codes.ts';
import { DOCUMENTS, SIDES, STATES, isTelling, type Words } from './words.ts';

export type ReasonOf<W> = W extends Words<infer T> ? Partial<Record<T, IssueCode>> : never;

/** Why a row in this state of the creditor's books is not dunned; an open one is. */
export const BY_STATE: ReasonOf<typeof STATES> = {
  settled: 'claim.settled',
  cancelled: 'claim.cancelled',
  draft: 'claim.draft',
  locked: 'claim.locked',
  disputed: 'claim.disputed',
  insolvent: 'claim.insolvent',
  deceased: 'claim.deceased',
  elsewhere: 'claim.elsewhere',
};
export const BY_DOCUMENT: ReasonOf<typeof DOCUMENTS> = {
  credit: 'claim.credit',
  payment: 'claim.payment',
  cancelled: 'claim.cancelled',
  other: 'claim.no-invoice',
};
export const BY_SIDE: ReasonOf<typeof SIDES> = { credit: 'claim.credit' };

export const wordIn = (cell: string): string => cell.normalize('NFC').toLowerCase().replace(/[.!]/g, '').trim();

/** Letters with which no telling word begins or ends: spares the look-up for nearly all cells. */
const CASE = 0x20;
const mayTell = (cell: string): boolean => {
  const head = cell.charCodeAt(0) | CASE;
  const tail = cell.charCodeAt(cell.length - 1);
  return cell.length > 2 && cell.length <= 30 && head > 0x60 && head < 0x7b && !(tail > 0x2f && tail < 0x3a);
};
/**
 * What a cell says that holds one such word in a column made for something else: `bezahlt` as the day on which it is
 * due.
 */
export const tellingReason = (cell: string): IssueCode | undefined => {
  const bare = cell.trim();
  if (!mayTell(bare) || !isTelling(bare)) return undefined;
  const word = wordIn(bare);
  const [state, document, side] = [STATES.get(word), DOCUMENTS.get(word), SIDES.get(word)];
  return (
    (document && BY_DOCUMENT[document]) ?? (state && BY_STATE[state]) ?? (side && BY_SIDE[side]) ?? 'remark.telling'
  );
};
/** What a cell says that should hold the kind of a debtor or a claim, but names a document: `Art` is both. */
export const documentReason = (cell: string): IssueCode | undefined => {
  const word = wordIn(cell);
  const meant = word.length > 1 && !['an', 'ab', 'ls', 'ma', 'kg'].includes(word) ? DOCUMENTS.get(word) : undefined;
  return meant && BY_DOCUMENT[meant];
};

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?![\\p{L}-])`, 'iu');
const MAYBE = /verst|gestorb|[†✝]|insolv|nachlass|erben|i\.\s?I/i;
const DEAD = new RegExp(`[†✝]|${word('verstorben|gestorben').source}|(?<!\\p{L})verst\\.`, 'iu');
/** `GmbH i. I.`: in insolvency. `I. I. Petrow` is a person. */
const IN_INSOLVENCY = /(?<![\p{L}.])i\.\s?I(?:ns(?:o|olvenz)?)?\.?(?![\p{L}.])/u;
const INSOLVENT = word('insolvent|insolvenz|insolvenzverwalter|insolvenzverwalterin|insolvenzschuldner|insolvenzmasse');
/**
 * Heirs and estates are nobody whom a letter could reach; `Erben` and `Tod` alone are family names, `Erben GmbH` a
 * firm.
 */
const HEIRS =
  /^(?:an |z\.\s?hd\.\s)?(?:(?:den|die|d\.) )?(?:erben|miterben|unbekannte erben)\s(?:nach|des|der|von|d\.)\s|(?<!\p{L})nachlass(?:verwalter|pfleger)?(?:in)?\s(?!gmbh|ag\b|kg\b)\S|erbengemeinschaft|\(erben\)|[,/]\s*erben$|^\S+\s\S.*\serben$/iu;
const FIRM = /(?<!\p{L})(?:g?GmbH|AG|KG|OHG|UG|eG|e\.\s?K\.)(?!\p{L})/u;

/** What stands in or behind a name: `Rosa Feldmann (verstorben)`, `X GmbH i. I.`, `Erben nach Rosa Feldmann`. */
export const nameReason = (name: string): IssueCode | undefined => {
  if (!MAYBE.test(name)) return undefined;
  if (DEAD.test(name)) return 'claim.deceased';
  if (IN_INSOLVENCY.test(name) || INSOLVENT.test(name)) return 'claim.insolvent';
  return HEIRS.test(name) && !FIRM.test(name) ? 'name.heirs' : undefined;
};

/** What a sentence says in so many words; a sentence that says it is not so does not. */
const SENTENCES: readonly (readonly [RegExp, IssueCode])[] = [
  [/(?<!nicht )(?<!\p{L})verstorben(?!\p{L})/iu, 'claim.deceased'],
  [
    /insolvenz(?:verfahren)?(?: ist| wurde)? (?:eröffnet|beantragt|angemeldet)|ist insolvent|in insolvenz/iu,
    'claim.insolvent',
  ],
  [/nicht (?:an)?mahnen|(?<!keine )(?<!ohne )(?:mahn|inkasso)(?:sperre|stopp?)(?!\p{L})/iu, 'claim.locked'],
  [/^(?:gutschrift|rechnungskorrektur)(?: (?:zu|für|über|von|re)[\s-]|[\s:-]+\S*\d)/iu, 'claim.credit'],
  [/^storno(?: (?:zu|von|der|re)[\s-]|[\s:-]+\S*\d)|(?<!nicht )(?<!\p{L})storniert(?: am|[.!]*$)/iu, 'claim.cancelled'],
  [/^(?:bereits |schon |alles |voll(?:ständig)? )?(?:bezahlt|beglichen)(?: am| per| mit| via) /iu, 'claim.settled'],
  [/^(?:zahlungseingang|zahlung erhalten)(?: am| vom|[.!]*$)/iu, 'claim.payment'],
];
const MAY_SAY = /verst|insolv|mahn|inkasso|gutschr|korrektur|storn|bezahlt|beglichen|zahlung/i;
/** What a text says that somebody wrote beside the claim. */
export const sentenceReason = (text: string): IssueCode | undefined => {
  const word = tellingReason(text);
  if (word !== undefined || !MAY_SAY.test(text)) return word;
  return SENTENCES.find(([says]) => says.test(text.trim()))?.[1];
};
