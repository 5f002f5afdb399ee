import middy from '@middy/core';
import type {
  APIGatewayRequestAuthorizerEventV2 as Event,
  APIGatewaySimpleAuthorizerWithContextResult as ResultWith,
} from 'aws-lambda';
import { cognitoTokens, keysInLocalCloud, keysOverHttps } from '../../adapters/cognito/tokens.ts';
import { dynamoClients } from '../../adapters/dynamodb/accesses.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoPersons } from '../../adapters/dynamodb/persons.ts';
import { environment } from '../../config/settings.ts';
import { ROUTES } from '../../contracts/api.ts';
import { routeKey } from '../../contracts/route.ts';
import type { Caller } from '../../domain/access/caller.ts';
import { admitCaller } from '../../usecases/operations/admit-caller.ts';
import { clockOf } from '../live/clock.ts';
import { observed } from '../middleware/observed.ts';

/** `context`: what the function behind the route learns of whoever asks. */
type Result = ResultWith<Caller | Readonly<Record<string, never>>>;

const { TABLE_NAME, CLOCK, TOKENS } = environment('TABLE_NAME', 'CLOCK', 'TOKENS');
const keys =
  TOKENS.keys === 'local' ? keysInLocalCloud(environment('AWS_ENDPOINT_URL').AWS_ENDPOINT_URL) : keysOverHttps;
const table = openTable(TABLE_NAME);
const admit = admitCaller({
  tokens: cognitoTokens(TOKENS.pools, keys),
  clients: dynamoClients(table),
  persons: dynamoPersons(table),
  clock: clockOf(CLOCK),
});

const MAY = new Map(ROUTES.map(({ route }) => [routeKey(route), route.may]));
/** `Bearer …`; the word in any spelling (RFC 7235). */
const tokenIn = (header: string | undefined): string | null => /^bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null;

/**
 * Whether a call may come in, and as whom. The gateway asks for each token and route once in 50 seconds; without a
 * token it answers 401 itself, where the answer is no 403, and where there is none (keys or table are away) 500.
 */
export const handler = middy<Event, Result>()
  .use(observed<Result>('authorize', ({ isAuthorized }) => ({ admitted: isAuthorized })))
  .handler(async ({ routeKey: route, headers }: Event) => {
    const token = tokenIn(headers?.['authorization']);
    const may = MAY.get(route);
    const caller = token !== null && may ? await admit(token, may) : null;
    return { isAuthorized: caller !== null, context: caller ?? {} };
  });
