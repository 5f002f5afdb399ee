import * as z from 'zod';

/** A line of a business letter: no line break, nothing invisible. */
const Line = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{C}+$/u, { error: 'Eine Zeile ohne Zeilenumbruch.' });
const Person = Line.regex(/\p{L}\S*\s+\S*\p{L}/u, {
  error:
    'Vor- und Nachname, zum Beispiel „Regine Bogen“: Auf Geschäftsbriefen steht mindestens ein ausgeschriebener Vorname.',
});

const Entry = z.strictObject({
  /** Where the firm has its seat: `Köln`. */
  seat: Line,
  /** The register court: `Amtsgericht Köln`. */
  court: Line,
  /** The number with its register: `HRB 12345`. */
  number: Line,
  /** All members of the management, with at least one first name written out. */
  directors: z.array(Person).readonly().default([]),
  /** Who presides over the supervisory board, where there is one. */
  chair: Person.optional(),
});
type Entry = z.infer<typeof Entry>;

/**
 * What the law wants to read of a firm on its business letters, whatever their form. `partner`: the firm that is liable
 * for it, `GmbH & Co. KG`.
 */
export const LegalEntry = Entry.extend({ partner: Entry.extend({ name: Line }).optional() });
export type LegalEntry = z.infer<typeof LegalEntry>;

/** The forms that have duties, the composed ones first: their names hold those of others. */
export const LEGAL_FORMS = ['coKg', 'gmbh', 'ag', 'se', 'kgaa', 'kg', 'ohg', 'eg', 'ek', 'partG'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

type Duty = Readonly<{
  named: string;
  inName: RegExp;
  norm: string;
  /** What the management is called; null: nobody has to be named. */
  management: string | null;
  chair: boolean;
  partner: boolean;
}>;
const named = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'u');

const DUTIES = {
  coKg: {
    named: 'Gesellschaft, für die keine natürliche Person haftet',
    inName:
      /(?<![\p{L}\d])(?:g?GmbH|UG|AG|SE|Ltd|Limited|mbH|Stiftung)(?![\p{L}\d])[^&]*&\s*(?:Co|Cie)\b\.?.*(?<![\p{L}\d])(?:KG|OHG|KGaA|Kommanditgesellschaft)(?![\p{L}\d])/u,
    norm: '§§ 125, 161 Abs. 2, 177a HGB, § 35a GmbHG',
    management: null,
    chair: false,
    partner: true,
  },
  gmbh: {
    named: 'GmbH oder UG',
    inName: named(
      'g?[Gg][Mm][Bb][Hh]|[Mm][Bb][Hh]|UG|[Gg]esellschaft mit beschränkter Haftung|Unternehmergesellschaft',
    ),
    norm: '§ 35a GmbHG',
    management: 'Geschäftsführung',
    chair: false,
    partner: false,
  },
  kgaa: {
    named: 'KGaA',
    inName: named('KGaA|Kommanditgesellschaft auf Aktien'),
    norm: '§ 278 Abs. 3, § 80 AktG',
    management: 'Geschäftsleitung',
    chair: true,
    partner: false,
  },
  ag: {
    named: 'AG',
    inName: named('AG|gAG|\\S*[Aa]ktiengesellschaft'),
    norm: '§ 80 AktG',
    management: 'Vorstand',
    chair: true,
    partner: false,
  },
  se: {
    named: 'SE',
    inName: named('SE|Societas Europaea'),
    norm: '§ 80 AktG, § 43 SEAG',
    management: 'Vorstand',
    chair: true,
    partner: false,
  },
  kg: {
    named: 'KG',
    inName: named('KG|Kommanditgesellschaft'),
    norm: '§§ 125, 161 Abs. 2 HGB',
    management: null,
    chair: false,
    partner: false,
  },
  ohg: {
    named: 'OHG',
    inName: named('[Oo][Hh][Gg]|oHG|[Oo]ffene Handelsgesellschaft'),
    norm: '§ 125 HGB',
    management: null,
    chair: false,
    partner: false,
  },
  eg: {
    named: 'eG',
    inName: named('eG|e\\.\\s?G\\.|eingetragene Genossenschaft'),
    norm: '§ 25a GenG',
    management: 'Vorstand',
    chair: false,
    partner: false,
  },
  ek: {
    named: 'e. K.',
    inName: named('eK|e\\.\\s?K\\.|e\\.\\s?Kfm\\.|e\\.\\s?Kfr\\.|eingetragene[r]? Kauf(?:mann|frau)'),
    norm: '§ 37a HGB',
    management: null,
    chair: false,
    partner: false,
  },
  partG: {
    named: 'Partnerschaftsgesellschaft',
    inName: named('PartG(?:\\s?mbB|mbB)?|Partnerschaft(?:sgesellschaft)?|mbB'),
    norm: '§ 7 Abs. 5 PartGG, § 125 HGB',
    management: null,
    chair: false,
    partner: false,
  },
} as const satisfies Record<LegalForm, Duty>;

/** Looked for in this order: `GmbH & Co. KGaA` is none of the plain ones, and `KGaA` no `KG`. */
const ORDER: readonly LegalForm[] = ['coKg', 'kgaa', 'kg', 'ohg', 'gmbh', 'ag', 'se', 'eg', 'ek', 'partG'];

/** What a firm's name says of its form; null: a person, or a form without such duties. */
export const legalFormOf = (name: string): LegalForm | null =>
  ORDER.find((form) => DUTIES[form].inName.test(name)) ?? null;

const MANAGEMENT_OF_PARTNER = 'Geschäftsführung';

/**
 * What is missing of the entry for a firm of this name, each as a German sentence that names the field; nothing where
 * all is there.
 */
export const missingInLegal = (
  name: string,
  legal: LegalEntry | undefined,
): readonly Readonly<{ path: readonly string[]; message: string }>[] => {
  const form = legalFormOf(name);
  if (form === null) return [];
  const { named: what, norm, management, chair, partner }: Duty = DUTIES[form];
  const missing = (path: readonly string[], field: string) => ({
    path: ['legal', ...path],
    message: `„${name}“ ist dem Namen nach eine ${what}: Auf jedem Geschäftsbrief, auch auf E-Mails, steht ${field} (${norm}). Bitte unter ${['legal', ...path].join('.')} eintragen.`,
  });
  if (!legal) return [missing([], 'Sitz, Registergericht, Registernummer und wer sie leitet')];
  return [
    ...(management !== null && legal.directors.length === 0
      ? [missing(['directors'], `${management} mit Vor- und Nachnamen`)]
      : []),
    ...(chair && legal.chair === undefined ? [missing(['chair'], 'der Vorsitz des Aufsichtsrats')] : []),
    ...(partner && legal.partner === undefined
      ? [missing(['partner'], 'die persönlich haftende Gesellschafterin')]
      : []),
    ...(legal.partner?.directors.length === 0
      ? [missing(['partner', 'directors'], `${MANAGEMENT_OF_PARTNER} der persönlich haftenden Gesellschafterin`)]
      : []),
  ];
};

const entryLine = ({ seat, court, number, directors, chair }: Entry, management: string): string =>
  [
    `Sitz: ${seat}`,
    `${court}, ${number}`,
    ...(directors.length > 0 ? [`${management}: ${directors.join(', ')}`] : []),
    ...(chair === undefined ? [] : [`Vorsitz des Aufsichtsrats: ${chair}`]),
  ].join(' · ');

/** What stands at the foot of a firm's letters and mails, a line each; nothing for whoever has no such duties. */
export const legalLines = ({ name, legal }: Readonly<{ name: string; legal?: LegalEntry | undefined }>): string[] => {
  if (!legal) return [];
  const form = legalFormOf(name);
  const management = (form === null ? null : DUTIES[form].management) ?? MANAGEMENT_OF_PARTNER;
  const { partner } = legal;
  return [
    entryLine(legal, management),
    ...(partner
      ? [`Persönlich haftende Gesellschafterin: ${partner.name} · ${entryLine(partner, MANAGEMENT_OF_PARTNER)}`]
      : []),
  ];
};
