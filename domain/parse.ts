import { Day } from './calendar.ts';
import { Rejected } from './faults.ts';
import { cents, type Cents } from './money.ts';

/**
 * A German amount: `1.234,56`, `1234,56`, `12,5`, `1234`, with or without `€`. A single group of three after one point or comma
 * (`1.234`) could mean thousands or decimals: refused rather than guessed.
 */
export const parseGermanAmount = (text: string): Cents => {
  const plain = text.replace(/(€|EUR)/i, '').replace(/[\s\u00a0\u202f]/g, '');
  if (/^-?\d{1,3}[.,]\d{3}$/.test(plain)) throw new Rejected('amount.ambiguous', `„${text}“ ist mehrdeutig: Tausender oder Nachkommastellen? Bitte mit zwei Nachkommastellen schreiben, zum Beispiel 1.234,00.`);
  const parts = /^(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(plain);
  const whole = parts?.[2]?.replaceAll('.', '');
  if (!parts || whole === undefined || whole.length > 11) throw new Rejected('amount.invalid', `„${text}“ ist kein Betrag in deutscher Schreibweise wie 1.234,56.`);
  return cents(Number(`${parts[1] ?? ''}${whole}${(parts[3] ?? '').padEnd(2, '0')}`));
};

/** A German or ISO date: `31.03.2026`, `1.3.2026`, `2026-03-31`. 31 February, two-digit years and other orders are refused. */
export const parseDay = (text: string): Day => {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  const [, dayOfMonth = '', month = '', year = ''] = german ?? [];
  const parsed = Day.safeParse(german ? `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` : text.trim());
  if (!parsed.success) throw new Rejected('date.invalid', `„${text}“ ist kein Datum wie 31.03.2026 oder 2026-03-31.`);
  return parsed.data;
};
