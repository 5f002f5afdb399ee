import { day } from '../../domain/calendar.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { attachmentKey, invoiceKey } from '../../usecases/invoice-key.ts';

const STW = CreditorId.parse('STW');
const invoice = (invoiceNumber: string, on = '2025-11-03') => ({ invoiceNumber, invoiceDate: day(on) });

test('an invoice lies with its creditor, under its year and number; no number leads out of there', () => {
  expect(invoiceKey(STW, invoice('SW/3001'))).toBe('invoices/STW/2025%20SW%2F3001.pdf');
  expect(invoiceKey(STW, invoice('../x'))).toBe('invoices/STW/2025%20..%2FX.pdf');
});
test('number 17 of one year is another than that of the next', () => {
  expect(invoiceKey(STW, invoice('17'))).not.toBe(invoiceKey(STW, invoice('17', '2026-01-02')));
});
test.each(['Größe.PDF', 'C:\\Rechnungen\\GRÖSSE.pdf'.replace('SS', 'ß'), '/tmp/Gro\u0308ße.pdf'])(
  'a file that a row names as %s is found whatever its case, its folders and the make of its umlauts',
  (name) => {
    expect(attachmentKey(STW, name)).toBe('invoices/STW/anlagen/größe.pdf');
  },
);
