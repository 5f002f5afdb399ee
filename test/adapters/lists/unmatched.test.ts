import Papa from 'papaparse';
import { unmatchedCsv } from '../../../adapters/lists/unmatched.ts';
import { BankLineId } from '../../../domain/account/bank.ts';
import { day } from '../../../domain/calendar.ts';
import { cents, ZERO } from '../../../domain/money.ts';

const entry = {
  id: BankLineId.parse('abc.s1'),
  account: 'DE02',
  bookedOn: day('2026-03-08'),
  valueDate: day('2026-03-09'),
  amount: cents(12_990),
  remittance: 'Rechnung "17"; danke',
  reversal: false,
};
const read = (text: string): unknown => Papa.parse(text.slice(1), { delimiter: ';', skipEmptyLines: true }).data;

test('a line stands there with its days, what was paid by whom, why it is for a person, and the name it is booked under', () => {
  const text = unmatchedCsv([{ entry: { ...entry, payerName: 'Erika Beispiel' }, reason: 'Keine Akte genannt.' }]);
  expect(read(text)).toEqual([
    ['Buchungstag', 'Wertstellung', 'Betrag', 'Zahler', 'Verwendungszweck', 'Grund', 'Kennung der Buchung'],
    [
      '08.03.2026',
      '09.03.2026',
      '129,90\u00a0€',
      'Erika Beispiel',
      'Rechnung "17"; danke',
      'Keine Akte genannt.',
      'bank:abc.s1',
    ],
  ]);
});
test('a payer who writes a formula runs nothing; an amount that is none in euro is shown as the bank says it', () => {
  const text = unmatchedCsv([
    { entry: { ...entry, payerName: '=1+1', remittance: '@x', amount: ZERO, stated: '9.00 USD' }, reason: 'x' },
  ]);
  expect(read(text)).toMatchObject([{}, ['08.03.2026', '09.03.2026', '9.00 USD', "'=1+1", "'@x", 'x', 'bank:abc.s1']]);
});
