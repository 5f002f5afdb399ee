import fc from 'fast-check';
import { readCamt053 } from '../../../adapters/bank/camt.ts';
import { BankLineId, contentOf, statementOf } from '../../../domain/account/bank.ts';
import { Rejected } from '../../../domain/faults.ts';
import { FEBRUARY, statement } from './a-statement.ts';

const ids = (xml: string): string[] => readCamt053(xml).map((e) => e.id);

describe('what tells payments apart (B1)', () => {
  test('the next month’s equal payment with NONREF, or a number used again, counted as booked and was lost', () => {
    for (const ref of ['NONREF', '4711']) {
      const [a] = ids(statement('S-02', { ...FEBRUARY, ref }));
      const [b] = ids(statement('S-03', { ...FEBRUARY, ref, day: '2026-03-09' }));
      expect(a).not.toBe(b);
    }
  });
  test('the same statement read again names the same lines, two equal ones on it apart', () => {
    const twice = statement('S-02', FEBRUARY, FEBRUARY);
    expect(new Set(ids(twice)).size).toBe(2);
    expect(ids(twice)).toEqual(ids(twice));
  });
  test('the very same line on another statement is another payment that is seen to be alike', () => {
    const [a, b] = ['S-02', 'S-02-again'].map((id) => ids(statement(id, FEBRUARY))[0] ?? '');
    expect([contentOf(BankLineId.parse(a ?? '')), statementOf(BankLineId.parse(a ?? ''))]).toEqual([
      contentOf(BankLineId.parse(b ?? '')),
      expect.any(String),
    ]);
    expect(statementOf(BankLineId.parse(a ?? ''))).not.toBe(statementOf(BankLineId.parse(b ?? '')));
  });
});

describe('a statement in pages (B1)', () => {
  const pages = (...of: string[]): string =>
    statement('S-9').replace(
      /<Stmt>.*<\/Stmt>/,
      of
        .map((page) =>
          statement('S-9', FEBRUARY)
            .replace(/^.*(<Stmt>.*<\/Stmt>).*$/, `$1`)
            .replace('</Id>', page),
        )
        .join(''),
    );
  const paged = (n: number): string => `</Id><StmtPgntn><PgNb>${n}</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>`;
  test('two equal payments on two pages of one file were one: the second was lost in silence', () => {
    for (const file of [pages('</Id>', '</Id>'), pages(paged(1), paged(2))]) {
      expect(new Set(ids(file)).size).toBe(2);
      expect(ids(file)).toEqual(ids(file));
    }
  });
  test('two equal payments on two pages in two files were one: they are seen to be alike, and a person decides', () => {
    const [a = ''] = ids(pages(paged(1)));
    const [b = ''] = ids(pages(paged(2)));
    expect([
      contentOf(BankLineId.parse(a)),
      statementOf(BankLineId.parse(a)) === statementOf(BankLineId.parse(b)),
    ]).toEqual([contentOf(BankLineId.parse(b)), false]);
  });
});

describe('what one line says (B3)', () => {
  const one = (amount: string, more = '') =>
    readCamt053(
      statement('S', FEBRUARY, FEBRUARY).replace(
        /<Amt Ccy="EUR">40.00<\/Amt><CdtDbtInd>CRDT<\/CdtDbtInd>/,
        `${amount}<CdtDbtInd>CRDT</CdtDbtInd>${more}`,
      ),
    );
  test.each([
    ['+149.87', 149_87],
    ['.50', 50],
    ['40.', 40_00],
    ['0040.500', 40_50],
    ['-0.00', 0],
  ])('an amount that the schema allows was refused: %s', (written, amount) => {
    expect(one(`<Amt Ccy="EUR">${written}</Amt>`)[0]).toMatchObject({ amount });
  });
  test.each([
    ['<Amt Ccy="USD">9.00</Amt>', '9.00 USD'],
    ['<Amt Ccy="EUR">.</Amt>', '. EUR'],
    ['<Amt Ccy="EUR">-5.00</Amt>', '-5.00 EUR'],
    ['<Amt Ccy="EUR">1.005</Amt>', '1.005 EUR'],
    ['', 'kein Betrag'],
  ])('a line that cannot be read kept its whole file from being booked: %s', (amount, stated) => {
    const [line, other] = one(amount);
    expect(line).toMatchObject({ amount: 0, stated, doubt: expect.stringMatching(/Bitte mit der Bank klären/) });
    expect(other).toMatchObject({ amount: 40_00 });
    expect(other?.doubt).toBeUndefined();
  });
  test.each(['true', '1'])('a reversal is one however it is written: %s was taken for a payment', (written) => {
    expect(one('<Amt Ccy="EUR">40.00</Amt>', `<RvslInd>${written}</RvslInd>`)[0]).toMatchObject({ reversal: true });
  });
  test('a line without any day is named', () => {
    const xml = statement('S', FEBRUARY).replaceAll(/<(BookgDt|ValDt)>.*?<\/\1>/g, '');
    expect(() => readCamt053(xml)).toThrow('40.00 EUR (Referenz der Bank: NONREF)');
  });
});

test('a file changed anywhere is read, or refused in German by name: never another error, never another sum in silence', () => {
  const xml = statement('S-02', FEBRUARY, { ...FEBRUARY, cents: 1, text: 'x' });
  const change = fc.record({
    at: fc.nat(xml.length),
    drop: fc.nat(12),
    put: fc.string({ unit: 'binary', maxLength: 6 }),
  });
  fc.assert(
    fc.property(change, ({ at, drop, put }) => {
      try {
        for (const line of readCamt053(xml.slice(0, at) + put + xml.slice(at + drop)))
          expect(Number.isSafeInteger(line.amount)).toBe(true);
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        expect(error.code).toMatch(/^bank\./);
      }
    }),
    { numRuns: 2_000 },
  );
});
