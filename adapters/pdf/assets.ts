import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRINTED_WITH } from '../../config/printed-with.ts';

/*
 * Fonts are files. Run from the sources they lie in node_modules; inside a bundle (config/bundled-as.ts) they lie
 * beside it. pdfkit finds its colour profile (PDF/A needs one) the same way.
 * test/adapters/pdf/assets.test.ts proves it.
 */
const locate = ({ source, bundled }: (typeof PRINTED_WITH)[keyof typeof PRINTED_WITH]): string => {
  const beside = join(import.meta.dirname, bundled);
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../node_modules', source);
};

/** Noto Sans (OFL-1.1): covers the Latin letters of all names in Europe, not only German ones. */
export const readFonts = (): { regular: Uint8Array; bold: Uint8Array } => ({
  regular: readFileSync(locate(PRINTED_WITH.regular)),
  bold: readFileSync(locate(PRINTED_WITH.bold)),
});
