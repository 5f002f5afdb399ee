import { placeIn } from '../../../domain/law/place.ts';
import type { Akte, Message } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { HandOverId, MatterId } from '../../../domain/ids.ts';
import { HOLDS, HOLD_GROUNDS, SITUATIONS } from '../../../domain/procedure/holds.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { dayZeroOf, roomFrom, runDays } from '../../../domain/dunning/run-days.ts';
import { AKTE, TERMS, aClaim, erika } from '../../support/akte.ts';

const M1 = MatterId.parse('M1');
const M2 = MatterId.parse('M2');
const days = (more: Partial<Procedure>) => runDays({ ...STANDARD, ...more }, placeIn('NW'));
const akte = (...messages: Message[]): Akte => ({
  ...fold(AKTE, [
    [
      { kind: 'opened', debtor: erika, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims: [
          aClaim(1),
          aClaim(2, { invoiceDate: day('2026-02-10') }),
          aClaim(3, { invoiceDate: day('2026-01-20') }),
        ],
      },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-04-01'),
        matter: M2,
        procedure: { id: 'standard', version: 1 },
        claims: [aClaim(4, { matter: M2, invoiceDate: day('2026-03-20') })],
      },
    ],
  ]),
  messages,
});

describe('the days of a procedure', () => {
  test('deadlines move off weekends and holidays of the Land, unless it counts plain days', () => {
    expect(['2026-06-04', '2026-06-06', '2026-06-05'].map((d) => days({}).move(day(d)))).toEqual([
      '2026-06-05',
      '2026-06-08',
      '2026-06-05',
    ]);
    expect(days({ shift: false }).move(day('2026-06-04'))).toBe('2026-06-04');
  });
  test('messages go on working days, or on Saturdays too but on no holiday, or every day', () => {
    const from = (messageDays: Procedure['messageDays']) =>
      ['2026-06-03', '2026-06-04', '2026-06-06', '2026-06-07'].map((d) => days({ messageDays }).sendFrom(day(d)));
    expect(from('working-days')).toEqual(['2026-06-03', '2026-06-05', '2026-06-08', '2026-06-08']);
    expect(from('monday-to-saturday')).toEqual(['2026-06-03', '2026-06-05', '2026-06-06', '2026-06-08']);
    expect(from('every-day')).toEqual(['2026-06-03', '2026-06-04', '2026-06-06', '2026-06-07']);
  });
});
describe('room for one more contact', () => {
  const taken = ['2026-03-02', '2026-03-04', '2026-03-05'].map(day);
  test('while fewer than the budget were made in seven days, this one included', () => {
    expect([4, 3, 2, 1].map((most) => roomFrom(taken, most, day('2026-03-06')))).toEqual([
      '2026-03-06',
      '2026-03-09',
      '2026-03-11',
      '2026-03-12',
    ]);
  });
  test('what was made later takes none', () => {
    expect([
      roomFrom([day('2026-03-07')], 1, day('2026-03-06')),
      roomFrom([day('2026-03-06')], 1, day('2026-03-06')),
    ]).toEqual(['2026-03-06', '2026-03-13']);
  });
});
test('day 0 is the hand-over, or the latest invoice of the matter', () => {
  const of = akte();
  expect([
    dayZeroOf(of, of.matters[0]!, STANDARD),
    dayZeroOf(of, of.matters[0]!, { ...STANDARD, countsFrom: 'invoiceDate' }),
    dayZeroOf(of, of.matters[1]!, { ...STANDARD, countsFrom: 'invoiceDate' }),
  ]).toEqual(['2026-03-02', '2026-02-10', '2026-03-20']);
});
test('what protects a person is a special situation and counts more than a plan; what the debtor objects counts more than a plan, what was agreed less', () => {
  expect(SITUATIONS).toEqual(['deceased', 'insolvent', 'minor', 'identity', 'represented', 'hardship']);
  expect(HOLD_GROUNDS.filter((g) => HOLDS[g].overPlan)).toEqual([...SITUATIONS, 'dispute', 'proof']);
  expect(HOLD_GROUNDS.slice(-3)).toEqual(['promise', 'deferral', 'paused']);
});
