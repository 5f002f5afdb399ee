import { ROUTES } from '../../contracts/api.ts';
import { GatewayRefusal, Problem } from '../../contracts/problem.ts';
import { PLACES } from '../../contracts/places.ts';
import { RESOURCES } from '../../contracts/summaries.ts';
import { CREDITOR_ROLES, OPERATOR_ROLES } from '../../domain/access/roles.ts';
import { operationOf, type Both } from './operation.ts';
import { refusalsIn } from './refusals.ts';
import { partsOf, schemasOf } from './schemas.ts';

const listed = (roles: readonly string[]): string => roles.map((role) => `\`${role}\``).join(', ');
const INFO = {
  title: 'Mahnwerk',
  version: '1',
  summary: 'The API of a German collection agency.',
  description: [
    'Written from the contracts that the API itself checks with (contracts/, `node tools/openapi.ts`); what it does not',
    'say stands in docs/api.md. Keys are English; German stands in texts that people read. A key that ends in `Cents`',
    'is an amount in whole euro cents. An unknown key in a body is refused; a reply may get further keys, and a client',
    'passes over those it does not know. A list has a `next`: null, or the `cursor` of its next page. No answer may be',
    'cached (`no-store`). `x-may` of a',
    'route names the set of roles that it is open to, and the roles in it: of a creditor',
    `${listed(CREDITOR_ROLES)} (its programs), of the agency ${listed(OPERATOR_ROLES)} (docs/roles.md).`,
  ].join(' '),
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
} as const;

const SERVERS = [
  {
    url: 'https://{host}',
    description: 'Each stage has an address of its own.',
    variables: { host: { default: 'api.mahnwerk.example', description: 'As the agency names it to its creditors.' } },
  },
] as const;

const SECURITY = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token: of a creditor’s program (client credentials, `POST /oauth2/token` at the address that comes with the access), or of a person who signed in (authorization code with PKCE).',
  },
} as const;

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Names this call for thirty days: whoever repeats it does not do it twice, and has the same answer. With another body it is refused (422 `key.other-body`), while it is being answered, too (409 `in-progress`).',
  schema: { type: 'string', pattern: '^[ -~]{1,64}$' },
  example: '0b6f1f3e-5d0a-4d5c-9a57-3a4c1f9b8f10',
} as const;
const PARAMETERS = {
  Key: { ...KEY, required: false },
  NeededKey: { ...KEY, required: true },
  Version: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description:
      'The `ETag` of the version that was read and is changed. Without it a new one is made; where it is no longer the newest, 412 `stale`.',
    schema: { type: 'string', pattern: '^"[1-9][0-9]{0,8}"$' },
    example: '"3"',
  },
  Language: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'In which language it is said what a refusal means (`title`): `de`, or `en`. Else German.',
    schema: { type: 'string' },
    example: 'en',
  },
} as const;

const both = (): Both => ({
  given: schemasOf('input', [
    ...ROUTES.filter(({ route }) => route.method === 'POST').map(({ route }) => route.body),
    ...Object.values(PLACES).map(({ form }) => form),
    ...ROUTES.map(({ route }) => route.query),
  ]),
  answered: schemasOf('output', [...ROUTES.map(({ route }) => route.reply), Problem, GatewayRefusal]),
});

const pathsIn = (of: Both) => {
  const paths = new Map<string, Record<string, unknown>>();
  for (const named of ROUTES) {
    const { path, method } = named.route;
    paths.set(path, { ...paths.get(path), [method.toLowerCase()]: operationOf(named, of) });
  }
  return Object.fromEntries(paths);
};

/** The whole API in the form of OpenAPI 3.1. Throws where a contract says something that it cannot say. */
export const openApi = () => {
  const of = both();
  return {
    openapi: '3.1.1',
    info: INFO,
    servers: SERVERS,
    security: [{ token: [] }],
    tags: Object.entries(RESOURCES).map(([name, description]) => ({ name, description })),
    paths: pathsIn(of),
    components: {
      securitySchemes: SECURITY,
      parameters: PARAMETERS,
      responses: refusalsIn(of.answered),
      schemas: partsOf(of.given, of.answered),
    },
  };
};
/** The same as its file holds it. */
export const openApiText = (): string => `${JSON.stringify(openApi(), null, 2)}\n`;
