import * as z from 'zod';
import { ORDERS, pour, type AllocationRule } from '../domain/account/allocation.ts';
import { Day, Land, day, daysBetween, formatDay, isBefore, latest, plusDays } from '../domain/calendar.ts';
import { courtDunningCosts, courtOrderFee } from '../domain/account/court-costs.ts';
import { endOfPeriod, nextWorkingDayAnyYear, unshiftedEnd } from '../domain/law/deadlines.ts';
import { Rejected } from '../domain/faults.ts';
import { baseOf, bill, collectionFee, feeAt, instalmentFee } from '../domain/account/fees.ts';
import { defaultInterest, shownInterest } from '../domain/account/interest.ts';
import { baseRateOn } from '../domain/law/base-rates.ts';
import { inForce } from '../domain/law/dated.ts';
import {
  GKG,
  GKG_TABLES,
  RVG,
  RVG_TABLES,
  dayOfTable,
  scheduleOf,
  simpleFee,
  type FeeTable,
} from '../domain/law/fee-tables.ts';
import { BUSINESS_MARGIN, COLLECTION_RATES, CONSUMER_MARGIN } from '../domain/law/figures.ts';
import { limitation, limitationAfterYears } from '../domain/law/limitation.ts';
import { cents, toDecimalString, toFineString, type Cents } from '../domain/money.ts';
import { giroCode } from '../domain/letters/giro-code.ts';
import { placeGiven } from '../domain/law/place.ts';
import { tryInput, type FieldFault } from '../domain/read-input.ts';
import { isReference, makeReference } from '../domain/akte/references.ts';

type Result = Readonly<Record<string, unknown>>;
/** One answer line: a result, or a named fault with the field that is wrong and, in German, how to mend it. */
export type Answer = Readonly<
  { id: unknown; result: Result } | { id: unknown; error: { code: string; message: string; field?: string } }
>;

/** Euros as a decimal string, `"1234.56"`; more than two decimals are refused, not rounded. */
const Amount = z
  .string()
  .regex(/^\d{1,11}(\.\d{1,2})?$/, 'ein Betrag wie "1234.56", nicht negativ, höchstens zwei Nachkommastellen')
  .transform((t): Cents => inHundredths(t) as Cents);
const Positive = Amount.refine((a) => a > 0, 'größer als null');
/** Percent or a multiple of a full fee, `"0.9"`, in hundredths. */
const Hundredths = z
  .string()
  .regex(/^-?\d{1,4}(\.\d{1,2})?$/, 'eine Zahl wie "0.9" mit höchstens zwei Nachkommastellen')
  .transform(inHundredths);
const FeeRate = Hundredths.refine((r) => r > 0, 'ein Satz größer als null');
const oneOf = (names: readonly string[]): string =>
  `eine Tabelle: ${names.slice(0, -1).join(', ')} oder ${names.at(-1) ?? ''}`;
const ANY_TABLE: readonly FeeTable[] = [...RVG_TABLES, ...GKG_TABLES];
const Rvg = z.enum(RVG_TABLES, oneOf(RVG_TABLES));
const Gkg = z.enum(GKG_TABLES, oneOf(GKG_TABLES));
const AnyTable = z.enum(ANY_TABLE, oneOf(ANY_TABLE));
const Calendar = Day.refine((d) => d >= '1950-01-01' && d <= '2100-12-31', 'ein Tag zwischen 1950 und 2100');
/** The day a table named is read for: the one given, on which it must be in force, or the one that stands for it. */
const dayFor = (name: FeeTable, given: Day | undefined, field = 'on'): Day => {
  if (given === undefined) return dayOfTable(name);
  const isRvg = RVG_TABLES.some((t) => t === name);
  const actual = isRvg ? inForce(RVG, given).value.name : inForce(GKG, given).value.name;
  if (actual !== name)
    throw new Rejected('fee.table-day', `Am ${formatDay(given)} gilt die Tabelle ${actual}, nicht ${name}.`, { field });
  return given;
};
const State = Land.nullish().transform((l) => l ?? null);
const PostalCode = z
  .string('eine Postleitzahl wie "86150"')
  .nullish()
  .transform((c) => c ?? null);
/** Where holidays are asked for: a Land, a postal code, both or none. */
const PLACE = { state: State, postalCode: PostalCode };
/**
 * `"1.0"` or `"3305+1008:1.3"`. Of the positions before the colon only the Geschäftsgebühr decides by what it is
 * computed.
 */
const Item = z
  .string()
  .regex(/^(\d{4}(\+\d{4})*:)?\d{1,2}(\.\d{1,2})?$/, 'ein Satz wie "1.0" oder "3305+1008:1.3"')
  .transform((t) => ({ isCollection: /(^|\+)2300[+:]/.test(t), rate: inHundredths(t.slice(t.indexOf(':') + 1)) }))
  .refine(({ rate }) => rate > 0, 'ein Satz größer als null');

function inHundredths(text: string): number {
  const [whole = '', fraction = ''] = text.split('.');
  return Number(`${whole}${fraction.padEnd(2, '0')}`);
}
const euros = toDecimalString;
const percent = (n: number): string => euros(cents(n));
const assumed = (is: boolean): { assumed?: true } => (is ? { assumed: true } : {});

/**
 * `blame`: the field a fault of the law belongs to where the law itself cannot name one (a day before its first table).
 */
type Calculator = Readonly<{ blame: string; shape: z.ZodType; run: (parsed: never) => Result }>;
const calculator = <S extends z.ZodType>(blame: string, shape: S, run: (input: z.output<S>) => Result) => ({
  blame,
  shape,
  run,
});

/** A contract of this day has the law before Art. 229 § 34 EGBGB. */
const OLD_CONTRACT = day('2014-07-28');

/** Every kind of request: its shape and the law that answers it (shapes: docs/law.md, section "mahnwerk calc"). */
export const CALCULATORS: Readonly<Record<string, Calculator>> = {
  basiszins: calculator('validFrom', z.strictObject({ validFrom: Calendar }), ({ validFrom }) => {
    const r = baseRateOn(validFrom);
    return { rate: percent(r.row.value), ...assumed(r.assumed) };
  }),
  rate: calculator(
    'date',
    z.strictObject({ date: Calendar, oldB2bMargin: Hundredths.optional() }),
    ({ date, oldB2bMargin }) => {
      const { row: base, assumed: isAssumed } = baseRateOn(date);
      const old = oldB2bMargin ?? inForce(BUSINESS_MARGIN, OLD_CONTRACT).value;
      return {
        consumer: percent(base.value + inForce(CONSUMER_MARGIN, date).value),
        b2b: percent(base.value + inForce(BUSINESS_MARGIN, date).value),
        b2bOld: percent(base.value + old),
        ...assumed(isAssumed),
      };
    },
  ),
  interest: calculator(
    'firstInterestDay',
    z
      .strictObject({
        principal: Amount,
        firstInterestDay: Calendar,
        lastInterestDay: Calendar,
        margin: Hundredths.nullish(),
        fixedRate: Hundredths.nullish(),
        convention: z.enum(['act/act', 'act/365'], 'die Zählweise "act/act" oder "act/365"').default('act/act'),
      })
      .refine((i) => ((i.margin ?? null) === null) !== ((i.fixedRate ?? null) === null), {
        error: 'genau eines von margin und fixedRate, das andere null',
        path: ['margin'],
      })
      .refine((i) => (i.fixedRate ?? 0) >= 0, { error: 'ein Zinssatz, nicht negativ', path: ['fixedRate'] }),
    (i) => {
      const rate =
        i.fixedRate === null || i.fixedRate === undefined ? { margin: i.margin ?? 0 } : { fixed: i.fixedRate };
      const r = defaultInterest({
        principal: i.principal,
        from: i.firstInterestDay,
        to: i.lastInterestDay,
        rate,
        convention: i.convention,
      });
      return {
        total: euros(r.total),
        days: daysBetween(i.firstInterestDay, i.lastInterestDay) + 1,
        periods: shownInterest(r.periods).steps.map(({ period: p, fine }) => ({
          from: p.from,
          to: p.to,
          days: p.days,
          rate: percent(p.hundredths),
          daysInYear: p.daysInYear,
          amount: toFineString(fine),
        })),
        ...assumed(r.assumed),
      };
    },
  ),
  interest_days: calculator(
    'dueDate',
    z.strictObject({ dueDate: Calendar, paidOn: Calendar, ...PLACE }),
    ({ dueDate, paidOn, state, postalCode }) => {
      const due = nextWorkingDayAnyYear(dueDate, placeGiven(state, postalCode));
      const first = plusDays(due.on, 1);
      return isBefore(paidOn, first)
        ? { firstInterestDay: null, lastInterestDay: null, days: 0, ...assumed(due.assumed) }
        : {
            firstInterestDay: first,
            lastInterestDay: paidOn,
            days: daysBetween(first, paidOn) + 1,
            ...assumed(due.assumed),
          };
    },
  ),
  fee_table: calculator('value', z.strictObject({ table: AnyTable, value: Positive }), ({ table, value }) => ({
    fee: euros(simpleFee(scheduleOf(table), value)),
  })),
  rvg_fee_only: calculator(
    'value',
    z.strictObject({ table: AnyTable, value: Positive, rate: FeeRate, on: Calendar.optional() }),
    ({ table, value, rate, on }) => ({
      fee: euros(feeAt(simpleFee(scheduleOf(table), value), rate, dayFor(table, on))),
    }),
  ),
  rvg_fee: calculator(
    'rate',
    z.strictObject({
      table: Rvg,
      value: Positive,
      rate: FeeRate,
      undisputedInkasso: z.boolean('true oder false'),
      creditorCannotDeductVat: z.boolean('true oder false'),
      on: Calendar.optional(),
      completedOn: Calendar.optional(),
    }),
    (i) => {
      const orderedOn = dayFor(i.table, i.on);
      const f = collectionFee({
        value: i.value,
        rate: i.rate,
        orderedOn,
        completedOn: i.completedOn ?? orderedOn,
        undisputed: i.undisputedInkasso,
        debtorOwesVat: i.creditorCannotDeductVat,
      });
      return {
        base: euros(f.base),
        fee: euros(f.fee),
        vv7002: euros(f.expenses),
        net: euros(f.net),
        vat: euros(f.vat),
        total: euros(f.total),
        rules: f.rules,
      };
    },
  ),
  rvg_bill: calculator(
    'items',
    z
      .strictObject({
        table: Rvg.optional(),
        value: Positive.optional(),
        items: z.array(Item).min(1).optional(),
        lines: z.array(Amount).min(1).optional(),
        on: Calendar.optional(),
        completedOn: Calendar.optional(),
        undisputedInkasso: z.boolean('true oder false').default(true),
      })
      .refine((i) => (i.items === undefined) !== (i.lines === undefined), {
        error: 'entweder items oder lines',
        path: ['items'],
      })
      .refine((i) => i.items === undefined || i.table !== undefined, {
        error: 'zu items gehört eine Tabelle',
        path: ['table'],
      })
      .refine((i) => i.items === undefined || i.value !== undefined, {
        error: 'zu items gehört ein Gegenstandswert',
        path: ['value'],
      }),
    ({ table, value, items, lines, on, completedOn, undisputedInkasso }) => {
      const orderedOn = table ? dayFor(table, on) : on;
      if (!orderedOn)
        throw new Rejected('input.missing', 'table: Bitte die Tabelle oder den Tag des Auftrags (on) angeben.', {
          field: 'table',
        });
      // The small base of § 13(2) RVG is that of the Geschäftsgebühr alone.
      const fullFee = (isCollection: boolean): Cents =>
        value ? baseOf({ value, orderedOn, undisputed: isCollection && undisputedInkasso }).base : cents(0);
      const fees = lines ?? (items ?? []).map((i) => feeAt(fullFee(i.isCollection), i.rate, orderedOn));
      const b = bill(fees, { orderedOn, completedOn: completedOn ?? orderedOn });
      return {
        fees: euros(b.fees),
        vv7002: euros(b.expenses),
        net: euros(b.net),
        vat: euros(b.vat),
        total: euros(b.total),
      };
    },
  ),
  zahlungsvereinbarung: calculator(
    'claim',
    z.strictObject({
      table: Rvg,
      claim: Positive,
      rate: FeeRate,
      valueShare: Hundredths,
      on: Calendar.optional(),
    }),
    ({ table, on, ...i }) => {
      const { value, fee } = instalmentFee({ ...i, orderedOn: dayFor(table, on) });
      return { value: euros(value), fee: euros(fee) };
    },
  ),
  court_fee_mahnbescheid: calculator(
    'value',
    z.strictObject({ table: Gkg, value: Positive, minimum: Amount.optional(), filedOn: Calendar.optional() }),
    (i) => ({ kv1100: euros(courtOrderFee(dayFor(i.table, i.filedOn, 'filedOn'), i.value, i.minimum)) }),
  ),
  court_dunning_total: calculator(
    'claim',
    z.strictObject({
      rvg: Rvg,
      gkg: Gkg,
      claim: Positive,
      geschaeftsgebuehr: FeeRate,
      undisputed: z.boolean('true oder false').optional(),
      on: Calendar.optional(),
      filedOn: Calendar.optional(),
      completedOn: Calendar.optional(),
    }),
    (i) => {
      const orderedOn = dayFor(i.rvg, i.on);
      const filedOn = dayFor(i.gkg, i.filedOn, 'filedOn');
      const c = courtDunningCosts({
        orderedOn,
        filedOn,
        completedOn: i.completedOn ?? latest(orderedOn, filedOn),
        claim: i.claim,
        preCourtRate: i.geschaeftsgebuehr,
        // A rate above what an undisputed claim may cost says that it is disputed.
        undisputed: i.undisputed ?? i.geschaeftsgebuehr <= inForce(COLLECTION_RATES, orderedOn).value.highest,
      });
      return {
        geschaeftsgebuehr: euros(c.preCourtFee),
        vv7002_pre: euros(c.preCourtExpenses),
        vv3305: euros(c.application),
        credit: euros(c.credit),
        vv3308: euros(c.enforcementOrder),
        vv7002_court: euros(c.expenses),
        courtFeeKv1100: euros(c.courtFee),
        totalMbOnlyNet: euros(c.totalApplication),
        totalMbAndVbNet: euros(c.totalBoth),
        totalMbAndVbWithVatOnLawyerCosts: euros(c.totalBothWithVat),
      };
    },
  ),
  allocation: calculator(
    'payment',
    z.strictObject({
      payment: Amount,
      rule: z.enum(['367', '367(1)', '497', '497(3)'], 'die Regel "367" oder "497"').default('367'),
      buckets: z.union(
        [
          z.strictObject({ costs: Amount, interest: Amount, principal: Amount }),
          z.strictObject({ costsWithoutInterest: Amount, costsWithInterestPlusInterest: Amount }),
        ],
        'entweder costs, interest, principal oder costsWithoutInterest, costsWithInterestPlusInterest, jeweils Beträge wie "12.50"',
      ),
    }),
    ({ payment, rule, buckets }) => {
      const order = rule.slice(0, 3) as AllocationRule;
      if ('costs' in buckets) {
        const { got, rest } = pour(payment, buckets, ORDERS[order]);
        return {
          costs: euros(got.costs),
          interest: euros(got.interest),
          principal: euros(got.principal),
          rest: euros(rest),
        };
      }
      if (order === '497')
        throw new Rejected(
          'allocation.rule',
          'Nach § 497 Abs. 3 BGB kommen Zinsen zuletzt: Bitte costs, interest und principal getrennt angeben.',
          { field: 'rule' },
        );
      const { got, rest } = pour(payment, buckets, ['costsWithoutInterest', 'costsWithInterestPlusInterest']);
      return {
        toCostsWithoutInterest: euros(got.costsWithoutInterest),
        toCostsWithInterest: euros(got.costsWithInterestPlusInterest),
        toClaim: euros(rest),
      };
    },
  ),
  deadline: calculator(
    'event',
    z.strictObject({ event: Calendar, period: z.string(), ...PLACE }),
    ({ event, period, state, postalCode }) => ({
      end: endOfPeriod(event, period, placeGiven(state, postalCode)),
      unshifted: unshiftedEnd(event, period),
    }),
  ),
  limitation: calculator(
    'accrued',
    z.strictObject({ accrued: Calendar, knowledge: Calendar.nullish(), ...PLACE }),
    ({ accrued, knowledge, state, postalCode }) => {
      const l = limitation({ accrued, ...(knowledge ? { knowledge } : {}), place: placeGiven(state, postalCode) });
      return { end: l.end, actionableUntil: l.actionableUntil, ground: l.ground, ...assumed(l.assumed) };
    },
  ),
  limitation_max: calculator(
    'accrued',
    z.strictObject({ accrued: Calendar, years: z.int('eine ganze Zahl von Jahren'), ...PLACE }),
    ({ accrued, years, state, postalCode }) => {
      const l = limitationAfterYears(accrued, years, placeGiven(state, postalCode));
      return { end: l.end, actionableUntil: l.actionableUntil, ...assumed(l.assumed) };
    },
  ),
  iso11649_make: calculator('base', z.strictObject({ base: z.string() }), ({ base }) => ({
    reference: makeReference(base),
  })),
  iso11649_validate: calculator('reference', z.strictObject({ reference: z.string() }), ({ reference }) => ({
    valid: isReference(reference),
  })),
  epc069_12: calculator(
    'name',
    z.strictObject({
      version: z.enum(['001', '002']).default('002'),
      charset: z.string().default('1'),
      bic: z.string().nullish(),
      name: z.string().max(70, 'höchstens 70 Zeichen'),
      iban: z.string(),
      amount: Positive,
      text: z.string().nullish(),
      reference: z.string().nullish(),
      purpose: z.string().nullish(),
    }),
    (i) => ({
      lines: giroCode({
        version: i.version,
        charset: i.charset,
        name: i.name,
        iban: i.iban,
        amount: i.amount,
        ...(i.bic ? { bic: i.bic } : {}),
        ...(i.text ? { text: i.text } : {}),
        ...(i.reference ? { reference: i.reference } : {}),
        ...(i.purpose ? { purpose: i.purpose } : {}),
      }).split('\n'),
    }),
  ),
};

const Request = z.strictObject({
  id: z.union([z.string(), z.number()], 'ein Text oder eine Zahl'),
  type: z.string('ein Text'),
  input: z.record(z.string(), z.unknown(), 'ein Objekt'),
});

const CODES = {
  missing: 'input.missing',
  unknown: 'input.unknown-field',
  invalid: 'input.invalid',
} as const satisfies Record<FieldFault['kind'], string>;
/** The first thing that is wrong, by its field. */
const faultOf = ([first]: readonly FieldFault[]): { code: string; message: string; field?: string } => {
  const { field = '', message = '', kind = 'invalid' } = first ?? {};
  return {
    code: CODES[kind],
    message: field === '' ? message : `${field}: ${message}`,
    ...(field === '' ? {} : { field }),
  };
};

/** Answers one line of NDJSON. Never throws for what the line says; a fault of the program itself goes through. */
export const answer = (line: string): Answer => {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, error: { code: 'json.invalid', message: 'Die Zeile ist kein JSON.' } };
  }
  const request = tryInput(Request, json);
  const id = (json as { id?: unknown } | null)?.id ?? null;
  if ('faults' in request) return { id, error: faultOf(request.faults) };
  const calculator = Object.hasOwn(CALCULATORS, request.data.type) ? CALCULATORS[request.data.type] : undefined;
  if (!calculator)
    return {
      id,
      error: {
        code: 'type.unknown',
        message: `type: „${request.data.type}“ gibt es nicht; möglich sind ${Object.keys(CALCULATORS).join(', ')}.`,
        field: 'type',
      },
    };
  const input = tryInput(calculator.shape, request.data.input);
  if ('faults' in input) return { id, error: faultOf(input.faults) };
  try {
    return { id, result: calculator.run(input.data as never) };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { id, error: { code: error.code, message: error.message, field: error.field ?? calculator.blame } };
  }
};
