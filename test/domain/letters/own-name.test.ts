import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeNotice, type NoticeFacts } from '../../../domain/letters/compose.ts';
import { answersTo, knownAs, shownName } from '../../../domain/letters/own-name.ts';
import { cents } from '../../../domain/money.ts';
import type { Notice } from '../../../domain/letters/notice.ts';
import { Creditor } from '../../../domain/parties/parties.ts';
import { claim, facts, musterladen, rheinbogen } from '../../support/notices.ts';
import { headings } from '../../support/letters.ts';

const example = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../examples', file), 'utf8'));
const teekontor = Creditor.parse((example('creditors/teekontor.json') as { creditor: unknown }).creditor);

test("in the agency's name a creditor goes by its legal name, and answers go to the agency, whatever its brand says", () => {
  const said = (sender: 'creditor' | 'agency', creditor = teekontor) => {
    const { phone, email } = answersTo({ agency: rheinbogen, creditor, sender });
    return [shownName({ creditor, sender }), phone.own, email.own, phone.at];
  };
  expect([said('creditor'), said('agency'), said('creditor', musterladen)]).toEqual([
    ['Teekontor am Hafen', true, true, '040 66969-120'],
    ['Beispiel Teehandel GmbH & Co. KG', false, false, rheinbogen.phone],
    ['Musterladen GmbH', false, false, rheinbogen.phone],
  ]);
  expect([knownAs(teekontor), knownAs(musterladen)]).toEqual([
    'Beispiel Teehandel GmbH & Co. KG („Teekontor am Hafen“)',
    'Musterladen GmbH',
  ]);
});

describe("a message in the creditor's own name", () => {
  const own = (more: Partial<NoticeFacts> = {}): Notice =>
    composeNotice(
      facts({
        creditor: teekontor,
        sender: 'creditor',
        stage: 0,
        title: 'Zahlungserinnerung',
        fees: [],
        interest: [],
        defaults: [],
        positions: [{ label: 'Rechnung', why: '', amount: cents(12_990) }],
        ...more,
      }),
    );
  const info = (notice: Notice): Record<string, string> => Object.fromEntries(notice.info);
  const words = (notice: Notice): string =>
    [
      notice.subject,
      ...notice.opening,
      ...notice.closing,
      notice.signature,
      ...notice.information.flatMap((s) => s.paragraphs),
    ].join('\n');
  const plain = { ...musterladen };

  test('wears its brand: head, information block, signature, ways to answer', () => {
    const notice = own();
    expect(notice.sender).toMatchObject({
      name: 'Teekontor am Hafen',
      firm: 'Beispiel Teehandel GmbH & Co. KG',
      phone: '040 66969-120',
      email: 'service@teekontor.example.com',
      colour: '#1f5c4a',
    });
    expect(info(notice)).toMatchObject({
      Gläubiger: 'Beispiel Teehandel GmbH & Co. KG',
      Telefon: '040 66969-120',
      'E-Mail': 'service@teekontor.example.com',
    });
    expect(notice.signature).toBe('Mit freundlichen Grüßen\nTeekontor am Hafen');
    expect(notice.closing.at(-1)).toBe(
      'So erreichen Sie uns: Telefon 040 66969-120, E-Mail service@teekontor.example.com. Bitte nennen Sie das Aktenzeichen MUS-4F7K-2QXR.',
    );
    expect(notice.subject).toBe('Zahlungserinnerung – Rechnung RE-2026-0001 – Aktenzeichen MUS-4F7K-2QXR');
    expect(words(notice)).not.toContain(teekontor.email);
  });
  test('without a brand its name; who claims need not be told twice; answers go to the agency, and that is said', () => {
    const notice = own({ creditor: plain });
    expect(notice.signature).toContain('Musterladen GmbH');
    expect(info(notice)).not.toHaveProperty('Gläubiger');
    expect(info(notice)).toMatchObject({ Telefon: rheinbogen.phone, 'E-Mail': rheinbogen.email });
    expect(notice.closing.at(-1)).toContain(
      `So erreichen Sie uns über Rheinbogen Inkasso GmbH: Telefon ${rheinbogen.phone}, E-Mail ${rheinbogen.email}.`,
    );
  });
  test('with one way to answer of its own, each is said to be whose it is', () => {
    expect(own({ creditor: { ...plain, brand: { phone: '0211 0000000' } } }).closing.at(-1)).toContain(
      `So erreichen Sie uns: Telefon 0211 0000000, oder über Rheinbogen Inkasso GmbH: E-Mail ${rheinbogen.email}.`,
    );
    expect(own({ creditor: { ...plain, brand: { email: 'wir@example.com' } } }).closing.at(-1)).toContain(
      `So erreichen Sie uns: E-Mail wir@example.com, oder über Rheinbogen Inkasso GmbH: Telefon ${rheinbogen.phone}.`,
    );
  });
  test('says who sends it and on whose account one pays, and for whom', () => {
    const notice = own();
    expect(notice.payment).toMatchObject({
      holder: 'Rheinbogen Inkasso GmbH Treuhand',
      iban: rheinbogen.clientAccount.iban,
    });
    expect(notice.closing[0]).toContain(
      'auf das Konto „Rheinbogen Inkasso GmbH Treuhand“. Rheinbogen Inkasso GmbH nimmt dort Ihre Zahlung für uns entgegen. Geben Sie',
    );
    expect(notice.opening.join(' ')).toContain('Rheinbogen Inkasso GmbH versendet dieses Schreiben in unserem Namen.');
    expect(headings(notice)).toEqual(['Wer dieses Schreiben versendet']);
    expect(words(notice)).toContain('Absender ist Beispiel Teehandel GmbH & Co. KG, Speicherweg 14, 20457 Hamburg.');
    expect([
      words(notice).includes('nimmt Zahlungen für uns'),
      words(own({ creditor: plain })).includes('nimmt Zahlungen und Antworten für uns'),
    ]).toEqual([true, true]);
  });
  test('is friendly at first, and plain after', () => {
    const opened = (more: Partial<NoticeFacts>): string => own({ creditor: plain, ...more }).opening[0]!;
    expect(opened({ stage: 0 })).toMatch(/^im Alltag bleibt eine Rechnung leicht einmal liegen/);
    expect(opened({ stage: 1, first: true })).toMatch(
      /^auf die folgende Rechnung ist bisher keine vollständige Zahlung eingegangen/,
    );
    expect(opened({ stage: 1, first: false })).toMatch(/^wir haben Sie bereits an eine offene Zahlung erinnert/);
  });
  test('looks at an objection itself, and says when collection follows; the agency asks the creditor', () => {
    const closed = (more: Partial<NoticeFacts>): string => own({ creditor: plain, ...more }).closing.join('\n');
    expect([
      closed({}).includes('Solange wir Ihren Einwand prüfen'),
      closed({ sender: 'agency' }).includes('Solange wir Ihren Einwand mit dem Gläubiger klären'),
    ]).toEqual([true, true]);
    expect([
      closed({}).includes('auf das Konto „Rheinbogen Inkasso GmbH Treuhand“'),
      closed({ sender: 'agency' }).includes('auf das angegebene Konto.'),
    ]).toEqual([true, true]);
    expect(closed({ announces: ['handOver'] })).toContain(
      'übergeben wir die Forderung an Rheinbogen Inkasso GmbH zum Inkasso. Dadurch können weitere Kosten entstehen.',
    );
  });
  test('says who sends it with the first, or with each where that is wanted; where only some answers are its own, the agency takes the others', () => {
    expect(
      [own({ first: true }), own({ first: false, detail: 'always' }), own({ first: false })].map(
        (n) => headings(n).length,
      ),
    ).toEqual([1, 1, 0]);
    expect(words(own({ creditor: { ...plain, brand: { phone: '0211 0000000' } } }))).toContain(
      'nimmt Zahlungen und Antworten für uns',
    );
  });
  test('speaks of several invoices as its own, and of the court as its own affair', () => {
    expect(own({ claims: [claim(1), claim(2)] }).subject).toContain('Zahlungserinnerung – Ihre offenen Rechnungen – ');
    expect(own({ stage: 2, lastStage: 2, announces: ['court'] }).closing.join(' ')).toContain(
      'prüfen wir, ob das gerichtliche Mahnverfahren',
    );
    expect(own({ sender: 'agency', stage: 2, lastStage: 2, announces: ['court'] }).closing.join(' ')).toContain(
      'prüfen wir mit dem Gläubiger, ob das gerichtliche Mahnverfahren',
    );
  });
  test("fills the creditor's own words with its brand, and names the sender after them", () => {
    const notice = own({ ownText: { opening: 'Ihr {{glaeubiger}}, Telefon {{telefon}}, {{email}}.' } });
    expect(notice.opening).toEqual([
      'Ihr Teekontor am Hafen, Telefon 040 66969-120, service@teekontor.example.com.',
      'Rheinbogen Inkasso GmbH versendet dieses Schreiben im Namen von Teekontor am Hafen.',
    ]);
  });
});
