import { day } from '../../../domain/calendar.ts';
import { callableFrom } from '../../../domain/dunning/calls.ts';
import { CALL_HOURS, hoursInWords } from '../../../domain/dunning/contact.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { can } from '../../../domain/akte/reaches.ts';
import type { Reached } from '../../../domain/akte/contacts-told.ts';
import { canBeCalled } from '../../../domain/akte/telephone.ts';
import { isMobile } from '../../../domain/parties/mobile.ts';
import { erika } from '../../support/akte.ts';

const canBeTexted = (of: Pick<Reached, 'debtor' | 'dead'>): boolean => can(of, 'sms');
const at = (phone: string): { debtor: Debtor; dead: [] } => ({ debtor: { ...erika, phone }, dead: [] });

describe('a landline got text messages', () => {
  test.each([
    ['+4915110000001', true, 'a German mobile number'],
    ['+4917612345678', true, 'another one'],
    ['+436641234567', true, 'an Austrian mobile number'],
    ['+493023125000', false, 'a landline in Berlin'],
    ['+4932221234567', false, 'a number of the internet'],
    ['+12125550100', false, 'one that may be either'],
  ])('%s: texts %s (%s); calls always', (phone, texted) => {
    expect([isMobile(phone), canBeTexted(at(phone)), canBeCalled(at(phone))]).toEqual([texted, texted, true]);
  });
  test('a wrong number gets neither, and no number neither', () => {
    const { phone: _, ...without } = erika;
    expect([canBeCalled, canBeTexted].map((may) => may({ debtor: erika, dead: ['phone'] }))).toEqual([false, false]);
    expect([canBeCalled, canBeTexted].map((may) => may({ debtor: without, dead: [] }))).toEqual([false, false]);
    expect(canBeCalled({ debtor: erika, dead: ['email', 'address'] })).toBe(true);
  });
});

describe('calls were offered at any hour', () => {
  const MONDAY = day('2026-03-02');
  const FRIDAY = day('2026-03-06');
  const SATURDAY = day('2026-03-07');
  const SUNDAY = day('2026-03-08');
  const of = { debtor: erika };
  test('Standard: Monday to Friday from 9 to 18, the last minute before 18', () => {
    expect([9, 12, 17].map((hour) => callableFrom(of, MONDAY, hour, 'standard'))).toEqual([null, null, null]);
    expect(callableFrom(of, MONDAY, 8, 'standard')).toEqual({ on: MONDAY, hour: 9 });
    expect(callableFrom(of, MONDAY, 18, 'standard')).toEqual({ on: '2026-03-03', hour: 9 });
    expect(callableFrom(of, FRIDAY, 18, 'standard')).toEqual({ on: '2026-03-09', hour: 9 });
    expect(callableFrom(of, SATURDAY, 10, 'standard')).toEqual({ on: '2026-03-09', hour: 9 });
  });
  test('Komfort: from 8 to 20, Saturdays from 9 to 14, never on Sundays', () => {
    expect([8, 19].map((hour) => callableFrom(of, MONDAY, hour, 'komfort'))).toEqual([null, null]);
    expect(callableFrom(of, MONDAY, 7, 'komfort')).toEqual({ on: MONDAY, hour: 8 });
    expect([9, 13].map((hour) => callableFrom(of, SATURDAY, hour, 'komfort'))).toEqual([null, null]);
    expect(callableFrom(of, SATURDAY, 14, 'komfort')).toEqual({ on: '2026-03-09', hour: 8 });
    expect(callableFrom(of, SUNDAY, 11, 'komfort')).toEqual({ on: '2026-03-09', hour: 8 });
  });
  test('never on a holiday of the debtor’s place, Augsburg’s own too', () => {
    const augsburg = {
      debtor: {
        ...erika,
        land: 'BY' as const,
        address: { street: 'Weg 1', postalCode: '86150', city: 'Augsburg', country: 'DE' as const },
      },
    };
    expect(callableFrom(augsburg, day('2028-08-08'), 10, 'komfort')).toEqual({ on: '2028-08-09', hour: 8 });
    expect(callableFrom(of, day('2028-08-08'), 10, 'komfort')).toBeNull();
  });
  test('where days are too short to have hours the day decides alone', () => {
    expect(callableFrom(of, MONDAY, null, 'standard')).toBeNull();
    expect(callableFrom(of, SUNDAY, null, 'standard')).toEqual({ on: '2026-03-09', hour: 9 });
  });
  test('the hours in words', () => {
    expect(hoursInWords(CALL_HOURS.komfort)).toBe(
      'Montag bis Freitag 8 bis 20 Uhr, Samstag 9 bis 14 Uhr, nie an Sonn- und Feiertagen',
    );
  });
});
