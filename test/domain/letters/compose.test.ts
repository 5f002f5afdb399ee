import { checkOwnText, composeNotice, PLACEHOLDERS, type NoticeFacts } from '../../../domain/letters/compose.ts';
import { cents, formatEuro } from '../../../domain/money.ts';
import type { Notice } from '../../../domain/letters/notice.ts';
import { ALL_TOLD, aFee, claim, erika, facts, musterladen, rheinbogen, werkstatt } from '../../support/notices.ts';

const wordsOf = (notice: Notice): string =>
  [
    notice.subject,
    notice.salutation,
    ...notice.opening,
    ...notice.positions.flatMap((p) => [p.label, p.why]),
    ...notice.closing,
    ...notice.information.flatMap((s) => [s.heading, ...s.paragraphs]),
  ].join('\n');
const informationOf = (more: Partial<NoticeFacts>): string =>
  composeNotice(facts(more))
    .information.flatMap((s) => [s.heading, ...s.paragraphs])
    .join('\n');
const reminder: Partial<NoticeFacts> = {
  stage: 0,
  title: 'Zahlungserinnerung',
  fees: [],
  interest: [],
  defaults: [],
  positions: [{ label: 'Rechnung', why: '', amount: cents(12_990) }],
};
const without = (of: ReturnType<typeof claim>, key: 'subject' | 'contractDate'): ReturnType<typeof claim> => {
  const { [key]: _gone, ...rest } = of;
  return rest;
};

describe('the first message to a private person (§ 13a(1) RDG, Art. 14 GDPR)', () => {
  const fees = [aFee({ vat: cents(5_87), total: cents(36_77) })];
  test.each([
    ['Nr. 1: name and address of the client', 'Musterladen GmbH, Lindenallee 12, 40210 Düsseldorf'],
    ['Nr. 2: invoice', 'RE-2026-0001 vom 12.01.2026'],
    ['Nr. 2: date and object of the contract', 'Vertrag vom 10.01.2026, Gegenstand: Kaffeemaschine Modell Aroma 200'],
    [
      'Nr. 3: amount, rate and period of interest',
      `${formatEuro(cents(12_990))} verzinst mit 6,27\u00a0% pro Jahr vom 26.02.2026 bis 16.03.2026 = ${formatEuro(cents(43))}`,
    ],
    ['Nr. 5: kind of the costs', `Inkassovergütung, 0,5 einer vollen Gebühr aus ${formatEuro(cents(129_90))}`],
    ['Nr. 5: amount of the costs', `+ ${formatEuro(cents(5_87))} USt = ${formatEuro(cents(36_77))}.`],
    [
      'Nr. 5: ground of the costs',
      'Entstehungsgrund: Inkassoauftrag des Gläubigers, wirksam seit dem 02.03.2026, nach Eintritt des Zahlungsverzugs.',
    ],
    [
      'Nr. 6: VAT',
      `${formatEuro(cents(587))} Umsatzsteuer. Der Gläubiger kann diese Umsatzsteuer nicht als Vorsteuer abziehen`,
    ],
    ['Nr. 7: where the address is from', 'Ihre Anschrift hat uns der Gläubiger mitgeteilt.'],
    ['Nr. 8: authority with address', 'Bundesamt für Justiz, Adenauerallee 99-103, 53113 Bonn'],
    ['Nr. 8: authority, electronically', 'aufsicht@behoerde.example.org'],
    ['Art. 14: controller', 'Verantwortlich: Rheinbogen Inkasso GmbH'],
    ['Art. 14: data protection officer', 'Datenschutzbeauftragte oder Datenschutzbeauftragter: datenschutz@'],
    ['Art. 14: purposes and legal basis', 'Art. 6 Abs. 1 Buchst. f DSGVO'],
    ['Art. 14: third countries', 'Drittländer: Die Daten liegen'],
    ['Art. 21: objection', 'jederzeit zu widersprechen'],
    ['Art. 14: categories and source', 'Wir haben sie von Musterladen GmbH erhalten'],
    ['Art. 14: recipients', 'Empfänger: der Gläubiger'],
    ['Art. 14: storage', 'Speicherdauer'],
    ['Art. 14: rights', 'Auskunft, Berichtigung, Löschung'],
    ['Art. 14: complaint', 'Datenschutzaufsichtsbehörde'],
  ])('%s', (_item, expected) => {
    expect(informationOf({ fees })).toContain(expected);
  });

  test('the reminder of phase 1 carries them too and says that it claims neither interest nor costs', () => {
    const text = informationOf(reminder);
    expect(text).toContain('keine Zinsen');
    expect(text).toContain('keine Inkassokosten');
    expect(text).toContain('Art. 14 DSGVO');
    expect(text).toContain('Vertrag vom 10.01.2026');
  });
  test('every invoice of the Akte has its own contract', () => {
    const text = informationOf({ claims: [claim(1), claim(2, { subject: 'Kaffeebohnen' })] });
    expect(text).toContain('RE-2026-0002');
    expect(text).toContain('Gegenstand: Kaffeebohnen');
  });
  test('VAT that the creditor deducts is not asked for', () => {
    expect(informationOf({})).toContain('Umsatzsteuer auf diese Kosten wird von Ihnen nicht verlangt');
  });
  test('without the contract nothing is written', () => {
    expect(() => composeNotice(facts({ claims: [without(claim(1), 'subject')] }))).toThrow(
      expect.objectContaining({ code: 'contract.missing' }),
    );
    expect(() => composeNotice(facts({ claims: [without(claim(1), 'contractDate')] }))).toThrow(
      expect.objectContaining({ code: 'contract.missing' }),
    );
  });
});

describe('other messages', () => {
  test('later ones carry no notices', () => {
    expect(composeNotice(facts({ first: false, stage: 2, title: '2. Mahnung', untold: ALL_TOLD })).information).toEqual(
      [],
    );
  });
  test('the first Mahnung after a reminder explains the interest and costs that are new in it', () => {
    expect(composeNotice(facts({ first: false })).information.map((s) => s.heading)).toEqual([
      'Berechnung der Zinsen',
      'Inkassokosten',
    ]);
  });
  test('a company gets the short form, without the items for private persons', () => {
    const text = informationOf({ debtor: { ...werkstatt, name: 'Werkstatt Nordlicht GmbH' } });
    expect(text).not.toContain('Aufsichtsbehörde');
    expect(text.length).toBeLessThan(informationOf({}).length / 2);
  });
});

describe('every message', () => {
  const stages: Partial<NoticeFacts>[] = [
    reminder,
    {},
    { stage: 2, first: false },
    { stage: 3, first: false },
    { stage: 1, lastStage: 1 },
    { debtor: werkstatt },
  ];
  test.each(stages.map((more) => [more]))(
    'names agency, Aktenzeichen, a way to answer, to object and to pay in instalments',
    (more) => {
      const notice = composeNotice(facts(more));
      const text = wordsOf(notice);
      for (const needed of [
        rheinbogen.name,
        'MUS-4F7K-2QXR',
        rheinbogen.phone,
        rheinbogen.email,
        musterladen.name,
        'Halten Sie die Forderung',
        'nicht alles auf einmal zahlen',
        '24.03.2026',
        'RF80MUS4F7K2QXR',
      ])
        expect(text).toContain(needed);
      expect(text).not.toMatch(/Schufa|Pfändung|Gerichtsvollzieher|unverzüglich zahlen|undefined|NaN|\{\{/);
    },
  );
  test('only the last stage speaks of the court, and says no more than that it will be examined', () => {
    const court = (more: Partial<NoticeFacts>): boolean =>
      composeNotice(facts(more)).closing.join(' ').includes('gerichtliche Mahnverfahren');
    expect(([0, 1, 2, 3] as const).map((stage) => court({ stage }))).toEqual([false, false, false, true]);
    expect(composeNotice(facts({ stage: 3 })).closing.join(' ')).toContain('prüfen wir mit dem Gläubiger, ob');
  });
  test('a reminder does not reproach anybody with default', () => {
    expect(composeNotice(facts({ stage: 0 })).opening.join(' ')).not.toContain('Verzug');
  });
  test('the total is the sum of what is listed, or there is no message', () => {
    expect(() => composeNotice({ ...facts(), total: cents(1) })).toThrow('do not add up');
    expect(composeNotice(facts()).payment.amount).toBe(16_123);
  });
  test.each([
    ['Guten Tag Frau Beispiel,', erika],
    ['Guten Tag Robin Beispiel,', { customerNumber: '1', kind: 'private' as const, name: 'Robin Beispiel' }],
    ['Sehr geehrte Damen und Herren,', werkstatt],
  ])('greets: %s', (expected, debtor) => {
    expect(composeNotice(facts({ debtor })).salutation).toBe(expected);
  });
  test('a long name had pushed the address out of its window', () => {
    const name = 'Gesellschaft '.repeat(15).trim();
    const { recipient } = composeNotice(facts({ debtor: { ...werkstatt, name } }));
    expect(recipient.points).toBeGreaterThanOrEqual(9);
    expect(recipient.lines.join(' ')).toBe(`${name} Hafenstraße 1 20457 Hamburg`);
  });
});

describe("a creditor's own text", () => {
  test('names what it does not know', () => {
    expect(checkOwnText('Guten Tag {{anrede}}, {{ betrag }} bis {{frist}}')).toEqual([]);
    expect(checkOwnText('{{constructor}} {{toString}} {{Betrag}} {{}} {{offen')).toEqual([
      '{{constructor}}',
      '{{toString}}',
      '{{Betrag}}',
      '{{}}',
      '{{',
    ]);
  });
  test('every placeholder on offer has a value', () => {
    const opening = PLACEHOLDERS.map((p) => `{{${p}}}`).join(' | ');
    expect(composeNotice(facts({ ownText: { opening } })).opening[0]).toBe(
      `Guten Tag Frau Beispiel | Erika Beispiel | K-10017 | Musterladen GmbH | Rheinbogen Inkasso GmbH | MUS-4F7K-2QXR | 1. Mahnung | ${formatEuro(cents(16_123))} | 24.03.2026 | 16.03.2026 | RF80MUS4F7K2QXR | 0221 23125100 | post@rheinbogen.example.com`,
    );
  });
  test('replaces the tone, never what the law and the reader need', () => {
    const plain = composeNotice(facts());
    const own = composeNotice(
      facts({ ownText: { subject: 'Kurz gefragt', opening: 'Hallo!\n\nBitte zahlen.', closing: 'Bis bald.' } }),
    );
    expect(own.subject).toBe('Kurz gefragt – Aktenzeichen MUS-4F7K-2QXR');
    expect(own.opening).toEqual([
      'Hallo!',
      'Bitte zahlen.',
      'Rheinbogen Inkasso GmbH schreibt Ihnen im Auftrag von Musterladen GmbH.',
      expect.stringMatching(/^Sie sind seit dem 26\.02\.2026 in Verzug\./),
    ]);
    expect(own.information).toEqual(plain.information);
    expect(plain.closing.filter((p) => !own.closing.includes(p))).toHaveLength(1);
    expect(own.closing).toContain('Bis bald.');
  });
  test('with an unknown placeholder never leaves', () => {
    expect(() => composeNotice(facts({ ownText: { closing: '{{schufa}}' } }))).toThrow(
      expect.objectContaining({ code: 'text.placeholder' }),
    );
  });
});
