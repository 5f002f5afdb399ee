import { information } from '../../../domain/letters/information.ts';
import { cents } from '../../../domain/money.ts';
import { claim, facts, musterladen, werkstatt } from '../../support/notices.ts';

const of = (more: Parameters<typeof facts>[0] = {}): Record<string, readonly string[]> =>
  Object.fromEntries(information(facts(more)).map((s) => [s.heading, s.paragraphs]));
const headings = (more: Parameters<typeof facts>[0] = {}): string[] => Object.keys(of(more));

describe('which parts there are', () => {
  test('for a private person all that § 13a RDG and Art. 14 GDPR ask, in the first message', () => {
    for (const stage of [0, 1, 3])
      expect(headings({ stage })).toEqual([
        'Auftraggeber (Gläubiger)',
        'Grund der Forderung',
        'Berechnung der Zinsen',
        'Inkassokosten',
        'Herkunft Ihrer Anschrift',
        'Registrierung und Aufsicht',
        'Datenschutz: Information nach Art. 14 DSGVO',
      ]);
  });
  test('for a business the short form', () => {
    expect(headings({ debtor: werkstatt })).toEqual([
      'Auftraggeber (Gläubiger)',
      'Grund der Forderung',
      'Berechnung der Zinsen',
      'Inkassokosten',
      'Datenschutz',
    ]);
  });
  test('after the reminder the first Mahnung explains what is new in it, to private persons', () => {
    expect(headings({ first: false })).toEqual(['Berechnung der Zinsen', 'Inkassokosten']);
    expect([
      headings({ first: false, interest: [] }),
      headings({ first: false, fees: null }),
      headings({ first: false, interest: [], fees: null }),
    ]).toEqual([['Inkassokosten'], ['Berechnung der Zinsen'], []]);
    expect([
      headings({ first: false, debtor: werkstatt }),
      headings({ first: false, stage: 0 }),
      headings({ first: false, stage: 2 }),
    ]).toEqual([[], [], []]);
  });
});
describe('where a level says how much', () => {
  test("none is none, but for a private person's first message; always is always", () => {
    const count = (more: Parameters<typeof facts>[0]): number => headings({ detail: 'none', ...more }).length;
    expect([
      count({ first: true }),
      count({ first: false }),
      count({ first: true, debtor: werkstatt }),
      count({ first: false, debtor: werkstatt }),
    ]).toEqual([7, 0, 0, 0]);
    expect([
      count({ first: false, stage: 3, detail: 'always' }),
      count({ first: false, stage: 3, detail: 'always', debtor: werkstatt }),
    ]).toEqual([7, 5]);
  });
});
describe('the ground of the claim', () => {
  test('each invoice with its contract; for a business the invoices', () => {
    expect(of({ claims: [claim(1), claim(2, { subject: 'Bohnen' })] })['Grund der Forderung']).toEqual([
      'Rechnung RE-2026-0001 vom 12.01.2026, davon offen bei Übergabe an uns: 129,90\u00a0€. Vertrag vom 10.01.2026, Gegenstand: Kaffeemaschine Modell Aroma 200.',
      'Rechnung RE-2026-0002 vom 12.01.2026, davon offen bei Übergabe an uns: 129,90\u00a0€. Vertrag vom 10.01.2026, Gegenstand: Bohnen.',
    ]);
    expect(of({ debtor: werkstatt, claims: [claim(1), claim(2)] })['Grund der Forderung']).toEqual([
      'Rechnung RE-2026-0001 vom 12.01.2026, davon offen bei Übergabe an uns: 129,90\u00a0€.',
      'Rechnung RE-2026-0002 vom 12.01.2026, davon offen bei Übergabe an uns: 129,90\u00a0€.',
    ]);
  });
  test('a contract that only the mandate knows by now was told of a claim that waits for it: a letter says what the claim says', () => {
    const { contractDate: _, ...undated } = claim(1);
    const creditor = { ...musterladen, contractDateIsInvoiceDate: true, contractSubject: 'Waren' };
    expect(() => information(facts({ claims: [undated], creditor }))).toThrow('Zu Rechnung RE-2026-0001 fehlen');
    expect(of({ creditor })['Grund der Forderung']?.[0]).toContain(
      'Vertrag vom 10.01.2026, Gegenstand: Kaffeemaschine',
    );
  });
});
describe('interest and costs', () => {
  test('each step, the rate of the law, since when and why', () => {
    expect(of()['Berechnung der Zinsen']).toEqual([
      'Rechnung RE-2026-0001: 129,90\u00a0€ verzinst mit 6,27\u00a0% pro Jahr vom 26.02.2026 bis 16.03.2026 = 0,43\u00a0€',
      'Gesetzlicher Verzugszins: fünf Prozentpunkte über dem Basiszinssatz (§ 288 Abs. 1, § 247 BGB).',
      expect.stringMatching(/^Verzug besteht seit dem 26\.02\.2026\. Seit Fälligkeit/),
    ]);
    expect(of({ debtor: werkstatt, defaultSince: null })['Berechnung der Zinsen']).toEqual([
      expect.any(String),
      expect.stringContaining('neun Prozentpunkte'),
    ]);
    expect(of({ interest: [] })['Berechnung der Zinsen']).toEqual([
      'Mit diesem Schreiben werden keine Zinsen verlangt.',
    ]);
  });
  test('kind, amount, ground and VAT of the costs', () => {
    expect(of({ fees: null })['Inkassokosten']).toEqual([
      'Für dieses Schreiben werden von Ihnen keine Inkassokosten verlangt.',
    ]);
    expect(of()['Inkassokosten']).toEqual([
      'Art: Inkassovergütung (Gebührensatz 0,5). Höhe: 30,90\u00a0€. Entstehungsgrund: unsere Beauftragung nach Eintritt des Zahlungsverzugs.',
      expect.stringMatching(
        /Berechnung nach dem RVG: VV 2300 Anm\. 2 RVG, VV 7002 RVG\. Der Betrag ohne Umsatzsteuer ist 30,90\u00a0€\. Umsatzsteuer auf diese Kosten wird von Ihnen nicht verlangt/,
      ),
    ]);
    expect(
      of({ fees: { net: cents(30_90), amount: cents(36_77), basis: 'x', vatIncluded: true, rate: '0,5' } })[
        'Inkassokosten'
      ]?.[1],
    ).toContain('Darin enthalten sind 5,87\u00a0€ Umsatzsteuer.');
  });
});
test('client, origin, supervision and data protection name those who answer', () => {
  const parts = of();
  expect(parts['Auftraggeber (Gläubiger)']).toEqual(['Musterladen GmbH, Lindenallee 12, 40210 Düsseldorf']);
  expect(parts['Herkunft Ihrer Anschrift']).toHaveLength(1);
  expect(parts['Registrierung und Aufsicht']).toEqual([
    expect.stringContaining('371-2026-0001'),
    expect.stringContaining('Bundesamt für Justiz'),
    expect.stringContaining('§ 13a Abs. 2 RDG'),
  ]);
  expect(parts['Datenschutz: Information nach Art. 14 DSGVO']).toHaveLength(7);
  expect(of({ debtor: werkstatt })['Datenschutz']).toEqual([expect.stringContaining('Uferweg 3, 50667 Köln')]);
});
