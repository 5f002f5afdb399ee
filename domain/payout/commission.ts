import * as z from 'zod';
import { Cents, ZERO, roundHalfUp, sum } from '../money.ts';
import type { Split } from '../split.ts';
import { COMMISSION_SHARES, Commission, type Creditor } from '../parties/parties.ts';

/**
 * What a mandate pays that states nothing of its own: Standard nothing (100 % payout), Komfort 4 % of what reached the
 * creditor, plus VAT.
 */
const USUAL: Readonly<Record<Creditor['module'], Commission>> = {
  standard: { percent: 0, of: [...COMMISSION_SHARES], directPayments: true },
  komfort: { percent: 4, of: [...COMMISSION_SHARES], directPayments: true },
};
/** The commission of a mandate as it stands. */
export const commissionOf = ({ module, commission }: Creditor): Commission => commission ?? USUAL[module];

/** What a commission looks at in a line of a payout. */
type Bearing = Pick<Split, 'toPrincipal' | 'toInterest' | 'toOwnCosts'> &
  Readonly<{ via: 'agency' | 'creditor'; commission?: Commission }>;

/** What of a payment a commission is reckoned on. */
const baseOf = (line: Bearing, { of, directPayments }: Commission): Cents => {
  if (line.via === 'creditor' && !directPayments) return ZERO;
  const shares = { principal: line.toPrincipal, interest: line.toInterest, ownCosts: line.toOwnCosts };
  return sum(of.map((share) => shares[share]));
};

/** One commission on the lines that bear it: base and net amount in cents. */
export const CommissionShare = z.strictObject({ percent: Commission.shape.percent, base: Cents, net: Cents });
export type CommissionShare = Readonly<z.infer<typeof CommissionShare>>;

const HUNDREDTHS = 100;
const netOf = (base: Cents, percent: number): Cents =>
  roundHalfUp(BigInt(base) * BigInt(Math.round(percent * HUNDREDTHS)), 100n * BigInt(HUNDREDTHS));

/**
 * The commissions on the lines of a month: the mandate's on what is paid out for the first time, and on what is moved
 * or taken back the one it was charged with, whatever the mandate says by now. The mandate's own comes first, also
 * where nothing bears it.
 */
export const commissionsOn = (lines: readonly Bearing[], creditor: Creditor): readonly CommissionShare[] => {
  const own = commissionOf(creditor);
  const groups = new Map<string, { commission: Commission; lines: Bearing[] }>([
    [JSON.stringify(own), { commission: own, lines: [] }],
  ]);
  for (const line of lines) {
    const commission = line.commission ?? own;
    const key = JSON.stringify(commission);
    const group = groups.get(key) ?? { commission, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ commission, lines: borne }) => {
    const base = sum(borne.map((line) => baseOf(line, commission)));
    return { percent: commission.percent, base, net: netOf(base, commission.percent) };
  });
};
