import { BASE_RATES } from './base-rates.ts';
import type { LawTable } from './dated.ts';
import { GKG, RVG } from './fee-tables.ts';
import type * as figures from './figures.ts';
import {
  CONSUMER_MARGIN,
  BUSINESS_MARGIN,
  LUMP_SUM,
  CONTINUING_CONTRACTS,
  DEFAULT_AFTER_DAYS,
  VAT_PERCENT,
  EXPENSES,
  MINIMUM_FEE,
  SMALL_CLAIM,
  COLLECTION_RATES,
  SIMPLE_CASE_PERIOD,
  SETTLEMENT,
  COURT_RATES,
  CREDIT,
  COURT_ORDER_FEE,
} from './figures.ts';
import { HOLIDAYS } from './holidays.ts';

/** The figures in the order in which they are named; the compiler misses one that stands in figures.ts and not here. */
const FIGURES = {
  CONSUMER_MARGIN,
  BUSINESS_MARGIN,
  LUMP_SUM,
  CONTINUING_CONTRACTS,
  DEFAULT_AFTER_DAYS,
  VAT_PERCENT,
  EXPENSES,
  MINIMUM_FEE,
  SMALL_CLAIM,
  COLLECTION_RATES,
  SIMPLE_CASE_PERIOD,
  SETTLEMENT,
  COURT_RATES,
  CREDIT,
  COURT_ORDER_FEE,
} satisfies Record<keyof typeof figures, LawTable<unknown>>;

/** Every table of the law: what `law:due` looks through and the tests add rows to. */
export const LAW_TABLES: readonly LawTable<unknown>[] = [
  BASE_RATES,
  ...Object.values(FIGURES),
  RVG,
  GKG,
  ...HOLIDAYS.map((h) => h.table),
];
