import { keysOf } from '../keys-of.ts';
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

/**
 * What a cell says that holds one such word in a column made for something else: `bezahlt` as the day on which it is
 * due.
 */
export const tellingReason = (cell: string): IssueCode | undefined => {
  const bare = cell.trim();
  if (!isTelling(bare)) return undefined;
  const word = wordIn(bare);
  const state = STATES.get(word);
  const document = DOCUMENTS.get(word);
  return (document && BY_DOCUMENT[document]) ?? (state && BY_STATE[state]) ?? 'remark.telling';
};
/** What a cell says that should hold the kind of a debtor or a claim, but names a document: `Art` is both. */
export const documentReason = (cell: string): IssueCode | undefined => {
  const word = wordIn(cell);
  const meant = !['an', 'ab', 'ls', 'ma', 'kg'].includes(word) ? DOCUMENTS.get(word) : undefined;
  return meant && BY_DOCUMENT[meant];
};

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?![\\p{L}-])`, 'iu');
const MAYBE = /verst|gestorb|[†✝]|[(,]\s*tot|insolv|nachlass|erben|i\.\s?I/i;
const DEAD = new RegExp(`[†✝]|${word('verstorben|gestorben').source}|(?<!\\p{L})verst\\.|\\(tot\\)|,\\s*tot$`, 'iu');
/** `GmbH i. I.`: in insolvency. `I. I. Petrow` is a person. */
const IN_INSOLVENCY = /(?<![\p{L}.])i\.\s?I(?:ns(?:o|olvenz)?)?\.?(?![\p{L}.])/u;
const INSOLVENT = word('insolvent|insolvenz|insolvenzverwalter|insolvenzverwalterin|insolvenzschuldner|insolvenzmasse');
/** Second first names that are hardly anybody's family name: `Anna Maria Erben` is a person. `Heinz`, `Peter` are. */
const SECOND_NAMES = 'maria|marie|luise|sophie|elisabeth|magdalena|katharina|theresia|anna|eva|johanna|charlotte';
/**
 * Heirs and estates are nobody whom a letter could reach; `Erben` and `Tod` alone are family names, `Erben GmbH` a
 * firm.
 */
const HEIRS: readonly RegExp[] = [
  // `An die Erben des Karl Beispiel`
  /^(?:an |z\.\s?hd\.\s)?(?:(?:den|die|d\.) )?(?:erben|miterben|unbekannte erben)\s(?:nach|des|der|von|d\.)\s/iu,
  // `Nachlass Rosa Feldmann`, `Rosa Feldmann, Nachlass`
  /(?<!\p{L})nachlass(?:verwalter|pfleger)?(?:in)?\s(?!gmbh|ag\b|kg\b)\S/iu,
  /[(,/]\s*(?:erben|nachlass)\)?$/iu,
  /erbengemeinschaft/iu,
];
/**
 * `Rosa Feldmann Erben`; where a family has that name, the columns of first and last name say so, and many a firm bears
 * its founder's (`Weingut Karl Erben`).
 */
const SOMEBODYS_HEIRS = new RegExp(String.raw`^\S+ (?!(?:${SECOND_NAMES}) erben$)\S.* erben$`, 'iu');
const FIRM = /(?<!\p{L})(?:g?GmbH|AG|KG|OHG|UG|eG|e\.\s?K\.)(?!\p{L})/u;

const namesHeirs = (name: string, isFirm: boolean): boolean =>
  HEIRS.some((heirs) => heirs.test(name)) || (!isFirm && SOMEBODYS_HEIRS.test(name));

/**
 * What stands in or behind a name: `Rosa Feldmann (verstorben)`, `X GmbH i. I.`, `Erben nach Rosa Feldmann`. `isFirm`:
 * it stands where firms stand.
 */
export const nameReason = (name: string, isFirm: boolean): IssueCode | undefined => {
  if (!MAYBE.test(name)) return undefined;
  if (DEAD.test(name)) return 'claim.deceased';
  if (IN_INSOLVENCY.test(name) || INSOLVENT.test(name)) return 'claim.insolvent';
  return namesHeirs(name, isFirm) && !FIRM.test(name) ? 'name.heirs' : undefined;
};

/** Up to three words between two that belong together, within one part of a sentence. */
const GAP = String.raw`(?: [^\s,;:!?]+){0,3}`;
const WHO = 'kunde|kundin|schuldner|schuldnerin|mieter|mieterin|mitglied|inhaber|inhaberin|er|sie';
/**
 * All that may stand before a `bezahlt` that means this claim: `50 € bezahlt` and `Anzahlung bezahlt` say it is not.
 */
const PAID_WHAT = `${WHO}|die|der|den|alles|rechnung|forderung|betrag|hat|haben|ist|wurde|bereits|schon|voll|vollständig`;
const PAID_HOW = String.raw`(?:am|per|via|mit|rechnung|re) \S*\d\S*|(?:per|via|mit) \p{L}+|in bar|bar`;
const AGREED = 'vereinbart|bewilligt|gewährt|genehmigt|abgeschlossen|läuft';

/** Denied, wished for, or only perhaps. */
const NOT_SO =
  /(?<!\p{L})(?:nicht|nie|niemals|kein\p{L}*|ohne|weder|nur|will|möchte|wollte|wenn|falls|sobald)(?!\p{L})/iu;
const TAKEN_BACK = /zurückgenommen|zurückgezogen|aufgehoben|abgewiesen/i;
const BROKEN = /nicht eingehalten|geplatzt|gescheitert|gekündigt|gebrochen/i;
/**
 * `unless`: words in what is said, or among the two before it, with which it is not so (`nicht in Insolvenz`). `over`:
 * words anywhere with which it is so no more (`Ratenzahlung vereinbart, nicht eingehalten`).
 */
type Sentence = Readonly<{ says: string; unless?: RegExp; over?: RegExp }>;
/** What sentences say in so many words. */
const SAID = {
  'claim.deceased': [
    // Whatever was denied before it: `nicht erreichbar, da verstorben`.
    { says: 'verstorben|gestorben', unless: /nicht \S+$/i },
    // A line may be dead as well.
    {
      says: `^(?:ist )?tot|(?:${WHO})(?: ist)?(?: leider| schon)? tot|(?:herr|frau) \\S+(?: ist)? tot`,
      unless: NOT_SO,
    },
  ],
  'claim.insolvent': [
    { says: '(?:ist|sind) insolvent|in (?:privat|verbraucher)?insolvenz', unless: NOT_SO, over: TAKEN_BACK },
    {
      says: `insolvenz(?:verfahren|antrag)?${GAP} (?:eröffnet|beantragt|angemeldet|gestellt|eingereicht|läuft)`,
      unless: NOT_SO,
      over: TAKEN_BACK,
    },
  ],
  'claim.locked': [
    // `nicht mehr mahnen`, `nicht vor dem 1.5. mahnen`; not `hat nicht gezahlt, bitte mahnen`.
    { says: String.raw`nicht (?:(?:mehr|weiter|erneut|wieder|vor|bis|dem|zum|\S*\d\S*) )*(?:an)?mahnen` },
    { says: `(?:darf|dürfen|soll|sollen|bitte)${GAP} nicht (?:mehr |weiter )?(?:an)?gemahnt` },
    // `keine Mahnung` alone may say that none has been sent.
    { says: '^keine (?:weiteren? )?mahnung(?:en)?(?:!| mehr[.!]*$| (?:ver)?(?:senden|schicken))' },
    { says: 'bitte keine (?:weiteren? )?mahnung(?:en)?' },
    { says: '(?:mahn|inkasso)(?:sperre|stopp?)', unless: /(?:keine|ohne) \S+$/i },
    { says: String.raw`gestundet(?: bis(?: zum)?)? \S*\d|gestundet[.!]*$`, unless: NOT_SO, over: BROKEN },
    {
      says: `(?:ratenzahlung|ratenplan|raten|stundung|zahlungsaufschub|zahlungsplan)${GAP} (?:${AGREED})`,
      unless: NOT_SO,
      over: BROKEN,
    },
  ],
  'claim.credit': [
    { says: String.raw`^(?:gutschrift|rechnungskorrektur)(?: (?:zu|für|über|von|re)(?=[\s-])|[\s:-]+\S*\d)` },
    { says: `gutschrift${GAP} (?:erteilt|erstellt|folgt|veranlasst)`, unless: NOT_SO },
  ],
  'claim.cancelled': [
    { says: String.raw`^storno(?: (?:zu|von|der|re)(?=[\s-])|[\s:-]+\S*\d)` },
    { says: 'storniert(?: am|[.!]*$)', unless: NOT_SO },
    { says: `(?:bitte|zu)${GAP} stornieren|^(?:rechnung )?stornieren[.!]*$`, unless: NOT_SO },
  ],
  'claim.settled': [
    {
      says: String.raw`^(?:(?:${PAID_WHAT}|${PAID_HOW}) )*(?:bezahlt|beglichen|überwiesen)(?=[.!]*$| (?:${PAID_HOW})| \d+\.\d| \d{4}-)`,
    },
  ],
  'claim.payment': [
    // Not `warten auf Zahlungseingang`, not `Aufforderung zur Zahlung erhalten`.
    { says: '^zahlungseingang(?: am| vom|[.!]*$)' },
    {
      says: `(?<!zur )(?:zahlung|geld|überweisung)${GAP} (?:eingegangen|erhalten|angekommen|verbucht)`,
      unless: NOT_SO,
    },
  ],
  'claim.disputed': [
    {
      says: `(?:widerspruch|einspruch|einwendungen|einwände)${GAP} (?:eingelegt|erhoben|eingegangen|erhalten|liegt vor)`,
      unless: NOT_SO,
      over: TAKEN_BACK,
    },
    {
      says: `bestreitet(?!${GAP} nicht)|bestritten|widersprochen|widerspricht|reklamiert`,
      unless: NOT_SO,
      over: TAKEN_BACK,
    },
  ],
} satisfies Partial<Record<IssueCode, readonly Sentence[]>>;
const REASONS = keysOf(SAID);
const SENTENCES = REASONS.flatMap((reason) =>
  SAID[reason].map(({ says, unless, over }: Sentence) => ({ reason, says: word(says), unless, over })),
);
const MAY_SAY =
  /storb|(?<!\p{L})tot|insolv|mahn|inkasso|gutschr|korrektur|storn|bezahlt|beglichen|überw|zahlung|geld|raten|stund|spr[uio]ch|einw|bestr|reklam/iu;
/** What a text says that somebody wrote beside the claim; a sentence that says it is not so does not. */
export const sentenceReason = (text: string): IssueCode | undefined => {
  const word = tellingReason(text);
  if (word !== undefined || !MAY_SAY.test(text)) return word;
  const bare = text.normalize('NFC').trim();
  return SENTENCES.find(({ says, unless, over }) => {
    const found = says.exec(bare);
    if (found === null || over?.test(bare)) return false;
    const [before = ''] = /(?:[^\s,;:!?]+ ){0,2}$/.exec(bare.slice(0, found.index)) ?? [];
    return !unless?.test(before + found[0]);
  })?.reason;
};
