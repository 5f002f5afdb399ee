import type { Answer } from '../domain/akte/answer.ts';
import type { CallOutcome, DayPart } from '../domain/akte/call-words.ts';
import type { ContactSource } from '../domain/akte/contact-data.ts';
import { SITUATIONS, type DisputeReason, type HoldGround } from '../domain/procedure/holds.ts';
import { isPhoneFault, phoneIn, type PhoneFault } from '../domain/intake/phone.ts';
import { landOfPostalCode } from '../domain/law/postal-codes.ts';
import { Address, Debtor } from '../domain/parties/parties.ts';
import {
  choice,
  dayOf,
  landOf,
  misuse,
  optionalDay,
  optionalText,
  text,
  type OptionTypes,
  type Values,
} from './given.ts';

/** German words by the API's. */
export const PARTS = { morning: 'vormittags', afternoon: 'nachmittags', evening: 'abends' } as const satisfies Record<
  DayPart,
  string
>;
export const OUTCOMES = {
  reached: 'erreicht',
  promise: 'zusage',
  instalments: 'raten',
  dispute: 'bestritten',
  'wrong-number': 'falsche-nummer',
  'not-reached': 'nicht-erreicht',
} as const satisfies Record<CallOutcome, string>;
const SOURCES = {
  debtor: 'schuldner',
  creditor: 'glaeubiger',
  register: 'register',
  tracing: 'ermittlung',
  post: 'post',
} as const satisfies Record<ContactSource, string>;
const DISPUTE_REASONS = {
  'not-ordered': 'nicht-bestellt',
  'not-received': 'nicht-erhalten',
  defective: 'mangelhaft',
  amount: 'hoehe',
} as const satisfies Record<DisputeReason, string>;
const GROUNDS = {
  insolvent: 'insolvenz',
  deceased: 'sterbefall',
  minor: 'minderjaehrig',
  identity: 'identitaet',
  represented: 'vertretung',
  hardship: 'haertefall',
  dispute: 'widerspruch',
  proof: 'nachweis',
  promise: 'zusage',
  deferral: 'stundung',
  paused: 'pause',
} as const satisfies Record<HoldGround, string>;
const KINDS = {
  dispute: 'widerspruch',
  proof: 'nachweis',
  promise: 'zusage',
  deferral: 'stundung',
  contact: 'kontakt',
  situation: 'lage',
  returned: 'zurueck',
  over: 'vorbei',
} as const satisfies Record<Answer['kind'], string>;
/** The options that belong to each kind, beside those of the command. */
const BELONGS: Readonly<Record<Answer['kind'], readonly string[]>> = {
  dispute: ['grund', 'notiz'],
  proof: ['notiz'],
  promise: ['bis', 'notiz'],
  deferral: ['bis', 'notiz'],
  contact: ['name', 'zusatz', 'strasse', 'plz', 'ort', 'email', 'telefon', 'land', 'quelle'],
  situation: ['grund', 'notiz', 'bis'],
  returned: ['schreiben', 'notiz'],
  over: ['grund', 'notiz'],
};
export const ANSWER_OPTIONS = {
  art: 'string',
  grund: 'string',
  notiz: 'string',
  bis: 'string',
  name: 'string',
  zusatz: 'string',
  strasse: 'string',
  plz: 'string',
  ort: 'string',
  email: 'string',
  telefon: 'string',
  land: 'string',
  schreiben: 'string',
  quelle: 'string',
} as const satisfies OptionTypes;

export const ANSWER_HELP = `Was es gibt (--art), und was dazugehört:

  --art widerspruch --grund nicht-bestellt|nicht-erhalten|mangelhaft|hoehe [--notiz "…"]
      Der Schuldner bestreitet. Das Mahnen ruht, der Gläubiger wird gefragt.
  --art nachweis --notiz "…"
      Er sagt, es sei bezahlt, und hat etwas vorgelegt. Das Mahnen ruht 14 Tage.
  --art zusage --bis TAG [--notiz "…"]
      Er sagt zu, bis zu diesem Tag zu zahlen, höchstens sechs Wochen im Voraus.
  --art stundung --bis TAG --notiz "…"
      Bis zu diesem Tag ist gestundet.
  --art kontakt [--name "Sami Ward"] [--strasse "Musterweg 5" --plz 44135 --ort Dortmund [--zusatz "c/o Lehmann"]]
                [--email …] [--telefon …] [--land NW] [--quelle schuldner|glaeubiger|register|ermittlung|post]
      Neue Kontaktdaten. Woher sie sind, steht im nächsten Schreiben an den Schuldner; ohne --quelle: von ihm selbst.
      Das Land (für die Feiertage) ergibt sich aus der Postleitzahl, wenn sie eindeutig ist.
  --art lage --grund insolvenz|sterbefall|minderjaehrig|identitaet|vertretung|haertefall --notiz "…" [--bis TAG]
      Eine besondere Lage: Es geht nichts mehr hinaus, bis sie vorbei ist.
  --art zurueck --schreiben TAG --notiz "…"
      Ein Brief oder eine E-Mail kam zurück; TAG ist das Datum, das auf ihm steht (oder unsere Referenz aus „akte zeigen“).
  --art vorbei --grund widerspruch|nachweis|zusage|stundung|pause|insolvenz|… --notiz "…"
      Was das Mahnen anhielt, ist erledigt; wenn sonst nichts entgegensteht, geht es weiter.

Tage wie 31.12.2026 oder 2026-12-31. Umlaute gehen auch: --grund höhe. Was Sie als Notiz schreiben, steht in der Akte, und der Gläubiger kann es lesen.
`;

const given = <K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> =>
  // A cast: a computed key is any text to the compiler.
  value === undefined ? {} : ({ [key]: value } as Record<K, T>);

const addressOf = (values: Values): Address | undefined => {
  if (['zusatz', 'strasse', 'plz', 'ort'].every((o) => values[o] === undefined)) return undefined;
  const street = text(values, 'strasse', '"Musterweg 5"', 200);
  const postalCode = text(values, 'plz', '44135');
  const city = text(values, 'ort', 'Dortmund', 200);
  if (!Address.shape.postalCode.safeParse(postalCode).success)
    throw misuse('--plz', `„${postalCode}“ ist keine Postleitzahl mit fünf Ziffern.`);
  const extra = optionalText(values, 'zusatz', 90);
  return { ...(extra === undefined ? {} : { extra: [extra] }), street, postalCode, city, country: 'DE' };
};
const emailOf = (values: Values): string | undefined => {
  const email = optionalText(values, 'email');
  if (!Debtor.shape.email.safeParse(email).success)
    throw misuse('--email', `„${email ?? ''}“ ist keine E-Mail-Adresse.`);
  return email;
};
const WRONG_PHONES = {
  'phone.invalid': 'ist keine gültige Telefonnummer. Bitte mit Vorwahl angeben, zum Beispiel "0151 10000001".',
  'phone.prefix':
    'hat weder eine Landesvorwahl mit + noch die Null der Ortsvorwahl. Bitte schreiben wie "+49 151 10000001" oder "0151 10000001".',
  'phone.service': 'ist eine Service- oder Mehrwertnummer, unter der kein Schuldner erreichbar ist.',
} as const satisfies Record<PhoneFault, string>;
const phoneOf = (values: Values): string | undefined => {
  const typed = optionalText(values, 'telefon');
  if (typed === undefined) return undefined;
  const phone = phoneIn(typed);
  if (isPhoneFault(phone)) throw misuse('--telefon', `„${typed}“ ${WRONG_PHONES[phone]}`);
  return phone;
};
const contactOf = (values: Values): Extract<Answer, { kind: 'contact' }> => {
  const address = addressOf(values);
  const email = emailOf(values);
  const phone = phoneOf(values);
  const land = landOf(values) ?? (address && landOfPostalCode(address.postalCode));
  const name = optionalText(values, 'name', 200);
  if (!name && !address && !email && !phone && !land)
    throw misuse(
      '--art kontakt',
      'Was hat sich geändert? Bitte --name, --strasse, --plz und --ort, --email, --telefon oder --land angeben.',
    );
  return {
    kind: 'contact',
    ...(values['quelle'] === undefined ? {} : { source: choice(values, 'quelle', SOURCES) }),
    ...given('name', name),
    ...given('address', address),
    ...given('email', email),
    ...given('phone', phone),
    ...given('land', land),
  };
};

/** An option that belongs to another kind of answer is a slip. */
const refuseForeign = (kind: Answer['kind'], values: Values): void => {
  const foreign = Object.keys(ANSWER_OPTIONS).find(
    (o) => o !== 'art' && values[o] !== undefined && !BELONGS[kind].includes(o),
  );
  if (foreign)
    throw misuse(
      `--${foreign}`,
      `gehört nicht zu --art ${KINDS[kind]}; dazu gehören ${BELONGS[kind].map((o) => `--${o}`).join(', ')}.`,
    );
};

/** How each kind of answer is read from its options. */
const READ: { readonly [K in Answer['kind']]: (values: Values) => Extract<Answer, { kind: K }> } = {
  dispute: (values) => ({
    kind: 'dispute',
    reason: choice(values, 'grund', DISPUTE_REASONS),
    ...given('note', optionalText(values, 'notiz')),
  }),
  proof: (values) => ({ kind: 'proof', note: text(values, 'notiz', '"Überweisungsbeleg vom 02.03. liegt vor"') }),
  promise: (values) => ({
    kind: 'promise',
    payBy: dayOf(values, 'bis'),
    ...given('note', optionalText(values, 'notiz')),
  }),
  deferral: (values) => ({
    kind: 'deferral',
    until: dayOf(values, 'bis'),
    note: text(values, 'notiz', '"Erst nach dem Gehalt"'),
  }),
  contact: contactOf,
  situation: (values) => ({
    kind: 'situation',
    ground: choice(values, 'grund', GROUNDS, SITUATIONS),
    note: text(values, 'notiz', '"Beschluss des Amtsgerichts liegt vor"'),
    ...given('until', optionalDay(values, 'bis')),
  }),
  returned: (values) => ({
    kind: 'returned',
    reference: text(values, 'schreiben', '16.03.2026', 60),
    note: text(values, 'notiz', '"Empfänger unbekannt verzogen"'),
  }),
  over: (values) => ({
    kind: 'over',
    ground: choice(values, 'grund', GROUNDS),
    note: text(values, 'notiz', '"Rief am 02.03. an"'),
  }),
};

/** What the debtor has answered, in the API's words. */
export const answerOf = (values: Values): Answer => {
  const kind = choice(values, 'art', KINDS);
  refuseForeign(kind, values);
  return READ[kind](values);
};
