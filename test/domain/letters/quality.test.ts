import { Month } from '../../../domain/calendar.ts';
import fc from 'fast-check';
import { ISSUE_CODES } from '../../../domain/intake/issue-codes.ts';
import { qualityMail } from '../../../domain/letters/quality.ts';
import { qualityOf, type Delivered } from '../../../domain/payout/quality.ts';
import { delivered, march } from '../payout/delivered.ts';
import { musterladen, rheinbogen } from '../../support/notices.ts';

const mail = (...handOvers: readonly Delivered[]) =>
  qualityMail({ creditor: musterladen, agency: rheinbogen, quality: march(...handOvers) });

describe('the mail', () => {
  test('says figures, trend, what helps most, and where the rows are', () => {
    const { subject, text } = mail(
      delivered('2026-02-10', { accepted: 80, rejected: 20, codes: { 'contact.none': 5 } }),
      delivered('2026-03-10', {
        accepted: 95,
        rejected: 5,
        duplicates: 30,
        codes: { 'contact.none': 12, 'date.invalid': 5 },
      }),
    );
    expect(subject).toBe('Ihre Daten im März 2026: 95 % der Zeilen angenommen');
    expect(text).toBe(`Guten Tag Musterladen GmbH,

im März 2026 haben Sie uns in 1 Abgabe 100 neue Zeilen übergeben. Angenommen haben wir 95 (95 %), zurückgewiesen 5. 30 weitere Zeilen kannten wir schon.

Im Vergleich zum Februar 2026:
- Angenommene Zeilen: 95 % (zuvor 80 %), besser geworden.
- Mängel bei Kontaktdaten je 100 Zeilen: 12 (zuvor 5), schlechter geworden.

Das hilft am meisten, denn bezahlen kann nur, wen wir erreichen:
- 12-mal: weder Anschrift noch E-Mail-Adresse. Diese Kunden erreichen wir gar nicht. Bitte reichen Sie eines von beiden nach oder beauftragen Sie eine Adressermittlung.

Außerdem fiel uns auf:
- 5-mal: Datum nicht lesbar. Bitte Daten wie 31.03.2026 oder 2026-03-31 schreiben.

Welche Zeilen es sind, steht in den Fehlerberichten der einzelnen Abgaben.

Mit freundlichen Grüßen
Rheinbogen Inkasso GmbH
Telefon 0221 23125100 · post@rheinbogen.example.com
Uferweg 3, 50667 Köln
Sitz: Köln · Amtsgericht Köln, HRB 000000 · Geschäftsführung: Regine Bogen, Karl Ufer`);
  });
  test('thanks where all is well, and asks for nothing', () => {
    const { subject, text } = mail(
      delivered('2026-03-10'),
      delivered('2026-03-11', { codes: { 'due-date.not-yet': 3 } }),
    );
    expect(subject).toBe('Ihre Daten im März 2026: einwandfrei');
    expect(text).toContain('in 2 Abgaben 200 neue Zeilen übergeben. Wir haben alle angenommen.');
    expect(text).toContain('Vielen Dank für die sorgfältige Vorbereitung!');
    expect(text).not.toMatch(/Bitte|Fehlerbericht/);
  });
  test('a thousand rows were 1000 in mails and 1.000 everywhere else', () => {
    const { text } = mail(delivered('2026-03-10', { rows: 12_000, accepted: 11_000, rejected: 1_000 }));
    expect(text).toContain('12.000 neue Zeilen übergeben. Angenommen haben wir 11.000 (91 %), zurückgewiesen 1.000.');
  });
  test('with nothing to mend of one kind has no heading for it', () => {
    const sections = (...handOvers: Delivered[]): string[] =>
      mail(...handOvers)
        .text.split('\n\n')
        .slice(1, -1)
        .map((p) => p.split('\n')[0]!);
    expect(sections(delivered('2026-03-10', { codes: { 'text.garbled': 1 } }))).toEqual([
      'im März 2026 haben Sie uns in 1 Abgabe 100 neue Zeilen übergeben. Wir haben alle angenommen.',
      'Das fiel uns auf:',
      'Welche Zeilen es sind, steht in den Fehlerberichten der einzelnen Abgaben.',
    ]);
    expect(sections(delivered('2026-03-10', { codes: { 'email.invalid': 1 } }))).toEqual([
      expect.any(String),
      'Das hilft am meisten, denn bezahlen kann nur, wen wir erreichen:',
      expect.any(String),
    ]);
    expect(sections(delivered('2026-03-10', { accepted: 99, rejected: 1 }))).toEqual([
      'im März 2026 haben Sie uns in 1 Abgabe 100 neue Zeilen übergeben. Angenommen haben wir 99 (99 %), zurückgewiesen 1.',
    ]);
    expect(sections(delivered('2026-03-10'))).toHaveLength(2);
  });
  test('of one row is good German', () => {
    expect(mail(delivered('2026-03-10', { accepted: 1, duplicates: 1 })).text).toContain(
      'in 1 Abgabe 1 neue Zeile übergeben. Wir haben sie angenommen. 1 weitere Zeile kannten wir schon.',
    );
  });
  test('with everything accepted but not flawless says so', () => {
    expect(mail(delivered('2026-03-10', { codes: { 'text.garbled': 1 } })).subject).toBe(
      'Ihre Daten im März 2026: alles angenommen, einiges lässt sich verbessern',
    );
  });
  test('of any month fits a screen and has no gap', () => {
    const codes = fc.dictionary(fc.constantFrom(...Object.keys(ISSUE_CODES), 'new.code'), fc.nat(1000));
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            on: fc.constantFrom('2026-02-03', '2026-03-03', '2026-03-31'),
            accepted: fc.nat(500),
            rejected: fc.nat(100),
            duplicates: fc.nat(100),
            codes,
          }),
          { maxLength: 5 },
        ),
        (list) => {
          const quality = qualityOf(
            list.map(({ on, ...more }) => delivered(on, more)),
            Month.parse('2026-03'),
          );
          if (!quality) return;
          const { text } = qualityMail({ creditor: musterladen, agency: rheinbogen, quality });
          expect(text).not.toMatch(/undefined|NaN|Infinity|[{}]/);
          expect(text.split('\n').length).toBeLessThanOrEqual(35);
          expect(quality.accepted + quality.rejected).toBe(quality.rows);
        },
      ),
    );
  });
});
