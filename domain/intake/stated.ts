import type { Day } from '../calendar.ts';
import { invoiceIdentity, type Claim } from '../akte/claim.ts';
import type { Cents } from '../money.ts';
import { textHash, valueHash } from './hash.ts';
import type { NewClaim } from './reading.ts';

/**
 * Everything of a claim that a row can state, always in the same shape. The kind and what only the mandate says do not
 * count.
 */
export type Stated = Readonly<{
  principal: Cents;
  ownCosts: Cents;
  invoiceDate: Day;
  dueOn: Day;
  subject: string | undefined;
  contractDate: Day | undefined;
  dunned: Claim['priorDunning']['kind'];
  dunnedOn: Day | undefined;
  dunnedPayBy: Day | undefined;
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
  dunnedPayBy: priorDunning.payBy,
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
  'dunnedPayBy',
  'remark',
  'attachment',
] as const satisfies readonly (keyof Stated)[];

/** What may be said of a contract later: a row that does not say it contradicts nothing. */
const LATER: ReadonlySet<keyof Stated> = new Set(['subject', 'contractDate']);

/**
 * A claim handed over again: `same` where everything that the row states is known and equal, `completing` where it says
 * what the claim has lacked of its contract and contradicts nothing, else `other`.
 */
export const comparedClaim = (known: NewClaim, given: NewClaim): 'same' | 'completing' | 'other' => {
  const before = statedOf(known);
  const now = statedOf(given);
  const isEqual = (field: keyof Stated): boolean =>
    before[field] === now[field] || (LATER.has(field) && (before[field] === undefined || now[field] === undefined));
  if (invoiceIdentity(known) !== invoiceIdentity(given) || !FIELDS.every(isEqual)) return 'other';
  return [...LATER].some((field) => before[field] === undefined && now[field] !== undefined) ? 'completing' : 'same';
};

const SEED = 0x5bd1e995;
/**
 * 32 bits of what a row states of whom, for comparing it with rows that are gone. One line a field: a loop over names
 * would cost a look-up each.
 */
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
  hash = valueHash(of.dunnedPayBy, hash);
  hash = valueHash(of.remark, hash);
  return valueHash(of.attachment, hash);
};
