import {
  BankLineId,
  amountInWords,
  bookingIdOf,
  contentOf,
  lineIdOf,
  restOf,
  statementOf,
} from '../../../domain/account/bank.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { NAME, line, share } from './lines.ts';

test('the payments that a line becomes bear its name and their number, and lead back to it', () => {
  expect([bookingIdOf(NAME), bookingIdOf(NAME, 2), bookingIdOf(NAME, 12)]).toEqual([
    `bank:${NAME}`,
    `bank:${NAME}#2`,
    `bank:${NAME}#12`,
  ]);
  for (const n of [1, 2, 9, 10, 12]) expect(lineIdOf(bookingIdOf(NAME, n))).toBe(NAME);
});
test('a payment that is no line of a bank statement leads to none', () => {
  const others = [`kasse:${NAME}`, `x-bank:${NAME}`, 'bank:', `bank:${NAME}#1`, `bank:${NAME}#02`, `bank:${NAME}#2#3`];
  for (const other of others) expect(lineIdOf(PaymentId.parse(other))).toBeNull();
});
test('the name of a line tells what it says and on which statement it stands', () => {
  const [of, again, bare] = ['abc.def', 'abc.def.2', 'abc'].map((id) => {
    const name = BankLineId.parse(id);
    return [contentOf(name), statementOf(name)];
  });
  expect(of).toEqual(['abc', 'def']);
  expect(again).toEqual(['abc', 'def']);
  expect(bare).toEqual(['abc', '']);
});
test('what of a line is booked nowhere is the rest of the shares whose payments stand', () => {
  expect(restOf(line(), [])).toBe(45_00);
  expect(restOf(line(share(20_00), share(10_00)), [share(20_00)])).toBe(25_00);
});
test('an amount that is none in euro is read as the statement has it', () => {
  expect(amountInWords({ amount: cents(45_00) })).toBe('45,00\u00a0€');
  expect(amountInWords({ amount: cents(0), stated: '9.00 USD' })).toBe('9.00 USD');
});
