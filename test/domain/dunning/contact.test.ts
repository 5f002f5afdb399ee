import { placeIn } from '../../../domain/law/place.ts';
import { CALL_HOURS, MESSAGE_HOURS, contactHoursOn, nextContact } from '../../../domain/dunning/contact.ts';
import { day } from '../../../domain/calendar.ts';

const MONDAY = day('2026-03-02');
const SATURDAY = day('2026-03-07');
const SUNDAY = day('2026-03-08');
const CORPUS_CHRISTI = day('2026-06-04');
const hoursOf = (from: number, to: number): number[] =>
  Array.from({ length: 24 }, (_, h) => h).filter((h) => h >= from && h < to);
const open = (on: typeof MONDAY, hours = MESSAGE_HOURS, land: 'NW' | 'BE' | null = null): number[] =>
  Array.from({ length: 24 }, (_, h) => h).filter((h) => {
    const next = nextContact(on, h, placeIn(land), hours);
    return next.on === on && next.hour === h;
  });

test("messages on weekdays from 8 to 20 o'clock, not at weekends", () => {
  expect(open(MONDAY)).toEqual(hoursOf(8, 20));
  expect(open(SATURDAY)).toEqual([]);
  expect(open(SUNDAY)).toEqual([]);
});
test('calls: Standard 9 to 18, Komfort 8 to 20 and Saturdays 9 to 14, never on Sundays', () => {
  expect(open(MONDAY, CALL_HOURS.standard)).toEqual(hoursOf(9, 18));
  expect(open(SATURDAY, CALL_HOURS.standard)).toEqual([]);
  expect(open(MONDAY, CALL_HOURS.komfort)).toEqual(hoursOf(8, 20));
  expect(open(SATURDAY, CALL_HOURS.komfort)).toEqual(hoursOf(9, 14));
  expect(open(SUNDAY, CALL_HOURS.komfort)).toEqual([]);
});
test("never on a public holiday of the debtor's Land", () => {
  expect(open(CORPUS_CHRISTI, MESSAGE_HOURS, 'NW')).toEqual([]);
  expect(open(CORPUS_CHRISTI, MESSAGE_HOURS, 'BE')).toEqual(hoursOf(8, 20));
  expect(contactHoursOn(CORPUS_CHRISTI, placeIn('NW'))).toBeNull();
});
test('the next day with hours', () => {
  const after = (on: typeof MONDAY, land: 'NW' | null = null, hours = MESSAGE_HOURS) =>
    nextContact(on, 0, placeIn(land), hours).on;
  expect(after(SATURDAY)).toBe('2026-03-09');
  expect(after(SATURDAY, null, CALL_HOURS.komfort)).toBe(SATURDAY);
  expect(after(CORPUS_CHRISTI, 'NW')).toBe('2026-06-05');
  expect(after(MONDAY)).toBe(MONDAY);
});
