import { openApi } from '../../tools/openapi/document.ts';
import { faultsInDocument } from '../../tools/openapi-checked.ts';

test('the document keeps the rules of OpenAPI 3.1 and of JSON Schema', async () => {
  expect(await faultsInDocument(openApi())).toEqual([]);
});

const { paths, ...others } = openApi();
const withSchema = (schema: unknown) => ({
  ...others,
  paths: {
    '/v1/x': { get: { responses: { 200: { description: 'x', content: { 'application/json': { schema } } } } } },
  },
});
test.each([
  ['a reference that leads nowhere', withSchema({ $ref: '#/components/schemas/Nowhere' })],
  ['a type that there is not', withSchema({ type: 'amount' })],
  ['an empty list of items, as zod writes it', withSchema({ type: 'array', prefixItems: [] })],
  ['a route that answers nothing', { ...others, paths: { '/v1/x': { get: { responses: {} } } } }],
  ['a version that is none', { ...others, paths, openapi: 'three' }],
])('%s is found', async (_, document) => {
  expect(await faultsInDocument(document)).not.toEqual([]);
});
