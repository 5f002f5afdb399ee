/** A day's three times to call (D55, D56): before noon, in the afternoon, in the evening. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];
/** What came of a call. */
export const CALL_OUTCOMES = ['reached', 'promise', 'instalments', 'dispute', 'wrong-number', 'not-reached'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
