import { checked } from './rows.ts';

test.each([
  [
    'an invoice from before the holiday calendar',
    { invoiceDate: '05.01.2014', dueDate: '19.01.2014' },
    'invoice-date.too-old',
  ],
  ['due in a lifetime', { dueDate: '31.12.2099' }, 'due-date.too-far'],
])('%s is refused at the door, not later in the run', (_, cells, code) => {
  expect(JSON.stringify(checked(cells))).toContain(code);
});
