import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** Every schema that stands in a document, and where: the rules of OpenAPI itself do not look into them. */
const schemasIn = (node: unknown, at: string): readonly (readonly [at: string, schema: object])[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]): readonly (readonly [string, object])[] => {
    const place = `${at}/${key}`;
    const isSchema = key === 'schema' || at === '/components/schemas';
    return isSchema && typeof inner === 'object' && inner !== null ? [[place, inner]] : schemasIn(inner, place);
  });
};

/**
 * What is wrong with a document: by the rules of OpenAPI 3.1, references that lead nowhere included, and each schema by
 * those of JSON Schema 2020-12.
 */
export const faultsInDocument = async (document: Record<string, unknown>): Promise<readonly string[]> => {
  const { errors = [] } = await new Validator().validate(document);
  const ofOpenApi = typeof errors === 'string' ? [errors] : errors.map((e) => `${e.instancePath} ${e.message ?? ''}`);
  const ajv = new Ajv2020({ strict: false });
  const ofSchemas = schemasIn(document, '').flatMap(([at, schema]) =>
    ajv.validateSchema(schema) === true ? [] : [`${at} ${ajv.errorsText()}`],
  );
  return [...ofOpenApi, ...ofSchemas];
};

if (import.meta.main) {
  const written: Record<string, unknown> = JSON.parse(
    readFileSync(new URL('../docs/openapi.json', import.meta.url), 'utf8'),
  );
  const faults = await faultsInDocument(written);
  for (const fault of faults) console.error(`docs/openapi.json: ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
