import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
/** https://www.apache.org/licenses/LICENSE-2.0.txt */
const APACHE_2 = 'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30';

test('the licence that README and package.json name lies beside them, word for word', () => {
  expect(JSON.parse(read('package.json'))).toMatchObject({ license: 'Apache-2.0' });
  expect(read('README.md')).toContain('Apache-2.0');
  expect(createHash('sha256').update(read('LICENSE')).digest('hex')).toBe(APACHE_2);
});

test('what is not ours is named with its version and licence', () => {
  const { name, version, license } = JSON.parse(read('node_modules/german-postal-codes/package.json')) as Readonly<
    Record<string, string>
  >;
  expect(read('NOTICE')).toContain(`${name} ${version} (${license}, Copyright`);
});
