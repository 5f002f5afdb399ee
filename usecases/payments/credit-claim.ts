import { formatDay, isBefore, type Day } from '../../domain/calendar.ts';
import type { Akte, Credit } from '../../domain/akte/akte.ts';
import type { AkteId, ClaimId } from '../../domain/ids.ts';
import { leftToCredit } from '../../domain/account/credits.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { checkPrinted } from '../../domain/print/printed.ts';
import { formatEuro, type Cents } from '../../domain/money.ts';
import { changeAkte } from '../akte/change-akte.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Workflows } from '../ports/workflows.ts';

/** `id`: the number of the credit note, once in an Akte; `on`: its day. */
export type CreditNote = Readonly<{
  akte: AkteId;
  claim: ClaimId;
  id: string;
  amount: Cents;
  on: Day;
  reason: string;
  by: string;
}>;

const wrong = (code: string, field: string, message: string): Rejected =>
  new Rejected(code, `Feld „${field}“: ${message}`, { field });

const isSame = (a: Credit, b: Omit<CreditNote, 'akte'>): boolean =>
  a.claim === b.claim && a.amount === b.amount && a.on === b.on;

const refuseUnusable = (note: Omit<CreditNote, 'akte'>, today: Day): void => {
  checkPrinted('credit', note);
  if (note.amount <= 0) throw wrong('credit.amount', 'amountCents', 'Der Betrag muss größer als null sein.');
  if (isBefore(today, note.on))
    throw wrong('credit.future', 'on', `Der Tag der Gutschrift ${formatDay(note.on)} liegt in der Zukunft.`);
};

/**
 * Notes a credit note of the creditor: from then on it is as if less had been owed from the start, interest and fee
 * included (reading 16). The same note again changes nothing; another one under its number is refused, as is one that
 * is more than is left of its claim. The executions start anew: a claim that was credited in full is done.
 */
export const creditClaim =
  (ports: Readonly<{ akten: Akten; workflows: Workflows; clock: Clock }>) =>
  async ({ akte: id, ...note }: CreditNote): Promise<Akte> => {
    refuseUnusable(note, ports.clock.today());
    return changeAkte(ports, id, note.by, (akte) => {
      const claim = akte.claims.find((c) => c.id === note.claim);
      if (!claim) throw new NotFound(`Feld „claim“: In der Akte ${id} gibt es keine Forderung ${note.claim}.`);
      const known = akte.credits.find((c) => c.id === note.id);
      if (known && isSame(known, note)) return [];
      if (known)
        throw wrong(
          'credit.number-used',
          'id',
          `Die Gutschrift ${note.id} ist schon eingetragen: ${formatEuro(known.amount)} vom ${formatDay(known.on)} zu ${known.claim}. Für eine weitere bitte deren eigene Nummer angeben.`,
        );
      if (isBefore(note.on, claim.invoiceDate))
        throw wrong(
          'credit.before-invoice',
          'on',
          `Die Gutschrift vom ${formatDay(note.on)} liegt vor der Rechnung ${claim.invoiceNumber} vom ${formatDay(claim.invoiceDate)}.`,
        );
      const left = leftToCredit(akte, claim);
      if (note.amount > left)
        throw wrong(
          'credit.too-much',
          'amountCents',
          `Von Rechnung ${claim.invoiceNumber} können höchstens ${formatEuro(left)} gutgeschrieben werden, nicht ${formatEuro(note.amount)}.`,
        );
      return [{ kind: 'credited', ...note }];
    });
  };
