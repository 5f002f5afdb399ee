import type { Day } from './calendar.ts';
import {
  CONTACT_CHANNELS,
  CONTACT_FIELDS,
  contactPoint,
  type ContactData,
  type ContactField,
  type ContactOrigin,
} from './contact-data.ts';
import type { Channel, FactOf } from './facts.ts';
import type { Debtor } from './parties.ts';

/** The part of an Akte that says how its debtor is reached. */
export type Reached = Readonly<{
  debtor: Debtor;
  /** Channels on which the debtor cannot be reached although an address is known. */
  dead: readonly Channel[];
  /** Contact data that failed: told again, they revive nothing. */
  failed: readonly ContactData[];
  /** All that anybody has told, in its order: a creditor who repeats an old value tells nothing new. */
  told: readonly ContactData[];
  /** Where the contact data that count now come from; absent: there are none. */
  origins: Readonly<Partial<Record<ContactField, ContactOrigin>>>;
  /** Since when the address is being traced. */
  tracing: Day | null;
}>;
type Told = FactOf<'contactChanged'>;

const MOST_FURTHER = 5;
const fieldOf = (channel: Channel): ContactField =>
  CONTACT_FIELDS.find((field) => CONTACT_CHANNELS[field] === channel) ?? 'address';
/** One field alone, where there is one. */
const only = (field: ContactField, of: ContactData): ContactData => {
  const value = of[field];
  return value === undefined ? {} : { [field]: value };
};
const isAmong = (field: ContactField, of: ContactData, known: readonly ContactData[]): boolean => {
  const point = contactPoint(field, of);
  return known.some((k) => contactPoint(field, k) === point);
};

/** Where a message of a channel goes as things stand. */
export const recipientOf = ({ debtor }: Pick<Reached, 'debtor'>, channel: Channel): ContactData =>
  only(fieldOf(channel), debtor);

/** Whatever a hand-over opens with is the creditor's word, from that day on. */
export const originsFrom = ({ debtor, origins }: Reached, on: Day): Reached['origins'] => {
  const unsaid = CONTACT_FIELDS.filter((field) => debtor[field] !== undefined && !origins[field]);
  return unsaid.length === 0
    ? origins
    : { ...origins, ...Object.fromEntries(unsaid.map((field) => [field, { source: 'creditor', on }])) };
};

/** A way to the debtor did not lead there. `to`: where the message that came back went; a value that was replaced meanwhile says nothing against its successor. */
export const contactFailed = (
  { debtor, dead, failed }: Reached,
  channel: Channel,
  to: ContactData = only(fieldOf(channel), debtor),
): Pick<Reached, 'dead' | 'failed'> => {
  const field = fieldOf(channel);
  const isCurrent = contactPoint(field, to) === contactPoint(field, debtor);
  return {
    failed: [...failed, only(field, to)],
    dead: isCurrent && !dead.includes(channel) ? [...dead, channel] : dead,
  };
};

/** Whether a value that failed is told again: that revives nothing, whoever says it. */
export const hasFailed = ({ failed }: Pick<Reached, 'failed'>, field: ContactField, of: ContactData): boolean =>
  of[field] !== undefined && isAmong(field, of, failed);

/** What nobody has told yet of how the debtor is reached. */
export const newContacts = ({ told }: Pick<Reached, 'told'>, of: ContactData): ContactData => ({
  ...(isAmong('address', of, told) ? {} : only('address', of)),
  ...(isAmong('email', of, told) ? {} : only('email', of)),
  ...(isAmong('phone', of, told) ? {} : only('phone', of)),
});

/**
 * Whether what is told takes the place of what is known. The creditor's word gives way to what the debtor, a register, a tracing or the post has said since,
 * as long as that still leads to the debtor; and what the creditor repeats is not new.
 */
const counts = (akte: Reached, field: ContactField, { source, ...told }: Told): boolean => {
  if (told[field] === undefined || hasFailed(akte, field, told)) return false;
  if (source !== 'creditor') return true;
  const isLost = akte.dead.includes(CONTACT_CHANNELS[field]) || (field === 'address' && akte.tracing !== null);
  const known = akte.origins[field];
  return !isAmong(field, told, akte.told) && (isLost || known === undefined || known.source === 'creditor');
};

/** The creditor's other mailbox or number is kept beside the one that counts. */
const furtherOf = (akte: Reached, told: Told): Pick<Debtor, 'furtherEmails' | 'furtherPhones'> => {
  const isNew = (field: ContactField): boolean =>
    told[field] !== undefined && !isAmong(field, told, [...akte.told, ...akte.failed]);
  const { furtherEmails = [], furtherPhones = [] } = akte.debtor;
  return {
    ...(told.email !== undefined && isNew('email')
      ? { furtherEmails: [told.email, ...furtherEmails].slice(0, MOST_FURTHER) }
      : {}),
    ...(told.phone !== undefined && isNew('phone')
      ? { furtherPhones: [told.phone, ...furtherPhones].slice(0, MOST_FURTHER) }
      : {}),
  };
};

/** What is known of a debtor's whereabouts after somebody has told something. */
export const contactChanged = (akte: Reached, told: Told): Reached => {
  const taken = CONTACT_FIELDS.filter((field) => counts(akte, field, told));
  const [address, email, phone] = (['address', 'email', 'phone'] as const).map((field) => taken.includes(field));
  const beside = furtherOf(akte, {
    ...told,
    ...(email ? { email: undefined } : {}),
    ...(phone ? { phone: undefined } : {}),
  });
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
      ...(land ? { land } : {}),
    },
    origins: { ...akte.origins, ...Object.fromEntries(taken.map((field) => [field, origin])) },
    dead: akte.dead.filter((channel) => !taken.some((field) => CONTACT_CHANNELS[field] === channel)),
    failed: akte.failed,
    told: [...akte.told, { address: told.address, email: told.email, phone: told.phone }],
    tracing: address ? null : akte.tracing,
  };
};
