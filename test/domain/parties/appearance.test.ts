import { appearanceOf, smsSenderOf } from '../../../domain/parties/appearance.ts';
import { musterversand } from '../../support/akte.ts';

const WHOLE = {
  name: 'Teekontor am Hafen',
  phone: '040 66969-120',
  email: 'service@example.com',
  web: 'https://example.com',
  colour: '#1f5c4a',
  smsSender: 'Teekontor',
};

describe('how a creditor shows itself', () => {
  test('without a brand by its name and address alone; its e-mail for reports is not shown to debtors', () => {
    expect(appearanceOf(musterversand)).toStrictEqual({
      name: 'Musterversand GmbH',
      address: musterversand.address,
      legal: [],
    });
  });
  test('under its brand, with the legal name beside it where that is another', () => {
    const { smsSender: _, ...shown } = WHOLE;
    expect(appearanceOf({ ...musterversand, brand: WHOLE })).toStrictEqual({
      ...shown,
      firm: 'Musterversand GmbH',
      address: musterversand.address,
      legal: [],
    });
    expect(appearanceOf({ ...musterversand, brand: { name: 'Musterversand GmbH' } })).toStrictEqual({
      name: 'Musterversand GmbH',
      address: musterversand.address,
      legal: [],
    });
  });
  test('with who stands behind the firm, by its legal name, whatever its customers know it by', () => {
    const legal = { seat: 'Dortmund', court: 'Amtsgericht Dortmund', number: 'HRB 1', directors: ['Mia Muster'] };
    for (const brand of [undefined, WHOLE])
      expect(appearanceOf({ ...musterversand, brand, legal }).legal).toEqual([
        'Sitz: Dortmund · Amtsgericht Dortmund, HRB 1 · Geschäftsführung: Mia Muster',
      ]);
  });
});

describe('the sender that a phone shows', () => {
  const of = (name: string): string | null => smsSenderOf({ ...musterversand, name });
  test.each([
    ['Stadtwerke Beispiel', 'Stadtwerke'],
    ['Tee Kontor Ost', 'TeeKontor'],
    ['Stadt Werke AG', 'StadtWerke'],
    ['Stadt-Werke 1', 'StadtWerke1'],
    ['Tee', 'Tee'],
    [' – Tee', 'Tee'],
    ['Tee am Hafen', 'TeeamHafen'],
    ['Musterversand GmbH', 'Musterversa'],
    ['Größinger', 'Groessinger'],
    ['Café Éclair', 'CafeEclair'],
    ['A & B', null],
    ['1 & 1', null],
    ['漢字', null],
    ['4711', null],
    ['A1 Ab', 'A1Ab'],
  ])('of %s is %s', (name, sender) => {
    expect(of(name)).toBe(sender);
  });
  test("is what the brand says, else made of the brand's name", () => {
    expect(smsSenderOf({ ...musterversand, brand: WHOLE })).toBe('Teekontor');
    expect(smsSenderOf({ ...musterversand, brand: { name: 'Tee am Hafen' } })).toBe('TeeamHafen');
  });
});
