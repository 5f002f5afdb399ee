/** Writes docs/roles.md. A test says whether it is fresh: `node tools/roles.ts`. */
import { writeFileSync } from 'node:fs';
import { rolesPage } from './roles-table.ts';

writeFileSync(new URL('../docs/roles.md', import.meta.url), rolesPage());
