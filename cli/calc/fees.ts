import * as z from 'zod';
import { Rejected } from '../../domain/faults.ts';
import { baseOf, bill, collectionFee, feeAt, instalmentFee } from '../../domain/account/fees.ts';
import { scheduleOf, simpleFee } from '../../domain/law/fee-tables.ts';
import { cents, type Cents } from '../../domain/money.ts';
import {
  Amount,
  AnyTable,
  Calendar,
  FeeRate,
  Hundredths,
  Item,
  Positive,
  Rvg,
  calculator,
  dayFor,
  euros,
  type Calculator,
} from './fields.ts';

/** Fees of lawyers and collection services, and what a bill of them comes to. */
export const OF_FEES = {
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
} as const satisfies Readonly<Record<string, Calculator>>;
