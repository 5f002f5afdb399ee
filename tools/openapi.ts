/** Writes docs/openapi.json from the contracts. A test says whether it is fresh: `node tools/openapi.ts`. */
import { writeFileSync } from 'node:fs';
import { openApiText } from './openapi/document.ts';

writeFileSync(new URL('../docs/openapi.json', import.meta.url), openApiText());
