import { readCamt053 } from '../../../adapters/bank/camt.ts';
import { camt053 } from '../../../local/payments.ts';
import { validate } from '../../support/xsd.ts';

const statement = camt053({
  iban: 'DE02120300000000202051',
  day: '2026-03-08',
  lines: [
    { id: 'b1', cents: 12_990, reference: 'RF18MUS4F7K2QXR', text: '', payer: 'Zahlerin & Co' },
    { id: 'b2', cents: 1, text: 'az MUS-4F7K-2QXR', payer: 'x' },
  ],
});
test("the demo's statements are real camt.053", () => {
  expect(() => {
    validate(statement, 'camt.053.001.08');
  }).not.toThrow();
});
test('lines are read with amount, days, reference and payer', () => {
  expect(readCamt053(statement)).toMatchObject([
    {
      amount: 12_990,
      valueDate: '2026-03-08',
      bookedOn: '2026-03-08',
      reference: 'RF18MUS4F7K2QXR',
      payerName: 'Zahlerin & Co',
      account: 'DE02120300000000202051',
      reversal: false,
    },
    { amount: 1, remittance: 'az MUS-4F7K-2QXR' },
  ]);
});
test('a line has the same id in every file; two equal payments without a bank reference have two', () => {
  const twice = camt053({
    iban: 'DE02120300000000202051',
    day: '2026-03-08',
    lines: [1, 2].map(() => ({ id: '', cents: 500, text: 'Rate', payer: 'x' })),
  }).replaceAll(/<AcctSvcrRef><\/AcctSvcrRef>/g, '');
  const ids = readCamt053(twice).map((e) => e.id);
  expect(new Set(ids).size).toBe(2);
  expect(readCamt053(twice).map((e) => e.id)).toEqual(ids);
});
test('a batch is read as its single payments, a debit as negative, a return as one, what is only noted not at all', () => {
  const batch = statement.replace(
    /<Ntry>[\s\S]*<\/Ntry>/,
    `<Ntry><Amt Ccy="EUR">3.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
      <BookgDt><Dt>2026-03-08</Dt></BookgDt><NtryDtls>
      <TxDtls><Amt Ccy="EUR">1.00</Amt></TxDtls><TxDtls><Amt Ccy="EUR">2.00</Amt></TxDtls></NtryDtls></Ntry>
    <Ntry><Amt Ccy="EUR">9.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></Sts>
      <BookgDt><Dt>2026-03-08</Dt></BookgDt></Ntry>
    <Ntry><Amt Ccy="EUR">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry>`,
  );
  expect(readCamt053(batch).map((e) => [e.amount, e.reversal])).toEqual([
    [100, false],
    [200, false],
    [-900, true],
  ]);
});
test.each([
  ['not XML', 'hello', 'bank.not-xml'],
  ['another document', '<Document><Other/></Document>', 'bank.not-camt053'],
  ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Document>&b;</Document>', 'bank.doctype'],
])('%s is refused whole', (_, xml, code) => {
  expect(() => readCamt053(xml)).toThrow(expect.objectContaining({ name: 'Rejected', code }));
});
