import { keysOf } from '../keys-of.ts';
/** The words a cell may hold, folded to lower case without dots, and what each means. */
export type Words<T extends string = string> = ReadonlyMap<string, T>;

/** Lists repeat their words: as written in most of them (`Frau`, `FRAU`) a word is found without folding it first. */
const words = <const T extends string>(meanings: Readonly<Record<T, string>>): Words<T> => {
  const pairs = keysOf(meanings).flatMap((meaning) =>
    meanings[meaning].split('|').map((word): [string, T] => [word, meaning]),
  );
  return new Map(
    pairs.flatMap(([word, meaning]) =>
      [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)].map((form): [string, T] => [
        form,
        meaning,
      ]),
    ),
  );
};

export const SALUTATIONS = words({
  Frau: 'frau|fr|frau dr|frau prof dr',
  Herr: 'herr|herrn|hr|herr dr|herr prof dr',
  firm: 'firma|fa',
  none: 'divers|keine',
});
export const KINDS = words({
  private: 'privat|privatperson|person|verbraucher|b2c',
  business: 'firma|unternehmen|geschäftlich|gewerblich|gewerbe|b2b',
});
/** What the creditor has sent. The first level is nearly everywhere a reminder. */
export const PRIOR = words({
  none: 'keine|keiner|nein|0|-|nicht gemahnt|ohne|stufe 0|mahnstufe 0|offen',
  reminder: 'erinnerung|zahlungserinnerung|1|stufe 1|mahnstufe 1|erinnert',
  mahnung:
    'mahnung|1 mahnung|2 mahnung|3 mahnung|4 mahnung|erste mahnung|zweite mahnung|dritte mahnung|letzte mahnung|ja|gemahnt|angemahnt|2|3|4|stufe 2|stufe 3|stufe 4|mahnstufe 2|mahnstufe 3|mahnstufe 4',
});
export const CLAIM_KINDS = words({
  goods: 'waren|ware|kauf|kaufvertrag|goods',
  services: 'dienstleistung|dienstleistungen|dienstvertrag|werkvertrag|services',
  utilities: 'energie|strom|gas|wasser|versorgung|utilities',
  rent: 'miete|mietvertrag|rent',
  credit: 'darlehen|kredit|verbraucherkredit|verbraucherdarlehen|ratenkredit|credit',
});
/** `teilweise`: of what is disputed in part nothing is demanded either. */
export const FLAGS = words({
  yes: 'ja|j|x|1|wahr|true|yes|y|teilweise',
  no: 'nein|n|0|-|--|–|falsch|false|no|keine|keiner|kein|ohne|nicht|leer|frei|nicht gesperrt|entfällt|n/a|null|(null)|<null>|0,00|00000000|0000-00-00',
});
/** How often something is paid by contract: no agreement on a debt. */
export const RHYTHMS = words({
  no: 'monatlich|vierteljährlich|quartalsweise|halbjährlich|jährlich|wöchentlich|zweimonatlich|einmalig|einmalzahlung|sofort|monat|quartal|halbjahr|jahr|monthly|quarterly|yearly|annual|weekly',
});
/** Of the ledger: a claim stands in debit. */
export const SIDES = words({
  debit: 's|soll|d|debit|dr|+|1|+1|forderung',
  credit: 'h|haben|c|k|credit|cr|kredit|-|-1|gutschrift',
});
/**
 * What a row is; everything but an invoice is no claim of ours. The short forms are those of SAP, DATEV, sevDesk,
 * Lexware and Sage.
 */
export const DOCUMENTS = words({
  invoice:
    'rechnung|rechnungen|ausgangsrechnung|verkaufsrechnung|debitorenrechnung|kundenrechnung|sammelrechnung|einzelrechnung|monatsrechnung|teilrechnung|abschlagsrechnung|schlussrechnung|endrechnung|jahresrechnung|wiederkehrende rechnung|sofortrechnung|e-rechnung|beitragsrechnung|mietrechnung|faktura|forderung|invoice|re|rg|rech|ar|rv|dr|tr|er|wkr|ra|se',
  credit:
    'gutschrift|gutschriften|gutschr|gu-gutschrift|rechnungsgutschrift|warengutschrift|rechnungskorrektur|korrekturrechnung|korrektur|credit note|creditnote|credit memo|gu|gs|gut|dg|rk|kg|haben',
  payment:
    'zahlung|zahlungseingang|teilzahlung|anzahlung|vorauszahlung|überweisung|lastschrift|einzahlung|zahlungsbeleg|bank|bankbuchung|barzahlung|payment|za|ze|dz|zahl|skonto|ausgleich|verrechnung',
  cancelled:
    'storno|stornorechnung|storno-rechnung|stornobeleg|storniert|stornierung|stornogutschrift|generalumkehr|annullierung|cancellation|sr|st|sto',
  other:
    'angebot|auftrag|auftragsbestätigung|bestellung|lieferschein|proforma|proformarechnung|proforma-rechnung|entwurf|mahnung|zahlungserinnerung|mahngebühr|zinsen|verzugszinsen|saldovortrag|eröffnungsbuchung|eb|eb-wert|vortrag|umbuchung|eingangsrechnung|lieferantenrechnung|an|ab|ls|ma',
});
/** The state of an invoice in the creditor's books, and what follows from it. */
export const STATES = words({
  open: 'offen|open|unbezahlt|nicht bezahlt|nicht ausgeglichen|ausstehend|fällig|überfällig|im verzug|in verzug|verzug|teilbezahlt|teilweise bezahlt|teilgezahlt|teiloffen|teilzahlung|anbezahlt|gemahnt|angemahnt|in mahnung|im mahnlauf|mahnung|1 mahnung|2 mahnung|3 mahnung|4 mahnung|erste mahnung|zweite mahnung|dritte mahnung|letzte mahnung|mahnstufe 0|mahnstufe 1|mahnstufe 2|mahnstufe 3|mahnstufe 4|stufe 1|stufe 2|stufe 3|stufe 4|erinnerung|zahlungserinnerung|1 zahlungserinnerung|2 zahlungserinnerung|erinnert|versendet|versandt|verschickt|gesendet|zugestellt|gebucht|verbucht|festgeschrieben|freigegeben|fakturiert|gestellt|aktiv|neu|rücklastschrift|unpaid|overdue|due|sent|partially paid|partial|partly paid|inkasso|im inkasso|an inkasso|an inkasso übergeben|inkasso übergeben',
  settled:
    'bezahlt|voll bezahlt|vollständig bezahlt|komplett bezahlt|gezahlt|beglichen|ausgeglichen|ausgebucht|erledigt|geschlossen|abgeschlossen|verrechnet|abgeschrieben|uneinbringlich|erlassen|archiviert|überzahlt|paid|closed|cleared|settled|written off',
  cancelled:
    'storniert|storno|teilstorniert|annulliert|abgebrochen|ungültig|nichtig|gelöscht|widerrufen|zurückgezogen|gutgeschrieben|gutschrift|cancelled|canceled|void|voided|deleted|refunded|erstattet',
  draft: 'entwurf|draft|in bearbeitung|in erstellung|geplant|vorgemerkt|nicht gebucht|vorschau|proforma',
  locked:
    'gesperrt|sperre|mahnsperre|inkassosperre|keine mahnung senden|bitte nicht mahnen|nicht anmahnen|mahnstopp|mahnstop|nicht mahnen|ruht|ruhend|pausiert|ausgesetzt|zurückgestellt|gestundet|stundung|ratenzahlung|ratenplan|ratenvereinbarung|in klärung|klärung|klärfall|in prüfung|on hold|hold|blocked|locked',
  disputed:
    'bestritten|strittig|streitig|reklamiert|reklamation|in reklamation|beanstandet|widersprochen|widerspruch|disputed',
  insolvent: 'insolvent|insolvenz|insolvenzverfahren|in insolvenz',
  deceased: 'verstorben|gestorben|sterbefall|todesfall|nachlass|deceased',
  elsewhere:
    'anwalt|beim anwalt|rechtsanwalt|gericht|bei gericht|gerichtlich|mahnbescheid|gerichtliches mahnverfahren|vollstreckungsbescheid|vollstreckung|zwangsvollstreckung|tituliert|titel|abgetreten|verkauft|factoring',
});
export const CURRENCIES = words({ EUR: 'eur|€|euro' });
export const LANGUAGES = words({
  de: 'de|deutsch|german|ger|deu|de-de|de_de',
  en: 'en|englisch|english|eng',
  tr: 'tr|türkisch',
  pl: 'pl|polnisch',
  ru: 'ru|russisch',
  uk: 'uk|ukrainisch',
  fr: 'fr|französisch',
  it: 'it|italienisch',
  es: 'es|spanisch',
  nl: 'nl|niederländisch',
  ar: 'ar|arabisch',
  ro: 'ro|rumänisch',
  hr: 'hr|kroatisch',
  sr: 'sr|serbisch',
  el: 'el|griechisch',
  pt: 'pt|portugiesisch',
});
/** A column `Land` may hold the country or the Bundesland (by name: `BE` is Belgium there). */
export const COUNTRIES = words({
  DE: 'de|d|deu|ger|brd|deutschland|germany|nrw|baden-württemberg|bayern|berlin|brandenburg|bremen|hamburg|hessen|mecklenburg-vorpommern|niedersachsen|nordrhein-westfalen|rheinland-pfalz|saarland|sachsen|sachsen-anhalt|schleswig-holstein|thüringen',
});
/**
 * Forms that make a debtor a company, and those that do not: a GbR of private persons may be a consumer (BGH XI ZR
 * 63/01).
 */
export const LEGAL_FORMS = words({
  form: 'gmbh|ggmbh|gmbh & co kg|ag|kgaa|kg|ug|ug (haftungsbeschränkt)|ohg|se|eg|ek|e k|e kfm|e kfr|ev|e v|partg|partgmbb|ltd|limited|inc|bv',
  firm: 'einzelunternehmen|einzelunternehmer|einzelkaufmann|genossenschaft|verein|stiftung|körperschaft|anstalt',
  person: 'gbr|privat|privatperson|natürliche person|person',
});

/** Words that, alone in a cell of a column nobody knows, still say that the row is no claim or must not be dunned. */
const TELLING = new Set(
  'gutschrift|rechnungskorrektur|korrekturrechnung|storno|storniert|stornorechnung|annulliert|bezahlt|voll bezahlt|vollständig bezahlt|beglichen|ausgeglichen|gesperrt|mahnsperre|mahnstopp|mahnstop|nicht mahnen|bitte nicht mahnen|nicht anmahnen|keine mahnung senden|gestundet|ratenzahlung|ratenplan|bestritten|strittig|reklamation|reklamiert|widersprochen|insolvent|insolvenz|insolvenzverfahren|verstorben|gestorben|todesfall|haben|gutschriften|inkassosperre|credit note|cancelled|paid|refunded'.split(
    '|',
  ),
);
const LONGEST_TELLING = 30;
/** Whether all that stands in this cell is such a word. */
export const isTelling = (cell: string): boolean =>
  cell.length <= LONGEST_TELLING && TELLING.has(cell.normalize('NFC').replace(/[.!]/g, '').trim().toLowerCase());
