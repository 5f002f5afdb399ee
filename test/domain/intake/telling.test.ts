import type { Cells } from '../../../domain/intake/reading.ts';
import { documentReason, tellingReason } from '../../../domain/intake/telling.ts';
import { matchHeader } from '../../../domain/intake/match-header.ts';
import { checked } from './rows.ts';

const errors = (cells: Cells): string[] => checked(cells).issues.filter((i) => i.startsWith('error'));

test.each<[Cells, string]>([
  [{ kind: 'Gutschrift' }, 'error claim.credit kind'],
  [{ kind: 'Storno' }, 'error claim.cancelled kind'],
  [{ kind: 'Zahlung' }, 'error claim.payment kind'],
  [{ kind: 'GU' }, 'error claim.credit kind'],
  [{ claimKind: 'Gutschrift' }, 'error claim.credit claimKind'],
  [{ priorDunning: 'Zahlung' }, 'error claim.payment priorDunning'],
  [{ dueDate: 'bezahlt' }, 'error claim.settled dueDate'],
  [{ dueDate: 'gestundet' }, 'error claim.locked dueDate'],
  [{ dueDate: 'Gesperrt!' }, 'error claim.locked dueDate'],
  [{ priorDunningOn: 'gesperrt' }, 'error claim.locked priorDunningOn'],
  [{ contractDate: 'storniert' }, 'error claim.cancelled contractDate'],
  [{ birthDate: 'verstorben' }, 'error claim.deceased birthDate'],
  [{ ownCosts: 'bezahlt' }, 'error claim.settled ownCosts'],
  [{ subject: 'Gutschrift' }, 'error claim.credit subject'],
  [{ subject: 'Gutschrift zu RE-100' }, 'error claim.credit subject'],
  [{ addressLine: 'verstorben' }, 'error claim.deceased addressLine'],
  [{ street: 'verstorben' }, 'error claim.deceased street'],
  [{ city: 'INSOLVENT' }, 'error claim.insolvent city'],
  [{ careOf: 'Insolvenzverwalter Lehmann' }, 'error claim.insolvent careOf'],
  [{ phone: 'verstorben' }, 'error claim.deceased phone'],
  [{ email: 'insolvent' }, 'error claim.insolvent email'],
  [{ salutation: 'verstorben' }, 'error claim.deceased salutation'],
  [{ country: 'gesperrt' }, 'error claim.locked country'],
  [{ attachment: 'storniert' }, 'error claim.cancelled attachment'],
  [{ invoiceNumber: 'Gutschrift 17' }, 'error claim.credit invoiceNumber'],
  [{ invoiceNumber: 'Storno RE-17' }, 'error claim.cancelled invoiceNumber'],
  [{ remark: 'Kunde verstorben' }, 'error remark.telling remark'],
  [{ remark: 'nicht mahnen, zahlt in Raten' }, 'error remark.telling remark'],
  [{ remark: 'bezahlt am 01.03.2026' }, 'error remark.telling remark'],
  [{ disputed: '12.02.2026' }, 'error claim.disputed disputed'],
  [{ insolvent: '12 IN 34/26' }, 'error claim.insolvent insolvent'],
  [{ dunnable: 'nein' }, 'error claim.locked dunnable'],
  [{ dunnable: '0' }, 'error claim.locked dunnable'],
  [{ dunnable: 'evtl' }, 'error dunnable.unknown dunnable'],
  [{ side: '-1' }, 'error claim.credit side'],
])('a word that says it all was passed over in a column made for something else: %j', (cells, error) => {
  expect(errors(cells)).toEqual([error]);
});

test.each<[Cells, string]>([
  [{ lastName: 'Beispiel (verstorben)' }, 'error claim.deceased lastName'],
  [{ lastName: '', firstName: '', name: '† Erika Beispiel' }, 'error claim.deceased name'],
  [{ lastName: '', firstName: '', name: 'Erika Beispiel, verst.' }, 'error claim.deceased name'],
  [{ lastName: '', firstName: '', name: 'Nachlass Erika Beispiel' }, 'error name.heirs name'],
  [{ lastName: '', firstName: '', name: 'Erben nach Erika Beispiel' }, 'error name.heirs name'],
  [{ lastName: '', firstName: '', name: 'Erika Beispiel Erben' }, 'error name.heirs name'],
  [{ lastName: '', firstName: '', company: 'Erbengemeinschaft Beispiel' }, 'error name.heirs company'],
  [{ lastName: '', firstName: '', name: 'Rosa Feldmann, Nachlass' }, 'error name.heirs name'],
  [{ lastName: '', firstName: '', name: 'Rosa Feldmann (Nachlass)' }, 'error name.heirs name'],
  [{ lastName: '', firstName: '', name: 'Rosa Feldmann (tot)' }, 'error claim.deceased name'],
  [{ lastName: 'Feldmann, tot' }, 'error claim.deceased lastName'],
  [{ company: 'Beispiel GmbH i. I.' }, 'error claim.insolvent company'],
  [{ company: 'Beispiel GmbH i.I.' }, 'error claim.insolvent company'],
  [{ company: 'Beispiel GmbH (in Insolvenz)' }, 'error claim.insolvent company'],
  [{ company: 'insolvent' }, 'error claim.insolvent company'],
  [{ company: 'Gutschrift' }, 'error name.telling company'],
  [{ lastName: 'Storno', firstName: '' }, 'error name.telling lastName'],
])('a name that says nobody may be dunned was written to: %j', (cells, error) => {
  expect(errors(cells).filter((e) => !e.includes('missing'))).toEqual([error]);
});

test.each<[Cells]>([
  [{ lastName: 'Storno' }],
  [{ lastName: 'Tod' }],
  [{ lastName: 'Erben' }],
  [{ lastName: '', firstName: '', name: 'Karl Erben' }],
  [{ lastName: '', firstName: '', name: 'Anna Maria Erben' }],
  [{ lastName: '', firstName: '', name: 'Totila Beispiel' }],
  [{ lastName: 'Petrow', firstName: 'I. I.' }],
  [{ company: 'Erben GmbH & Co. KG' }],
  [{ company: 'Müller Erben OHG' }],
  [{ lastName: '', firstName: '', company: 'Weingut Karl Erben' }],
  [{ company: 'Insolvenzberatung Beispiel GmbH' }],
  [{ company: 'Nachlassservice Beispiel GmbH' }],
  [{ company: 'Beispiel GmbH i. L.' }],
  [{ street: 'Am Sperrtor 5' }],
  [{ street: 'Zahlungsgasse' }],
  [{ city: 'Habenhausen' }],
  [{ subject: 'Insolvenzversicherung' }],
  [{ subject: 'Stornoversicherung zur Reise' }],
  [{ remark: 'Möchte Ratenzahlung' }],
  [{ remark: 'noch nicht bezahlt' }],
  [{ remark: 'bezahlt nie pünktlich' }],
  [{ remark: 'keine Mahnsperre' }],
  [{ remark: 'Ware wurde nicht storniert' }],
  [{ dunnable: 'ja' }],
  [{ dunnable: '2' }],
  [{ disputed: '00.00.0000' }],
  [{ kind: 'privat', claimKind: 'Kredit' }],
])('%j says nothing of the kind', (cells) => {
  expect(errors(cells)).toEqual([]);
});

test.each<[string, string]>([
  ['Mahnen', 'dunnable'],
  ['Inkasso', 'dunnable'],
  ['Zu mahnen', 'dunnable'],
  ['mahnfähig', 'dunnable'],
  ['S/H Kennz.', 'side'],
  ['Umsatz S/H', 'side'],
  ['Vorzeichen', 'side'],
  ['Doc Type', 'document'],
  ['Art der Rechnung', 'document'],
  ['Bezahldatum', 'settledOn'],
  ['Datum Zahlung', 'settledOn'],
  ['paid at', 'settledOn'],
  ['AUGBL', 'settledOn'],
  ['AUGDT', 'settledOn'],
  ['paid', 'settled'],
  ['gestorben', 'deceased'],
  ['Sterbetag', 'deceased'],
  ['Todesdatum', 'deceased'],
  ['Insolvenzdatum', 'insolvent'],
  ['Insolvent seit', 'insolvent'],
  ['Bestritten am', 'disputed'],
  ['Widerspruch am', 'disputed'],
  ['Einspruch', 'disputed'],
  ['Zahlungsvereinbarung bis', 'lockUntil'],
  ['Mahnspere', 'lock'],
  ['Teilzahlungn', 'paid'],
  ['Mahnspetre', 'lock'],
])('„%s“ was only „nicht bekannt“ and is the column %s', (heading, column) => {
  expect(Object.fromEntries(matchHeader([heading]).positions)).toEqual({ [column]: 0 });
});
test.each(['Widerspruchsfrist', 'Insolvenzversicherung', 'Kundenbetreuung', 'Lieferdatum', 'Buchungsort', 'Vorwahl'])(
  '„%s“ stays unknown',
  (heading) => {
    expect(matchHeader([heading]).unknown).toEqual([heading]);
  },
);

test('a discount in a column „Nachlass“ was refused because „der Kunde ist verstorben“', () => {
  expect(errors({ deceased: '3,90' })).toEqual(['error deceased.amount deceased']);
  expect(errors({ deceased: '3 %' })).toEqual(['error deceased.amount deceased']);
  expect(errors({ deceased: '0,00' })).toEqual([]);
  expect(errors({ deceased: 'ja' })).toEqual(['error claim.deceased deceased']);
});

describe('a remark that says a row must not be dunned passed, because it says so in other words', () => {
  test.each([
    ...['Bitte nicht mehr mahnen', 'nicht vor dem 1.5. mahnen', 'Kunde darf nicht gemahnt werden'],
    ...['keine Mahnung!', 'bitte keine weiteren Mahnungen', 'Keine Mahnung verschicken'],
    ...['Hat alles bezahlt', 'Rechnung wurde bezahlt', 'bezahlt 03.03.2026', 'bereits bezahlt', 'Kunde hat überwiesen'],
    ...['Rechnung RE-17 am 3.3. bezahlt', 'Zahlung am 3.3. eingegangen', 'Zahlung erhalten'],
    ...['Kunde ist tot', 'Frau Beispiel ist tot', 'nicht erreichbar da verstorben', 'am 3.3. gestorben'],
    ...['Insolvenzantrag gestellt', 'Insolvenz angemeldet', 'ist in Privatinsolvenz'],
    ...['bitte stornieren', 'Rechnung stornieren', 'Gutschrift wurde erteilt'],
    ...['Widerspruch eingelegt', 'Widerspruch am 3.3. eingegangen', 'bestreitet die Forderung', 'Ware reklamiert'],
    ...['Ratenzahlung vereinbart', 'gestundet bis 1.5.', 'Stundung bis 1.5. bewilligt'],
  ])('„%s“', (remark) => {
    expect(errors({ remark })).toEqual(['error remark.telling remark']);
  });
  test.each([
    ...['nicht in Insolvenz', 'nicht mehr in Insolvenz', 'Insolvenzverfahren eröffnet, 2025 aufgehoben'],
    ...['trotz Mahnung nicht bezahlt', 'zahlt nie pünktlich', 'hat Zahlung zugesagt', 'wird am 3.3. bezahlt'],
    ...['50 € bezahlt', 'Anzahlung bezahlt', 'Teilzahlung eingegangen', 'Teilzahlung angeboten', 'bezahlt in Raten'],
    ...['Zahlung noch nicht eingegangen', 'keine Zahlung erhalten', 'Zahlungserinnerung erhalten'],
    ...['warten auf Zahlungseingang', 'Aufforderung zur Zahlung erhalten'],
    ...['keine Mahnung', 'keine Mahnung erhalten', 'wurde noch nicht gemahnt', 'hat nicht gezahlt, bitte mahnen'],
    ...['Ratenzahlung abgelehnt', 'Ratenzahlung vereinbart, nicht eingehalten', 'Raten nicht wie vereinbart gezahlt'],
    ...['Widerspruch zurückgenommen', 'Widerspruch eingelegt, später zurückgenommen', 'bestreitet die Forderung nicht'],
    ...['Forderung unbestritten', 'hat nie reklamiert', 'Kunde will stornieren', 'Telefon ist tot'],
  ])('„%s“ says nothing of the kind', (remark) => {
    expect(errors({ remark })).toEqual([]);
  });
});

test.each([
  ['Haben', 'claim.credit'],
  ['  bezahlt ', 'claim.settled'],
  ['Gutschrift', 'claim.credit'],
  ['Hauptstraße', undefined],
])('a cell that holds one word only: %s', (cell, reason) => {
  expect(tellingReason(cell)).toBe(reason);
});
test.each([
  ['GU', 'claim.credit'],
  ['Storno', 'claim.cancelled'],
  // A single letter, and particles of names and measures, are no abbreviations of documents.
  ['G', undefined],
  ['S', undefined],
  ['an', undefined],
  ['ab', undefined],
  ['MA', undefined],
  ['kg', undefined],
])('a document by its abbreviation, or none: %s', (cell, reason) => {
  expect(documentReason(cell)).toBe(reason);
});
