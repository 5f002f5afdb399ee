import { BankLineId, bookingIdOf } from '../../../domain/account/bank.ts';
import { checkReversal, decideReversal, type Reversal } from '../../../domain/account/decide-reversal.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, aClaim, after, erika, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const TODAY = after(20);
const LINE = BankLineId.parse('0b1c2d3e.4f5a6b7c');
const OTHER_LINE = BankLineId.parse('9f8e7d6c.4f5a6b7c');
const BOOKED = bookingIdOf(LINE);
const paid = (id: string): Fact => ({
  kind: 'paid',
  id: PaymentId.parse(id),
  amount: cents(45_00),
  valueDate: after(10),
  bookedOn: after(10),
  via: 'agency',
  source: 'camt.053',
});
const reversal: Reversal = { payment: BOOKED, reason: 'Lastschrift zurückgegeben', by: 'operator:anna' };
const reversed = (payment = BOOKED, on = TODAY): Fact => ({ kind: 'reversed', ...reversal, payment, on });
const CASE = [...opened(erika, aClaim()), paid(BOOKED), paid('api:1')];
const given = deciding(decideReversal);

describe('a payment is taken back', () => {
  test('on the day on which somebody says so, with the reason', () => {
    given(...CASE)
      .when(reversal, TODAY)
      .then([reversed()]);
  });
  test('alone: another one stays', () => {
    given(...CASE, reversed(PaymentId.parse('api:1')))
      .when(reversal, TODAY)
      .then([reversed()]);
  });
  test('once: the same again changes nothing, whatever is said of it', () => {
    given(...CASE, reversed(BOOKED, after(15)))
      .when({ ...reversal, reason: 'noch einmal', by: 'operator:ben' }, TODAY)
      .then([]);
  });
});

describe('what of its line was booked since', () => {
  const anew = bookingIdOf(LINE, 2);
  test('has a name of its own, which is asked for', () => {
    given(...CASE, reversed(), paid(anew))
      .when(reversal, TODAY)
      .thenRefuses('reversal.booked-anew', 'payment');
    given(...CASE, reversed(), paid(anew))
      .when({ ...reversal, payment: anew }, TODAY)
      .then([reversed(anew)]);
  });
  test('is named with its amount, and with the command that takes it back', () => {
    const akte = fold(AKTE, [[...CASE, reversed(), paid(anew)]]);
    const refused = () => decideReversal(reversal, akte, TODAY);
    expect(refused).toThrow(`gebucht: ${anew} (45,00\u00a0€).`);
    expect(refused).toThrow(`(Befehl: mahnwerk akte rueckbuchung ${AKTE} --zahlung ${anew} --grund "…").`);
  });
  test('and was taken back as well is nothing to ask for', () => {
    given(...CASE, reversed(), paid(anew), reversed(anew))
      .when(reversal, TODAY)
      .then([]);
  });
  test('is none of another line, nor of what no bank has booked', () => {
    given(...CASE, reversed(), paid(bookingIdOf(OTHER_LINE)))
      .when(reversal, TODAY)
      .then([]);
    given(...CASE, paid('api:2'), reversed(PaymentId.parse('api:1')))
      .when({ ...reversal, payment: PaymentId.parse('api:1') }, TODAY)
      .then([]);
  });
});

describe('what is refused', () => {
  test('no reason, before anything else', () => {
    given(...CASE)
      .when({ ...reversal, payment: PaymentId.parse('bank:unknown'), reason: ' ' }, TODAY)
      .thenRefuses('reversal.reason', 'reason');
    expect(() => checkReversal({ reason: '' })).toThrow('Grund der Rückbuchung');
    expect(() => checkReversal(reversal)).not.toThrow();
  });
  test('a payment that is not in the Akte', () => {
    given(...CASE)
      .when({ ...reversal, payment: PaymentId.parse('bank:unknown') }, TODAY)
      .thenRefuses('NotFound');
  });
});
