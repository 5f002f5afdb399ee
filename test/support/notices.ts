import { Month } from '../../domain/calendar.ts';
import { day } from '../../domain/calendar.ts';
import { MessageReference, PaymentId, PayoutId, type AkteId, type ClaimId, type MatterId } from '../../domain/ids.ts';
import type { Claim } from '../../domain/akte/claim.ts';
import type { Default } from '../../domain/account/default.ts';
import type { FeeFacts, NoticeFacts } from '../../domain/letters/compose.ts';
import { cents, Fine, sum, ZERO, type Cents } from '../../domain/money.ts';
import type { Position } from '../../domain/letters/notice.ts';
import type { Creditor, CreditorId, Debtor } from '../../domain/parties/parties.ts';
import type { Payout, PayoutLine, PayoutStatement } from '../../domain/payout/payout.ts';
import { rheinbogen } from '../../simulator/agency/people.ts';

export { rheinbogen };

export const musterladen: Creditor = {
  id: 'MUS' as CreditorId,
  name: 'Musterladen GmbH',
  address: { street: 'Lindenallee 12', postalCode: '40210', city: 'Düsseldorf', country: 'DE' },
  email: 'buchhaltung@musterladen.example.com',
  account: { holder: 'Musterladen GmbH', iban: 'DE02500105170137075030' },
  module: 'komfort',
  deductsInputTax: true,
  procedure: { id: 'standard', version: 1 },
  kindOfClaim: 'goods',
  claimsLumpSum: true,
  dayCount: 'act/act',
  contractDateIsInvoiceDate: false,
  invoicesAnnounceDefault: true,
  dueByContract: false,
  paymentTermDays: 14,
  priorDunning: 'none',
  handOverMode: 'good-rows',
  waivesCosts: false,
  simpleFeeWhilePlanKept: true,
  innerAllocation: 'creditor-first',
  leastAmount: cents(500),
};

export const erika: Debtor = {
  customerNumber: 'K-10017',
  kind: 'private',
  name: 'Erika Beispiel',
  salutation: 'Frau',
  lastName: 'Beispiel',
  address: { street: 'Rosenweg 8', postalCode: '44135', city: 'Dortmund', country: 'DE' },
  email: 'erika@example.org',
  land: 'NW',
};
export const werkstatt: Debtor = {
  customerNumber: 'K-20044',
  kind: 'business',
  name: 'Werkstatt Nordlicht OHG',
  address: { street: 'Hafenstraße 1', postalCode: '20457', city: 'Hamburg', country: 'DE' },
};

export const claim = (n: number, more: Partial<Claim> = {}): Claim => ({
  id: `F${n}` as ClaimId,
  matter: 'M1' as MatterId,
  invoiceNumber: `RE-2026-${String(n).padStart(4, '0')}`,
  invoiceDate: day('2026-01-12'),
  dueOn: day('2026-01-26'),
  principal: cents(12_990),
  ownCosts: ZERO,
  kind: 'goods',
  subject: 'Kaffeemaschine Modell Aroma 200',
  contractDate: day('2026-01-10'),
  dueByContract: false,
  announcesDefault: true,
  priorDunning: { kind: 'none' },
  ...more,
});

const POSITIONS: Position[] = [
  {
    label: 'Rechnung RE-2026-0001 vom 12.01.2026',
    why: 'Hauptforderung, fällig seit 26.01.2026: Kaffeemaschine Modell Aroma 200',
    amount: cents(12_990),
  },
  {
    label: 'Verzugszinsen',
    why: '§ 288 BGB, Rechnung RE-2026-0001: 6,27 % jährlich seit 26.02.2026',
    amount: cents(43),
  },
  { label: 'Inkassokosten', why: 'VV 2300 Anm. 2 RVG, VV 7002 RVG aus 129,90 €', amount: cents(3_090) },
];

/** A fee of 30,90 €: half a full fee on 129,90 €, with expenses and without VAT. */
export const aFee = (more: Partial<FeeFacts> = {}): FeeFacts => ({
  parts: [
    {
      invoiceNumbers: ['RE-2026-0001'],
      value: cents(12_990),
      rate: '0,5',
      fee: cents(25_75),
      orderedOn: day('2026-03-02'),
    },
  ],
  cap: null,
  fee: cents(25_75),
  expenses: cents(5_15),
  net: cents(30_90),
  vat: ZERO,
  credited: ZERO,
  total: cents(30_90),
  basis: 'Nr. 2300 VV RVG (0,5), § 13e Abs. 1 RDG, § 13 Abs. 1 RVG, Nr. 7002 VV RVG',
  freeBefore: [],
  ...more,
});

export const SINCE_FEBRUARY: Default = {
  since: day('2026-02-26'),
  ground:
    'Seit Fälligkeit und Zugang der Rechnung sind 30 Tage vergangen; darauf hat die Rechnung hingewiesen (§ 286 Abs. 3 BGB).',
};

/** The interest of 0,43 € that POSITIONS asks for. */
const INTEREST: NoticeFacts['interest'] = [
  {
    invoiceNumber: 'RE-2026-0001',
    margin: '5',
    law: '§ 288 Abs. 1 BGB',
    steps: [
      {
        principal: cents(12_990),
        rate: '6,27\u00a0%',
        from: day('2026-02-26'),
        to: day('2026-03-16'),
        fine: Fine.parse(42_39),
      },
    ],
    together: Fine.parse(42_39),
    total: cents(43),
  },
];

/** Everything a message claims has been claimed before. */
export const ALL_TOLD = { interest: false, costs: false };

/**
 * The first Mahnung to a private person, with interest and fees; every part can be replaced. The total follows the
 * positions.
 */
export const facts = (more: Partial<NoticeFacts> = {}): NoticeFacts => {
  const positions = more.positions ?? POSITIONS;
  const { stage = 1, lastStage = 3 } = more;
  return {
    agency: rheinbogen,
    creditor: musterladen,
    debtor: erika,
    akte: 'MUS-4F7K-2QXR' as AkteId,
    reference: MessageReference.parse('MUS-4F7K-2QXR-M1-1-letter'),
    paymentReference: 'RF80MUS4F7K2QXR',
    date: day('2026-03-16'),
    payBy: day('2026-03-24'),
    stage,
    lastStage,
    announces: stage > 0 && stage >= lastStage ? ['court'] : [],
    title: '1. Mahnung',
    claims: [claim(1)],
    interest: INTEREST,
    fees: [aFee()],
    planFees: [],
    rises: [],
    grows: { interest: true, costs: true },
    risen: null,
    alsoSent: null,
    untold: { interest: (more.interest ?? [0]).length > 0, costs: (more.fees ?? [0]).length > 0 },
    defaults: (more.claims ?? [claim(1)]).map((c) => ({ invoiceNumber: c.invoiceNumber, default: SINCE_FEBRUARY })),
    address: { source: 'creditor', isNew: false },
    reversals: [],
    newcomers: [],
    first: true,
    introduces: more.first ?? true,
    dunnedBefore: [],
    enclosures: [],
    ownText: null,
    ...more,
    positions,
    total: sum(positions.map((p) => p.amount)),
  };
};

export const payoutLine = (n: number, more: Partial<PayoutLine> = {}): PayoutLine => ({
  akte: 'MUS-4F7K-2QXR' as AkteId,
  customerNumber: `K-${10_000 + n}`,
  debtorName: 'Erika Beispiel',
  invoiceNumbers: [`RE-2026-${String(n).padStart(4, '0')}`],
  paymentId: PaymentId.parse(`Z${n}`),
  valueDate: day('2026-03-10'),
  bookedOn: day('2026-03-11'),
  via: 'agency',
  received: cents(16_123),
  toPrincipal: cents(12_990),
  toInterest: cents(43),
  toOwnCosts: ZERO,
  toFees: cents(3_090),
  feesVat: ZERO,
  feesVatPercent: 19,
  overpaid: ZERO,
  ...more,
});

/** The sums of lines: Komfort, 4 %, the creditor deducts input tax. */
const sumsOf = (lines: readonly PayoutLine[]) => {
  const add = (of: (l: PayoutLine) => number, via?: PayoutLine['via']): number =>
    lines.filter((l) => !via || l.via === via).reduce((t, l) => t + of(l), 0);
  const share = (l: PayoutLine): number => l.toPrincipal + l.toInterest + l.toOwnCosts;
  const base = add(share);
  const net = Math.round(base * 0.04);
  const fees = add((l) => l.toFees);
  return {
    received: add((l) => l.received, 'agency'),
    receivedByCreditor: add((l) => l.received, 'creditor'),
    creditorShare: add(share, 'agency'),
    agencyFees: add((l) => l.toFees, 'agency'),
    overpaid: add((l) => l.overpaid, 'agency'),
    base,
    net,
    vat: Math.round(net * 0.19),
    fees,
    feesVat: Math.round(fees * 0.19),
    held: add((l) => l.toFees, 'creditor'),
  };
};
const totalsOf = (of: ReturnType<typeof sumsOf>, carriedIn: Cents): Payout['totals'] => {
  const balance = of.creditorShare - of.net - of.vat - of.feesVat - of.held - carriedIn;
  return {
    received: cents(of.received),
    receivedByCreditor: cents(of.receivedByCreditor),
    creditorShare: cents(of.creditorShare),
    agencyFees: cents(of.agencyFees),
    overpaid: cents(of.overpaid),
    commissionBase: cents(of.base),
    commissionNet: cents(of.net),
    commissionVat: cents(of.vat),
    feesVatInvoiced: cents(of.feesVat),
    feesHeldByCreditor: cents(of.held),
    carriedIn,
    payout: cents(Math.max(0, balance)),
    carriedOut: cents(Math.max(0, -balance)),
  };
};
const STATISTICS: Payout['statistics'] = {
  claims: 240,
  principal: cents(3_118_000),
  received: cents(1_204_512),
  receivedByCreditor: cents(98_000),
  settledAkten: 87,
  touchedAkten: 212,
};

/** A statement whose sums follow its lines. */
export const statement = (lines: readonly PayoutLine[], carriedIn = ZERO): PayoutStatement => {
  const sums = sumsOf(lines);
  const payout: Payout = {
    id: PayoutId.parse('MW-2026-03-MUS'),
    creditorId: musterladen.id,
    month: Month.parse('2026-03'),
    statedOn: day('2026-04-01'),
    commissionPercent: 4,
    commission: { percent: 4, of: ['principal', 'interest', 'ownCosts'], directPayments: true },
    commissions: [{ percent: 4, base: cents(sums.base), net: cents(sums.net) }],
    commissionVatPercent: 19,
    lines,
    account: musterladen.account,
    fees: [{ vatPercent: 19, net: cents(sums.fees), vatPaid: ZERO, vatInvoiced: cents(sums.feesVat) }],
    totals: totalsOf(sums, carriedIn),
    statistics: STATISTICS,
  };
  return { payout, creditor: musterladen, agency: rheinbogen };
};
