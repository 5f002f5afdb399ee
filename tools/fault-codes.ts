/** Fails where a code of domain/fault-codes.ts is one with which nothing is refused. Part of local/check.sh. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_CODES, FILE_CODES } from '../domain/fault-codes.ts';
import { PRINTED } from '../domain/print/printed.ts';

const ROOT = join(import.meta.dirname, '..');
const TABLE = 'domain/fault-codes.ts';
/** Put together where they are said, of a field or a door whose type holds them against the table. */
const isPutTogether = (code: string): boolean =>
  Object.keys(PRINTED).some((door) => code === `${door}.letters`) || /^(girocode|particulars)\./.test(code);

const sources = globSync('{domain,usecases,adapters,lambdas,cli,simulator}/**/*.ts', { cwd: ROOT }).filter(
  (file) => file !== TABLE,
);
const code = sources.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
const codes = [FILE_CODES, ...Object.values(FAULT_CODES)].flatMap((table) => Object.keys(table));
const unsaid = codes.filter((c) => !isPutTogether(c) && !code.includes(`'${c}'`));
const twice = codes.filter((c, i) => codes.indexOf(c) !== i);

for (const c of unsaid) console.error(`${TABLE}: „${c}“ is said nowhere; please delete it`);
for (const c of twice) console.error(`${TABLE}: „${c}“ stands there twice`);
if (unsaid.length + twice.length > 0) process.exitCode = 1;
