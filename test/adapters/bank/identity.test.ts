import { named, type Line, type Statement } from '../../../adapters/bank/identity.ts';
import { day } from '../../../domain/calendar.ts';
import { contentOf, statementOf } from '../../../domain/account/bank.ts';
import { cents } from '../../../domain/money.ts';

const statement = (...names: string[]): Statement => ({ account: 'DE02', names, seen: new Map() });
const line = (more: Partial<Line> = {}): Line => ({
  account: 'DE02',
  bookedOn: day('2026-03-08'),
  valueDate: day('2026-03-08'),
  amount: cents(500),
  remittance: 'Rate',
  reversal: false,
  says: ['Rate', 'NONREF'],
  ...more,
});

test('a line is the same in every file of its statement; what it says beside its id is kept as it is', () => {
  const { says, ...rest } = line();
  const read = named(statement('7'), line());
  expect(named(statement('7'), line())).toEqual(read);
  expect(says).toEqual(['Rate', 'NONREF']);
  expect(read).toEqual({ id: read.id, ...rest });
});
test('two equal lines of one statement were one payment: they are two, whatever the bank calls them', () => {
  const one = statement('7');
  const [first, second, third] = [1, 2, 3].map(() => named(one, line()).id);
  expect([second, third]).toEqual([`${first}.2`, `${first}.3`]);
});
test('the same line on another statement is another line that says the same', () => {
  const a = named(statement('7'), line()).id;
  const b = named(statement('8'), line()).id;
  expect(contentOf(a)).toBe(contentOf(b));
  expect(statementOf(a)).not.toBe(statementOf(b));
});
test.each<[string, Partial<Line>]>([
  ['the day it was booked', { bookedOn: day('2026-03-09') }],
  ['the day it counts from', { valueDate: day('2026-03-07') }],
  ['the amount', { amount: cents(501) }],
  ['that it takes another back', { reversal: true }],
  ['the account', { account: 'DE03' }],
  ['what the bank says of it', { says: ['Rate', 'R2'] }],
])('%s makes another line', (_, more) => {
  expect(contentOf(named(statement('7'), line(more)).id)).not.toBe(contentOf(named(statement('7'), line()).id));
});
