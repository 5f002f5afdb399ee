import type { Akte } from '../akte/akte.ts';
import type { AllocationRule } from './allocation.ts';
import type { Day } from '../calendar.ts';
import type { Claim } from '../akte/claim.ts';
import { inForce, type Dated } from '../law/dated.ts';
import { BUSINESS_MARGIN, CONSUMER_MARGIN, CONTINUING_CONTRACTS, LUMP_SUM } from '../law/figures.ts';
import type { Cents } from '../money.ts';

const CONTINUING = ['utilities', 'rent'];

/**
 * The day whose law governs a claim: that of its contract, as far as known; of a continuing contract the one of the
 * invoice where the law says so (Art. 229 § 34 sentence 2 EGBGB).
 */
export const arisenOn = (claim: Claim): Day =>
  CONTINUING.includes(claim.kind) && inForce(CONTINUING_CONTRACTS, claim.invoiceDate).value
    ? claim.invoiceDate
    : (claim.contractDate ?? claim.invoiceDate);

/**
 * § 288(2), (5) BGB reach payment claims for a performance, with no consumer on either side; to repay a loan is not
 * such a claim.
 */
const isCommercial = (akte: Akte, claim: Claim): boolean => akte.debtor.kind === 'business' && claim.kind !== 'credit';

/** Percentage points above the base rate that this claim bears in default, with the law they come from. */
export const marginRow = (akte: Akte, claim: Claim): Dated<number> =>
  inForce(isCommercial(akte, claim) ? BUSINESS_MARGIN : CONSUMER_MARGIN, arisenOn(claim));

/** § 288(5) BGB: what one claim in default adds as a lump sum; zero where the law or the mandate knows none. */
export const lumpSumRow = (akte: Akte, claim: Claim): Dated<Cents> | null =>
  akte.terms.lumpSum && isCommercial(akte, claim) ? inForce(LUMP_SUM, arisenOn(claim)) : null;

/** § 497(3) BGB for consumer credit, § 367(1) BGB for everything else. */
export const allocationRuleOf = (akte: Akte, claim: Claim): AllocationRule =>
  claim.kind === 'credit' && akte.debtor.kind === 'private' ? '497' : '367';
