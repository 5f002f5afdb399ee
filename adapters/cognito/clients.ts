import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  ListUserPoolClientsCommand,
  ResourceNotFoundException,
  type CognitoIdentityProviderClientConfig,
  type CreateUserPoolClientCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { SCOPES } from '../../domain/access/decide-admission.ts';
import type { MachineClients } from '../../usecases/ports/accesses.ts';
import { openCognito } from './client.ts';

/** A page; Cognito gives no more. */
const PAGE = 60;

/** What a creditor's machine client is: its own secret, a token of its scope for an hour, and nothing else. */
const CREDITOR_CLIENT = {
  GenerateSecret: true,
  AllowedOAuthFlows: ['client_credentials'],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthScopes: [SCOPES.creditor],
  // Left out, Cognito would allow a sign-in with a password.
  ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
  AccessTokenValidity: 60,
  TokenValidityUnits: { AccessToken: 'minutes' },
} satisfies Partial<CreateUserPoolClientCommandInput>;

const idsCalled = async (
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  name: string,
): Promise<readonly string[]> => {
  const found: string[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListUserPoolClientsCommand({ UserPoolId, MaxResults: PAGE, ...(NextToken ? { NextToken } : {}) }),
    );
    for (const c of page.UserPoolClients ?? []) if (c.ClientName === name && c.ClientId) found.push(c.ClientId);
    NextToken = page.NextToken;
  } while (NextToken);
  return found;
};

/** Machine clients of the creditors: they may ask for a token of their scope, and nobody can sign in with them. */
export const cognitoClients = (
  UserPoolId: string,
  config: CognitoIdentityProviderClientConfig = {},
): MachineClients => {
  const client = openCognito(config);
  return {
    create: async (ClientName) => {
      const { UserPoolClient } = await client.send(
        new CreateUserPoolClientCommand({ UserPoolId, ClientName, ...CREDITOR_CLIENT }),
      );
      if (!UserPoolClient?.ClientId || !UserPoolClient.ClientSecret) throw new Error('Cognito made no client');
      return { clientId: UserPoolClient.ClientId, clientSecret: UserPoolClient.ClientSecret };
    },
    called: (name) => idsCalled(client, UserPoolId, name),
    remove: async (ClientId) => {
      try {
        await client.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
};
