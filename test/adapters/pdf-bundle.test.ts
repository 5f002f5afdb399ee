import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PRINTED_WITH } from '../../config/printed-with.ts';
import { letterPdf } from '../../adapters/pdf/letter.ts';
import { composeNotice } from '../../domain/letters/compose.ts';
import { facts } from '../support/notices.ts';

const root = join(import.meta.dirname, '../..');
const OPTIONS = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  logLevel: 'error',
  define: { 'import.meta.url': '__moduleUrl', 'import.meta.dirname': '__dirname' },
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
};
const HANDLER = `import { createHash } from 'node:crypto';
  import { readFileSync } from 'node:fs';
  import { letterPdf } from './adapters/pdf/letter.ts';
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
  letterPdf(JSON.parse(readFileSync('notice.json', 'utf8'))).then((bytes) => process.stdout.write(hash(bytes)));`;
const node = (cwd: string, ...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd, encoding: 'utf8' });

test('bundled as a Lambda is, far from node_modules, the letter comes out the same byte for byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mahnwerk-bundle-'));
  try {
    writeFileSync(join(folder, 'notice.json'), JSON.stringify(composeNotice(facts())));
    // In a process of its own, as a build runs it.
    const stdin = { contents: HANDLER, loader: 'ts', resolveDir: root };
    const options = JSON.stringify({ ...OPTIONS, stdin, outfile: join(folder, 'index.js') });
    node(root, '-e', `require('esbuild').buildSync(${options})`);
    for (const { source: from, bundled: to } of Object.values(PRINTED_WITH)) {
      mkdirSync(dirname(join(folder, to)), { recursive: true });
      cpSync(join(root, 'node_modules', from), join(folder, to));
    }
    expect(node(folder, 'index.js')).toBe(
      createHash('sha256')
        .update(await letterPdf(composeNotice(facts())))
        .digest('hex'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
