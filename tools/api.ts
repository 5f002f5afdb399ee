/** Writes the tables of routes and of faults into docs/api.md. A test says whether it is fresh: `node tools/api.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { asItIs } from './api-table.ts';

const page = new URL('../docs/api.md', import.meta.url);
writeFileSync(page, asItIs(readFileSync(page, 'utf8')));
