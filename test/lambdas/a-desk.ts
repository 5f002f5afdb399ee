import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoCreditors } from '../../adapters/dynamodb/creditors.ts';
import { LEAF_KEY } from '../../config/calendar.ts';
import { stageOf } from '../../config/stages.ts';
import { ROUTES, type RouteName } from '../../contracts/api.ts';
import { routeKey } from '../../contracts/route.ts';
import { OperatorRole } from '../../domain/access/roles.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import type { AkteId } from '../../domain/ids.ts';
import { FUNCTIONS } from '../../lib/functions.ts';
import { ANSWERED_BY } from '../../lib/routes.ts';
import { firstVersion } from '../../simulator/agency/stores.ts';
import { AKTE, after, musterversand } from '../support/akte.ts';
import { freshId } from '../support/akten-contracts.ts';
import { awsEnvironment } from '../support/aws-environment.ts';
import { aProcess } from '../support/process.ts';
import { awsServer, type Heard } from '../support/table-server.ts';

/** The day on which the Akte's first phone window is open. */
const N = 25;
export const TODAY = after(N);
const LEAF = { day: TODAY, since: '2026-03-27T08:00:00.000Z' };

/** Whoever is asked about at the user pools. */
const PERSON = [
  { Name: 'sub', Value: 'sub-1' },
  { Name: 'email', Value: 'w@example.com' },
];
const OTHERS = {
  AdminCreateUser: { User: { Attributes: PERSON } },
  AdminGetUser: { UserAttributes: PERSON },
  CreateUserPoolClient: { UserPoolClient: { ClientId: 'client', ClientSecret: 'geheim' } },
  ListUserPoolClients: { UserPoolClients: [] },
  GetQueueAttributes: { Attributes: { ApproximateNumberOfMessages: '0' } },
  ReceiveMessage: {},
};

/** What is asked: `path` and `body` as the contract has them. */
export type Asking = Readonly<{
  name: RouteName;
  path?: Readonly<Record<string, string>>;
  body?: unknown;
  key?: string;
  /** The version that was read. */ match?: number;
}>;
const ask = async ({ name, path = {}, body = {}, key, match }: Asking) => {
  const route = ROUTES.find((r) => r.name === name)!.route;
  const role = route.may.find((r) => OperatorRole.safeParse(r).success);
  const caller = role
    ? { side: 'operator', role, who: 'desk' }
    : { side: 'creditor', role: 'system', who: 'erp', creditor: 'MUS' };
  const { handler } = await import(`../../lambdas/${FUNCTIONS[ANSWERED_BY[name]].file}`);
  const answer = await handler(
    {
      routeKey: routeKey(route),
      requestContext: { authorizer: { lambda: caller } },
      headers: {
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(match === undefined ? {} : { 'if-match': `"${match}"` }),
      },
      pathParameters: path,
      body: JSON.stringify(body),
    },
    { awsRequestId: 'test' },
  );
  return {
    status: answer.statusCode as number,
    replayed: answer.headers['idempotency-replayed'] === 'true',
    text: answer.body as string,
    body: JSON.parse(answer.body) as Record<string, unknown>,
  };
};

/** What the functions find around them; `address`: what stands in for AWS. */
const environmentAt = (address: string) => {
  const { agency, mailDomain } = stageOf('dev');
  return {
    ...awsEnvironment(address),
    TABLE_NAME: 'Table',
    BUCKET_NAME: 'mahnwerk',
    CLOCK: JSON.stringify({ kind: 'turned', start: TODAY, msPerDay: 86_400_000, table: 'Table' }),
    STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:000000000000:stateMachine:dunning',
    AGENCY: JSON.stringify(agency),
    MAIL_DOMAIN: mailDomain,
    ACCOUNT_WAIT_DAYS: '3',
    USER_POOL_ID: 'eu-central-1_test',
    PERSON_POOL_ID: 'eu-central-1_persons',
    TEAM_POOL_ID: 'eu-central-1_team',
    START_QUEUE: `${address}/1/starts`,
    HAND_OVER_QUEUE: `${address}/1/continued`,
    FAILURES: JSON.stringify([{ source: 'bank', lost: `${address}/1/lost`, call: 'bank' }]),
  };
};

/**
 * Every function behind the API over one table in memory, with a creditor, on a day that does not pass. `heard` is told
 * what is asked of AWS, `lying` is what lies in the bucket.
 */
export const aDesk = async (heard?: Heard, lying: Readonly<Record<string, string>> = {}) => {
  const aws = await awsServer(OTHERS, lying, heard);
  Object.assign(process.env, environmentAt(aws.address));
  const table = openTable('Table', {
    endpoint: aws.address,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await table.put(LEAF_KEY, LEAF);
  await dynamoCreditors(table).append(firstVersion(musterversand));
  const dunned = await aProcess();
  await dunned.run('F1', 1, N);
  const acts = await dunned.akten.history(AKTE);
  const akten = dynamoAkten(table, () => new Date('2026-03-27T08:00:00.000Z'));
  /** An Akte that has been dunned until today, and what else has happened to it. */
  const anAkte = async (...more: readonly Fact[]): Promise<AkteId> => {
    const id = freshId();
    const all = more.length === 0 ? acts : [...acts, { by: 'system' as const, facts: more }];
    for (const [version, { by, facts }] of all.entries()) await akten.append(id, version, { by, facts });
    return id;
  };
  /** An Akte that has been opened today and nothing more: its first message is due. */
  const aNewAkte = async (): Promise<AkteId> => {
    const id = freshId();
    const [opened] = acts;
    if (opened) await akten.append(id, 0, opened);
    return id;
  };
  return { ask, anAkte, aNewAkte, dynamo: table, table: aws.table, address: aws.address, close: aws.close };
};
export type Desk = Awaited<ReturnType<typeof aDesk>>;
export const POSTS = ROUTES.filter(({ route }) => route.method === 'POST');
