import { day } from '../../../domain/calendar.ts';
import {
  invoicesInWords,
  defaultInLetter,
  defaultsInWords,
  defaultsNeedAPage,
} from '../../../domain/letters/default-words.ts';
import type { DefaultFacts } from '../../../domain/letters/facts.ts';
import { information } from '../../../domain/letters/information.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim, erika } from '../../support/akte.ts';
import { anAkte, letterOn, partOf } from '../../support/letters.ts';
import { facts, werkstatt } from '../../support/notices.ts';

const since = (invoiceNumber: string, on: string, ground = 'Darum.'): DefaultFacts => ({
  invoiceNumber,
  default: { since: day(on), ground },
});
const not = (invoiceNumber: string): DefaultFacts => ({ invoiceNumber, default: null });

test('invoices are listed as German lists them', () => {
  expect([['A'], ['A', 'B'], ['A', 'B', 'C', 'D']].map(invoicesInWords)).toEqual([
    'der Rechnung A',
    'den Rechnungen A und B',
    'den Rechnungen A, B, C und D',
  ]);
});

describe('default is said of each invoice (“Sie sind seit … in Verzug” took the first one’s day for all)', () => {
  test('of one, of all alike, of several with days of their own, and of those that are not', () => {
    expect(defaultsInWords({ defaults: [since('A', '2026-03-10')] })).toEqual([
      'Sie sind seit dem 10.03.2026 in Verzug. Darum.',
    ]);
    expect(defaultsInWords({ defaults: [since('A', '2026-03-10'), since('B', '2026-03-10')] })).toEqual([
      'Sie sind mit allen genannten Rechnungen seit dem 10.03.2026 in Verzug. Darum.',
    ]);
    expect(
      defaultsInWords({
        defaults: [since('A', '2026-03-10'), since('B', '2026-02-01'), since('C', '2026-03-10'), not('D'), not('E')],
      }),
    ).toEqual([
      'Mit den Rechnungen A und C sind Sie seit dem 10.03.2026 in Verzug. Darum.',
      'Mit der Rechnung B sind Sie seit dem 01.02.2026 in Verzug. Darum.',
      'Mit den Rechnungen D und E sind Sie noch nicht in Verzug; dafür verlangen wir weder Zinsen noch Inkassokosten.',
    ]);
  });
  test('where no invoice is in default nothing is said of it, and a reminder reproaches nobody', () => {
    expect(defaultsInWords({ defaults: [not('A'), not('B')] })).toEqual([]);
    expect(defaultInLetter({ defaults: [since('A', '2026-03-10')], stage: 0 })).toEqual([]);
  });
  test('what would fill the letter stands on a page of its own, in every later letter, too', () => {
    const defaults = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map((on, i) => since(`R${i}`, on));
    for (const debtor of [erika, werkstatt])
      for (const stage of [1, 2, 3] as const) {
        const notice = facts({ defaults, stage, first: stage === 1, debtor });
        expect(defaultInLetter(notice)).toEqual([
          'Mit allen Rechnungen sind Sie in Verzug. Seit wann und warum, steht für jede Rechnung auf den folgenden Seiten unter „Verzug“.',
        ]);
        expect(information(notice)[0]).toEqual({ heading: 'Verzug', paragraphs: defaultsInWords({ defaults }) });
      }
    expect(defaultInLetter({ defaults: [...defaults, not('X')], stage: 1 })[0]).toContain('Mit 4 von 5 Rechnungen');
    expect([3, 4].map((n) => defaultsNeedAPage({ defaults: defaults.slice(0, n) }))).toEqual([false, true]);
  });
  test('a reminder has such a page only where it explains interest, which is owed from default on', () => {
    const defaults = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map((on, i) => since(`R${i}`, on));
    const headings = (interest: boolean) =>
      information(facts({ defaults, stage: 0, first: false, untold: { interest, costs: false } })).map(
        (s) => s.heading,
      );
    expect([headings(true).includes('Verzug'), headings(false).includes('Verzug')]).toEqual([true, false]);
  });
  test('in a letter about an old and a new invoice, by the Akte itself', () => {
    const of = anAkte({
      claims: [
        aClaim(1, { dueByContract: true }),
        aClaim(2, { invoiceDate: day('2026-02-20'), dueOn: day('2026-03-06'), principal: cents(50_00) }),
      ],
    });
    expect(letterOn(of, 1, '2026-03-12').opening).toEqual([
      expect.any(String),
      'Mit der Rechnung RE-1 sind Sie seit dem 27.01.2026 in Verzug. Der Zahlungstag 24.01.2026 stand vertraglich fest (§ 286 Abs. 2 Nr. 1 BGB).',
      'Mit der Rechnung RE-2 sind Sie noch nicht in Verzug; dafür verlangen wir weder Zinsen noch Inkassokosten.',
    ]);
  });
});

test('towards a consumer the thirty days of § 286(3) BGB are told with the notice they need', () => {
  const told = (debtor: typeof erika): string =>
    partOf(
      letterOn(anAkte({ claims: [aClaim(1, { announcesDefault: true })], debtor }), 1, '2026-03-12'),
      'Berechnung der Zinsen',
    );
  expect(told(erika)).toContain(
    'Seit Fälligkeit und Zugang der Rechnung sind 30 Tage vergangen; darauf hat die Rechnung hingewiesen (§ 286 Abs. 3 BGB).',
  );
  expect(told(werkstatt)).toContain(
    'Seit Fälligkeit und Zugang der Rechnung sind 30 Tage vergangen (§ 286 Abs. 3 BGB).',
  );
});
