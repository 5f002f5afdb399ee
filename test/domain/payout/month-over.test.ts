import { Month, day } from '../../../domain/calendar.ts';
import { checkPayoutMonth, checkQualityMonth } from '../../../domain/payout/month-over.ts';

const APRIL = Month.parse('2026-04');

test.each([
  [checkPayoutMonth, 'payout.month-open', 'noch nicht zu Ende; abgerechnet wird am Ersten des nächsten.'],
  [checkQualityMonth, 'quality.month-open', 'Der Monat 2026-04 ist noch nicht zu Ende.'],
])(
  'a month is over on the first of the next, not on its last day, nor before it began (%p)',
  (check, code, message) => {
    expect(() => check(APRIL, day('2026-05-01'))).not.toThrow();
    for (const today of ['2026-04-30', '2026-03-31'])
      expect(() => check(APRIL, day(today))).toThrow(
        expect.objectContaining({ code, message: expect.stringContaining(message) }),
      );
  },
);
