import fc from 'fast-check';
import { readCamt053 } from '../../../adapters/bank/camt.ts';
import { contentOf, statementOf } from '../../../domain/account/bank.ts';
import { Rejected } from '../../../domain/faults.ts';

type Line = Readonly<{ day: string; cents: number; ref?: string; text: string; details?: string }>;
const euros = (cents: number): string => (cents / 100).toFixed(2);
const details = (text: string): string =>
  `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`;
const ntry = ({ day, cents, ref, text, details: given }: Line): string =>
  [
    `<Ntry><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>`,
    `<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>`,
    ref ? `<AcctSvcrRef>${ref}</AcctSvcrRef>` : '',
    `<NtryDtls>${given ?? details(text)}</NtryDtls></Ntry>`,
  ].join('');
const statement = (id: string, ...lines: Line[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">',
    `<BkToCstmrStmt><Stmt><Id>${id}</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>`,
    ...lines.map(ntry),
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('');
const FEBRUARY = { day: '2026-02-09', cents: 40_00, ref: 'NONREF', text: 'MUS-4F7K-2QXR Rate' };
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
    expect([contentOf(a ?? ''), statementOf(a ?? '')]).toEqual([contentOf(b ?? ''), expect.any(String)]);
    expect(statementOf(a ?? '')).not.toBe(statementOf(b ?? ''));
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
    expect([contentOf(a), statementOf(a) === statementOf(b)]).toEqual([contentOf(b), false]);
  });
});

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

describe('characters (B6)', () => {
  test('numeric references were kept as text: they are decoded', () => {
    expect(
      readCamt053(statement('S', { ...FEBRUARY, text: 'M&#252;ller &#xDF; &amp; S&#246;hne' }))[0]?.remittance,
    ).toBe('Müller ß & Söhne');
  });
  test.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]>', 'bank.doctype'],
    ['a name that XML does not know', '<a>&euro;</a>', 'bank.entity'],
    ['a character that is none', '<a>&#0;</a>', 'bank.entity'],
    ['half a file', '<Document><BkToCstmrStmt>', 'bank.not-xml'],
  ])('%s is refused by name', (_, text, code) => {
    expect(() => readCamt053(text)).toThrow(expect.objectContaining({ name: 'Rejected', code }));
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
