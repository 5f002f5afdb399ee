import { day } from '../calendar.ts';
import { cents, type Cents } from '../money.ts';
import type { Confidence, Dated } from './dated.ts';

const CHECKED_ON = day('2026-11-22');
const row = <T>(from: string, value: T, source: string, confidence: Confidence = 'verified'): Dated<T> => ({
  from: day(from),
  value,
  source,
  checkedOn: CHECKED_ON,
  confidence,
});

/** § 288(1) BGB: percentage points above the base rate (hundredths of a percent) that everybody owes in default. */
export const CONSUMER_MARGIN: readonly Dated<number>[] = [row('2002-01-01', 500, '§ 288 Abs. 1 BGB')];
/** § 288(2) BGB, payment claims without any consumer. Chosen by the day the Schuldverhältnis arose (Art. 229 § 34 EGBGB). */
export const BUSINESS_MARGIN: readonly Dated<number>[] = [
  row('2002-01-01', 800, '§ 288 Abs. 2 BGB a. F., Art. 229 § 34 EGBGB'),
  row('2014-07-29', 900, '§ 288 Abs. 2 BGB'),
];
/** § 288(5) BGB: lump sum for each payment claim in default against a debtor who is no consumer; by the day the Schuldverhältnis arose. */
export const LUMP_SUM: readonly Dated<Cents>[] = [
  row('2002-01-01', cents(0), 'vor Art. 229 § 34 EGBGB keine Pauschale'),
  row('2014-07-29', cents(40_00), '§ 288 Abs. 5 BGB'),
];

/** Nr. 7008 VV RVG with § 12(1) UStG, in percent; half of 2020 had 16 (§ 28(1) UStG). Chosen by the day the service ended. */
export const VAT_PERCENT: readonly Dated<number>[] = [
  row('2007-01-01', 19, '§ 12 Abs. 1 UStG', 'known'),
  row('2020-07-01', 16, '§ 28 Abs. 1 UStG', 'known'),
  row('2021-01-01', 19, '§ 12 Abs. 1 UStG'),
];
/** Nr. 7002 VV RVG: flat expenses in percent of the fees of one matter, and their cap. */
export const EXPENSES: readonly Dated<Readonly<{ percent: number; cap: Cents }>>[] = [
  row('2013-08-01', { percent: 20, cap: cents(20_00) }, 'Nr. 7002 VV RVG'),
];
/** § 13(3) RVG (§ 13(2) before October 2021): no fee is below it. */
export const MINIMUM_FEE: readonly Dated<Cents>[] = [row('2013-08-01', cents(15_00), '§ 13 Abs. 3 RVG')];
/** § 13(2) RVG: base fee for an undisputed claim up to 50 € in the hands of a collection service; `null` before it existed. */
export const SMALL_CLAIM_BASE: readonly Dated<Cents | null>[] = [
  row('2013-08-01', null, 'vor dem 01.10.2021 keine Sonderregel'),
  row('2021-10-01', cents(30_00), '§ 13 Abs. 2 RVG'),
  row('2025-06-01', cents(31_50), '§ 13 Abs. 2 RVG i. d. F. des KostBRÄG 2025'),
];
export const SMALL_CLAIM_LIMIT = cents(50_00);

/** Note 2 to Nr. 2300 VV RVG for undisputed claims, rates in hundredths of a full fee. Before October 2021: the 1.3 of practice. */
export const COLLECTION_RATES: readonly Dated<Readonly<{ simple: number; usual: number; highest: number }>>[] = [
  row('2013-08-01', { simple: 130, usual: 130, highest: 130 }, 'Nr. 2300 VV RVG (Schwellengebühr)', 'known'),
  row('2021-10-01', { simple: 50, usual: 90, highest: 130 }, 'Nr. 2300 Anm. 2 VV RVG'),
];
/** Payment within this time after the first demand that claims costs makes a case simple. When the wording came is open: law.md 10, point 1. */
export const SIMPLE_CASE_PERIOD: readonly Dated<string>[] = [
  row('2013-08-01', 'P2W', 'Nr. 2300 Anm. 2 VV RVG', 'unsure'),
];

/** Nr. 1000 VV RVG: Einigung (Nr. 1) and mere Zahlungsvereinbarung (Nr. 2), and the share of the claim that § 31b RVG makes its value, in percent. */
export const SETTLEMENT: readonly Dated<Readonly<{ settlement: number; instalments: number; valueShare: number }>>[] = [
  row('2013-08-01', { settlement: 150, instalments: 150, valueShare: 20 }, 'Nr. 1000 VV RVG, § 31b RVG a. F.', 'known'),
  row('2021-10-01', { settlement: 150, instalments: 70, valueShare: 50 }, 'Nr. 1000 VV RVG, § 31b RVG'),
];
/** Fees in the Mahnverfahren, in hundredths: application, ended early, Vollstreckungsbescheid, enforcement, each further client (at most 200). */
export const COURT_RATES: readonly Dated<
  Readonly<{
    application: number;
    endedEarly: number;
    enforcementOrder: number;
    enforcement: number;
    furtherClient: number;
    furtherClientsCap: number;
  }>
>[] = [
  row(
    '2013-08-01',
    {
      application: 100,
      endedEarly: 50,
      enforcementOrder: 50,
      enforcement: 30,
      furtherClient: 30,
      furtherClientsCap: 200,
    },
    'Nr. 3305, 3306, 3308, 3309, 1008 VV RVG',
  ),
];
/** Vorbem. 3(4) VV RVG: half of the Geschäftsgebühr is credited, at most 0.75 of a full fee. Hundredths. */
export const CREDIT: readonly Dated<Readonly<{ share: number; cap: number }>>[] = [
  row('2013-08-01', { share: 50, cap: 75 }, 'Vorbem. 3 Abs. 4 VV RVG'),
];
/** Nr. 1100 KV GKG: half of the court fee, never less than this. */
export const COURT_ORDER_FEE: readonly Dated<Readonly<{ rate: number; minimum: Cents }>>[] = [
  row('2013-08-01', { rate: 50, minimum: cents(32_00) }, 'Nr. 1100 KV GKG i. d. F. des 2. KostRMoG', 'known'),
  row('2021-01-01', { rate: 50, minimum: cents(36_00) }, 'Nr. 1100 KV GKG i. d. F. des KostRÄG 2021'),
  row('2025-06-01', { rate: 50, minimum: cents(38_00) }, 'Nr. 1100 KV GKG i. d. F. des KostBRÄG 2025'),
];

/** Every dated figure by its German name: what `law:due` looks through and docs/law.md lists. */
export const FIGURES: Readonly<Record<string, readonly Dated<unknown>[]>> = {
  'Verzugszins, Verbraucher': CONSUMER_MARGIN,
  'Verzugszins, Unternehmen': BUSINESS_MARGIN,
  Verzugspauschale: LUMP_SUM,
  Umsatzsteuersatz: VAT_PERCENT,
  Auslagenpauschale: EXPENSES,
  Mindestgebühr: MINIMUM_FEE,
  'Grundgebühr bis 50 €': SMALL_CLAIM_BASE,
  'Geschäftsgebühr Inkasso': COLLECTION_RATES,
  'Frist des einfachen Falls': SIMPLE_CASE_PERIOD,
  Einigungsgebühr: SETTLEMENT,
  'Gebühren im Mahnverfahren': COURT_RATES,
  Anrechnung: CREDIT,
  'Gerichtsgebühr Mahnbescheid': COURT_ORDER_FEE,
};
