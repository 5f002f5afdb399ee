import * as z from 'zod';
import { accountOf } from '../domain/account.ts';
import type { Akte } from '../domain/akte.ts';
import { fold } from '../domain/fold.ts';
import { Day, Land, formatDay, latest } from '../domain/calendar.ts';
import { AkteId, ClaimId, MatterId, PriorDunning, type Claim } from '../domain/claim.ts';
import { Channel, type Fact } from '../domain/facts.ts';
import { Rejected } from '../domain/faults.ts';
import { nextWorkingDay } from '../domain/deadlines.ts';
import { inForce } from '../domain/law/dated.ts';
import { RVG } from '../domain/law/fee-tables.ts';
import { ZERO, cents, formatEuro, minus, sum, type Cents } from '../domain/money.ts';
import { DayCount, INNER_ALLOCATIONS, KindOfClaim } from '../domain/parties.ts';
import { placeIn } from '../domain/place.ts';
import { statementOf, type Statement } from '../domain/statement.ts';

const Euros = z
  .string('ein Betrag in Anführungszeichen wie "1234.56"')
  .regex(/^\d{1,11}(\.\d{1,2})?$/, 'ein Betrag wie "1234.56", nicht negativ, höchstens zwei Nachkommastellen')
  .transform((t): Cents => {
    const [whole = '', fraction = ''] = t.split('.');
    return Number(`${whole}${fraction.padEnd(2, '0')}`) as Cents;
  });
const Positive = Euros.refine((a) => a > 0, 'ein Betrag größer als null');
const Date = z
  .string('ein Tag wie "2026-03-31"')
  .refine((t) => Day.safeParse(t).success, 'ein Tag, den es gibt, wie "2026-03-31"')
  .transform((t) => Day.parse(t));
const Text = z.string('ein Text').trim().min(1, 'ein Text, nicht leer').max(200, 'höchstens 200 Zeichen');
const Flag = z.boolean('true oder false');
const oneOf = <const T extends readonly [string, ...string[]]>(values: T): z.ZodEnum<{ [K in T[number]]: K }> =>
  z.enum(values, `eines von ${values.join(', ')}`);

/**
 * An Akte as a person writes it: facts only, amounts as decimal strings, days as ISO dates (docs/law.md, "The statement
 * file").
 */
export const StatementFile = z.strictObject(
  {
    akte: Text.optional(),
    debtor: z.strictObject(
      {
        name: Text,
        kind: oneOf(['private', 'business']).default('private'),
        land: z.enum(Land.options, `ein Land wie NW: ${Land.options.join(', ')}`).optional(),
      },
      'ein Objekt mit name',
    ),
    creditor: z
      .strictObject(
        {
          name: Text.optional(),
          deductsInputTax: Flag.default(true),
          claimsLumpSum: Flag.default(true),
          dayCount: z.enum(DayCount.options, 'act/act oder act/365').default('act/act'),
          waivesCosts: Flag.default(false),
          simpleFeeWhilePlanKept: Flag.default(true),
          innerAllocation: oneOf(INNER_ALLOCATIONS).default('creditor-first'),
          leastAmount: Euros.default(cents(500)),
        },
        'ein Objekt',
      )
      .prefault({}),
    orderedOn: Date,
    claims: z
      .array(
        z.strictObject(
          {
            id: z
              .string('F1, F2 …')
              .regex(/^F[1-9]\d{0,4}$/, 'eine Kennung wie "F1"')
              .optional(),
            invoiceNumber: Text,
            invoiceDate: Date,
            dueOn: Date,
            principal: Positive,
            ownCosts: Euros.default(ZERO),
            orderedOn: Date.optional(),
            kind: z.enum(KindOfClaim.options, `eines von ${KindOfClaim.options.join(', ')}`).default('goods'),
            subject: Text.optional(),
            contractDate: Date.optional(),
            dueByContract: Flag.default(false),
            announcesDefault: Flag.default(false),
            priorDunning: z
              .strictObject(
                { kind: oneOf(['none', 'reminder', 'mahnung']), on: Date.optional(), payBy: Date.optional() },
                'ein Objekt mit kind',
              )
              .refine(({ on, payBy }) => payBy === undefined || (on !== undefined && payBy >= on), {
                error: 'ein Tag, nicht vor dem der Mahnung (on), der dabeistehen muss',
                path: ['payBy'],
              })
              .default({ kind: 'none' }),
          },
          'ein Objekt mit einer Forderung',
        ),
        'eine Liste von Forderungen',
      )
      .min(1, 'mindestens eine Forderung')
      .max(1_000, 'höchstens 1000 Forderungen'),
    demands: z
      .array(
        z
          .strictObject(
            {
              on: Date,
              channel: z.enum(Channel.options, 'email, sms oder letter').default('letter'),
              collectionFee: Flag.default(false),
              total: Euros.optional(),
              payBy: Date.optional(),
              orderedOn: Date.optional(),
            },
            'ein Objekt mit einer Aufforderung',
          )
          .refine((d) => (d.total === undefined) === (d.payBy === undefined), {
            error: 'total und payBy nur zusammen: was verlangt wurde und bis wann',
            path: ['payBy'],
          })
          .refine((d) => d.payBy === undefined || d.payBy >= d.on, {
            error: 'ein Tag, nicht vor der Aufforderung',
            path: ['payBy'],
          }),
        'eine Liste von Aufforderungen',
      )
      .default([]),
    payments: z
      .array(
        z.strictObject(
          {
            id: Text.optional(),
            amount: Positive,
            valueDate: Date,
            via: oneOf(['agency', 'creditor']).default('agency'),
            claim: Text.optional(),
          },
          'ein Objekt mit einer Zahlung',
        ),
        'eine Liste von Zahlungen',
      )
      .max(10_000, 'höchstens 10000 Zahlungen')
      .default([]),
    credits: z
      .array(
        z.strictObject(
          {
            id: Text.optional(),
            amount: Positive,
            on: Date,
            claim: Text.optional(),
            reason: Text.default('Gutschrift des Gläubigers'),
          },
          'ein Objekt mit einer Gutschrift',
        ),
        'eine Liste von Gutschriften',
      )
      .max(10_000, 'höchstens 10000 Gutschriften')
      .default([]),
    reversals: z
      .array(
        z.strictObject(
          { payment: Text, on: Date, reason: Text.default('Rückbuchung') },
          'ein Objekt mit einer Rückbuchung',
        ),
        'eine Liste von Rückbuchungen',
      )
      .default([]),
    refunds: z
      .array(
        z.strictObject({ amount: Positive, on: Date }, 'ein Objekt mit einer Erstattung'),
        'eine Liste von Erstattungen',
      )
      .default([]),
  },
  'ein JSON-Objekt mit einer Akte',
);
export type StatementFile = z.output<typeof StatementFile>;

const KEYS = (shape: z.ZodType, path: readonly PropertyKey[]): string => {
  let at: unknown = shape;
  for (const step of path) {
    while (at instanceof z.ZodDefault || at instanceof z.ZodOptional || at instanceof z.ZodPrefault) at = at.unwrap();
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject) at = at.shape[String(step)] as unknown;
  }
  while (at instanceof z.ZodDefault || at instanceof z.ZodOptional || at instanceof z.ZodPrefault) at = at.unwrap();
  return at instanceof z.ZodObject ? Object.keys(at.shape).join(', ') : '';
};
const field = (path: readonly PropertyKey[]): string =>
  path.map((p, i) => (typeof p === 'number' ? `[${p}]` : `${i > 0 ? '.' : ''}${String(p)}`)).join('');
const fault = (code: string, at: string, message: string): Rejected =>
  new Rejected(code, `Feld „${at}“: ${message}`, { field: at });

/** Reads an Akte from JSON; the first thing wrong is a Rejected that names the field and what belongs there. */
export const readStatementFile = (json: unknown): StatementFile => {
  const read = StatementFile.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (!issue) throw read.error;
  if (issue.code === 'unrecognized_keys') {
    const at = field([...issue.path, issue.keys[0] ?? '']);
    throw fault(
      'statement.unknown-key',
      at,
      `Diesen Schlüssel gibt es nicht. Erlaubt sind hier: ${KEYS(StatementFile, issue.path)}.`,
    );
  }
  const missing =
    issue.code === 'invalid_type' &&
    issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], json) ===
      undefined;
  throw fault(
    missing ? 'statement.missing' : 'statement.invalid',
    field(issue.path) || '(Datei)',
    missing ? `fehlt; erwartet wird ${issue.message}.` : `erwartet wird ${issue.message}.`,
  );
};

type Credited = Extract<Fact, { kind: 'credited' }>;
type Invoiced = Pick<Claim, 'id' | 'invoiceNumber' | 'invoiceDate' | 'principal'>;

/** The claim that a credit note is for; where there is only one it need not be named. */
const creditedClaim = (named: string | undefined, at: string, claims: readonly Invoiced[]): Invoiced => {
  const claim = named === undefined && claims.length === 1 ? claims[0] : claims.find((c) => c.id === named);
  if (claim) return claim;
  throw fault(
    'credit.claim',
    `${at}.claim`,
    named === undefined
      ? `fehlt; bei mehreren Forderungen gehört die Gutschrift zu einer von ihnen: ${claims.map((c) => c.id).join(', ')}.`
      : `Eine Forderung ${named} gibt es in dieser Datei nicht.`,
  );
};

/**
 * The credit notes of the file. Refuses one before its invoice, a number that is taken, and more than is left of the
 * claim.
 */
const creditsIn = ({ credits }: StatementFile, claims: readonly Invoiced[]): readonly Credited[] => {
  const facts: Credited[] = [];
  for (const [i, { id = `G${i + 1}`, amount, on, claim: named, reason }] of credits.entries()) {
    const at = `credits[${i}]`;
    const claim = creditedClaim(named, at, claims);
    if (facts.some((f) => f.id === id))
      throw fault('credit.twice', `${at}.id`, `Die Kennung ${id} ist schon vergeben.`);
    if (on < claim.invoiceDate)
      throw fault(
        'credit.before-invoice',
        `${at}.on`,
        `Die Gutschrift vom ${formatDay(on)} liegt vor der Rechnung ${claim.invoiceNumber} (${formatDay(claim.invoiceDate)}).`,
      );
    const left = minus(claim.principal, sum(facts.filter((f) => f.claim === claim.id).map((f) => f.amount)));
    if (amount > left)
      throw fault(
        'credit.too-much',
        `${at}.amount`,
        `Von Rechnung ${claim.invoiceNumber} können höchstens ${formatEuro(left)} gutgeschrieben werden.`,
      );
    facts.push({ kind: 'credited', id, claim: claim.id, amount, on, by: 'Datei', reason });
  }
  return facts;
};

/**
 * The facts of the file as an Akte. Refuses what cannot have happened: a payment before its claim, a reversal of a
 * payment that is not there.
 */
export const akteOf = (file: StatementFile): Akte => {
  const id = AkteId.safeParse(file.akte ?? 'MUS-0000-0000');
  if (!id.success) throw fault('statement.invalid', 'akte', 'erwartet wird ein Aktenzeichen wie "MUS-4F7K-2QXR".');
  const orders = [...new Set(file.claims.map((c) => c.orderedOn ?? file.orderedOn))].sort();
  const matterOf = (on: Day): MatterId => MatterId.parse(`M${orders.indexOf(on) + 1}`);
  const claims = file.claims.map((c, i) => {
    const { orderedOn = file.orderedOn, subject, contractDate, priorDunning, ...rest } = c;
    if (c.dueOn < c.invoiceDate)
      throw fault(
        'claim.due-before-invoice',
        `claims[${i}].dueOn`,
        `Die Fälligkeit (${formatDay(c.dueOn)}) liegt vor dem Rechnungsdatum (${formatDay(c.invoiceDate)}).`,
      );
    if (orderedOn < c.invoiceDate)
      throw fault(
        'claim.ordered-before-invoice',
        `claims[${i}].${c.orderedOn ? 'orderedOn' : 'invoiceDate'}`,
        `Die Übergabe (${formatDay(orderedOn)}) liegt vor dem Rechnungsdatum (${formatDay(c.invoiceDate)}).`,
      );
    return {
      orderedOn,
      claim: {
        ...rest,
        id: ClaimId.parse(c.id ?? `F${i + 1}`),
        matter: matterOf(orderedOn),
        ...(subject ? { subject } : {}),
        ...(contractDate ? { contractDate } : {}),
        priorDunning: PriorDunning.parse(priorDunning),
      },
    };
  });
  const twice = claims.findIndex((c, i) => claims.findIndex((d) => d.claim.id === c.claim.id) !== i);
  if (twice >= 0)
    throw fault(
      'claim.twice',
      `claims[${twice}].id`,
      `Die Kennung ${claims[twice]?.claim.id ?? ''} ist schon vergeben.`,
    );
  const oldest = claims.reduce<Day>(
    (d, c) => (c.claim.invoiceDate < d ? c.claim.invoiceDate : d),
    file.claims[0]?.invoiceDate ?? file.orderedOn,
  );
  const facts: Fact[] = [
    {
      kind: 'opened',
      debtor: {
        customerNumber: '–',
        name: file.debtor.name,
        kind: file.debtor.kind,
        ...(file.debtor.land ? { land: file.debtor.land } : {}),
      },
      terms: {
        deductsInputTax: file.creditor.deductsInputTax,
        lumpSum: file.creditor.claimsLumpSum,
        dayCount: file.creditor.dayCount,
        waivesCosts: file.creditor.waivesCosts,
        simpleFeeWhilePlanKept: file.creditor.simpleFeeWhilePlanKept,
        innerAllocation: file.creditor.innerAllocation,
        leastAmount: file.creditor.leastAmount,
      },
    },
  ];
  for (const on of orders)
    facts.push({
      kind: 'handedOver',
      handOver: 'Datei',
      on,
      matter: matterOf(on),
      procedure: { id: 'standard', version: 1 },
      claims: claims.filter((c) => c.orderedOn === on).map((c) => c.claim),
    });
  file.demands.forEach((d, i) => {
    if (d.orderedOn && !orders.includes(d.orderedOn))
      throw fault('demand.order', `demands[${i}].orderedOn`, `Am ${formatDay(d.orderedOn)} wurde nichts übergeben.`);
    // What was handed over later cannot have been demanded yet.
    const matters = orders.filter((on) => on <= d.on && (d.orderedOn === undefined || d.orderedOn === on));
    if (matters.length === 0)
      throw fault(
        'demand.before-order',
        `demands[${i}].on`,
        `Die Aufforderung vom ${formatDay(d.on)} liegt vor der Übergabe (${formatDay(d.orderedOn ?? file.orderedOn)}).`,
      );
    for (const on of matters) {
      if (d.collectionFee) inForce(RVG, on);
      const message = { matter: matterOf(on), stage: i, channel: d.channel };
      const reference = `Aufforderung ${i + 1}`;
      facts.push({
        kind: 'reserved',
        message,
        reference,
        at: `${d.on}T08:00:00Z`,
        by: 'Datei',
        demand: {
          total: d.total ?? NEVER_ANSWERED,
          asOf: d.on,
          payBy: d.payBy ? nextWorkingDay(d.payBy, placeIn(file.debtor.land)) : d.on,
          claims: claims.filter((c) => c.orderedOn === on).map((c) => c.claim.id),
          collectionFee: d.collectionFee,
        },
      });
      facts.push({ kind: 'sent', message, reference, on: d.on, providerId: '', document: null });
    }
  });
  file.payments.forEach((p, i) => {
    const at = `payments[${i}]`;
    if (p.valueDate < oldest)
      throw fault(
        'payment.before-claim',
        `${at}.valueDate`,
        `Die Zahlung vom ${formatDay(p.valueDate)} liegt vor der ältesten Rechnung (${formatDay(oldest)}).`,
      );
    const claim = p.claim === undefined ? undefined : claims.find((c) => c.claim.id === p.claim);
    if (p.claim !== undefined && !claim)
      throw fault('payment.claim', `${at}.claim`, `Eine Forderung ${p.claim} gibt es in dieser Datei nicht.`);
    if (claim && p.valueDate < claim.claim.invoiceDate)
      throw fault(
        'payment.before-claim',
        `${at}.valueDate`,
        `Die Zahlung vom ${formatDay(p.valueDate)} liegt vor der Rechnung ${claim.claim.invoiceNumber} (${formatDay(claim.claim.invoiceDate)}).`,
      );
    const paymentId = p.id ?? `Z${i + 1}`;
    if (facts.some((f) => f.kind === 'paid' && f.id === paymentId))
      throw fault('payment.twice', `${at}.id`, `Die Kennung ${paymentId} ist schon vergeben.`);
    facts.push({
      kind: 'paid',
      id: paymentId,
      amount: p.amount,
      valueDate: p.valueDate,
      bookedOn: p.valueDate,
      via: p.via,
      ...(claim ? { claim: claim.claim.id } : {}),
      source: 'Datei',
    });
  });
  facts.push(
    ...creditsIn(
      file,
      claims.map((c) => c.claim),
    ),
  );
  file.reversals.forEach((r, i) => {
    const paid = facts.find((f) => f.kind === 'paid' && f.id === r.payment);
    if (paid?.kind !== 'paid')
      throw fault(
        'reversal.payment',
        `reversals[${i}].payment`,
        `Eine Zahlung ${r.payment} gibt es in dieser Datei nicht.`,
      );
    if (r.on < paid.valueDate)
      throw fault(
        'reversal.before-payment',
        `reversals[${i}].on`,
        `Die Rückbuchung (${formatDay(r.on)}) liegt vor der Zahlung (${formatDay(paid.valueDate)}).`,
      );
    facts.push({ kind: 'reversed', payment: r.payment, on: r.on, by: 'Datei', reason: r.reason });
  });
  file.refunds.forEach((r, i) => {
    facts.push({ kind: 'refunded', id: `E${i + 1}`, amount: r.amount, on: r.on, by: 'Datei' });
  });
  const akte = fold(id.data, [facts]);
  file.refunds.forEach((r, i) => {
    const held = accountOf(
      { ...akte, refunds: akte.refunds.filter((x) => x.on <= r.on && x.id !== `E${i + 1}`) },
      r.on,
    ).overpaid;
    if (r.amount > held)
      throw fault(
        'refund.too-much',
        `refunds[${i}].amount`,
        `Am ${formatDay(r.on)} war nicht so viel zu viel gezahlt.`,
      );
  });
  return akte;
};
/** A demand whose sum the file does not tell is answered by no payment. */
const NEVER_ANSWERED = 99_999_999_999_99 as Cents;

/** The last day something happened in the file: what a statement without `--as-of` is drawn up for. */
export const lastDayOf = (file: StatementFile): Day =>
  [
    ...file.claims.map((c) => c.dueOn),
    ...file.demands.map((d) => d.on),
    ...file.payments.map((p) => p.valueDate),
    ...file.credits.map((c) => c.on),
    ...file.reversals.map((r) => r.on),
    ...file.refunds.map((r) => r.on),
  ].reduce(latest, file.orderedOn);

/** Explains the file as of a day. */
export const explain = (file: StatementFile, asOf: Day): Statement => {
  const akte = akteOf(file);
  return { ...statementOf(akte, accountOf(akte, asOf), file.creditor.name ?? null), akte: file.akte ?? null };
};
