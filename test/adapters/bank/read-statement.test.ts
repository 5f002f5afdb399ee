import { READERS, readStatement } from '../../../adapters/bank/read-statement.ts';
import { FUNCTIONS } from '../../../lib/functions.ts';
import { camt053 } from '../../../local/payments.ts';

const line = { id: 'b1', cents: 12_990, text: 'AZ MUS-4F7K-2QXR', payer: 'Zahlerin & Söhne' };
const bytes = new TextEncoder().encode(camt053({ iban: 'DE02120300000000202051', day: '2026-03-08', lines: [line] }));

test('a statement is read by the end of its name, as the bank has written it', () => {
  expect(readStatement('bank/auszug.xml', bytes)).toMatchObject([{ amount: 12_990, payerName: 'Zahlerin & Söhne' }]);
});

test('what has another name is refused with the names there are', () => {
  expect(() => readStatement('bank/auszug.pdf', bytes)).toThrow(
    expect.objectContaining({
      code: 'bank.format',
      message: 'Die Datei bank/auszug.pdf hat kein Format, das gelesen wird; ihr Name endet auf .xml.',
    }),
  );
});

test('a format that raises no event is never read: each end of a name is watched for, and no other', () => {
  const watched = FUNCTIONS.BankStatementArrived.calledBy.files;
  expect([...watched].sort()).toEqual(
    Object.keys(READERS)
      .map((end) => `bank/*${end}`)
      .sort(),
  );
});

test('the list of what could not be booked lies beside its statement and is none', () => {
  expect(Object.keys(READERS).filter((end) => 'auszug.xml.nicht-zugeordnet.csv'.endsWith(end))).toEqual([]);
});
