import * as z from 'zod';
import { Day, Land, formatDay } from '../../domain/calendar.ts';
import { Rejected } from '../../domain/faults.ts';
import { inForce } from '../../domain/law/dated.ts';
import { GKG, GKG_TABLES, RVG, RVG_TABLES, dayOfTable, type FeeTable } from '../../domain/law/fee-tables.ts';
import { cents, toDecimalString, type Cents } from '../../domain/money.ts';
import { inHundredths } from '../hundredths.ts';
import { tryInput, type FieldFault } from '../../domain/read-input.ts';

export type Result = Readonly<Record<string, unknown>>;

/** Euros as a decimal string, `"1234.56"`; more than two decimals are refused, not rounded. */
export const Amount = z
  .string()
  .regex(/^\d{1,11}(\.\d{1,2})?$/, 'ein Betrag wie "1234.56", nicht negativ, höchstens zwei Nachkommastellen')
  .transform((t): Cents => cents(inHundredths(t)));
export const Positive = Amount.refine((a) => a > 0, 'größer als null');
/** Percent or a multiple of a full fee, `"0.9"`, in hundredths. */
export const Hundredths = z
  .string()
  .regex(/^-?\d{1,4}(\.\d{1,2})?$/, 'eine Zahl wie "0.9" mit höchstens zwei Nachkommastellen')
  .transform(inHundredths);
export const FeeRate = Hundredths.refine((r) => r > 0, 'ein Satz größer als null');
const oneOf = (names: readonly string[]): string =>
  `eine Tabelle: ${names.slice(0, -1).join(', ')} oder ${names.at(-1) ?? ''}`;
const ANY_TABLE: readonly FeeTable[] = [...RVG_TABLES, ...GKG_TABLES];
export const Rvg = z.enum(RVG_TABLES, oneOf(RVG_TABLES));
export const Gkg = z.enum(GKG_TABLES, oneOf(GKG_TABLES));
export const AnyTable = z.enum(ANY_TABLE, oneOf(ANY_TABLE));
export const Calendar = Day.refine((d) => d >= '1950-01-01' && d <= '2100-12-31', 'ein Tag zwischen 1950 und 2100');
/** The day a table named is read for: the one given, on which it must be in force, or the one that stands for it. */
export const dayFor = (name: FeeTable, given: Day | undefined, field = 'on'): Day => {
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
export const PLACE = { state: State, postalCode: PostalCode };
/**
 * `"1.0"` or `"3305+1008:1.3"`. Of the positions before the colon only the Geschäftsgebühr decides by what it is
 * computed.
 */
export const Item = z
  .string()
  .regex(/^(\d{4}(\+\d{4})*:)?\d{1,2}(\.\d{1,2})?$/, 'ein Satz wie "1.0" oder "3305+1008:1.3"')
  .transform((t) => ({ isCollection: /(^|\+)2300[+:]/.test(t), rate: inHundredths(t.slice(t.indexOf(':') + 1)) }))
  .refine(({ rate }) => rate > 0, 'ein Satz größer als null');

export const euros = toDecimalString;
export const percent = (n: number): string => euros(cents(n));
export const assumed = (is: boolean): { assumed?: true } => (is ? { assumed: true } : {});

/**
 * `blame`: the field a fault of the law belongs to where the law itself cannot name one (a day before its first table).
 */
export type Calculator = Readonly<{
  blame: string;
  reckon: (given: unknown) => Readonly<{ result: Result } | { faults: readonly FieldFault[] }>;
}>;
export const calculator = <S extends z.ZodType>(
  blame: string,
  shape: S,
  run: (input: z.output<S>) => Result,
): Calculator => ({
  blame,
  reckon: (given) => {
    const input = tryInput(shape, given);
    return 'faults' in input ? input : { result: run(input.data) };
  },
});
