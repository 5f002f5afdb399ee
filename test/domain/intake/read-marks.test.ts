import type { Cells } from '../../../domain/intake/reading.ts';
import { checked } from './rows.ts';

const errors = (cells: Cells): string[] => checked(cells).issues.filter((i) => i.startsWith('error'));

test.each<[string, Cells, string]>([
  ['a credit in the column S/H', { side: 'H' }, 'error claim.credit side'],
  ['a credit written out', { side: 'Haben' }, 'error claim.credit side'],
  ['a side nobody knows', { side: 'Q' }, 'error side.unknown side'],
  ['a credit note', { document: 'Gutschrift' }, 'error claim.credit document'],
  ['a corrected invoice', { document: 'Rechnungskorrektur' }, 'error claim.credit document'],
  ['a payment of SAP', { document: 'DZ' }, 'error claim.payment document'],
  ['a Storno of sevDesk', { document: 'SR' }, 'error claim.cancelled document'],
  ['an offer', { document: 'Angebot' }, 'error claim.no-invoice document'],
  ['a document nobody knows', { document: 'XY' }, 'error document.unknown document'],
  ['a Storno', { cancelled: 'ja' }, 'error claim.cancelled cancelled'],
  ['the day of a Storno', { cancelled: '12.02.2026' }, 'error claim.cancelled cancelled'],
  ['the number of a Storno', { cancelled: 'ST-77' }, 'error claim.cancelled cancelled'],
  ['a lock', { lock: 'ja' }, 'error claim.locked lock'],
  ['a lock by a letter, as in SAP', { lock: 'R' }, 'error claim.locked lock'],
  ['a reason to lock', { lockReason: 'Reklamation' }, 'error claim.locked lockReason'],
  ['a deferral', { deferred: 'x' }, 'error claim.deferred deferred'],
  ['a plan of payments by a yes', { paymentPlan: 'ja' }, 'error claim.deferred paymentPlan'],
  ['a plan of payments by its day', { paymentPlan: '12.02.2026' }, 'error claim.deferred paymentPlan'],
  ['rates to be paid monthly', { deferred: 'monatlich' }, 'error claim.deferred deferred'],
  ['a lock until a day to come', { lockUntil: '31.12.2026' }, 'error claim.locked-until lockUntil'],
  ['a lock until today', { lockUntil: '02.03.2026' }, 'error claim.locked-until lockUntil'],
  ['a lock for ever', { lockUntil: '31.12.9999' }, 'error claim.locked lockUntil'],
  ['a lock until nobody knows when', { lockUntil: 'Ostern' }, 'error date.invalid lockUntil'],
  ['a paid invoice', { status: 'bezahlt' }, 'error claim.settled status'],
  ['a cancelled invoice', { status: 'Storniert' }, 'error claim.cancelled status'],
  ['a draft', { status: 'Entwurf' }, 'error claim.draft status'],
  ['a state that locks', { status: 'In Klärung' }, 'error claim.locked status'],
  ['a state that says it is disputed', { status: 'reklamiert' }, 'error claim.disputed status'],
  ['a state that says insolvent', { status: 'Insolvenz' }, 'error claim.insolvent status'],
  ['a claim at a lawyer', { status: 'beim Anwalt' }, 'error claim.elsewhere status'],
  ['a state nobody knows', { status: '1000' }, 'error state.unknown status'],
  ['paid by a yes', { settled: 'ja' }, 'error claim.settled settled'],
  ['paid by a day', { settled: '12.02.2026' }, 'error claim.settled settled'],
  ['paid in part, nobody says how much', { settled: 'teilweise' }, 'error settled.partly settled'],
  ['paid by a word nobody knows', { settled: 'evtl' }, 'error settled.unknown settled'],
  ['paid on a day', { settledOn: '12.02.2026' }, 'error claim.settled settledOn'],
  ['a state of dunning that locks', { priorDunning: 'Mahnsperre' }, 'error claim.locked priorDunning'],
  ['a state of dunning that says paid', { priorDunning: 'bezahlt' }, 'error claim.settled priorDunning'],
  ['a state of dunning with a dot behind it', { priorDunning: 'Bezahlt .' }, 'error claim.settled priorDunning'],
  ['a state of dunning that is no invoice', { priorDunning: 'Gutschrift' }, 'error claim.cancelled priorDunning'],
  ['a remark that is one word', { remark: 'Storno' }, 'error remark.telling remark'],
  ['a debtor who has died', { deceased: 'ja' }, 'error claim.deceased deceased'],
  ['the day a debtor died', { deceased: '12.02.2026' }, 'error claim.deceased deceased'],
])('%s was only „nicht bekannt“ and was dunned', (_, cells, error) => {
  expect(errors(cells)).toEqual([error]);
  expect(checked(cells).ok).toBe(false);
});

test.each<[string, Cells]>([
  ['a debit', { side: 'S' }],
  ['an invoice', { document: 'Rechnung' }],
  ['an invoice of SAP', { document: 'RV' }],
  ['no Storno', { cancelled: 'nein', lock: '-', lockReason: '0', deferred: 'FALSCH', deceased: 'n' }],
  ['a blank', { side: ' ', document: '', cancelled: '', lock: ' ', status: '' }],
  ['the empty date of SAP', { cancelled: '00.00.0000', lockUntil: '00.00.0000', settledOn: '0000-00-00' }],
  ['how often is paid by contract', { paymentPlan: 'monatlich' }],
  ['how often, in capitals', { paymentPlan: 'Vierteljährlich ' }],
  ['a lock that is over', { lockUntil: '01.03.2026' }],
  ['an open invoice', { status: 'offen' }],
  ['an overdue invoice', { status: 'Überfällig' }],
  ['a dunned invoice', { status: '1. Mahnung' }],
  ['what was sent last, where it names no invoice', { priorDunning: 'Angebot' }],
  ['an invoice that is not paid', { settled: 'nein', settledOn: '' }],
  ['paid on a day in part', { settledOn: '12.02.2026', open: '100,00' }],
  ['paid in part', { settled: 'teilweise', open: '100,00' }],
])('%s is a claim', (_, cells) => {
  expect(errors(cells)).toEqual([]);
});

test('an amount in the column „Bezahlt“ is a part payment', () => {
  expect(checked({ settled: '29,90' }).claim?.principal).toBe(10000);
});

test('a locked row names the day and the way on', () => {
  const [issue] = checked({ lockUntil: '31.12.2026' }).check.issues;
  expect(issue).toMatchObject({
    message: 'Mahnstopp bis: Bis zum 31.12.2026 darf nicht gemahnt werden.',
    mend: 'Bitte nach dem 31.12.2026 erneut übergeben; die Zeile darf bleiben, wie sie ist.',
  });
});
