import { PaymentId } from '../../../domain/ids.ts';
import { SOMEWHERE } from '../../../simulator/agency/people.ts';
import { placeOf } from '../../../domain/law/place.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD_LETTER_ANCHORED, STANDARD_NO_PHASE_1 } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, aClaim, erika } from '../../support/akte.ts';
import { M2, on, without, opened, akte, play } from './played.ts';

describe('a case that nobody pays', () => {
  test('reminder, three Mahnungen with text, letter and phone window, then the question of the court', () => {
    expect(play()).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '18 letter 1',
      '21 calls 1',
      '36 email 2',
      '36 sms 2',
      '44 letter 2',
      '46 calls 2',
      '63 email 3',
      '63 sms 3',
      '71 letter 3',
      '74 calls 3',
      '87 court 3',
    ]);
  });
  test('without e-mail each demand goes by post at once, with no second letter', () => {
    expect(play({ debtor: without('email') })).toEqual([
      '0 letter 0',
      '11 letter 1',
      '11 sms 1',
      '21 calls 1',
      '36 letter 2',
      '36 sms 2',
      '46 calls 2',
      '63 letter 3',
      '63 sms 3',
      '74 calls 3',
      '87 court 3',
    ]);
  });
  test("without a phone neither text nor window; the letter's own deadline passes first", () => {
    expect(play({ debtor: without('phone') })).toEqual([
      '0 email 0',
      '10 email 1',
      '18 letter 1',
      '29 email 2',
      '37 letter 2',
      '46 email 3',
      '56 letter 3',
      '65 court 3',
    ]);
  });
  test('with an e-mail address alone: no letters, and the next stage on the day on which a letter would have to be paid', () => {
    expect(play({ debtor: without('phone', 'address') })).toEqual([
      '0 email 0',
      '10 email 1',
      '28 email 2',
      '44 email 3',
      '63 court 3',
    ]);
  });
  test('with a postal address alone', () => {
    expect(play({ debtor: without('email', 'phone') })).toEqual([
      '0 letter 0',
      '11 letter 1',
      '28 letter 2',
      '44 letter 3',
      '63 court 3',
    ]);
  });
  test('with a phone alone nobody has been asked in writing: nothing is sent', () => {
    expect(play({ debtor: without('email', 'address') })).toEqual([]);
  });
  test('phase 1 skipped', () => {
    expect(play({ procedure: STANDARD_NO_PHASE_1 }).slice(0, 4)).toEqual([
      '0 email 1',
      '0 sms 1',
      '8 letter 1',
      '10 calls 1',
    ]);
  });
  test('anchored to the letter each stage takes eight days more', () => {
    expect(play({ procedure: STANDARD_LETTER_ANCHORED }, 130)).toEqual([
      '0 email 0',
      '10 email 1',
      '10 sms 1',
      '18 letter 1',
      '28 calls 1',
      '42 email 2',
      '42 sms 2',
      '50 letter 2',
      '63 calls 2',
      '74 email 3',
      '74 sms 3',
      '85 letter 3',
      '95 calls 3',
      '109 court 3',
    ]);
  });
  test('it begins on the working day after the last due date of the matter, or with the hand-over', () => {
    expect(play({ claims: [aClaim(1), aClaim(2, { dueOn: day('2026-03-12') })] })[0]).toBe('11 email 0');
    expect(play({ claims: [aClaim(1), aClaim(2, { dueOn: day('2026-03-13') })] })[0]).toBe('14 email 0');
    expect(play({ claims: [aClaim(1), aClaim(2, { dueOn: day('2026-03-20'), matter: M2 })] })[0]).toBe('0 email 0');
  });
  test("a holiday of the debtor's Land moves an act, elsewhere it does not", () => {
    const claims = [aClaim(1, { dueOn: day('2026-06-03') })];
    expect(play({ claims })[0]).toBe('95 email 0');
    expect(play({ claims, debtor: { ...erika, land: 'BE' } })[0]).toBe('94 email 0');
    expect(play({ claims, debtor: without('land') })[0]).toBe('95 email 0');
    expect(play({ claims, debtor: { ...without('land'), address: SOMEWHERE } })[0]).toBe('94 email 0');
    expect([akte(), fold(AKTE, [opened(without('land'), aClaim())])].map((a) => placeOf(a.debtor))).toEqual([
      { lands: ['NW'], postalCode: '44135' },
      { lands: ['NW'], postalCode: '44135' },
    ]);
  });
  test('a debtor with a landline got texts: now there are calls and no text', () => {
    const told = play({ debtor: { ...erika, phone: '+493023125000' } });
    expect(told.filter((l) => l.includes('sms'))).toEqual([]);
    expect(told.some((l) => l.includes('calls'))).toBe(true);
    expect(play({}).some((l) => l.includes('sms'))).toBe(true);
  });
  test('paid in full: nothing more', () => {
    expect(
      play({
        happens: {
          12: [
            {
              kind: 'paid',
              id: PaymentId.parse('p'),
              amount: cents(500_00),
              valueDate: on(12),
              bookedOn: on(12),
              via: 'agency',
              source: '',
            },
          ],
        },
      }),
    ).toEqual(['0 email 0', '10 email 1', '10 sms 1', '12 Erledigt']);
  });
});
