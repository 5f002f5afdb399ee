import { placeIn } from '../../domain/place.ts';
import { CALL_HOURS, MESSAGE_HOURS, contactHoursOn, mayContact, nextContactDay } from '../../domain/contact.ts';
import { day } from '../../domain/calendar.ts';

const [MONDAY, SATURDAY, SUNDAY, CORPUS_CHRISTI] = [
  day('2026-03-02'),
  day('2026-03-07'),
  day('2026-03-08'),
  day('2026-06-04'),
];
const hoursOf = (from: number, to: number): number[] =>
  Array.from({ length: 24 }, (_, h) => h).filter((h) => h >= from && h < to);
const open = (on: typeof MONDAY, hours = MESSAGE_HOURS, land: 'NW' | 'BE' | null = null): number[] =>
  Array.from({ length: 24 }, (_, h) => h).filter((h) => mayContact(on, h, placeIn(land), hours));

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
  expect(nextContactDay(SATURDAY, placeIn(null))).toBe('2026-03-09');
  expect(nextContactDay(SATURDAY, placeIn(null), CALL_HOURS.komfort)).toBe(SATURDAY);
  expect(nextContactDay(CORPUS_CHRISTI, placeIn('NW'))).toBe('2026-06-05');
  expect(nextContactDay(MONDAY, placeIn(null))).toBe(MONDAY);
});
test.each([-1, 24, 8.5])('hour %s is refused', (hour) => {
  expect(() => mayContact(MONDAY, hour, placeIn(null))).toThrow(expect.objectContaining({ code: 'contact.hour' }));
});
test('hours 0 and 23 are hours', () => {
  expect(mayContact(MONDAY, 0, placeIn(null))).toBe(false);
  expect(mayContact(MONDAY, 23, placeIn(null))).toBe(false);
});
