import Papa from 'papaparse';
import { payoutCsv } from '../../../adapters/reports/payout-csv.ts';
import { cents } from '../../../domain/money.ts';
import { payoutLine, statement } from '../../support/notices.ts';

const read = (csv: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv.slice(1), { header: true, delimiter: ';', skipEmptyLines: true }).data;

describe('the payout for a spreadsheet', () => {
  const csv = payoutCsv(
    statement([payoutLine(1), payoutLine(2, { via: 'creditor', received: cents(123_456), overpaid: cents(-5) })]),
  );
  test('opens in a German spreadsheet: mark, semicolons, decimal commas, line ends', () => {
    expect(csv).toMatch(/^\ufeffAbrechnung;Aktenzeichen;/);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(read(csv)[1]).toMatchObject({
      Eingang: '1234,56',
      Überzahlung: '-0,05',
      'Eingang bei': 'Gläubiger',
      Wertstellung: '10.03.2026',
      Rechnungen: 'RE-2026-0002',
    });
  });
  test('ends in the sums by place and the sum of all', () => {
    expect(
      read(csv)
        .slice(2)
        .map((r) => [r['Abrechnung'], r['Eingang']]),
    ).toEqual([
      ['Summe Eingang bei uns', '161,23'],
      ['Summe Eingang beim Gläubiger', '1234,56'],
      ['Summe', '1395,79'],
    ]);
  });
  test('every row has as many cells as the head', () => {
    expect(
      new Set(
        csv
          .trimEnd()
          .split('\r\n')
          .map((l) => l.split(';').length),
      ).size,
    ).toBe(1);
  });
  test.each(['=1+1', '+49 (0)151', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1'])(
    'a name such as %j is text, no formula',
    (debtorName) => {
      expect(read(payoutCsv(statement([payoutLine(1, { debtorName })])))[0]!['Schuldner']).toBe(`'${debtorName}`);
    },
  );
  test.each(['-2', '+49 151', '-161,23'])('a plain number such as %j stays as it is', (debtorName) => {
    expect(read(payoutCsv(statement([payoutLine(1, { debtorName })])))[0]!['Schuldner']).toBe(debtorName);
  });
  test('what bounced is a line with negative amounts and its reason', () => {
    const [line, sums] = read(
      payoutCsv(
        statement([
          payoutLine(1, {
            received: cents(-16_123),
            toPrincipal: cents(-12_990),
            toInterest: cents(-43),
            toFees: cents(-3_090),
            correction: 'Zurückgebucht: kein Guthaben',
          }),
        ]),
      ),
    );
    expect(line).toMatchObject({
      Eingang: '-161,23',
      Hauptforderung: '-129,90',
      Zinsen: '-0,43',
      Inkassokosten: '-30,90',
      Bemerkung: 'Zurückgebucht: kein Guthaben',
    });
    expect(sums).toMatchObject({ Abrechnung: 'Summe Eingang bei uns', Eingang: '-161,23' });
  });
  test('separators and quotes inside a name stay inside', () => {
    expect(read(payoutCsv(statement([payoutLine(1, { debtorName: 'A; "B"\nC' })])))[0]!['Schuldner']).toBe('A; "B"\nC');
  });
});
