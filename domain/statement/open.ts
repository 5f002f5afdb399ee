import { isTrifle, type Account } from '../account/account.ts';
import type { Akte } from '../akte/akte.ts';
import { ZERO, formatEuro, plus, sum } from '../money.ts';
import { line, type StatementLine } from './lines.ts';
import { refundLine } from './payments.ts';

/** What is still open, by kind: the order in which a court and a bookkeeper ask for it. */
export const openLines = (account: Account): StatementLine[] => [
  line({
    id: 'open.principal',
    label: 'Hauptforderung',
    amount: sum(account.claims.map((c) => c.principal)),
    ground: 'Vertrag mit dem Gläubiger',
    why: 'Was von den Rechnungen selbst noch nicht bezahlt ist.',
  }),
  line({
    id: 'open.interest',
    label: 'Zinsen',
    amount: sum(account.claims.map((c) => c.interest)),
    ground: '§ 288 BGB',
    why: 'Entstandene Zinsen, die noch nicht bezahlt sind.',
  }),
  line({
    id: 'open.costs',
    label: 'Kosten des Gläubigers',
    amount: sum(account.claims.map((c) => c.costs)),
    ground: '§ 280, § 286, § 288 Abs. 5 BGB',
    why: 'Mahnkosten und Pauschalen, die noch nicht bezahlt sind.',
  }),
  line({
    id: 'open.fees',
    label: 'Inkassokosten',
    amount: plus(...account.matters.map((m) => m.openFee)),
    ground: '§ 13e RDG, § 280, § 286 BGB',
    why: 'Kosten unserer Beauftragung, die noch nicht bezahlt sind.',
  }),
  ...refundLine(account).map((l) => ({ ...l, id: 'open.refundedTooMuch' })),
];

/** What is left and not asked for any more: told, and still owed. */
export const trifleLines = (akte: Akte, account: Account): StatementLine[] =>
  account.matters
    .filter((m) => isTrifle(akte, account, m.matter))
    .map((m) =>
      line({
        id: `${m.matter}.trifle`,
        label: 'Kleinbetrag: wird nicht weiter verfolgt',
        amount: ZERO,
        ground: 'Auftrag des Gläubigers',
        why: `Was offen ist, liegt unter dem Mindestbetrag von ${formatEuro(akte.terms.leastAmount)}: Es bleibt geschuldet, wächst aber nicht mehr, und niemand wird deswegen angeschrieben, angerufen oder verklagt.`,
      }),
    );
