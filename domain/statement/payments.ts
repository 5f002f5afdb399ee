import type { Account } from '../account/account.ts';
import type { Akte, Payment } from '../akte/akte.ts';
import { formatDay, type Day } from '../calendar.ts';
import type { PaymentSplit, Portion } from '../account/payment-split.ts';
import type { Waived } from '../account/owed.ts';
import { keysOf } from '../keys-of.ts';
import { ZERO, formatEuro, minus, negative, plus } from '../money.ts';
import type { DebtPart } from '../split.ts';
import { below, line, type Depth, type StatementLine } from './lines.ts';

const PART = {
  toOwnCosts: 'Kosten des Gläubigers',
  toFees: 'Inkassokosten',
  toInterest: 'Zinsen',
  toPrincipal: 'Hauptforderung',
} as const satisfies Readonly<Record<DebtPart, string>>;

const VIA = { agency: 'bei uns', creditor: 'beim Gläubiger' } as const;

/** `isCredit`: a consumer's credit, where § 497(3) BGB turns the order round. */
const whyInThisOrder = (part: DebtPart, isCredit: boolean): string => {
  if (part === 'toPrincipal')
    return 'Das mindert die Hauptforderung; ab dem nächsten Tag laufen Zinsen nur noch auf das, was bleibt.';
  return isCredit
    ? 'Beim Verbraucherkredit kommen die Kosten zuerst, dann die Hauptforderung, zuletzt die Zinsen.'
    : 'Kosten kommen vor Zinsen, Zinsen vor der Hauptforderung.';
};

type Shown = Readonly<{ akte: Akte; payment: Payment; isCredit: boolean; ground: string }>;
/** Where a portion of a payment went: one line for each part of a claim. */
const portionLines = ({ akte, payment, isCredit, ground }: Shown, portion: Portion): StatementLine[] => {
  const invoice = akte.claims.find((c) => c.id === portion.claim)?.invoiceNumber ?? portion.claim;
  return keysOf(PART)
    .filter((part) => portion[part] > 0)
    .map((part) =>
      line({
        id: `payment.${payment.id}.${portion.claim}.${part}`,
        label: `auf ${PART[part]} (${part === 'toFees' ? 'Auftrag' : `Rechnung ${invoice}`})`,
        amount: negative(portion[part]),
        ground,
        why: whyInThisOrder(part, isCredit),
      }),
    );
};

const isCreditOf = (akte: Akte, { claim }: Portion): boolean =>
  akte.debtor.kind === 'private' && akte.claims.find((c) => c.id === claim)?.kind === 'credit';

const paymentLine = (akte: Akte, split: PaymentSplit, depth: Depth): StatementLine => {
  const { payment, outer, portions } = split;
  const isCredit = portions.some((p) => isCreditOf(akte, p));
  const ground = isCredit ? '§ 366, § 497 Abs. 3 BGB' : '§ 366, § 367 BGB';
  return line({
    id: `payment.${payment.id}`,
    label: `Zahlung vom ${formatDay(payment.valueDate)}`,
    amount: minus(outer.overpaid, payment.amount),
    ground,
    why: `${formatEuro(payment.amount)} ${VIA[payment.via]} eingegangen. ${split.ground}`,
    inputs: {
      Betrag: formatEuro(payment.amount),
      Wertstellung: formatDay(payment.valueDate),
      ...(outer.overpaid > 0 ? { 'zu viel gezahlt': formatEuro(outer.overpaid) } : {}),
    },
    lines: below(depth, () => portions.flatMap((p) => portionLines({ akte, payment, isCredit, ground }, p))),
  });
};

/**
 * How a payment was taken back, by whom it had come. What was booked to us may also have stood in the wrong Akte, so
 * that nothing is said of the bank. The reason is an internal note, perhaps about somebody else: it stays in the Akte.
 */
const TAKEN_BACK = {
  agency: { label: 'zurückgebucht', why: (on: string) => `Die Zahlung ist am ${on} zurückgebucht worden` },
  creditor: {
    label: 'Meldung zurückgenommen',
    why: (on: string) => `Der Gläubiger hat die Zahlung gemeldet und die Meldung am ${on} zurückgenommen`,
  },
} as const satisfies Record<Payment['via'], Readonly<{ label: string; why: (on: string) => string }>>;

const reversedLine = (p: Payment): StatementLine => {
  const on = formatDay(p.reversed?.on ?? p.valueDate);
  const { label, why } = TAKEN_BACK[p.via];
  const was = p.via === 'agency' ? 'eingegangen' : 'gemeldet';
  return line({
    id: `payment.${p.id}`,
    label: `Zahlung vom ${formatDay(p.valueDate)}, ${label}`,
    amount: ZERO,
    ground: '§ 362 BGB',
    why: `${why(on)}; die Forderung steht, als wäre nie gezahlt worden.`,
    lines: [
      line({
        id: `payment.${p.id}.received`,
        label: was,
        amount: negative(p.amount),
        ground: '§ 362 BGB',
        why: p.via === 'agency' ? `Gutschrift am ${formatDay(p.valueDate)}.` : 'Vom Gläubiger gemeldet.',
      }),
      line({
        id: `payment.${p.id}.reversed`,
        label,
        amount: p.amount,
        ground: '§ 362 BGB',
        why: `${p.via === 'agency' ? 'Rückbuchung' : 'Zurückgenommen'} am ${on}.`,
      }),
    ],
  });
};

/** What is not asked for any more, by kind. */
const WAIVED = { costs: 'Kosten des Gläubigers', interest: 'Zinsen', fees: 'Inkassokosten' } as const;
const WAIVED_KINDS = ['costs', 'interest', 'fees'] as const satisfies readonly (keyof typeof WAIVED)[];

/** Since when each kind is not: the interest may be waived after the costs. */
const waivedSince = ({ on, interestOn }: Waived, kind: (typeof WAIVED_KINDS)[number]): Day =>
  kind === 'interest' ? (interestOn ?? on) : on;

/** What is not asked for any more: a deduction, so that the lines still add up. */
const waivedLine = ({ waived }: Account): StatementLine[] => {
  if (!waived) return [];
  const amount = plus(waived.costs, waived.interest, waived.fees);
  if (amount <= 0) return [];
  const kinds = WAIVED_KINDS.filter((kind) => waived[kind] > 0);
  const days = [...new Set(kinds.map((kind) => waivedSince(waived, kind)))].sort();
  const since = (kind: (typeof kinds)[number]): string =>
    days.length === 1 ? '' : ` seit dem ${formatDay(waivedSince(waived, kind))}`;
  const lines = kinds.map((kind) =>
    line({
      id: `waived.${kind}`,
      label: WAIVED[kind],
      amount: negative(waived[kind]),
      ground: '§ 397 BGB',
      why: `Wird${since(kind)} nicht mehr verlangt.`,
    }),
  );
  return [
    line({
      id: 'waived',
      label: `Erlassen am ${days.map(formatDay).join(' und am ')}`,
      amount: negative(amount),
      ground: '§ 397 BGB',
      why: 'Das wird nicht mehr verlangt.',
      lines,
    }),
  ];
};

/** What went back of an overpayment: told, and no part of the balance, as the overpayment itself is none. */
const refundedLines = (akte: Akte, asOf: Day): StatementLine[] =>
  akte.refunds
    .filter((r) => r.on <= asOf)
    .map((r) =>
      line({
        id: `refund.${r.id}`,
        label: `Erstattung vom ${formatDay(r.on)}`,
        amount: ZERO,
        ground: '§ 812 BGB',
        why: `${formatEuro(r.amount)}, die zu viel gezahlt waren, haben wir zurückgezahlt.`,
        inputs: { Betrag: formatEuro(r.amount) },
      }),
    );

export const refundLine = (account: Account): StatementLine[] =>
  account.refundedTooMuch === ZERO
    ? []
    : [
        line({
          id: 'refundedTooMuch',
          label: 'Zu viel zurückgezahlt',
          amount: account.refundedTooMuch,
          ground: '§ 812 BGB',
          why: 'Wir hatten eine Überzahlung zurückgezahlt; danach hat die Bank die Zahlung dahinter zurückgebucht.',
        }),
      ];

type OfDay = Readonly<{ on: Day; line: StatementLine }>;
const byDay = (a: OfDay, b: OfDay): number => {
  if (a.on === b.on) return 0;
  return a.on < b.on ? -1 : 1;
};

/** All that makes the balance less, oldest first, and what was taken back or sent back of it. */
export const paymentLines = (akte: Akte, account: Account, depth: Depth): StatementLine[] => {
  const came = account.payments.map((p): OfDay => ({ on: p.payment.valueDate, line: paymentLine(akte, p, depth) }));
  const takenBack = account.reversed.map((p): OfDay => ({ on: p.valueDate, line: reversedLine(p) }));
  return [
    ...[...came, ...takenBack].sort(byDay).map((p) => p.line),
    ...waivedLine(account),
    ...refundedLines(akte, account.asOf),
    ...refundLine(account),
  ];
};
