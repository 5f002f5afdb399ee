import { day } from '../../../domain/calendar.ts';
import { handOverMail, monthInWords, payoutMail, unmatchedMail } from '../../../domain/letters/reports.ts';
import { cents } from '../../../domain/money.ts';
import { musterladen, rheinbogen } from '../../support/notices.ts';

const handOver = { id: 'U-1', file: 'handover/MUS/U-1/liste.csv', state: 'done' as const, rows: 10, accepted: 7, rejected: 2, duplicates: 1, warnings: 0, codes: {}, report: 'handover/MUS/U-1/fehlerbericht.csv', correction: 'handover/MUS/U-1/korrektur.csv', problem: null };
const mail = (change: Partial<Parameters<typeof handOverMail>[0]['handOver']> = {}) => handOverMail({ creditor: musterladen, agency: rheinbogen, handOver: { ...handOver, ...change } });

describe('the mail about a hand-over', () => {
  test('gives all four numbers and the way to the reports', () => {
    const { subject, text } = mail();
    expect(subject).toBe('Forderungsabgabe U-1: 7 angenommen, 2 zurückgewiesen, 1 schon bekannt');
    for (const line of ['„liste.csv“', 'Zeilen in der Datei: 10', 'angenommen: 7', 'zurückgewiesen: 2', 'schon bekannt (nicht noch einmal angelegt): 1', 'fehlerbericht.csv', 'stehen unverändert in handover/MUS/U-1/korrektur.csv']) expect(text).toContain(line);
  });
  test('asks for nothing when all is well', () => {
    const { text } = mail({ accepted: 9, rejected: 0, report: null, correction: null });
    expect(text).not.toMatch(/Bitte|Fehlerbericht/);
  });
  test('says why a file was refused and claims no numbers', () => {
    const { subject, text } = mail({ state: 'refused', rows: 0, accepted: 0, rejected: 0, duplicates: 0, report: null, correction: null, problem: 'Die Spalte Rechnungsnummer fehlt.' });
    expect(subject).toContain('nicht angenommen');
    expect(text).toContain('Die Spalte Rechnungsnummer fehlt.');
    expect(text).not.toMatch(/Zeilen in der Datei|hat begonnen/);
  });
  test('all or nothing: the whole list is wanted again, not just the mended rows', () => {
    expect(mail({ state: 'refused', accepted: 0, rejected: 9, problem: 'Nichts wurde übernommen.' }).text).toContain('die ganze Liste noch einmal');
  });
  test('only looked at: says so, and that nothing was taken', () => {
    const { subject, text } = mail({ state: 'checked' });
    expect(subject).toContain('Prüfung, 7 in Ordnung');
    expect(text).toContain('Es wurde nichts übernommen');
    expect(text).not.toContain('hat begonnen');
  });
});

describe('the mail about payouts', () => {
  test('gives the sum that the payment order must show', () => {
    const { subject, text } = payoutMail({ agency: rheinbogen, month: '2026-03', payouts: [{ creditor: 'Musterladen GmbH', amount: cents(23_413) }, { creditor: 'Beispiel AG', amount: cents(0) }], files: ['payouts/2026-03/ueberweisungen.xml'] });
    expect(subject).toBe('Auszahlungen März 2026: 234,13\u00a0€ an 1 Mandanten');
    expect(text).toContain('Summe: 234,13\u00a0€');
    expect(text).toContain('- payouts/2026-03/ueberweisungen.xml');
  });
  test('does not send anybody looking for a file that is not there', () => {
    expect(payoutMail({ agency: rheinbogen, month: '2026-03', payouts: [], files: [] }).text).toContain('nichts zu überweisen');
  });
});

test('the mail about bank lines without an Akte names day, amount, payer and text', () => {
  const { subject, text } = unmatchedMail({ agency: rheinbogen, statement: '2026-03-11', entries: [{ id: 'E1', account: 'DE02120300000000202051', bookedOn: day('2026-03-11'), valueDate: day('2026-03-11'), amount: cents(-500), remittance: 'Rückgabe', payerName: 'K. Vorbild', reversal: true }] });
  expect(subject).toContain('1 Buchung ohne Zuordnung');
  expect(text).toContain('11.03.2026, -5,00\u00a0€ (Rückbuchung), K. Vorbild: Rückgabe [E1]');
});

test('months have German names', () => { expect([monthInWords('2026-01'), monthInWords('2026-12')]).toEqual(['Januar 2026', 'Dezember 2026']); });
