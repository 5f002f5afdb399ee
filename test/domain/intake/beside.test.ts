import { besideIn, refusedFor, speaksOf, unexplained, type Speaks } from '../../../domain/intake/beside.ts';
import { cents } from '../../../domain/money.ts';

test.each<[Speaks, string[]]>([
  ['of kind', ['Typ', 'Kennzeichen', 'Vorgang']],
  ['of payment', ['Bezahlt netto', 'Eingang Konto', 'Zahlbetrag', 'Preisnachlass', 'Abschlag', 'received']],
  ['of rest', ['unbezahlt', 'Saldo', 'Restforderung', 'amount due']],
  ['perhaps of payment', ['bezahlt von', 'Gutschein']],
  ['perhaps of rest', ['offen seit', 'Restliches']],
  ['of nothing', ['Zahlungsziel', 'Anzahl', 'Steuersatz', 'Versandkosten', 'Skonto %', 'Lieblingsfarbe']],
])('a heading nobody knows speaks %s', (speaks, headings) => {
  expect(headings.map((heading) => [heading, speaksOf(heading)])).toEqual(headings.map((h) => [h, speaks]));
});

describe('what a cell says beside the claim', () => {
  const HEADING = 'Spalte';
  test('a word that says it all, under any heading; the kind of a document only where that is asked', () => {
    expect(besideIn(HEADING, 'of nothing', 'Gutschrift')).toMatchObject({ kind: 'telling' });
    expect(besideIn(HEADING, 'of kind', 'GU')).toMatchObject({ kind: 'telling' });
    expect(besideIn(HEADING, 'of kind', 'Rechnung')).toBeUndefined();
    expect(besideIn(HEADING, 'of nothing', 'GU')).toBeUndefined();
  });
  test('an amount under a heading that speaks of money; none of nothing', () => {
    expect(besideIn(HEADING, 'of payment', '29,90')).toMatchObject({ kind: 'payment' });
    expect(besideIn(HEADING, 'of rest', '29,90')).toMatchObject({ kind: 'rest', value: 29_90 });
    expect(besideIn(HEADING, 'of payment', '0,00')).toBeUndefined();
    expect(besideIn(HEADING, 'of payment', '-')).toBeUndefined();
    expect(besideIn(HEADING, 'of nothing', '29,90')).toBeUndefined();
  });
  test('where the heading may mean something else, only what is written as money', () => {
    expect(besideIn(HEADING, 'perhaps of rest', '29,90')).toMatchObject({ kind: 'rest' });
    expect(besideIn(HEADING, 'perhaps of rest', '14')).toBeUndefined();
    expect(besideIn(HEADING, 'of rest', '14')).toMatchObject({ kind: 'rest', value: 14_00 });
  });
});

describe('what says nothing beside the claim', () => {
  test('an offer, or how the invoice is to be paid, under the kind of a document', () => {
    for (const cell of ['Angebot', 'Bank', 'Lastschrift', ' Überweisung ', 'SKONTO'])
      expect(besideIn('Typ', 'of kind', cell)).toBeUndefined();
    expect(besideIn('Typ', 'of kind', 'Zahlung')).toMatchObject({ kind: 'telling' });
  });
  test('an amount under the kind of a document, or under a heading that speaks of nothing', () => {
    expect(besideIn('Typ', 'of kind', '29,90')).toBeUndefined();
    expect(besideIn('Farbe', 'of nothing', '29,90')).toBeUndefined();
  });
  test('words, a percentage, a truth value or a day where money is spoken of', () => {
    for (const cell of ['viel', '', '-', '12 %', 'WAHR', 'Nr. 5', '05.01.26'])
      for (const speaks of ['of payment', 'of rest'] as const) expect(besideIn('X', speaks, cell)).toBeUndefined();
  });
});

test('under a heading that perhaps speaks of a payment, what is written as money is one: nobody is dunned for what was paid', () => {
  for (const cell of ['29,90', '1.234,5', '14 €', '14 EUR', 'eur14', '1,234.56', '(1,234.56)', '-29,90'])
    expect(besideIn('bezahlt von', 'perhaps of payment', cell)).toMatchObject({ kind: 'payment' });
  // A number, a day, a name with those letters, digits behind: none of it is written as money.
  for (const cell of ['14', '1.234', '05.01.26', 'Meur 14', '12,345', '5 %'])
    expect(besideIn('bezahlt von', 'perhaps of payment', cell)).toBeUndefined();
});

test.each([
  ['29,90', 29_90],
  ['1,234.56', 1_234_56],
  ['-1,234.56', -1_234_56],
  ['1.234', undefined],
  ['14,00 USD', undefined],
  ["1,234'567.89", undefined],
])('what „%s“ says is open', (cell, value) => {
  expect(besideIn('Saldo', 'of rest', cell)).toEqual({ kind: 'rest', heading: 'Saldo', cell, value });
});

describe('a row with that beside it', () => {
  test('is refused for money or a word, not for a rest', () => {
    expect(refusedFor({ kind: 'telling', heading: 'X', cell: 'Storno' })?.code).toBe('column.telling');
    expect(refusedFor({ kind: 'payment', heading: 'X', cell: '5,00' })?.code).toBe('column.payment');
    expect(refusedFor({ kind: 'rest', heading: 'X', cell: '5,00', value: cents(5_00) })).toBeUndefined();
  });
  test('goes with a rest that is the claim, or more than the whole invoice', () => {
    const rest = (value: number | undefined) =>
      unexplained(
        { kind: 'rest', heading: 'X', cell: '5,00', value: value === undefined ? undefined : cents(value) },
        cents(100_00),
        cents(120_00),
      )?.code;
    expect([100_00, 120_01].map(rest)).toEqual([undefined, undefined]);
    expect([99_99, 120_00, undefined].map(rest)).toEqual(['column.amount', 'column.amount', 'column.amount']);
  });
});
