import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import { AWS_CLIENT, saysWhatPasses } from '../transient.ts';

/** Where the user pools are asked; what passes by itself is told as such. */
export const openCognito = (config: CognitoIdentityProviderClientConfig): CognitoIdentityProviderClient => {
  const client = new CognitoIdentityProviderClient({ ...AWS_CLIENT, ...config });
  saysWhatPasses(client);
  return client;
};
