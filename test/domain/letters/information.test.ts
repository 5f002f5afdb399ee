import { information } from '../../../domain/letters/information.ts';
import { ALL_TOLD, claim, facts, musterladen, werkstatt } from '../../support/notices.ts';

const of = (more: Parameters<typeof facts>[0] = {}): Record<string, readonly string[]> =>
  Object.fromEntries(information(facts(more)).map((s) => [s.heading, s.paragraphs]));
const company = { ...werkstatt, name: 'Werkstatt Nordlicht GmbH' };
const headings = (more: Parameters<typeof facts>[0] = {}): string[] => Object.keys(of(more));

describe('which parts there are', () => {
  test('for a private person all that § 13a RDG and Art. 14 GDPR ask, in the first message', () => {
    for (const stage of [0, 1, 3] as const)
      expect(headings({ stage })).toEqual([
        'Auftraggeber (Gläubiger)',
        'Grund der Forderung',
        'Berechnung der Zinsen',
        'Inkassokosten',
        'Herkunft Ihrer Anschrift',
        'Registrierung und Aufsicht',
        'Datenschutz: Information nach Art. 14 DSGVO',
        'Ihr Widerspruchsrecht (Art. 21 DSGVO)',
      ]);
  });
  test('for a company the short form', () => {
    expect(headings({ debtor: company })).toEqual([
      'Auftraggeber (Gläubiger)',
      'Grund der Forderung',
      'Berechnung der Zinsen',
      'Inkassokosten',
      'Datenschutz',
    ]);
  });
  test('after the first message interest and costs are explained where they are claimed first, whatever the stage', () => {
    for (const stage of [0, 1, 2, 3] as const)
      expect(headings({ first: false, stage })).toEqual(['Berechnung der Zinsen', 'Inkassokosten']);
    expect([
      headings({ first: false, interest: [] }),
      headings({ first: false, fees: [] }),
      headings({ first: false, interest: [], fees: [] }),
    ]).toEqual([['Inkassokosten'], ['Berechnung der Zinsen'], []]);
    for (const stage of [0, 1, 2, 3] as const) expect(headings({ first: false, stage, untold: ALL_TOLD })).toEqual([]);
  });
  test('a business is told from which order its costs come, with the first message that claims them (it never was)', () => {
    expect([
      headings({ first: false, debtor: werkstatt }),
      headings({ first: false, debtor: werkstatt, untold: ALL_TOLD }),
    ]).toEqual([['Inkassokosten'], []]);
  });
});
describe('where a level says how much', () => {
  test('none is none, but for what the law owes a private person; always is always', () => {
    const count = (more: Parameters<typeof facts>[0]): number => headings({ detail: 'none', ...more }).length;
    expect([
      count({ first: true }),
      count({ first: false }),
      count({ first: false, untold: ALL_TOLD }),
      count({ first: true, debtor: company }),
      count({ first: false, debtor: company }),
    ]).toEqual([8, 2, 0, 0, 0]);
    expect([
      count({ first: false, stage: 3, detail: 'always' }),
      count({ first: false, stage: 3, detail: 'always', debtor: company }),
    ]).toEqual([8, 5]);
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
      'Gesetzlicher Verzugszins: 5 Prozentpunkte über dem Basiszinssatz (§ 288 Abs. 1 BGB, § 247 BGB).',
      expect.stringMatching(/^Sie sind seit dem 26\.02\.2026 in Verzug\. Seit Fälligkeit/),
    ]);
    expect(of({ interest: [] })['Berechnung der Zinsen']).toEqual([
      'Mit diesem Schreiben werden keine Zinsen verlangt.',
    ]);
  });
  test('kind, amount, ground and VAT of the costs', () => {
    expect(of({ fees: [] })['Inkassokosten']).toEqual([
      'Für dieses Schreiben werden von Ihnen keine Inkassokosten verlangt.',
    ]);
    expect(of()['Inkassokosten']).toEqual([
      'Art: Inkassovergütung, 0,5 einer vollen Gebühr aus 129,90\u00a0€, und Auslagenpauschale. Höhe: 25,75\u00a0€ Gebühr + 5,15\u00a0€ Auslagen = 30,90\u00a0€.',
      'Entstehungsgrund: Inkassoauftrag des Gläubigers, wirksam seit dem 02.03.2026, nach Eintritt des Zahlungsverzugs.',
      expect.stringMatching(
        /Berechnung nach dem RVG: Nr\. 2300 VV RVG .*Nr\. 7002 VV RVG\. Umsatzsteuer auf diese Kosten wird von Ihnen nicht verlangt/,
      ),
    ]);
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
  expect(parts['Datenschutz: Information nach Art. 14 DSGVO']).toHaveLength(8);
  expect(of({ debtor: company })['Datenschutz']).toEqual([expect.stringContaining('Uferweg 3, 50667 Köln')]);
});
