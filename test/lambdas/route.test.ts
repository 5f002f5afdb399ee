import * as z from 'zod';
import { CreditorId } from '../../domain/parties/parties.ts';
import { route } from '../../lambdas/middleware/route.ts';

const MUS = CreditorId.parse('MUS');
/** Whose clients are known; a revoked one is not. */
const asked = async (client: string, scope: string): Promise<{ status: number | undefined; body: unknown }> => {
  const handler = route(
    z.strictObject({}),
    { creditorOf: async (id) => (id === 'known' ? MUS : null) },
    async ({ caller }) => ({ creditor: caller.creditor, operator: caller.operator }),
  );
  const event = { requestContext: { authorizer: { jwt: { claims: { client_id: client, scope } } } }, headers: {} };
  const { statusCode, body } = await handler(event as never, { awsRequestId: 'test' });
  return { status: statusCode, body: JSON.parse(body ?? '') };
};

test('a revoked access went on for as long as its token lived: it is refused at once, on every route', async () => {
  expect(await asked('revoked', 'mahnwerk/creditor')).toEqual({
    status: 403,
    body: { fehler: 'client.unknown', meldung: 'Dieser Zugang gehört zu keinem Gläubiger, oder er ist gesperrt.' },
  });
  expect(await asked('known', 'mahnwerk/creditor')).toEqual({
    status: 200,
    body: { creditor: 'MUS', operator: false },
  });
  expect(await asked('desk', 'mahnwerk/operator')).toEqual({ status: 200, body: { creditor: null, operator: true } });
});

test.each([
  ['a row of the table that cannot be read', () => z.string().parse(5)],
  ['a text of ours that is no JSON', () => JSON.parse('{')],
])('%s was told to the client as a mistake of its own: it is ours', async (_, run) => {
  const handler = route(z.strictObject({}), { creditorOf: async () => MUS }, async () => run());
  const event = { requestContext: { authorizer: { jwt: { claims: { client_id: 'known' } } } }, headers: {} };
  expect((await handler(event as never, { awsRequestId: 'test' })).statusCode).toBe(500);
});
