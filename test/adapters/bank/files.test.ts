import { readCamt053 } from '../../../adapters/bank/camt.ts';
import { painXml } from '../../../adapters/bank/pain.ts';
import { day } from '../../../domain/calendar.ts';
import { cents } from '../../../domain/money.ts';
import type { TransferOrder } from '../../../domain/account/bank.ts';
import { camt053 } from '../../../local/payments.ts';
import { validate } from '../../support/xsd.ts';

const order = (more: Partial<TransferOrder> = {}): TransferOrder => ({
  messageId: 'MW-2026-03',
  createdAt: '2026-04-01T06:00:00.000Z',
  executionDay: day('2026-04-01'),
  payer: { name: 'Rheinbogen Inkasso GmbH Fremdgeld', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
  transfers: [
    {
      endToEndId: 'MW-2026-03-MUS',
      amount: cents(1),
      payee: 'Müller & Söhne <GmbH> 🙂'.padEnd(200, 'x'),
      iban: 'DE02500105170137075030',
      remittance: 'Auszahlung MW-2026-03-MUS',
    },
    {
      endToEndId: 'MW-2026-03-STW',
      amount: cents(999_999_999),
      payee: 'Stadtwerke Beispiel',
      iban: 'DE02100500000054540402',
      bic: 'BELADEBE',
      remittance: 'Größe „“ – €',
    },
  ],
  ...more,
});

test("the payment order is valid against the bank's schema, whatever names stand in it, and always the same", () => {
  const xml = painXml(order());
  expect(() => {
    validate(xml, 'pain.001.001.09');
  }).not.toThrow();
  expect(xml).toContain('<CtrlSum>10000000.00</CtrlSum>');
  expect(xml).toContain('<NbOfTxs>2</NbOfTxs>');
  expect(painXml(order())).toBe(xml);
});
test('the check can fail: an unknown charge bearer is not valid', () => {
  expect(() => {
    validate(painXml(order()).replace('<ChrgBr>SLEV</ChrgBr>', '<ChrgBr>NONE</ChrgBr>'), 'pain.001.001.09');
  }).toThrow();
});
test('an order without transfers is refused', () => {
  expect(() => painXml(order({ transfers: [] }))).toThrow(expect.objectContaining({ code: 'pain.empty' }));
});
test('payees had dots where their letters were not German', () => {
  const [transfer] = order().transfers;
  const xml = painXml(order({ transfers: [{ ...transfer!, payee: 'Łódź-Handel Błażej & Söhne' }] }));
  expect(xml).toContain('<Nm>Lodz-Handel Blazej + Soehne</Nm>');
});
test('a payee whose letters have no spelling at a bank is refused by name', () => {
  const [transfer] = order().transfers;
  expect(() => painXml(order({ transfers: [{ ...transfer!, payee: '漢字 GmbH' }] }))).toThrow(
    expect.objectContaining({ code: 'pain.name' }),
  );
});

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
