import { accountOf, type Account } from '../../domain/account/account.ts';
import { generationOf, type Akte } from '../../domain/akte/akte.ts';
import type { Day } from '../../domain/calendar.ts';
import type { AkteId } from '../../domain/ids.ts';
import { HOLDS } from '../../domain/procedure/holds.ts';
import { discreet, factInWords, reasonForCreditor } from '../../domain/akte/history.ts';
import { maskedIban } from '../../domain/intake/text.ts';
import { positionsOf } from '../../domain/letters/demand.ts';
import { cityLine } from '../../domain/parties/salutation.ts';
import { plus } from '../../domain/money.ts';
import type { Debtor } from '../../domain/parties/parties.ts';
import { statementOf } from '../../domain/statement/statement.ts';
import { wayOn } from '../../domain/dunning/ways-on.ts';
import type { Step } from '../../domain/dunning/step.ts';
import { decidingOn, type Deciding } from './next.ts';

/** Everything that a list can say about reaching and recognising the debtor. */
const contactOf = ({ address, email, furtherEmails, phone, furtherPhones, language, iban }: Debtor) => ({
  anschrift: address ? [...(address.extra ?? []), address.street, cityLine(address)] : [],
  email: email ?? null,
  weitereEmails: furtherEmails ?? [],
  telefon: phone ?? null,
  weitereTelefone: furtherPhones ?? [],
  sprache: language ?? 'de',
  iban: iban === undefined ? null : maskedIban(iban),
});

/** What comes next for a claim, and the way on for whoever reads. */
type Shown = Readonly<{ step: string; way: string | null }>;
const waysShown = (state: Step['name'], forCreditor: boolean): string | null => {
  const way = wayOn(state);
  return way && (forCreditor ? way.creditor : way.todo);
};

/** What was paid, as law and mandate share it out. */
const paymentsShown = ({ payments }: Account) =>
  payments.map(({ payment, outer, inner }) => ({
    id: payment.id,
    cents: payment.amount,
    wertstellung: payment.valueDate,
    ueber: payment.via,
    nach367: outer,
    fuerGlaeubiger: inner,
  }));

const reversalsShown = ({ reversed }: Account) =>
  reversed.map((p) => ({
    id: p.id,
    cents: p.amount,
    wertstellung: p.valueDate,
    ueber: p.via,
    am: p.reversed?.on,
    grund: p.reversed?.reason,
  }));

const view = (akte: Akte, account: Account, steps: Readonly<Record<string, Shown>>, forCreditor: boolean) => ({
  aktenzeichen: akte.id,
  kundennummer: akte.debtor.customerNumber,
  schuldner: akte.debtor.name,
  kontakt: contactOf(akte.debtor),
  offenCents: account.total,
  ueberzahltCents: account.overpaid,
  erstattetCents: account.refunded,
  geschlossen: akte.closed !== null,
  ruht: akte.holds.map((h) => `${HOLDS[h.ground].state}: ${forCreditor ? reasonForCreditor(h) : h.reason}`),
  ratenplan: akte.plans.find((p) => p.ended === null)?.plan ?? null,
  rueckfragen: akte.queries,
  erlassenCents: account.waived ? plus(account.waived.costs, account.waived.interest, account.waived.fees) : 0,
  forderungen: account.claims.map((c) => ({
    id: `${akte.id}-${c.claim.id}`,
    rechnung: c.claim.invoiceNumber,
    bemerkung: c.claim.remark ?? null,
    hauptforderungCents: c.claim.principal,
    offenCents: c.open,
    naechsterSchritt: steps[c.claim.id]?.step ?? '',
    /** What whoever reads can do about it; null: it is being done. */
    wegWeiter: steps[c.claim.id]?.way ?? null,
  })),
  positionen: positionsOf(akte, account).map((p) => ({ bezeichnung: p.label, grund: p.why, cents: p.amount })),
  /** The whole statement, amounts in cents: what the positions are taken from. */
  aufstellung: statementOf(akte, account),
  zahlungen: paymentsShown(account),
  zurueckgebucht: reversalsShown(account),
});

/**
 * The Akte as our own people see it, or as its creditor does: balance with reasons, payments in both allocations, and
 * what happened in plain words.
 */
export const readAkte =
  (ports: Deciding) =>
  async (id: AkteId, { forCreditor }: Readonly<{ forCreditor: boolean }>) => {
    const akte = await ports.akten.get(id);
    const today: Day = ports.clock.today();
    const steps: Record<string, Shown> = {};
    const decided = decidingOn(ports, akte);
    for (const { id: claim } of akte.claims) {
      const { step } = await decided({ claim, generation: generationOf(akte, claim) });
      steps[claim] = { step: `${step.name}: ${step.why}`, way: waysShown(step.name, forCreditor) };
    }
    const verlauf = (await ports.akten.history(id)).flatMap((act) =>
      act.facts.flatMap((fact) => {
        const words = factInWords(forCreditor ? discreet(fact) : fact);
        return words ? [words] : [];
      }),
    );
    return { ...view(akte, accountOf(akte, today), steps, forCreditor), verlauf };
  };
