import PDFDocument from 'pdfkit';
import { readFonts } from '../../../adapters/pdf/assets.ts';
import { widthAtMost } from '../../../domain/print/address-window.ts';

test('no letter is wider than the address window reckons, so that a line that fits there fits on paper', () => {
  const doc = new PDFDocument({ font: '' });
  doc.registerFont('regular', Buffer.from(readFonts().regular)).font('regular').fontSize(1);
  const wider: string[] = [];
  for (let code = 0x20; code < 0x2c80; code += 1) {
    const char = String.fromCodePoint(code);
    if (/\p{C}/u.test(char)) continue;
    if (doc.widthOfString(char) > widthAtMost(char)) wider.push(`${char} ${code.toString(16)}`);
  }
  expect(wider).toEqual([]);
});
