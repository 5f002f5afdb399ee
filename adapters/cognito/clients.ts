import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import { AWS_CLIENT, saysWhatPasses } from '../transient.ts';

export type MachineClient = Readonly<{ clientId: string; clientSecret: string }>;

/** Machine clients of the API: one per creditor. The secret is shown once and kept nowhere else. */
export const cognitoClients = (userPoolId: string, config: CognitoIdentityProviderClientConfig = {}) => {
  const client = new CognitoIdentityProviderClient({ ...AWS_CLIENT, ...config });
  saysWhatPasses(client);
  return {
    create: async (name: string, scopes: readonly string[]): Promise<MachineClient> => {
      const { UserPoolClient } = await client.send(
        new CreateUserPoolClientCommand({
          UserPoolId: userPoolId,
          ClientName: name,
          GenerateSecret: true,
          AllowedOAuthFlows: ['client_credentials'],
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthScopes: [...scopes],
          AccessTokenValidity: 60,
          TokenValidityUnits: { AccessToken: 'minutes' },
        }),
      );
      if (!UserPoolClient?.ClientId || !UserPoolClient.ClientSecret) throw new Error('Cognito made no client');
      return { clientId: UserPoolClient.ClientId, clientSecret: UserPoolClient.ClientSecret };
    },
  };
};
