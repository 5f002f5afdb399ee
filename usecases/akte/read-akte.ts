import { accountOf, type Account } from '../../domain/account/account.ts';
import type { Split } from '../../domain/split.ts';
import { generationOf, type Akte, type Payment } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import { historyTold, type Reader } from '../../domain/akte/told-to.ts';
import type { Step } from '../../domain/dunning/step.ts';
import { maskedIban } from '../../domain/intake/text.ts';
import { positionsOf } from '../../domain/letters/demand.ts';
import { cityLine } from '../../domain/parties/salutation.ts';
import { ZERO, plus } from '../../domain/money.ts';
import type { Debtor } from '../../domain/parties/parties.ts';
import { statementOf } from '../../domain/statement/statement.ts';
import { wayTold } from '../../domain/dunning/ways-on.ts';
import { holdsShown, planShown, queriesShown } from './akte-shown.ts';
import { decidingOn, type Deciding } from './next.ts';
import { statementShown } from './statement-shown.ts';

/** Everything that a list can say about reaching and recognising the debtor. */
const contactOf = ({ address, email, furtherEmails, phone, furtherPhones, language, iban }: Debtor) => ({
  address: address ? [...(address.extra ?? []), address.street, cityLine(address)] : [],
  email: email ?? null,
  furtherEmails: furtherEmails ?? [],
  phone: phone ?? null,
  furtherPhones: furtherPhones ?? [],
  language: language ?? 'de',
  iban: iban === undefined ? null : maskedIban(iban),
});

const claimsOf = (akte: Akte, account: Account, steps: ReadonlyMap<string, Step>, reader: Reader) =>
  account.claims.flatMap(({ claim, open }) => {
    const step = steps.get(claim.id);
    if (!step) return [];
    return [
      {
        claim: claim.id,
        id: `${akte.id}-${claim.id}`,
        invoiceNumber: claim.invoiceNumber,
        remark: claim.remark ?? null,
        principalCents: claim.principal,
        openCents: open,
        state: step.name,
        why: step.why,
        wayOn: wayTold(step.name, reader),
      },
    ];
  });

const splitShown = ({ toPrincipal, toInterest, toOwnCosts, toFees, overpaid }: Split) => ({
  principalCents: toPrincipal,
  interestCents: toInterest,
  ownCostsCents: toOwnCosts,
  feesCents: toFees,
  overpaidCents: overpaid,
});
const moneyOf = ({ id, amount, valueDate, via }: Payment) => ({ payment: id, amountCents: amount, valueDate, via });
/** What was paid, as law and mandate share it out. */
const paymentsOf = ({ payments }: Account) =>
  payments.map(({ payment, outer, inner }) => ({
    ...moneyOf(payment),
    byLaw: splitShown(outer),
    byMandate: splitShown(inner),
  }));
const reversalsOf = ({ reversed }: Account) =>
  reversed.flatMap((payment) => (payment.reversed ? [{ ...moneyOf(payment), ...payment.reversed }] : []));

const balanceOf = ({ total, overpaid, refunded, waived }: Account) => ({
  openCents: total,
  overpaidCents: overpaid,
  refundedCents: refunded,
  waivedCents: waived ? plus(waived.costs, waived.interest, waived.fees) : ZERO,
});

/**
 * The Akte as our own people see it, or as its creditor does: balance with reasons, payments in both allocations, and
 * what happened, as facts and in plain words.
 */
export const readAkte = (ports: Deciding) => async (id: AkteId, reader: Reader) => {
  const akte = await ports.akten.get(id);
  const account = accountOf(akte, ports.clock.today());
  const decided = decidingOn(ports, akte);
  const steps = new Map<string, Step>();
  for (const { id: claim } of akte.claims)
    steps.set(claim, (await decided({ claim, generation: generationOf(akte, claim) })).step);
  const plan = akte.plans.find((p) => p.ended === null)?.plan;
  return {
    akte: akte.id,
    customerNumber: akte.debtor.customerNumber,
    debtor: akte.debtor.name,
    contact: contactOf(akte.debtor),
    ...balanceOf(account),
    closed: akte.closed !== null,
    holds: holdsShown(akte, reader),
    plan: plan ? planShown(plan) : null,
    queries: queriesShown(akte),
    claims: claimsOf(akte, account, steps, reader),
    positions: positionsOf(akte, account).map(({ label, why, amount }) => ({ label, why, amountCents: amount })),
    statement: statementShown(akte, statementOf(akte, account)),
    payments: paymentsOf(account),
    reversals: reversalsOf(account),
    history: historyTold(await ports.akten.history(id), reader),
  };
};
