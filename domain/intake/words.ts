/** The words a cell may hold, folded to lower case without dots, and what each means. */
export type Words<T extends string = string> = ReadonlyMap<string, T>;

/** Lists repeat their words: as written in most of them (`Frau`, `FRAU`) a word is found without folding it first. */
const words = <const T extends string>(meanings: Readonly<Record<T, string>>): Words<T> => {
  const pairs = (Object.entries(meanings) as [T, string][]).flatMap(([meaning, list]) =>
    list.split('|').map((word): [string, T] => [word, meaning]),
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
export const PRIOR = words({
  none: 'keine|nein|0',
  reminder: 'erinnerung|zahlungserinnerung',
  mahnung: 'mahnung|1 mahnung|2 mahnung|3 mahnung|letzte mahnung|ja',
});
export const CLAIM_KINDS = words({
  goods: 'waren|ware|kauf|kaufvertrag|goods',
  services: 'dienstleistung|dienstleistungen|dienstvertrag|werkvertrag|services',
  utilities: 'energie|strom|gas|wasser|versorgung|utilities',
  rent: 'miete|mietvertrag|rent',
  credit: 'darlehen|kredit|verbraucherkredit|verbraucherdarlehen|ratenkredit|credit',
});
/** `teilweise`: of what is disputed in part nothing is demanded either. */
export const FLAGS = words({ yes: 'ja|j|x|1|wahr|true|yes|y|teilweise', no: 'nein|n|0|-|falsch|false|no' });
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
/** Forms that make a debtor a company, and those that do not: a GbR of private persons may be a consumer (BGH XI ZR 63/01). */
export const LEGAL_FORMS = words({
  form: 'gmbh|ggmbh|gmbh & co kg|ag|kgaa|kg|ug|ug (haftungsbeschränkt)|ohg|se|eg|ek|e k|e kfm|e kfr|ev|e v|partg|partgmbb|ltd|limited|inc|bv',
  firm: 'einzelunternehmen|einzelunternehmer|einzelkaufmann|genossenschaft|verein|stiftung|körperschaft|anstalt',
  person: 'gbr|privat|privatperson|natürliche person|person',
});
