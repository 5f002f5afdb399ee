import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Fonts are files. Run from the sources they lie in node_modules; inside a bundle they lie beside it. pdfkit finds its
 * colour profile (PDF/A needs one) the same way. An esbuild bundle (CJS) therefore needs, proved by
 * test/adapters/pdf-bundle.test.ts:
 *
 *   format: 'cjs', platform: 'node',
 *   define: { 'import.meta.url': '__moduleUrl', 'import.meta.dirname': '__dirname' },
 *   banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
 *
 * and three files copied beside the bundle, BUNDLED_FILES: [from node_modules, to]. Without `define` pdfkit dies at load
 * with `Invalid URL`.
 */
export const BUNDLED_FILES = [
  ['@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf', 'fonts/NotoSans_400Regular.ttf'],
  ['@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf', 'fonts/NotoSans_700Bold.ttf'],
  ['pdfkit/js/data/sRGB_IEC61966_2_1.icc', 'data/sRGB_IEC61966_2_1.icc'],
] as const;

const locate = ([source, bundled]: readonly [string, string]): string => {
  const beside = join(import.meta.dirname, bundled);
  return existsSync(beside) ? beside : join(import.meta.dirname, '../../node_modules', source);
};

const [REGULAR, BOLD] = BUNDLED_FILES;

/** Noto Sans (OFL-1.1): covers the Latin letters of all names in Europe, not only German ones. */
export const readFonts = (): { regular: Uint8Array; bold: Uint8Array } => ({
  regular: readFileSync(locate(REGULAR)),
  bold: readFileSync(locate(BOLD)),
});
