/** A day's three times to call (D55, D56): before noon, in the afternoon, in the evening. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];
/** What came of a call. */
export const CALL_OUTCOMES = ['reached', 'promise', 'instalments', 'dispute', 'wrong-number', 'not-reached'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const CALL_PART_WORDS: Readonly<Record<DayPart, string>> = {
  morning: 'vormittags',
  afternoon: 'nachmittags',
  evening: 'abends',
};
export const CALL_OUTCOME_WORDS: Readonly<Record<CallOutcome, string>> = {
  reached: 'erreicht',
  promise: 'Zahlung zugesagt',
  instalments: 'Ratenzahlung gewünscht',
  dispute: 'Forderung bestritten',
  'wrong-number': 'falsche Nummer',
  'not-reached': 'nicht erreicht',
};
