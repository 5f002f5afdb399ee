/** Writes the table of routes into docs/api.md. A test says whether it is fresh: `node tools/api.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withRoutes } from './api-table.ts';

const page = new URL('../docs/api.md', import.meta.url);
writeFileSync(page, withRoutes(readFileSync(page, 'utf8')));
