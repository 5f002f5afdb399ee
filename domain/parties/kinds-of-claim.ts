import * as z from 'zod';

/** What a claim is for, as far as the law asks. */
export const KINDS_OF_CLAIM = ['goods', 'services', 'utilities', 'rent', 'credit'] as const;
export const KindOfClaim = z.enum(KINDS_OF_CLAIM);
export type KindOfClaim = z.infer<typeof KindOfClaim>;

/** Whether the contracts of a kind go on from invoice to invoice: then none was concluded on the day of an invoice. */
const CONTINUING = {
  goods: false,
  services: false,
  utilities: true,
  rent: true,
  credit: true,
} as const satisfies Record<KindOfClaim, boolean>;
/**
 * What contracts that go on are called, also under a kind that need not. A word too many asks a shop for a date, one
 * too few tells a debtor a wrong one.
 */
const CONTINUING_WORDS = {
  /** `Zeitungsabonnement`, `Abonnementgebühr`. */
  anywhere: [
    'mitglied|abonnement|subscription|versicherung|leasing|darlehen|kreditvertrag|kreditrate|dauerauftrag',
    'fernwärme|nahwärme|abwasser|(?:energie|strom|gas)liefer|(?:strom|gas|wasser)versorg',
    'mobilfunk|handyvertrag|festnetz|rundfunk|(?:internet|telefon|kabel)anschluss|glasfaser|hosting|streaming|flatrate',
    'wartungsvertrag|servicevertrag|pflegevertrag|laufzeit|monatlich|jährlich|grundgebühr|nebenkosten|hausgeld',
    'fitnessstudio|stellplatz|schulgeld|kindergarten|kindertages',
  ],
  /** `Zeitungsabo`, `Ökostrom`, `Ratenkredit`: not `Stromkabel`, not `Kreditkartenetui`. */
  atTheEnd: [
    'abos?|tarif|abschlag|abschläge|beitrag|beiträge|miete|pacht|leihe|kredit',
    'strom|erdgas|biogas|ökogas|trinkwasser|wärme|dsl|internet|telefonie|domain|cloud',
    'kita|kinderhort|schulhort|unterricht',
  ],
  /** `Mietkaution`: not `Vermietschild`. */
  atTheBeginning: ['miet|pacht|kitabeitrag|kita-|kreditkarten(?:vertrag|konto|abrechnung)'],
  /** `Strom und Gas`: not `Las Vegas`, not `Kohort`. */
  alone: ['gas|hort'],
} as const;
const oneOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
const CONTINUING_SUBJECT = new RegExp(
  [
    oneOf(CONTINUING_WORDS.anywhere),
    `${oneOf(CONTINUING_WORDS.atTheEnd)}(?!\\p{L})`,
    `(?<!\\p{L})${oneOf(CONTINUING_WORDS.atTheBeginning)}`,
    `(?<!\\p{L})${oneOf(CONTINUING_WORDS.alone)}(?!\\p{L})`,
  ].join('|'),
  'iu',
);
/**
 * A continuing contract (Dauerschuldverhältnis): the debtor must be told the day it was really concluded (§ 13a(1) Nr.
 * 2 RDG).
 */
export const isContinuing = (kind: KindOfClaim, subject: string | undefined): boolean =>
  CONTINUING[kind] || (subject !== undefined && CONTINUING_SUBJECT.test(subject));
