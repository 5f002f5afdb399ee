import { fileCheck, type Verdict } from '../../../../domain/intake/check-file.ts';
import { creditor, TODAY } from '../../../domain/intake/rows.ts';
import { readWhole } from '../../../support/lists.ts';

const BASE = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Name;E-Mail;Betrag';
const ROW = 'K-1;RE-1;05.01.2026;Erika Beispiel;erika@example.com;129,90';
type More = Readonly<Record<string, string>>;
const verdictOn = async (more: More): Promise<Verdict | undefined> => {
  const head = [BASE, ...Object.keys(more)].join(';');
  const list = await readWhole(Buffer.from(`${head}\n${[ROW, ...Object.values(more)].join(';')}\n`));
  return list.rows.map((row) => fileCheck(creditor(), TODAY).check(row))[0];
};
/** What becomes of a claim of 129.90 with these further cells: what is demanded in cents, or why it is not. */
const judged = async (more: More): Promise<number | string> => {
  const verdict = await verdictOn(more);
  if (verdict?.outcome === 'good') return verdict.claim.principal;
  return verdict?.issues.find(({ severity }) => severity === 'error')?.code ?? 'nothing';
};
const judgedClaim = async (more: More) => {
  const verdict = await verdictOn(more);
  if (verdict?.outcome !== 'good') throw new Error(JSON.stringify(verdict?.issues));
  return verdict.claim;
};

test.each([
  [{ Teilzahlung: '29,90', 'Teilzahlung 2': '50,00' }],
  [{ 'Zahlung 1': '29,90', 'Zahlung 2': '50,00' }],
  [{ '1. Zahlung': '29,90', '2. Zahlung': '', '3. Zahlung': '50,00' }],
  [{ Teilzahlungen: '29,90 + 50,00' }],
  [{ 'Gutschrift 1': '29,90', 'Gutschrift 2': '50,00' }],
])('of several payments only one or none was taken off: %j', async (more) => {
  expect(await judged(more)).toBe(5000);
});
test.each([
  [{ Zahlung: '29,90', Zahlungen: '50,00' }],
  [{ Zahlung: '29,90', 'Zahlung 1': '50,00' }],
  [{ 'Offener Betrag': '50,00', 'Offener Betrag 2': '20,00' }],
  [{ 'Betrag 2': '50,00' }],
])('two columns that may say the same are refused, never one taken: %j', async (more) => {
  await expect(judged(more)).rejects.toMatchObject({ code: 'file.duplicate-column' });
});
test.each<[string, Readonly<Record<string, string>>]>([
  ['paid.twice', { Bezahlt: '29,90', Zahlung: '50,00' }],
  ['paid.negative', { 'Zahlung 1': '29,90', 'Zahlung 2': '-50,00' }],
  ['amount.invalid', { 'Zahlung 1': '29,90', 'Zahlung 2': 'Scheck' }],
])('payments that do not add up are refused (%s): %j', async (code, more) => {
  expect(await judged(more)).toBe(code);
});

test.each<[Readonly<Record<string, string>>, number]>([
  [{ 'Mahngebühr 1': '2,50', 'Mahngebühr 2': '5,00' }, 750],
  [{ 'Mahnkosten 1': '2,50', 'Mahnkosten 2': '', 'Mahnkosten 3': '5,00' }, 750],
  [{ Mahngebühren: '7,50', 'Mahngebühr 1': '2,50', 'Mahngebühr 2': '5,00' }, 750],
])('fees of several reminders refused the whole file as the same column twice: %j', async (more, costs) => {
  expect((await judgedClaim(more)).ownCosts).toBe(costs);
});
test('a payment beside its day, with the state part paid, was refused as paid', async () => {
  const sevDesk = { Status: 'Teilbezahlt', Bezahlt: '79,90', Zahlungsdatum: '03.02.2026' };
  expect(await judged(sevDesk)).toBe(5000);
  expect(await judged({ ...sevDesk, Bezahlt: '129,90' })).toBe('amount.nothing-open');
  expect(await judged({ ...sevDesk, Bezahlt: '0,00' })).toBe('claim.settled');
  expect(await judged({ ...sevDesk, Bezahlt: '' })).toBe('claim.settled');
});
test.each(['Mahnstufe 1', 'Mahnstufe 3', '2. Mahnung', 'Erinnerung', 'Stufe 2'])(
  'an open claim in the state „%s“ was refused as one nobody knows',
  async (state) => {
    expect(await judged({ Zahlungsstatus: state })).toBe(12990);
  },
);

test.each([
  'Restschuld',
  'Fälliger Betrag',
  'Offener Betrag Hauswährung',
  'Open amount',
  'Amount due',
  'Outstanding amount',
])('the open rest under the heading „%s“ was only a hint, and the whole was demanded', async (heading) => {
  expect(await judged({ [heading]: '29,90' })).toBe(2990);
});
test.each(['davon bezahlt', 'bisher gezahlt', 'erhalten', 'abzgl. Zahlung', 'Amount paid', 'Gutschriftbetrag'])(
  'the payment under the heading „%s“ was only a hint, and the whole was demanded',
  async (heading) => {
    expect(await judged({ [heading]: '100,00' })).toBe(2990);
  },
);

test.each<[string, string, string]>([
  ['Zahlbetrag', '100', 'column.payment'],
  ['Eingang', '100.00', 'column.payment'],
  ['Rabatt', '3,90', 'column.payment'],
  ['Skonto gezogen', '3,90', 'column.payment'],
  ['schon beglichen (Kasse)', '129,90', 'column.payment'],
  ['OPOS', '29,90', 'column.amount'],
  ['Fällig gesamt', '30', 'column.amount'],
])('an amount in a column „%s“ that nobody knows was passed by in silence: %s', async (heading, cell, code) => {
  expect(await judged({ [heading]: cell })).toBe(code);
});
test.each([
  ['Typ', 'GU'],
  ['Kategorie', 'Gutschr.'],
  ['Vorgang', 'Zahlung'],
  ['Buchungstext', 'Gutschrift zu RE-100'],
  ['Text', 'Zahlungseingang'],
  ['Beschreibung', 'Storno RE-17'],
])('in a column „%s“ that nobody knows „%s“ was only a hint', async (heading, cell) => {
  expect(await judged({ [heading]: cell })).toBe('column.telling');
});
test.each([
  ['Typ', 'Lastschrift'],
  ['Vorgang', 'Mahnung'],
  ['Betrag Hauswährung', '129,90'],
  ['Anzahl Mahnungen', '2'],
  ['Zahlungsziel', '14'],
  ['Tage überfällig', '30'],
  ['Nettobetrag', '109,16'],
  ['MwSt', '20,74'],
  ['Umsatz Vorjahr', '50,00'],
  ['Skonto', '3,90'],
  ['Skonto %', '3'],
  ['Versandkosten', '4,90'],
  ['Kreditlimit', '500,00'],
  ['Gesamtforderung', '147,90'],
  ['Letzte Zahlung', '01.02.2026'],
  ['Zahlbetrag', '0,00'],
  ['Filiale', '12'],
])('„%s“ with %s says nothing that makes the claim smaller', async (heading, cell) => {
  expect(await judged({ [heading]: cell })).toBe(12990);
});

describe('money that was paid or let off was demanded again, because its heading also names an account, a price or a net sum', () => {
  test.each([
    ...['Geleistete Anzahlung', 'Erhaltene Anzahlungen', 'Anzahlungsbetrag', 'Anzahlung Klassenfahrt', 'Kursanzahlung'],
    ...['Kontoeingang', 'Eingang Konto', 'Eingang auf unserem Konto', 'Zahlung auf Bankkonto', 'Kontoguthaben'],
    ...['Bezahlt netto', 'Paid net', 'Akonto', 'Betrag akonto', 'Überweisung', 'Zahlung privat', 'Kurs bezahlt'],
    ...['Preisnachlass', 'Preisminderung', 'Mengenrabatt', 'Umsatzgutschrift', 'Frachtgutschrift', 'Frachtabzug'],
    ...['davon verrechnet', 'Betrag angerechnet', 'Kaufpreis erstattet', 'Erhaltener Kaufpreis'],
  ])('„%s“', async (heading) => {
    expect(await judged({ [heading]: '45,00' })).toBe('column.payment');
    expect(await judged({ [heading]: '45' })).toBe('column.payment');
  });
  test.each(['Noch unbezahlt', 'Betrag nicht bezahlt', 'Zu zahlen sind', 'Unpaid amount'])(
    '„%s“ was taken for a payment, and says what is owed',
    async (heading) => {
      expect(await judged({ [heading]: '129,90' })).toBe(12990);
      expect(await judged({ [heading]: '45' })).toBe('column.amount');
    },
  );
  test.each([
    ...['Anzahl Zahlungen', 'Zahlungs-ID', 'Payment ID', 'Gutschriftnummer', 'Rabattgruppe', 'Rabattsatz'],
    ...['Zahlungsziel in Tagen', 'Zahlungsart', 'Zahlungsreferenz', 'Datum der Gutschrift', 'Sachkonto', 'Gegenkonto'],
    ...['Zahlungskosten', 'Gebührenerlass', 'Kostenerstattung', 'Guthabenzinsen', 'Mindermengenzuschlag', 'VAT'],
    ...['Umsatz', 'Umsatzsteuer', 'Preisgruppe', 'Net', 'Zahlbar netto'],
  ])('„%s“ still says nothing that makes the claim smaller', async (heading) => {
    expect(await judged({ [heading]: '45' })).toBe(12990);
  });
});

describe('honest rows came back because of a column that says nothing of a payment or a rest', () => {
  const HONEST: readonly (readonly [string, readonly string[]])[] = [
    ['3', ['Stückzahl', 'Personenzahl', 'Stundenzahl', 'Seitenzahl', 'Zahlungsintervall', 'Zahlungsrhythmus']],
    ['12', ['Zahlungsweise', 'Zahlungsart', 'Zahlungsturnus', 'Zahlungslauf', 'Zahlungserinnerung', 'Abschlagsplan']],
    ['30', ['Zahlungsbedingung', 'Zahlungsziel', 'Zahlbed', 'Zahlungsverzug', 'Payment terms', 'Eingangskanal']],
    ['4711000012', ['Zahlungsreferenz', 'Zahlungs-ID', 'Abw. Zahler', 'Zahlungskennung', 'Bezahlt von', 'Payment ID']],
    ['234', ['Creditreform-Index', 'Creditreform Bonität', 'Rechnungseingang', 'Rabattstufe', 'Credit score']],
    ['71', ['Überfällig', 'Überfällig seit', 'Fällig seit', 'Days overdue', 'Overdue', 'Restmonate', 'Offen seit']],
    ['-45', ['Due in', 'Tage überfällig']],
    ['3', ['Offene Rechnungen', 'Offene Vorgänge']],
    ['20,74', ['USt-Betrag', 'USt19', 'Tax', 'Tax Amount', 'MwSt', 'Umsatzsteuer', '19']],
    [
      '64,50',
      ['Wohnfläche', 'qm', 'Verbrauch kWh', 'Stunden', 'Faktor', 'Punktwert', 'Entfernung', 'Version', 'Gewicht'],
    ],
    [
      '29,90',
      ['Kaltmiete', 'Monatsbeitrag', 'Material', 'Arbeitslohn', 'Lohnanteil', 'Anfahrt', 'Eigenlabor', 'Summe'],
    ],
    ['4,90', ['Verpackung', 'Pfand', 'Zuschlag', 'Shipping', 'Versand', 'Kreditlimit', 'Zahlungsgebühr', 'Restwert']],
    ['109.16', ['Zwischensumme', 'Bestellwert', 'Netto', 'Subtotal', 'Warenkorb', 'Credit limit', 'Auftragseingang']],
    ['1.800,00', ['Kaution', 'Kundensaldo', 'Offen gesamt Kunde']],
    ['129.90', ['Outstanding Balance', 'Saldo heute', 'Noch fällig']],
    ['0.00', ['Discount', 'Refunded Amount', 'Zahlbetrag', 'Rabatt']],
  ];
  test.each(HONEST.flatMap(([cell, headings]) => headings.map((heading) => [heading, cell])))(
    '„%s“ with %s',
    async (heading, cell) => {
      expect(await judged({ [heading]: cell })).toBe(12990);
    },
  );
  test.each([
    ['Zahlschalter', '29,90', 'column.payment'],
    ['Zahlungen Vormonat', '29.90', 'column.payment'],
    ['Gutschein', '5,00', 'column.payment'],
    ['Zahlbetrag Bank', '29 €', 'column.payment'],
    ['Discount', '13.00', 'column.payment'],
    ['Überfällig', '29,90', 'column.amount'],
    ['Fällig seit Mai', '29,90 €', 'column.amount'],
    ['Derzeit offen', '29', 'column.amount'],
    ['Restmiete', '29,90', 'column.amount'],
    ['Offene Rechnungen', '29,90', 'column.amount'],
    ['Kundensaldo', '80,00', 'column.amount'],
    ['Outstanding Balance', '29.90', 'column.amount'],
    ['Saldo heute', '-50,00', 'column.amount'],
    ['Saldo heute', '1.234', 'column.amount'],
  ])('„%s“ with %s speaks of money all the same', async (heading, cell, code) => {
    expect(await judged({ [heading]: cell })).toBe(code);
  });
  test.each([
    ['Wohnfläche', 'column.unknown'],
    ['Kundensaldo', 'column.money'],
    ['Zahlbetrag', 'column.money'],
  ])('of the column „%s“ was said that there is nothing to do, and its rows came back', async (heading, code) => {
    const verdict = await verdictOn({ [heading]: '' });
    expect(verdict?.issues.filter(({ column }) => column === null).map((issue) => issue.code)).toEqual([code]);
  });
});
