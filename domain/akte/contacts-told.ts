import type { Day } from '../calendar.ts';
import { isSameWay, repeats, type ContactOrigin } from './contact-data.ts';
import type { FactOf } from './facts.ts';
import { CONTACT_FIELDS, type ContactData, type ContactField } from '../parties/contact-fields.ts';
import type { Debtor } from '../parties/parties.ts';
import { CHANNELS, type Channel } from '../procedure/channels.ts';
import { keysOf } from '../keys-of.ts';
import { without } from './without.ts';

/** The part of an Akte that says how its debtor is reached. */
export type Reached = Readonly<{
  debtor: Debtor;
  /** What is known and does not lead to the debtor. */
  dead: readonly ContactField[];
  /** Contact data that failed: told again, they revive nothing. */
  failed: readonly ContactData[];
  /** All that anybody has told, in its order: a creditor who repeats an old value tells nothing new. */
  told: readonly Said[];
  /** Where the contact data that count now come from; absent: there are none. */
  origins: Readonly<Partial<Record<ContactField, ContactOrigin>>>;
  /** Since when the address is being traced. */
  tracing: Day | null;
}>;
type Told = FactOf<'contactChanged'>;

/**
 * What becomes of each field of a debtor where a later row says it anew. `akte`: by it the Akte is found, it cannot
 * change. `renamed`: a fact of its own (`renamed`). `reached`: a way to the debtor, with its source. `further`: kept
 * beside that. `recognised`: replaces what was known. `gap`: is taken where nothing is known; another one is another
 * person. `kind`: decides which law applies, never changed by a row. `follows`: comes with another field.
 */
export const DEBTOR_FIELDS = {
  customerNumber: 'akte',
  kind: 'kind',
  name: 'renamed',
  salutation: 'gap',
  lastName: 'gap',
  address: 'reached',
  email: 'reached',
  phone: 'reached',
  furtherEmails: 'further',
  furtherPhones: 'further',
  birthDate: 'recognised',
  iban: 'recognised',
  language: 'recognised',
  land: 'follows',
} as const satisfies Record<
  keyof Debtor,
  'akte' | 'kind' | 'renamed' | 'reached' | 'further' | 'recognised' | 'gap' | 'follows'
>;
type FieldsOf<How> = {
  [F in keyof typeof DEBTOR_FIELDS]: (typeof DEBTOR_FIELDS)[F] extends How ? F : never;
}[keyof typeof DEBTOR_FIELDS];
const fieldsOf = <How extends string>(how: How): FieldsOf<How>[] =>
  keysOf(DEBTOR_FIELDS).filter((field): field is FieldsOf<How> => DEBTOR_FIELDS[field] === how);

/** What a creditor's row can say of a debtor whom we know. */
export type DebtorNews = Pick<Debtor, FieldsOf<'reached' | 'further' | 'recognised' | 'gap'>>;
/** What is remembered of it, so that its repetition is none. */
export type Said = Pick<Debtor, FieldsOf<'reached' | 'further' | 'recognised'>>;

const MOST_FURTHER = 5;
/** One field alone. */
const only = (field: ContactField, of: ContactData): ContactData => ({ [field]: of[field] });
const isAmong = (field: ContactField, of: ContactData, known: readonly ContactData[]): boolean =>
  known.some((k) => repeats(field, of, k));

/**
 * Whether a value that failed is told again: that revives nothing, whoever says it. The address under which a letter
 * was not delivered may be right with an addition, or without the one that it bore.
 */
export const hasFailed = ({ failed }: Pick<Reached, 'failed'>, field: ContactField, of: ContactData): boolean =>
  of[field] !== undefined && failed.some((way) => isSameWay(field, of, way));

/**
 * Whether what is said of a way is no news. Who leaves out an addition says nothing against it as long as it may lead
 * to the debtor; once it has failed, the address without it is another.
 */
const isToldBy = (
  akte: Pick<Reached, 'failed'>,
  field: ContactField,
  of: ContactData,
  told: readonly ContactData[],
): boolean =>
  told.some((one) => isSameWay(field, of, one) || (repeats(field, of, one) && !hasFailed(akte, field, one)));

/** Where a message of a channel goes as things stand. */
export const recipientOf = ({ debtor }: Pick<Reached, 'debtor'>, channel: Channel): ContactData =>
  only(CHANNELS[channel].contact, debtor);

/** Whatever a hand-over opens with is the creditor's word, from that day on. */
export const originsFrom = ({ debtor, origins }: Reached, on: Day): Reached['origins'] => {
  const unsaid = CONTACT_FIELDS.filter((field) => debtor[field] !== undefined && !origins[field]);
  return { ...origins, ...Object.fromEntries(unsaid.map((field) => [field, { source: 'creditor', on }])) };
};

/**
 * A way to the debtor did not lead there. `to`: where the message that came back went; a value that was replaced
 * meanwhile says nothing against its successor.
 */
export const contactFailed = (
  { debtor, dead, failed }: Reached,
  field: ContactField,
  to: ContactData = only(field, debtor),
): Pick<Reached, 'dead' | 'failed'> => {
  const isCurrent = isSameWay(field, to, debtor);
  return {
    failed: [...failed, only(field, to)],
    dead: isCurrent && !dead.includes(field) ? [...dead, field] : dead,
  };
};

const picked = <T extends object, F extends keyof T>(of: T, fields: readonly F[]): Partial<Pick<T, F>> => {
  const kept: Partial<Pick<T, F>> = {};
  for (const field of fields) if (of[field] !== undefined) kept[field] = of[field];
  return kept;
};
/** One value told in turns by two lists is news once: whoever repeats an old one tells nothing. */
const isRepeated = (field: FieldsOf<'recognised'>, of: Debtor, told: readonly Said[]): boolean =>
  told.some((said) => said[field] === of[field]);

/** The ways that a row brings beside the first, as if each were told alone. */
const furtherWays = ({
  furtherEmails = [],
  furtherPhones = [],
}: Pick<Debtor, FieldsOf<'further'>>): readonly ContactData[] => [
  ...furtherEmails.map((email) => ({ email })),
  ...furtherPhones.map((phone) => ({ phone })),
];

/**
 * What nobody has told yet of a debtor: another way to reach them, what they are recognised by, what was not known at
 * all.
 */
export const debtorNews = (akte: Pick<Reached, 'debtor' | 'told' | 'failed'>, of: Debtor): DebtorNews => {
  const { debtor, told } = akte;
  const known = told.flatMap((one) => [one, ...furtherWays(one)]);
  const reached = fieldsOf('reached').filter((field) => !isToldBy(akte, field, of, known));
  const furtherEmails = of.furtherEmails?.filter((email) => !isAmong('email', { email }, known)) ?? [];
  const furtherPhones = of.furtherPhones?.filter((phone) => !isAmong('phone', { phone }, known)) ?? [];
  const recognised = fieldsOf('recognised').filter((field) => !isRepeated(field, of, told));
  // Who bears another spelling of the name is addressed as before.
  const gaps = fieldsOf('gap').filter((field) => debtor.name === of.name && debtor[field] === undefined);
  return {
    ...picked(of, [...reached, ...recognised, ...gaps]),
    ...(furtherEmails.length > 0 ? { furtherEmails } : {}),
    ...(furtherPhones.length > 0 ? { furtherPhones } : {}),
  };
};

/**
 * Whether what is told takes the place of what is known. The creditor's word gives way to what the debtor, a register,
 * a tracing or the post has said since, as long as that still leads to the debtor; and what the creditor repeats is not
 * new.
 */
const counts = (akte: Reached, field: ContactField, { source, ...told }: Told): boolean => {
  if (told[field] === undefined || hasFailed(akte, field, told)) return false;
  if (source !== 'creditor') return true;
  const isLost = akte.dead.includes(field) || (field === 'address' && akte.tracing !== null);
  const known = akte.origins[field];
  return !isToldBy(akte, field, told, akte.told) && (isLost || known === undefined || known.source === 'creditor');
};

/** The creditor's other mailboxes and numbers are kept beside the ones that count. */
const furtherOf = (
  akte: Reached,
  told: Told,
  taken: readonly ContactField[],
): Pick<Debtor, 'furtherEmails' | 'furtherPhones'> => {
  const { furtherEmails = [], furtherPhones = [] } = akte.debtor;
  const known = [...akte.told.flatMap((one) => [one, ...furtherWays(one)]), ...akte.failed];
  const beside = [...without(CONTACT_FIELDS, (f) => taken.includes(f)).map((f) => only(f, told)), ...furtherWays(told)];
  const emails = beside.flatMap(({ email }) =>
    email !== undefined && !isAmong('email', { email }, known) ? [email] : [],
  );
  const phones = beside.flatMap(({ phone }) =>
    phone !== undefined && !isAmong('phone', { phone }, known) ? [phone] : [],
  );
  return {
    ...(emails.length > 0 ? { furtherEmails: [...new Set([...emails, ...furtherEmails])].slice(0, MOST_FURTHER) } : {}),
    ...(phones.length > 0 ? { furtherPhones: [...new Set([...phones, ...furtherPhones])].slice(0, MOST_FURTHER) } : {}),
  };
};

const TOLD = [...fieldsOf('reached'), ...fieldsOf('further'), ...fieldsOf('recognised')];
/** What is known of a debtor after somebody has told something. */
export const contactChanged = (akte: Reached, told: Told): Reached => {
  const taken = CONTACT_FIELDS.filter((field) => counts(akte, field, told));
  const [address, email, phone] = (['address', 'email', 'phone'] as const).map((field) => taken.includes(field));
  const beside = furtherOf(akte, told, taken);
  const toldOfPerson = picked(told, [...fieldsOf('recognised'), ...fieldsOf('gap')]);
  // With a new address the old Land no longer holds, also where the new one is not known.
  const { land: _, ...landless } = akte.debtor;
  const land = address || told.address === undefined ? told.land : undefined;
  const origin: ContactOrigin = { source: told.source, on: told.on };
  return {
    debtor: {
      ...(address ? landless : akte.debtor),
      ...(told.name === undefined ? {} : { name: told.name, lastName: undefined }),
      ...(address ? only('address', told) : {}),
      ...(email ? only('email', told) : {}),
      ...(phone ? only('phone', told) : {}),
      ...beside,
      ...toldOfPerson,
      ...(land ? { land } : {}),
    },
    origins: { ...akte.origins, ...Object.fromEntries(taken.map((field) => [field, origin])) },
    dead: akte.dead.filter((field) => !taken.includes(field)),
    failed: akte.failed,
    told: [...akte.told, picked(told, TOLD)],
    tracing: address ? null : akte.tracing,
  };
};
