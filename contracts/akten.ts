import * as z from 'zod';
import { Actor } from '../domain/actor.ts';
import { Day, Instant } from '../domain/calendar.ts';
import { AkteId, ClaimId, PaymentId } from '../domain/ids.ts';
import { Fact } from '../domain/akte/facts.ts';
import { Cents } from '../domain/money.ts';
import type { SplitPart } from '../domain/split.ts';
import { AgreedPlan, Hold, Query } from './parts.ts';
import { MAY } from './may.ts';
import { get, getPage, listOf } from './route.ts';
import { Statement } from './statement.ts';

/** How a debtor is reached, and recognised. `address`: line by line; `iban`: masked. */
export const Contact = z.object({
  address: listOf(z.string()),
  email: z.string().nullable(),
  furtherEmails: listOf(z.string()),
  phone: z.string().nullable(),
  furtherPhones: listOf(z.string()),
  language: z.string(),
  iban: z.string().nullable(),
});

/** A claim as it stands. `wayOn`: what whoever reads can do about it; null: it is being done. */
export const ClaimStanding = z.object({
  claim: ClaimId,
  /** `MUS-4F7K-2QXR-F1`: what a hand-over calls it. */
  id: z.string(),
  invoiceNumber: z.string(),
  remark: z.string().nullable(),
  principalCents: Cents,
  openCents: Cents,
  /** The state it is in, by its German name, and why. */
  state: z.string(),
  why: z.string(),
  wayOn: z.string().nullable(),
});

/** A part as the API names it: `toPrincipal` is `principalCents`. */
type PartName<P extends SplitPart> = P extends `to${infer Name}` ? `${Uncapitalize<Name>}Cents` : `${P}Cents`;
/** What a payment went to. */
export const Split = z.object({
  principalCents: Cents,
  interestCents: Cents,
  ownCostsCents: Cents,
  feesCents: Cents,
  overpaidCents: Cents,
} satisfies Record<PartName<SplitPart>, typeof Cents>);
const money = {
  payment: PaymentId,
  amountCents: Cents,
  valueDate: Day,
  /** To whom it came. */
  via: z.enum(['agency', 'creditor']),
};
/** `byLaw`: as § 367 BGB shares it out towards the debtor; `byMandate`: towards the creditor. */
export const Payment = z.object({ ...money, byLaw: Split, byMandate: Split });
export const Reversal = z.object({ ...money, on: Day, reason: z.string() });

/**
 * Something that has happened. `words`: in German; null: nothing that anybody would read. `fact`: the fact itself; null
 * where it holds more than whoever reads may know.
 */
const Told = z.object({ kind: z.string(), words: z.string().nullable(), fact: Fact.nullable() });
/** What was written together. `by`: who did it; null where that is not for whoever reads. */
export const Act = z.object({ at: Instant, by: Actor.nullable(), facts: listOf(Told) });

export const Akte = z.object({
  akte: AkteId,
  customerNumber: z.string(),
  debtor: z.string(),
  contact: Contact,
  openCents: Cents,
  overpaidCents: Cents,
  refundedCents: Cents,
  waivedCents: Cents,
  closed: z.boolean(),
  holds: listOf(Hold),
  plan: AgreedPlan.nullable(),
  queries: listOf(Query),
  claims: listOf(ClaimStanding),
  /** The balance with its reasons, as a letter shows it. */
  positions: listOf(z.object({ label: z.string(), why: z.string(), amountCents: Cents })),
  /** All of it: what the positions are taken from. */
  statement: Statement,
  payments: listOf(Payment),
  reversals: listOf(Reversal),
  history: listOf(Act),
});

/** The Akten: a creditor's own, and one of them as our own people see it, or as its creditor does. */
export const akten = {
  /** By the day on which they were opened, the oldest first: what is new stands at the end. */
  list: getPage({ path: '/v1/akten', may: MAY.READS_OWN, lists: { akten: listOf(AkteId) } }),
  read: get({ path: '/v1/akten/{akte}', may: MAY.READS_CASES, reply: Akte }),
};
