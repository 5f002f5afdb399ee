import { checkOwnText, composeNotice } from '../../../domain/letters/compose.ts';
import { fillOwnText, paragraphsOf } from '../../../domain/letters/own-text.ts';
import { facts, musterladen, rheinbogen } from '../../support/notices.ts';

const composed = (ownText: { subject?: string; opening?: string; closing?: string } | null, more = {}) =>
  composeNotice(facts({ ownText, ...more }));

describe('placeholders', () => {
  test('are filled in wherever they stand, with blanks inside or not', () => {
    expect(fillOwnText('{{name}}, {{ frist }}: {{betrag}} {{name}}', facts())).toBe(
      'Erika Beispiel, 24.03.2026: 161,23\u00a0€ Erika Beispiel',
    );
  });
  test('the greeting stands without its comma', () => {
    expect(fillOwnText('{{anrede}}!', facts())).toBe('Guten Tag Frau Beispiel!');
  });
  test('every wrong one is named once, as it was written', () => {
    expect(checkOwnText('{{x}} {{x}} {{ y }} {{name}}')).toEqual(['{{x}}', '{{ y }}']);
  });
  test('braces that never become one are wrong, too; single ones are text', () => {
    expect(checkOwnText('{{name}} }} {{')).toEqual(['}}', '{{']);
    expect(checkOwnText('{{{name}}}')).toEqual([]);
    expect(checkOwnText('{name} }{')).toEqual([]);
    expect(fillOwnText('{name}', facts())).toBe('{name}');
  });
  test('a letter with a wrong one does not leave; the message names it and what is allowed', () => {
    expect(() => fillOwnText('{{x}} {{y}}', facts())).toThrow(
      expect.objectContaining({
        code: 'text.placeholder',
        message: expect.stringMatching(/: \{\{x\}\}, \{\{y\}\}\. Erlaubt sind \{\{anrede\}\}, \{\{name\}\}/),
      }),
    );
  });
});
describe('paragraphs', () => {
  test.each([
    ['a\n\nb', ['a', 'b']],
    ['a\r\n\r\nb', ['a', 'b']],
    ['a\n  \n\n\nb', ['a', 'b']],
    ['a\nb', ['a b']],
    ['a\nb\nc', ['a b c']],
    ['a  \r\n  b', ['a b']],
    ['  a  ', ['a']],
    ['\n\n', []],
    ['', []],
  ])('of %j', (text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs);
  });
});
describe('the subject', () => {
  test('ours names title, creditor and Aktenzeichen', () => {
    expect(composed(null).subject).toBe('1. Mahnung – Forderung von Musterladen GmbH – Aktenzeichen MUS-4F7K-2QXR');
  });
  test('an own one gets the Aktenzeichen where it lacks it, and is one line', () => {
    expect(composed({ subject: ' Kurz\n gefragt ' }).subject).toBe('Kurz gefragt – Aktenzeichen MUS-4F7K-2QXR');
    expect(composed({ subject: 'Zu {{aktenzeichen}}' }).subject).toBe('Zu MUS-4F7K-2QXR');
  });
  test('an empty one is none', () => {
    expect(composed({ subject: ' \n' }).subject).toBe(composed(null).subject);
  });
});
describe('opening and closing', () => {
  test('an own opening that names both is enough; one that names only one is completed', () => {
    const plain = { defaults: [] };
    expect(composed({ opening: `${rheinbogen.name} schreibt für ${musterladen.name}.` }, plain).opening).toEqual([
      'Rheinbogen Inkasso GmbH schreibt für Musterladen GmbH.',
    ]);
    expect(composed({ opening: 'Hier {{inkasso}}.\n\nFür {{glaeubiger}}.' }, plain).opening).toHaveLength(2);
    for (const opening of [rheinbogen.name, musterladen.name])
      expect(composed({ opening }, plain).opening).toEqual([
        opening,
        'Rheinbogen Inkasso GmbH schreibt Ihnen im Auftrag von Musterladen GmbH.',
      ]);
  });
  test('an empty opening or closing is none', () => {
    expect(composed({ opening: ' ' }).opening).toEqual(composed(null).opening);
    expect(composed({ closing: '\n' }).closing).toEqual(composed(null).closing);
  });
  test('an own closing stands where the urgency stood', () => {
    const plain = composed(null).closing;
    const own = composed({ closing: 'Bis bald.' }).closing;
    expect(own).toEqual(plain.map((p) => (p.startsWith('Wenn Sie jetzt zahlen') ? 'Bis bald.' : p)));
  });
});
test('the rest of the notice says who, where, when and how much', () => {
  const notice = composed(null, { enclosures: ['Rechnung'] });
  expect(notice.info).toEqual([
    ['Aktenzeichen', 'MUS-4F7K-2QXR'],
    ['Gläubiger', 'Musterladen GmbH'],
    ['Kundennummer', 'K-10017'],
    ['Telefon', '0221 23125100'],
    ['E-Mail', 'post@rheinbogen.example.com'],
    ['Datum', '16.03.2026'],
  ]);
  expect(notice).toMatchObject({
    reference: 'MUS-4F7K-2QXR-M1-1-letter',
    total: 161_23,
    payBy: '2026-03-24',
    date: '2026-03-16',
    signature: 'Mit freundlichen Grüßen\nRheinbogen Inkasso GmbH',
    enclosures: ['Rechnung'],
  });
  expect(notice.payment).toStrictEqual({
    holder: 'Rheinbogen Inkasso GmbH Treuhand',
    iban: 'DE02120300000000202051',
    bic: 'BYLADEM1001',
    reference: 'RF80MUS4F7K2QXR',
    amount: 161_23,
  });
  const { bic: _, ...account } = rheinbogen.clientAccount;
  expect(composed(null, { agency: { ...rheinbogen, clientAccount: account } }).payment).toStrictEqual({
    holder: 'Rheinbogen Inkasso GmbH Treuhand',
    iban: 'DE02120300000000202051',
    reference: 'RF80MUS4F7K2QXR',
    amount: 161_23,
  });
});
