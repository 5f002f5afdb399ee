import fc from 'fast-check';
import { composeNotice } from '../../../domain/letters/compose.ts';
import { erika, facts } from '../../support/notices.ts';
import { addressWindow, widthAtMost, windowOf } from '../../../domain/print/address-window.ts';

const STREET = 'Oberbürgermeister-Dr.-Wilhelmine-Testmann-Promenade am Alten Güterbahnhof Nord 117a, Hinterhaus, 3. OG';
const bare = (text: string): string => text.replace(/\s+/g, '');

describe('the address window', () => {
  test('an ordinary address stands in the usual size, a line each', () => {
    expect(addressWindow(['Erika Beispiel', 'Rosenweg 8', '44135 Dortmund'])).toEqual({
      points: 10.5,
      lines: ['Erika Beispiel', 'Rosenweg 8', '44135 Dortmund'],
    });
  });
  test('a long street was set in 6 points and cut before its house number', () => {
    const window = windowOf(['Rosa Feldmann', STREET, '44135 Dortmund']);
    expect(window.points).toBeGreaterThanOrEqual(9);
    expect(window.lines.join(' ')).toContain('117a, Hinterhaus, 3. OG');
    expect(window.lines.length).toBeLessThanOrEqual(6);
  });
  test('a company of four lines, c/o and a street of two still have their house number', () => {
    const parts = [
      'Gesellschaft für nachhaltige Energieversorgung, Wärmenetze und kommunale Dienstleistungen der Vereinigten Landkreise mbH & Co. Verwaltungs KG',
      'c/o Hausverwaltung Lehmann, Hinterhaus',
      'Straße des Siebzehnten Juni und der Freiheit 117 b',
      '44135 Dortmund',
    ];
    const window = windowOf(parts);
    expect(window.points).toBeGreaterThanOrEqual(9);
    expect(bare(window.lines.join(''))).toBe(bare(parts.join('')));
    expect(window.lines.join(' ')).toContain('Freiheit 117 b 44135 Dortmund');
  });
  test('more than the window holds is refused by name, never cut', () => {
    const wide = 'W'.repeat(200);
    expect(addressWindow([wide, wide, wide])).toBeNull();
    expect(() => windowOf([wide, wide, wide])).toThrow('passt nicht in das Anschriftfeld');
    expect(() => windowOf([wide, wide, wide])).toThrow(expect.objectContaining({ field: 'address' }));
  });
  test('every letter of every address stands in it, in lines that fit, or none does', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((s) => s.trim() !== '');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (parts) => {
        const window = addressWindow(parts);
        if (!window) return;
        expect(window.points).toBeGreaterThanOrEqual(9);
        expect(window.lines.length).toBeLessThanOrEqual(10);
        expect(bare(window.lines.join(''))).toBe(bare(parts.join('')));
        for (const text of window.lines) {
          const width = [...text].reduce((sum, char) => sum + widthAtMost(char), 0) * window.points;
          expect(width).toBeLessThanOrEqual((80 * 72) / 25.4 + 0.001);
        }
      }),
    );
  });
});

test('no letter with boxes is ever composed', () => {
  expect(() => composeNotice(facts({ debtor: { ...erika, name: 'سامي ورد', lastName: 'ورد' } }))).toThrow(
    expect.objectContaining({ code: 'notice.letters' }),
  );
});
