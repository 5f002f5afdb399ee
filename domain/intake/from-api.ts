import * as z from 'zod';
import { Day, formatDay } from '../calendar.ts';
import { cents, formatDecimal } from '../money.ts';
import { KindOfClaim } from '../parties.ts';
import type { Cells } from './reading.ts';

const Text = z.string().max(500);
/** The body of `POST /v1/claims`: amounts in cents, days in ISO form. Unknown keys are refused, so that a slip does not pass unseen. */
export const ClaimBody = z.strictObject({
  customerNumber: Text, invoiceNumber: Text, invoiceDate: Day, dueDate: Day.optional(), amountCents: z.int().positive(), ownCostsCents: z.int().nonnegative().optional(), paidCents: z.int().nonnegative().optional(),
  company: Text.optional(), name: Text.optional(), firstName: Text.optional(), lastName: Text.optional(), salutation: z.enum(['Frau', 'Herr']).optional(), kind: z.enum(['privat', 'Firma']).optional(),
  street: Text.optional(), postalCode: Text.optional(), city: Text.optional(), email: Text.optional(), phone: Text.optional(),
  priorDunning: z.enum(['keine', 'Erinnerung', 'Mahnung']).optional(), priorDunningOn: Day.optional(), claimKind: KindOfClaim.optional(), subject: Text.optional(), contractDate: Day.optional(), remark: Text.optional(), currency: Text.optional(),
});
export type ClaimBody = z.infer<typeof ClaimBody>;

/** The same row a file would have held, so that the same rules judge both. */
export const cellsOf = ({ amountCents, ownCostsCents, paidCents, invoiceDate, dueDate, contractDate, priorDunningOn, ...same }: ClaimBody): Cells => {
  const amounts = Object.entries({ amount: amountCents, ownCosts: ownCostsCents, paid: paidCents }).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, formatDecimal(cents(value))]]));
  const days = { invoiceDate, dueDate, contractDate, priorDunningOn };
  const written = Object.fromEntries(Object.entries(days).flatMap(([name, on]) => (on ? [[name, formatDay(on)]] : [])));
  const given = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined));
  return { ...given, ...written, ...Object.fromEntries(amounts) };
};
