import type { Day } from '../calendar.ts';
import { normaliseInvoiceNumber, type Claim } from '../claim.ts';
import type { Cents } from '../money.ts';
import { textHash, valueHash } from './hash.ts';
import type { NewClaim } from './reading.ts';

/** Everything of a claim that a row can state, always in the same shape. The kind and what only the mandate says do not count. */
export type Stated = Readonly<{
  principal: Cents;
  ownCosts: Cents;
  invoiceDate: Day;
  dueOn: Day;
  subject: string | undefined;
  contractDate: Day | undefined;
  dunned: Claim['priorDunning']['kind'];
  dunnedOn: Day | undefined;
  remark: string | undefined;
  attachment: string | undefined;
}>;

const statedOf = ({
  principal,
  ownCosts,
  invoiceDate,
  dueOn,
  subject,
  contractDate,
  priorDunning,
  remark,
  attachment,
}: NewClaim): Stated => ({
  principal,
  ownCosts,
  invoiceDate,
  dueOn,
  subject,
  contractDate,
  dunned: priorDunning.kind,
  dunnedOn: priorDunning.on,
  remark,
  attachment,
});
const FIELDS = [
  'principal',
  'ownCosts',
  'invoiceDate',
  'dueOn',
  'subject',
  'contractDate',
  'dunned',
  'dunnedOn',
  'remark',
  'attachment',
] as const satisfies readonly (keyof Stated)[];

/** The same claim handed over again: everything a row can state is equal. */
export const sameClaim = (a: NewClaim, b: NewClaim): boolean => {
  const [known, given] = [statedOf(a), statedOf(b)];
  return (
    normaliseInvoiceNumber(a.invoiceNumber) === normaliseInvoiceNumber(b.invoiceNumber) &&
    FIELDS.every((field) => known[field] === given[field])
  );
};

const SEED = 0x5bd1e995;
/** 32 bits of what a row states of whom, for comparing it with rows that are gone. One line a field: a loop over names would cost a look-up each. */
export const contentHash = (customerNumber: string, of: Stated): number => {
  let hash = textHash(customerNumber, SEED);
  hash = valueHash(of.principal, hash);
  hash = valueHash(of.ownCosts, hash);
  hash = textHash(of.invoiceDate, hash);
  hash = textHash(of.dueOn, hash);
  hash = valueHash(of.subject, hash);
  hash = valueHash(of.contractDate, hash);
  hash = textHash(of.dunned, hash);
  hash = valueHash(of.dunnedOn, hash);
  hash = valueHash(of.remark, hash);
  return valueHash(of.attachment, hash);
};
