import * as z from 'zod';
import { formatDay } from '../calendar.ts';
import { GivenDay } from '../given-text.ts';
import { cents, formatDecimal } from '../money.ts';
import { KindOfClaim } from '../parties/kinds-of-claim.ts';
import type { Cells } from './reading.ts';

const Text = z.string().max(500);
/**
 * The body of `POST /v1/claims`: amounts in cents, days in ISO form. Unknown keys are refused, so that a slip does not
 * pass unseen.
 */
export const ClaimBody = z.strictObject({
  customerNumber: Text,
  invoiceNumber: Text,
  invoiceDate: GivenDay,
  dueDate: GivenDay.optional(),
  amountCents: z.int().positive(),
  ownCostsCents: z.int().nonnegative().optional(),
  paidCents: z.int().nonnegative().optional(),
  company: Text.optional(),
  name: Text.optional(),
  firstName: Text.optional(),
  lastName: Text.optional(),
  salutation: z.enum(['Frau', 'Herr']).optional(),
  kind: z.enum(['privat', 'Firma']).optional(),
  legalForm: Text.optional(),
  formerName: Text.optional(),
  birthDate: GivenDay.optional(),
  addressLine: Text.optional(),
  addressLine2: Text.optional(),
  careOf: Text.optional(),
  attention: Text.optional(),
  street: Text.optional(),
  houseNumber: Text.optional(),
  postalCode: Text.optional(),
  city: Text.optional(),
  country: Text.optional(),
  email: Text.optional(),
  email2: Text.optional(),
  phone: Text.optional(),
  phone2: Text.optional(),
  iban: Text.optional(),
  language: Text.optional(),
  priorDunning: z.enum(['keine', 'Erinnerung', 'Mahnung']).optional(),
  priorDunningOn: GivenDay.optional(),
  priorDunningPayBy: GivenDay.optional(),
  claimKind: KindOfClaim.optional(),
  subject: Text.optional(),
  contractDate: GivenDay.optional(),
  remark: Text.optional(),
  currency: Text.optional(),
  attachment: Text.optional(),
  disputed: z.boolean().optional(),
  insolvent: z.boolean().optional(),
});
export type ClaimBody = z.infer<typeof ClaimBody>;

const inGerman = (value: string | boolean): string => {
  if (typeof value === 'string') return value;
  return value ? 'ja' : 'nein';
};
const written = <T>(values: Readonly<Record<string, T | undefined>>, write: (value: T) => string): [string, string][] =>
  Object.entries(values).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, write(value)]],
  );
/** The same row a file would have held, so that the same rules judge both. */
export const cellsOf = ({
  amountCents,
  ownCostsCents,
  paidCents,
  invoiceDate,
  dueDate,
  contractDate,
  priorDunningOn,
  priorDunningPayBy,
  birthDate,
  ...same
}: ClaimBody): Cells =>
  Object.fromEntries([
    ...written(same, inGerman),
    ...written({ invoiceDate, dueDate, contractDate, priorDunningOn, priorDunningPayBy, birthDate }, formatDay),
    ...written({ amount: amountCents, ownCosts: ownCostsCents, paid: paidCents }, (of) => formatDecimal(cents(of))),
  ]);
