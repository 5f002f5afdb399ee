import { monthOf, type Day, type Month } from '../calendar.ts';
import { Rejected } from '../faults.ts';

const isOpen = (month: Month, today: Day): boolean => month >= monthOf(today);
const stillOpen = (month: Month): string => `Der Monat ${month} ist noch nicht zu Ende`;

/** A month is settled when it is over: what is booked until then belongs to it. Throws Rejected `payout.month-open`. */
export const checkPayoutMonth = (month: Month, today: Day): void => {
  if (isOpen(month, today))
    throw new Rejected('payout.month-open', `${stillOpen(month)}; abgerechnet wird am Ersten des nächsten.`);
};

/** A month is reported on when it is over. Throws Rejected `quality.month-open`. */
export const checkQualityMonth = (month: Month, today: Day): void => {
  if (isOpen(month, today)) throw new Rejected('quality.month-open', `${stillOpen(month)}.`);
};
