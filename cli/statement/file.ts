import * as z from 'zod';
import { Day, Land, latest } from '../../domain/calendar.ts';
import { Channel } from '../../domain/procedure/channels.ts';
import { wrongField } from '../../domain/faults.ts';
import { PaymentId } from '../../domain/ids.ts';
import { fieldOf } from '../../domain/read-input.ts';
import { ZERO, cents, type Cents } from '../../domain/money.ts';
import { KindOfClaim } from '../../domain/parties/kinds-of-claim.ts';
import { DayCount, INNER_ALLOCATIONS } from '../../domain/parties/parties.ts';
import { inHundredths } from '../hundredths.ts';

const Euros = z
  .string('ein Betrag in Anführungszeichen wie "1234.56"')
  .regex(/^\d{1,11}(\.\d{1,2})?$/, 'ein Betrag wie "1234.56", nicht negativ, höchstens zwei Nachkommastellen')
  .transform((t): Cents => cents(inHundredths(t)));
const Positive = Euros.refine((a) => a > 0, 'ein Betrag größer als null');
const Date = z
  .string('ein Tag wie "2026-03-31"')
  .refine((t) => Day.safeParse(t).success, 'ein Tag, den es gibt, wie "2026-03-31"')
  .transform((t) => Day.parse(t));
const Text = z.string('ein Text').trim().min(1, 'ein Text, nicht leer').max(200, 'höchstens 200 Zeichen');
const Flag = z.boolean('true oder false');
const oneOf = <const T extends readonly [string, ...string[]]>(values: T): z.ZodEnum<{ [K in T[number]]: K }> =>
  z.enum(values, `eines von ${values.join(', ')}`);

const Debtor = z.strictObject(
  {
    name: Text,
    kind: oneOf(['private', 'business']).default('private'),
    land: z.enum(Land.options, `ein Land wie NW: ${Land.options.join(', ')}`).optional(),
  },
  'ein Objekt mit name',
);
const Creditor = z.strictObject(
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
);
const PriorDunning = z
  .strictObject(
    { kind: oneOf(['none', 'reminder', 'mahnung']), on: Date.optional(), payBy: Date.optional() },
    'ein Objekt mit kind',
  )
  .refine(({ on, payBy }) => payBy === undefined || (on !== undefined && payBy >= on), {
    error: 'ein Tag, nicht vor dem der Mahnung (on), der dabeistehen muss',
    path: ['payBy'],
  });
const Claim = z.strictObject(
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
    priorDunning: PriorDunning.default({ kind: 'none' }),
  },
  'ein Objekt mit einer Forderung',
);
const Demand = z
  .strictObject(
    {
      on: Date,
      channel: z
        .enum(Channel.options, new Intl.ListFormat('de', { type: 'disjunction' }).format(Channel.options))
        .default('letter'),
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
  });
const Payment = z.strictObject(
  {
    id: Text.pipe(PaymentId).optional(),
    amount: Positive,
    valueDate: Date,
    via: oneOf(['agency', 'creditor']).default('agency'),
    claim: Text.optional(),
  },
  'ein Objekt mit einer Zahlung',
);
const Credit = z.strictObject(
  {
    id: Text.optional(),
    amount: Positive,
    on: Date,
    claim: Text.optional(),
    reason: Text.default('Gutschrift des Gläubigers'),
  },
  'ein Objekt mit einer Gutschrift',
);
const Reversal = z.strictObject(
  { payment: Text.pipe(PaymentId), on: Date, reason: Text.default('Rückbuchung') },
  'ein Objekt mit einer Rückbuchung',
);
const Refund = z.strictObject({ amount: Positive, on: Date }, 'ein Objekt mit einer Erstattung');

/**
 * An Akte as a person writes it: facts only, amounts as decimal strings, days as ISO dates (docs/law.md, "The statement
 * file").
 */
export const StatementFile = z.strictObject(
  {
    akte: Text.optional(),
    debtor: Debtor,
    creditor: Creditor.prefault({}),
    orderedOn: Date,
    claims: z
      .array(Claim, 'eine Liste von Forderungen')
      .min(1, 'mindestens eine Forderung')
      .max(1_000, 'höchstens 1000 Forderungen'),
    demands: z.array(Demand, 'eine Liste von Aufforderungen').default([]),
    payments: z.array(Payment, 'eine Liste von Zahlungen').max(10_000, 'höchstens 10000 Zahlungen').default([]),
    credits: z.array(Credit, 'eine Liste von Gutschriften').max(10_000, 'höchstens 10000 Gutschriften').default([]),
    reversals: z.array(Reversal, 'eine Liste von Rückbuchungen').default([]),
    refunds: z.array(Refund, 'eine Liste von Erstattungen').default([]),
  },
  'ein JSON-Objekt mit einer Akte',
);
export type StatementFile = z.output<typeof StatementFile>;

/** The shape itself, where it may be left out. */
const required = (shape: unknown): unknown => {
  let at = shape;
  while (at instanceof z.ZodDefault || at instanceof z.ZodOptional || at instanceof z.ZodPrefault) at = at.unwrap();
  return at;
};
const keysAt = (path: readonly PropertyKey[]): string => {
  let at = required(StatementFile);
  for (const step of path) {
    if (at instanceof z.ZodArray) at = required(at.element);
    else if (at instanceof z.ZodObject) at = required(at.shape[String(step)]);
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape).join(', ') : '';
};
/** Reads an Akte from JSON; the first thing wrong is a Rejected that names the field and what belongs there. */
export const readStatementFile = (json: unknown): StatementFile => {
  const read = StatementFile.safeParse(json, { reportInput: true });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (!issue) throw read.error;
  if (issue.code === 'unrecognized_keys') {
    const at = fieldOf([...issue.path, issue.keys[0] ?? '']);
    throw wrongField(
      'statement.unknown-key',
      at,
      `Diesen Schlüssel gibt es nicht. Erlaubt sind hier: ${keysAt(issue.path)}.`,
    );
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  throw wrongField(
    missing ? 'statement.missing' : 'statement.invalid',
    fieldOf(issue.path) || '(Datei)',
    missing ? `fehlt; erwartet wird ${issue.message}.` : `erwartet wird ${issue.message}.`,
  );
};

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
