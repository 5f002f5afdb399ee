import { cents, type Cents } from '../money.ts';
import { row, type LawTable } from './dated.ts';

/** § 288(1) BGB: percentage points above the base rate (hundredths of a percent) that everybody owes in default. */
export const CONSUMER_MARGIN: LawTable<number> = {
  name: 'Verzugszinssatz, Verbraucher',
  rows: [row('2002-01-01', 500, '§ 288 Abs. 1 BGB')],
};
/**
 * § 288(2) BGB, payment claims without any consumer. Chosen by the day the Schuldverhältnis arose (Art. 229 § 34
 * EGBGB).
 */
export const BUSINESS_MARGIN: LawTable<number> = {
  name: 'Verzugszinssatz, Unternehmen',
  rows: [
    row('2002-01-01', 800, '§ 288 Abs. 2 BGB a. F., Art. 229 § 34 EGBGB'),
    row('2014-07-29', 900, '§ 288 Abs. 2 BGB'),
  ],
};
/**
 * § 288(5) BGB: lump sum for each payment claim in default against a debtor who is no consumer; by the day the
 * Schuldverhältnis arose.
 */
export const LUMP_SUM: LawTable<Cents> = {
  name: 'Verzugspauschale',
  rows: [
    row('2002-01-01', cents(0), 'vor Art. 229 § 34 EGBGB keine Pauschale'),
    row('2014-07-29', cents(40_00), '§ 288 Abs. 5 BGB'),
  ],
};
/**
 * Whether a continuing contract is judged by the day of its counter-performance, whenever it was concluded (Art. 229 §
 * 34 sentence 2 EGBGB); by the day of the invoice.
 */
export const CONTINUING_CONTRACTS: LawTable<boolean> = {
  name: 'Neues Verzugsrecht für Dauerschuldverhältnisse',
  rows: [row('2002-01-01', false, 'Art. 229 § 34 Satz 1 EGBGB'), row('2016-07-01', true, 'Art. 229 § 34 Satz 2 EGBGB')],
};
/**
 * § 286(3) BGB: days after due date and receipt of the invoice in which default begins by itself; by the day of the due
 * date.
 */
export const DEFAULT_AFTER_DAYS: LawTable<number> = {
  name: 'Verzug ohne Mahnung',
  rows: [row('2002-01-01', 30, '§ 286 Abs. 3 BGB')],
};

/**
 * Nr. 7008 VV RVG with § 12(1) UStG, in percent; half of 2020 had 16 (§ 28(1) UStG). Chosen by the day the service was
 * completed (§ 27(1) UStG).
 */
export const VAT_PERCENT: LawTable<number> = {
  name: 'Umsatzsteuersatz',
  rows: [
    row('2007-01-01', 19, '§ 12 Abs. 1 UStG', { confidence: 'known' }),
    row('2020-07-01', 16, '§ 28 Abs. 1 UStG', { confidence: 'known' }),
    row('2021-01-01', 19, '§ 12 Abs. 1 UStG'),
  ],
};
/**
 * Nr. 7002 VV RVG: flat expenses in percent of the fees of one matter, and their cap. Like all of the RVG by the day of
 * the order (§ 60 RVG).
 */
export const EXPENSES: LawTable<Readonly<{ percent: number; cap: Cents }>> = {
  name: 'Auslagenpauschale',
  rows: [row('2013-08-01', { percent: 20, cap: cents(20_00) }, 'Nr. 7002 VV RVG')],
};
/** § 13(3) RVG (§ 13(2) before October 2021): no fee is below it. */
export const MINIMUM_FEE: LawTable<Cents> = {
  name: 'Mindestgebühr',
  rows: [row('2013-08-01', cents(15_00), '§ 13 Abs. 3 RVG')],
};
/**
 * § 13(2) RVG: the full Geschäftsgebühr for an undisputed claim up to a value in the hands of a collection service;
 * `null` before it existed.
 */
export const SMALL_CLAIM: LawTable<Readonly<{ upTo: Cents; base: Cents }> | null> = {
  name: 'Grundgebühr bis 50 €',
  rows: [
    row('2013-08-01', null, 'vor dem 01.10.2021 keine Sonderregel'),
    row('2021-10-01', { upTo: cents(50_00), base: cents(30_00) }, '§ 13 Abs. 2 RVG'),
    row('2025-06-01', { upTo: cents(50_00), base: cents(31_50) }, '§ 13 Abs. 2 RVG i. d. F. des KostBRÄG 2025'),
  ],
};

/**
 * Nr. 2300 VV RVG, rates in hundredths of a full fee: for undisputed claims note 2 (before October 2021 the 1.3 of
 * practice), for disputed ones the whole frame.
 */
export const COLLECTION_RATES: LawTable<
  Readonly<{ simple: number; usual: number; highest: number; disputed: number }>
> = {
  name: 'Geschäftsgebühr Inkasso',
  rows: [
    row('2013-08-01', { simple: 130, usual: 130, highest: 130, disputed: 250 }, 'Nr. 2300 VV RVG (Schwellengebühr)', {
      confidence: 'known',
    }),
    row('2021-10-01', { simple: 50, usual: 90, highest: 130, disputed: 250 }, 'Nr. 2300 Anm. 2 VV RVG'),
  ],
};
/**
 * Payment within this time after the first demand that claims costs makes a case simple. Since when the wording says so
 * is open (docs/law.md, what is assumed).
 */
export const SIMPLE_CASE_PERIOD: LawTable<string> = {
  name: 'Frist des einfachen Falls',
  rows: [row('2013-08-01', 'P2W', 'Nr. 2300 Anm. 2 VV RVG', { confidence: 'unsure' })],
};

/**
 * Nr. 1000 VV RVG: Einigung (Nr. 1) and mere Zahlungsvereinbarung (Nr. 2), and the share of the claim that § 31b RVG
 * makes its value, in percent.
 */
export const SETTLEMENT: LawTable<Readonly<{ settlement: number; instalments: number; valueShare: number }>> = {
  name: 'Einigungsgebühr',
  rows: [
    row('2013-08-01', { settlement: 150, instalments: 150, valueShare: 20 }, 'Nr. 1000 VV RVG, § 31b RVG a. F.', {
      confidence: 'known',
    }),
    row('2021-10-01', { settlement: 150, instalments: 70, valueShare: 50 }, 'Nr. 1000 VV RVG, § 31b RVG'),
  ],
};
/** Fees in the Mahnverfahren, in hundredths: application, ended early, Vollstreckungsbescheid, enforcement. */
export const COURT_RATES: LawTable<
  Readonly<{
    application: number;
    endedEarly: number;
    enforcementOrder: number;
    enforcement: number;
  }>
> = {
  name: 'Gebühren im Mahnverfahren',
  rows: [
    row(
      '2013-08-01',
      {
        application: 100,
        endedEarly: 50,
        enforcementOrder: 50,
        enforcement: 30,
      },
      'Nr. 3305, 3306, 3308, 3309 VV RVG',
    ),
  ],
};
/** Vorbem. 3(4) VV RVG: half of the Geschäftsgebühr is credited, at most 0.75 of a full fee. Hundredths. */
export const CREDIT: LawTable<Readonly<{ share: number; cap: number }>> = {
  name: 'Anrechnung',
  rows: [row('2013-08-01', { share: 50, cap: 75 }, 'Vorbem. 3 Abs. 4 VV RVG')],
};
/**
 * Nr. 1100 KV GKG: half of the court fee, never less than this; by the day the application reaches the court (§ 71(1)
 * GKG).
 */
export const COURT_ORDER_FEE: LawTable<Readonly<{ rate: number; minimum: Cents }>> = {
  name: 'Gerichtsgebühr Mahnbescheid',
  rows: [
    row('2013-08-01', { rate: 50, minimum: cents(32_00) }, 'Nr. 1100 KV GKG i. d. F. des 2. KostRMoG', {
      confidence: 'known',
    }),
    row('2021-01-01', { rate: 50, minimum: cents(36_00) }, 'Nr. 1100 KV GKG i. d. F. des KostRÄG 2021'),
    row('2025-06-01', { rate: 50, minimum: cents(38_00) }, 'Nr. 1100 KV GKG i. d. F. des KostBRÄG 2025'),
  ],
};
