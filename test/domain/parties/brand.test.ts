import { Brand, contrastOnWhite, readable } from '../../../domain/parties/brand.ts';
import { Creditor } from '../../../domain/parties/parties.ts';
import { musterversand } from '../../support/akte.ts';

const WHOLE = {
  name: 'Teekontor am Hafen',
  phone: '040 66969-120',
  email: 'service@example.com',
  web: 'https://example.com',
  colour: '#1f5c4a',
  smsSender: 'Teekontor',
};
const accepts = (more: object): boolean => Brand.safeParse({ ...WHOLE, ...more }).success;
const refusal = (more: object): string =>
  Brand.safeParse({ ...WHOLE, ...more })
    .error?.issues.map((i) => i.message)
    .join(' | ') ?? '';

describe('a brand', () => {
  test('is read back as it was written, and each part of it may be missing', () => {
    expect(Brand.parse(WHOLE)).toEqual(WHOLE);
    expect(Brand.parse({})).toEqual({});
    expect(Creditor.parse({ ...musterversand, brand: WHOLE }).brand).toEqual(WHOLE);
    expect(Creditor.parse(musterversand).brand).toBeUndefined();
  });
  test.each([
    { surprise: 1 },
    { name: '' },
    { name: 'x'.repeat(81) },
    { name: 'Tee\r\nBcc: a@example.com' },
    { name: 'service@bank.example.com' },
    { name: 'Tee <x>' },
    { name: 'Tee "Kontor"' },
    { name: 'Tee\\' },
    { name: 'Tee\u202etur' },
    { phone: 'ruf an' },
    { phone: '12345' },
    { phone: '040 66969-' },
    { email: 'service' },
    { web: 'teekontor' },
    { web: 'javascript:alert(1)' },
    { colour: 'green' },
    { colour: '#fff' },
    { colour: '#1f5c4a;x' },
    { colour: 'x#1f5c4a' },
    { phone: 'x040 66969120' },
    { web: 'ftp://example.com' },
    { web: 'httpsx://example.com' },
    { web: 'xhttps://example.com' },
    { smsSender: 'Tee Kontor' },
    { smsSender: 'Teekontor123' },
    { smsSender: '12345' },
    { smsSender: 'Tü1' },
    { smsSender: 'Te' },
    { imprint: 'Amtsgericht Hamburg, HRA 000000' },
  ])('with %o is refused', (more) => {
    expect(accepts(more)).toBe(false);
  });
  test.each([
    { name: 'x'.repeat(80) },
    { name: 'Müller & Söhne – Tee' },
    { phone: '+49 40 66969120' },
    { phone: '(040) 66969/120' },
    { colour: '#000000' },
    { colour: '#1F5C4A' },
    { smsSender: 'T01' },
    { web: 'http://example.com' },
  ])('with %o is accepted', (more) => {
    expect(accepts(more)).toBe(true);
  });
});

test('a line loses the blanks around it', () => {
  expect(Brand.parse({ name: ' Tee am Hafen ' })).toEqual({ name: 'Tee am Hafen' });
});
test('whoever writes one is told how each part is written', () => {
  expect(
    [{ name: 'Tee <x>' }, { phone: 'ruf an' }, { email: 'service' }, { web: 'teekontor' }, { smsSender: 'Te' }].map(
      refusal,
    ),
  ).toEqual([
    'Eine Zeile ohne Zeilenumbruch und ohne die Zeichen < > " @ \\.',
    'Eine Telefonnummer, wie sie im Brief stehen soll, zum Beispiel 0231 9876540.',
    'Eine E-Mail-Adresse, zum Beispiel service@example.com.',
    'Eine Internetadresse mit https:// davor.',
    'Drei bis elf Buchstaben (ohne Umlaute) und Ziffern, darunter ein Buchstabe, zum Beispiel Stadtwerke.',
  ]);
});

describe('its colour (WCAG 2.2, 1.4.3)', () => {
  test.each([
    ['#ffffff', 1],
    ['#000000', 21],
    ['#ff0000', 3.998],
    ['#767676', 4.542],
    ['#777777', 4.478],
    ['#010101', 20.873],
    ['#0a0a0a', 19.798],
    ['#0b0b0b', 19.683],
  ])('%s stands out from white by %d', (colour, contrast) => {
    expect(contrastOnWhite(colour)).toBeCloseTo(contrast, 2);
  });
  test('is accepted from 4.5 on', () => {
    expect([accepts({ colour: '#767676' }), accepts({ colour: '#777777' })]).toEqual([true, false]);
  });
  test('a pale one is refused with its contrast, the one needed, and a darker shade that would do', () => {
    expect(refusal({ colour: '#ffcc00' })).toBe(
      'Die Farbe #ffcc00 ist auf weißem Papier zu blass: Ihr Kontrast ist 1,5 : 1, gebraucht werden 4,5 : 1 (WCAG 2.2, 1.4.3). Bitte einen dunkleren Ton angeben, zum Beispiel #8e7200.',
    );
    expect(refusal({ colour: '#777777' })).toContain('Ihr Kontrast ist 4,4 : 1');
  });
  test('one that is no colour is told how colours are written, and no more', () => {
    expect(refusal({ colour: 'gold' })).toBe('Eine Farbe wird als #rrggbb geschrieben, zum Beispiel #1f4e79.');
  });
  test('the shade proposed is always accepted, and the lightest step that is', () => {
    for (const pale of ['#ffffff', '#ffff00', '#00ff00', '#ff8800', '#777777', '#fefefe'])
      expect(accepts({ colour: readable(pale) })).toBe(true);
    expect(readable('#123456')).toBe('#123456');
    expect(readable('#777777')).toBe('#757575');
  });
});
