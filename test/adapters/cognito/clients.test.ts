import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  ListUserPoolClientsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { cognitoClients } from '../../../adapters/cognito/clients.ts';

const client = mockClient(CognitoIdentityProviderClient);
const clients = cognitoClients('pool', { region: 'eu-central-1' });
beforeEach(() => client.reset());

test('a client gets a token of its scope for its secret, and nobody can sign in with it', async () => {
  client.on(CreateUserPoolClientCommand).resolves({ UserPoolClient: { ClientId: 'c1', ClientSecret: 's1' } });
  expect(await clients.create('mahnwerk-MUS-erp')).toEqual({ clientId: 'c1', clientSecret: 's1' });
  expect(client.commandCalls(CreateUserPoolClientCommand)[0]?.args[0].input).toMatchObject({
    UserPoolId: 'pool',
    ClientName: 'mahnwerk-MUS-erp',
    GenerateSecret: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['mahnwerk/creditor'],
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
  });
});
test('a client without a secret is none', async () => {
  client.on(CreateUserPoolClientCommand).resolves({ UserPoolClient: { ClientId: 'c1' } });
  await expect(clients.create('x')).rejects.toThrow('Cognito made no client');
});

test('those of a name are found on every page, and no other', async () => {
  client
    .on(ListUserPoolClientsCommand)
    .resolvesOnce({
      UserPoolClients: [
        { ClientName: 'a', ClientId: '1' },
        { ClientName: 'b', ClientId: '2' },
      ],
      NextToken: 't',
    })
    .resolves({ UserPoolClients: [{ ClientName: 'a', ClientId: '3' }] });
  expect(await clients.called('a')).toEqual(['1', '3']);
  expect(client.commandCalls(ListUserPoolClientsCommand)[1]?.args[0].input.NextToken).toBe('t');
});

test('one that is gone already is gone; without the right to remove it that is told', async () => {
  client.on(DeleteUserPoolClientCommand).rejectsOnce(new ResourceNotFoundException({ message: 'x', $metadata: {} }));
  await expect(clients.remove('c1')).resolves.toBeUndefined();
  client.on(DeleteUserPoolClientCommand).rejects(Object.assign(new Error('x'), { name: 'NotAuthorizedException' }));
  await expect(clients.remove('c1')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
});
