import { endToEndIdsIn, painXml } from '../../../adapters/bank/pain.ts';
import { day } from '../../../domain/calendar.ts';
import { cents } from '../../../domain/money.ts';
import type { TransferOrder } from '../../../domain/account/bank.ts';
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
test('an order is read back by the end-to-end ids of its transfers, one or several, and not where it is damaged', () => {
  const [transfer] = order().transfers;
  expect(endToEndIdsIn(painXml(order()))).toEqual(['MW-2026-03-MUS', 'MW-2026-03-STW']);
  expect(endToEndIdsIn(painXml(order({ transfers: [transfer!] })))).toEqual(['MW-2026-03-MUS']);
  expect(() => endToEndIdsIn(painXml(order()).slice(0, -20))).toThrow(
    expect.objectContaining({ code: 'bank.not-xml' }),
  );
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
