import { BASE_RATES } from './base-rates.ts';
import type { LawTable } from './dated.ts';
import { HOLIDAYS } from './holidays.ts';
import { GKG, RVG } from './fee-tables.ts';
import {
  BUSINESS_MARGIN,
  COLLECTION_RATES,
  CONSUMER_MARGIN,
  CONTINUING_CONTRACTS,
  COURT_ORDER_FEE,
  COURT_RATES,
  CREDIT,
  DEFAULT_AFTER_DAYS,
  EXPENSES,
  LUMP_SUM,
  MINIMUM_FEE,
  SETTLEMENT,
  SIMPLE_CASE_PERIOD,
  SMALL_CLAIM,
  VAT_PERCENT,
} from './figures.ts';

/**
 * Every table of the law: what `law:due` looks through and the tests add rows to. A table that is missing here fails
 * `test/domain/law/tables.test.ts`.
 */
export const LAW_TABLES: readonly LawTable<unknown>[] = [
  BASE_RATES,
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
  RVG,
  GKG,
  ...HOLIDAYS.map((h) => h.table),
];
