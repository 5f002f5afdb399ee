import fc from 'fast-check';
import { readCamt053 } from '../../../adapters/bank/camt.ts';
import { FEBRUARY, euros, statement } from './a-statement.ts';

describe('never more than arrived (B5)', () => {
  const part = (cents: number, more = ''): string =>
    `<TxDtls><Amt Ccy="EUR">${euros(cents)}</Amt><RmtInf><Ustrd>MUS-4F7K-2QXR</Ustrd></RmtInf>${more}</TxDtls>`;
  const charges = '<Chrgs><Rcrd><Amt Ccy="EUR">5.00</Amt></Rcrd></Chrgs>';
  const batch = (cents: number, details: string) => readCamt053(statement('S', { ...FEBRUARY, cents, details }));
  test('parts of 200.00 in a booking of 195.00 were booked as 200.00: the bank’s charges are taken off', () => {
    const lines = batch(195_00, part(100_00) + part(100_00, charges));
    expect(lines.map((l) => [l.amount, l.doubt])).toEqual([
      [100_00, undefined],
      [95_00, undefined],
    ]);
  });
  test('where nothing explains what is missing, no part is booked: what arrived is one line for a person', () => {
    const lines = batch(195_00, part(100_00) + part(100_00));
    expect(lines).toMatchObject([{ amount: 195_00, doubt: expect.stringContaining('weniger angekommen') }]);
  });
  test('what a booking has over its parts is a line of its own for a person', () => {
    const lines = batch(210_00, part(100_00) + part(100_00));
    expect(lines.map((l) => [l.amount, l.doubt === undefined])).toEqual([
      [100_00, true],
      [100_00, true],
      [10_00, false],
    ]);
  });
});

describe('one payment that is not the whole booking (B5)', () => {
  const detail = (cents: number, more = ''): string =>
    `<TxDtls><Amt Ccy="EUR">${euros(cents)}</Amt><RmtInf><Ustrd>MUS-4F7K-2QXR</Ustrd></RmtInf>${more}</TxDtls>`;
  const read = (details: string, entry = '') =>
    readCamt053(
      statement('S', { ...FEBRUARY, cents: 195_00, details }).replace('<NtryDtls>', `${entry}<NtryDtls>`),
    ).map((l) => [l.amount, l.doubt === undefined]);
  const of = (n: number): string => `<Btch><NbOfTxs>${n}</NbOfTxs></Btch>`;
  test('a batch of which the bank names one payment was credited to its payer whole', () => {
    for (const more of ['', of(2)])
      expect(read(more + detail(100_00))).toEqual([
        [100_00, true],
        [95_00, false],
      ]);
  });
  test('one payment of a batch without its amount is not the batch', () => {
    const bare = '<TxDtls><RmtInf><Ustrd>MUS-4F7K-2QXR</Ustrd></RmtInf></TxDtls>';
    expect(read(of(2) + bare)).toEqual([[195_00, false]]);
    expect(read(bare + bare)).toEqual([[195_00, false]]);
    expect(read(of(1) + bare)).toEqual([[195_00, true]]);
  });
  test('200.00 of which 195.00 came were booked as 195.00, and nobody heard of the rest', () => {
    expect(read(detail(200_00))).toEqual([[195_00, false]]);
  });
  test('what the bank kept for itself explains it, wherever the bank says so', () => {
    const records = '<Chrgs><Rcrd><Amt Ccy="EUR">5.00</Amt></Rcrd></Chrgs>';
    const version2 = '<Chrgs><Amt Ccy="EUR">5.00</Amt></Chrgs>';
    for (const charges of [records, version2]) {
      expect(read(detail(200_00, charges))).toEqual([[195_00, true]]);
      expect(read(detail(200_00), charges)).toEqual([[195_00, true]]);
    }
  });
  test('what a payer sent in another currency is what arrived of it', () => {
    expect(read(detail(210_00).replace('EUR', 'USD'))).toEqual([[195_00, true]]);
  });
  test('credits and debits in one batch are for a person, also where their sum without signs fits', () => {
    const debit = '<CdtDbtInd>DBIT</CdtDbtInd>';
    expect(read(detail(100_00) + detail(95_00).replace('<RmtInf>', `${debit}<RmtInf>`))).toEqual([[195_00, false]]);
  });
  test('whatever its parts and charges say: lines of a booking are never more than it, and all of it is told', () => {
    const part = fc.record({ cents: fc.nat(300_00), charges: fc.option(fc.nat(10_00)), debit: fc.boolean() });
    const batch = fc.record({
      total: fc.nat(400_00),
      count: fc.option(fc.nat(4)),
      parts: fc.array(part, { maxLength: 4 }),
    });
    const xml = ({ total, count, parts }: typeof batch extends fc.Arbitrary<infer B> ? B : never): string =>
      statement('S', {
        ...FEBRUARY,
        cents: total,
        details:
          (count === null ? '' : of(count)) +
          parts
            .map(({ cents, charges, debit }) =>
              detail(
                cents,
                charges === null ? '' : `<Chrgs><Rcrd><Amt Ccy="EUR">${euros(charges)}</Amt></Rcrd></Chrgs>`,
              ).replace('<RmtInf>', debit ? '<CdtDbtInd>DBIT</CdtDbtInd><RmtInf>' : '<RmtInf>'),
            )
            .join(''),
      });
    fc.assert(
      fc.property(batch, (of) => {
        expect(readCamt053(xml(of)).reduce((n, l) => n + l.amount, 0)).toBe(of.total);
      }),
    );
  });
});
