import type { Debtor } from './parties.ts';

/**
 * What a debtor is reached by. Each can turn out wrong by itself: a moved house, a full mailbox, a number of others.
 */
export const CONTACT_FIELDS = ['address', 'email', 'phone'] as const satisfies readonly (keyof Debtor)[];
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type ContactData = Pick<Debtor, ContactField>;
