import { arrived, decideAssignment, lineMeant, type Assignment } from '../../../domain/account/decide-assignment.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, TERMS, after, erika } from '../../support/akte.ts';
import { F1, NAME, akteWith, booking, entry, line, wish } from './lines.ts';

const assignment = (more: Partial<Assignment> = {}): Assignment => ({
  id: booking(),
  amount: cents(45_00),
  valueDate: after(0),
  part: false,
  ...more,
});
const of = (valueDate: string) => ({ ...line(), entry: entry({ valueDate: day(valueDate) }) });

describe('the line that is meant', () => {
  test('by its name, or by that of a further booking of it', () => {
    expect(lineMeant(booking())).toBe(NAME);
    expect(lineMeant(booking(2))).toBe(NAME);
  });
  test.each(['api:1', 'bank:', `${booking()}#1`, 'x'])('%s is no name of a line', (id) => {
    expect(() => lineMeant(PaymentId.parse(id))).toThrow(
      expect.objectContaining({ code: 'payment.line', field: 'line', message: expect.stringContaining(`„${id}“`) }),
    );
  });
});

describe('only what arrived is assigned', () => {
  test('money that came in, be it a cent', () => {
    expect(arrived(line(), booking())).toEqual(line());
    const cent = { ...line(), entry: entry({ amount: cents(1) }) };
    expect(arrived(cent, booking())).toBe(cent);
  });
  test('a line on no statement is refused with the place where names stand', () => {
    expect(() => arrived(null, booking())).toThrow(
      expect.objectContaining({
        code: 'payment.line',
        field: 'line',
        message: expect.stringMatching(/keinem eingelesenen.*„bank:0b1c.*nicht-zugeordnet\.csv/),
      }),
    );
  });
  test.each([0, -45_00])('with %s cents no money came in', (amount) => {
    expect(() => arrived({ ...line(), entry: entry({ amount: cents(amount) }) }, booking())).toThrow(
      expect.objectContaining({ code: 'payment.line-outgoing', field: 'line' }),
    );
  });
});

describe('what is to be booked of it', () => {
  test('under the line’s own name no other is given', () => {
    expect(decideAssignment(assignment(), akteWith(), line())).toEqual(wish());
  });
  test('under the name of a further booking, as a part, for a claim, moved', () => {
    const more = { part: true, claim: F1, moved: true };
    expect(decideAssignment(assignment({ id: booking(2), ...more }), akteWith(), line())).toEqual(
      wish({ payment: booking(2), ...more }),
    );
  });
  test('from the day that the bank names', () => {
    for (const valueDate of [after(1), after(-1)])
      expect(() => decideAssignment(assignment({ valueDate }), akteWith(), line())).toThrow(
        expect.objectContaining({
          code: 'payment.line-day',
          field: 'valueDate',
          message: expect.stringContaining(`${AKTE} vom 02.03.2026 an`),
        }),
      );
  });
  test('from the oldest invoice on, where the money came before it', () => {
    const early = assignment({ valueDate: day('2026-01-09') });
    expect(() => decideAssignment(early, akteWith(), of('2026-01-09'))).toThrow('vom 10.01.2026 an');
    const right = { ...early, valueDate: day('2026-01-10') };
    expect(decideAssignment(right, akteWith(), of('2026-01-09')).valueDate).toBe('2026-01-10');
  });
  test('where nothing was handed over, from whatever day the bank names', () => {
    const empty = fold(AKTE, [[{ kind: 'opened', debtor: erika, terms: TERMS }]]);
    const early = assignment({ valueDate: day('2020-01-09') });
    expect(decideAssignment(early, empty, of('2020-01-09')).valueDate).toBe('2020-01-09');
  });
});
