import fc from 'fast-check';
import { readCamt053 } from '../../../adapters/bank/camt.ts';
import { bookingIdOf, contentOf, statementOf } from '../../../domain/bank.ts';
import { Rejected } from '../../../domain/faults.ts';

type Line = Readonly<{ day: string; cents: number; ref?: string; text: string; details?: string }>;
const euros = (cents: number): string => (cents / 100).toFixed(2);
const ntry = ({ day, cents, ref, text, details }: Line): string =>
  `<Ntry><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>${ref ? `<AcctSvcrRef>${ref}</AcctSvcrRef>` : ''}<NtryDtls>${details ?? `<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`}</NtryDtls></Ntry>`;
const statement = (id: string, ...lines: Line[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>${id}</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>${lines.map(ntry).join('')}</Stmt></BkToCstmrStmt></Document>`;
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
    const [a, b] = ['S-02', 'S-02-again'].map((id) => bookingIdOf(ids(statement(id, FEBRUARY))[0] ?? ''));
    expect([contentOf(a ?? ''), statementOf(a ?? '')]).toEqual([contentOf(b ?? ''), expect.any(String)]);
    expect(statementOf(a ?? '')).not.toBe(statementOf(b ?? ''));
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
  test('where nothing explains what is missing, no part is booked: each is for a person', () => {
    const lines = batch(195_00, part(100_00) + part(100_00));
    expect(lines.every((l) => l.doubt?.includes('weniger angekommen'))).toBe(true);
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
