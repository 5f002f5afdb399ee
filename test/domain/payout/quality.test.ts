import { Month } from '../../../domain/calendar.ts';
import fc from 'fast-check';
import { day } from '../../../domain/calendar.ts';
import { ISSUE_CODES, isIssueCode } from '../../../domain/intake/issue-codes.ts';
import { qualityMail } from '../../../domain/letters/quality.ts';
import { qualityOf, type Delivered, type Quality } from '../../../domain/payout/quality.ts';
import { adviceOn, isAboutContact, needsNothing } from '../../../domain/payout/quality-reasons.ts';
import { musterladen, rheinbogen } from '../../support/notices.ts';

const delivered = (on: string, more: Partial<Delivered> = {}): Delivered => {
  const { accepted = 100, rejected = 0, duplicates = 0 } = more;
  return {
    on: day(on),
    rows: accepted + rejected + duplicates,
    accepted,
    rejected,
    duplicates,
    warnings: 0,
    codes: {},
    ...more,
  };
};
const march = (...handOvers: readonly Delivered[]): Quality => {
  const quality = qualityOf(handOvers, Month.parse('2026-03'));
  if (!quality) throw new Error('nothing was handed over');
  return quality;
};
const mail = (...handOvers: readonly Delivered[]) =>
  qualityMail({ creditor: musterladen, agency: rheinbogen, quality: march(...handOvers) });

describe('a month', () => {
  test('without a new row has no quality', () => {
    expect(qualityOf([], Month.parse('2026-03'))).toBeNull();
    expect(
      qualityOf(
        [delivered('2026-02-28'), delivered('2026-04-01'), delivered('2026-03-15', { accepted: 0, duplicates: 50 })],
        Month.parse('2026-03'),
      ),
    ).toBeNull();
  });
  test('sums its hand-overs; what we had already counts in no share', () => {
    expect(
      march(
        delivered('2026-03-01', { accepted: 60, rejected: 15, duplicates: 500 }),
        delivered('2026-03-31', { accepted: 20, rejected: 5 }),
        delivered('2026-04-01'),
      ),
    ).toMatchObject({
      handOvers: 2,
      rows: 100,
      accepted: 80,
      rejected: 20,
      duplicates: 500,
      shares: { accepted: 80 },
      before: null,
    });
  });
  test('with one refused row in a thousand is not accepted to 100 %', () => {
    expect(march(delivered('2026-03-01', { accepted: 999, rejected: 1 })).shares.accepted).toBe(99);
  });
  test('has its reasons most frequent first, contact data apart, and none where nothing has to be done', () => {
    const codes = {
      'phone.invalid': 3,
      'contact.none': 7,
      'date.invalid': 2,
      'amount.invalid': 2,
      'invoice.duplicate': 90,
      'due-date.not-yet': 40,
      'column.unknown': 5,
      'email.typo': 0,
    };
    const { contact, other } = march(
      delivered('2026-03-01', { codes }),
      delivered('2026-03-02', { codes: { 'date.invalid': 3 } }),
    );
    expect(contact.map((r) => [r.code, r.count])).toEqual([
      ['contact.none', 7],
      ['phone.invalid', 3],
    ]);
    expect(other.map((r) => [r.code, r.count])).toEqual([
      ['date.invalid', 5],
      ['amount.invalid', 2],
    ]);
  });
  test('has those of one frequency in the order of their codes', () => {
    for (const codes of [
      { 'date.invalid': 2, 'amount.invalid': 2, 'text.garbled': 2 },
      { 'text.garbled': 2, 'amount.invalid': 2, 'date.invalid': 2 },
    ])
      expect(march(delivered('2026-03-01', { codes })).other.map((r) => r.code)).toEqual([
        'amount.invalid',
        'date.invalid',
        'text.garbled',
      ]);
  });
  test('shows five reasons of a kind, and counts all', () => {
    const contact = [
      'contact.none',
      'address.incomplete',
      'postal-code.invalid',
      'email.invalid',
      'phone.invalid',
      'phone.service',
    ];
    const quality = march(delivered('2026-03-01', { codes: Object.fromEntries(contact.map((code) => [code, 2])) }));
    expect([quality.contact.length, quality.shares.contactIssues]).toEqual([5, 12]);
  });
});

describe('the trend', () => {
  const trends = (earlier: Partial<Delivered>, now: Partial<Delivered>) => {
    const b = march(delivered('2026-02-10', earlier), delivered('2026-03-10', now)).before;
    return b && [b.accepted, b.contactIssues];
  };
  test.each<[string, Partial<Delivered>, Partial<Delivered>, unknown]>([
    [
      'better',
      { accepted: 80, rejected: 20, codes: { 'email.invalid': 10 } },
      { codes: { 'email.invalid': 8 } },
      ['better', 'better'],
    ],
    ['worse', {}, { accepted: 98, rejected: 2, codes: { 'email.invalid': 2 } }, ['worse', 'worse']],
    [
      'the same, where it moved by one in a hundred',
      {},
      { accepted: 99, rejected: 1, codes: { 'email.invalid': 1 } },
      ['same', 'same'],
    ],
    ['told from twenty rows on', { accepted: 20 }, { accepted: 18, rejected: 2 }, ['worse', 'same']],
    ['none, where the month before was too small', { accepted: 19 }, {}, null],
    ['none, where this month is too small', {}, { accepted: 19 }, null],
  ])('is %s', (_, earlier, now, expected) => {
    expect(trends(earlier, now)).toEqual(expected);
  });
  test('over the turn of the year', () => {
    expect(qualityOf([delivered('2025-12-31'), delivered('2026-01-01')], Month.parse('2026-01'))?.before?.month).toBe(
      '2025-12',
    );
  });
});

describe('words', () => {
  test.each(Object.keys(ISSUE_CODES).filter(isIssueCode).filter(needsNothing))(
    'nobody reads of %s are not written',
    (code) => {
      const { mend } = ISSUE_CODES[code];
      expect([mend, 'Der Fehlerbericht sagt zu jeder Zeile, was zu tun ist.']).toContain(adviceOn(code).todo);
    },
  );
  test.each(Object.keys(ISSUE_CODES))('on %s have no gap in them and end in a full stop', (code) => {
    const { what, todo } = adviceOn(code);
    expect(`${what} ${todo}`).not.toMatch(/[{}]/);
    expect(what).not.toMatch(/\.$/);
    expect(todo).toMatch(/\.$/);
  });
  test('were about contact data only where a code had words of its own', () => {
    expect(Object.keys(ISSUE_CODES).filter(isAboutContact)).toEqual([
      'address.too-long',
      'contact.none',
      'address.incomplete',
      'address.foreign',
      'postal-code.invalid',
      'postal-code.unknown',
      'postal-code.place',
      'email.invalid',
      'email.typo',
      'phone.invalid',
      'phone.prefix',
      'phone.service',
    ]);
    expect(['kind.unknown', 'name.missing', 'gone.long-ago'].some(isAboutContact)).toBe(false);
  });
  test("on a code without its own are the table's, as far as they stand without a row", () => {
    expect([adviceOn('own-costs.negative'), adviceOn('salutation.unknown')]).toEqual([
      { what: 'Negative Mahnkosten wurden weggelassen', todo: 'Bitte prüfen.' },
      {
        what: 'Angabe nicht verwendbar (salutation.unknown)',
        todo: 'Der Fehlerbericht sagt zu jeder Zeile, was zu tun ist.',
      },
    ]);
  });
  test('on a code nobody knows send to the error report', () => {
    expect(adviceOn('new.code')).toEqual({
      what: 'Angabe nicht verwendbar (new.code)',
      todo: 'Der Fehlerbericht sagt zu jeder Zeile, was zu tun ist.',
    });
  });
});

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
