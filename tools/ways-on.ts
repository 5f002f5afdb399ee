/**
 * Writes the table of states and ways on into docs/operations.md. A test says whether it is fresh: `node
 * tools/ways-on.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { withWaysOn } from './ways-on-table.ts';

const manual = new URL('../docs/operations.md', import.meta.url);
writeFileSync(manual, withWaysOn(readFileSync(manual, 'utf8')));
