import { checkCredit, decideCredit } from '../../../domain/account/decide-credit.ts';
import type { Credit } from '../../../domain/akte/akte.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const F2 = ClaimId.parse('F2');
const TODAY = after(20);
/** Two invoices of 120 € each, of 10 January. */
const CASE = opened(erika, aClaim(1), aClaim(2));
const note: Credit = {
  claim: ClaimId.parse('F1'),
  id: 'GS-17',
  amount: cents(50_00),
  on: after(18),
  reason: 'Teilweise Rücksendung',
  by: 'client:MUS',
};
const credited = (more: Partial<Credit> = {}): Fact => ({ kind: 'credited', ...note, ...more });
const given = deciding(decideCredit);

describe('a credit note', () => {
  test('is entered with its own day', () => {
    given(...CASE)
      .when(note, TODAY)
      .then([credited()]);
  });
  test.each<[string, Partial<Credit>]>([
    ['of today', { on: TODAY }],
    ['of the day of the invoice', { on: day('2026-01-10') }],
    ['over all of the claim', { amount: cents(120_00) }],
  ])('may be %s', (_, more) => {
    given(...CASE)
      .when({ ...note, ...more }, TODAY)
      .then([credited(more)]);
  });
  test('under another number is another one, up to what is left of its claim', () => {
    const rest = { id: 'GS-18', amount: cents(70_00) };
    given(...CASE, credited())
      .when({ ...note, ...rest }, TODAY)
      .then([credited(rest)]);
  });
  test('leaves the other claims what they are', () => {
    const other = { id: 'GS-18', claim: F2, amount: cents(120_00) };
    given(...CASE, credited())
      .when({ ...note, ...other }, TODAY)
      .then([credited(other)]);
  });
  test('is entered once: the same again changes nothing, though no more is left', () => {
    const all = { amount: cents(120_00) };
    given(...CASE, credited(all))
      .when({ ...note, ...all, reason: 'noch einmal', by: 'operator:anna' }, TODAY)
      .then([]);
  });
});

describe('what is refused', () => {
  test.each<[Partial<Credit>, string, string]>([
    [{ amount: cents(0) }, 'credit.amount', 'amountCents'],
    [{ amount: cents(-1) }, 'credit.amount', 'amountCents'],
    [{ on: after(21) }, 'credit.future', 'on'],
    [{ on: day('2026-01-09') }, 'credit.before-invoice', 'on'],
    [{ amount: cents(120_01) }, 'credit.too-much', 'amountCents'],
  ])('%j', (change, code, field) => {
    given(...CASE)
      .when({ ...note, ...change }, TODAY)
      .thenRefuses(code, field);
  });
  test('a claim that is not in the Akte', () => {
    given(...CASE)
      .when({ ...note, claim: ClaimId.parse('F9') }, TODAY)
      .thenRefuses('NotFound');
  });
  test('more than is left of the claim', () => {
    given(...CASE, credited())
      .when({ ...note, id: 'GS-18', amount: cents(70_01) }, TODAY)
      .thenRefuses('credit.too-much', 'amountCents');
  });
  test.each<[Partial<Credit>]>([[{ claim: F2 }], [{ amount: cents(49_99) }], [{ on: after(17) }]])(
    'a number that is used for something else: %j',
    (change) => {
      given(...CASE, credited())
        .when({ ...note, ...change }, TODAY)
        .thenRefuses('credit.number-used', 'id');
    },
  );
  test('what is no credit note whatever the Akte holds is refused without it', () => {
    expect(() => checkCredit({ ...note, amount: cents(0) }, TODAY)).toThrow('größer als null');
    expect(() => checkCredit({ ...note, on: after(21) }, TODAY)).toThrow('liegt in der Zukunft');
    expect(() => checkCredit(note, TODAY)).not.toThrow();
  });
});
