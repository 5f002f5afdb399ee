import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
  type AttributeType,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignIns } from '../../usecases/ports/persons.ts';
import { AWS_CLIENT, saysWhatPasses } from '../transient.ts';

const subIn = (attributes: readonly AttributeType[] | undefined): string => {
  const sub = attributes?.find(({ Name }) => Name === 'sub')?.Value;
  if (sub === undefined) throw new Error('Cognito gave a user no sub');
  return sub;
};

/** Persons of a user pool: invited by a mail with a first password, and shut out by name. */
export const cognitoSignIns = (UserPoolId: string, config: CognitoIdentityProviderClientConfig = {}): SignIns => {
  const client = new CognitoIdentityProviderClient({ ...AWS_CLIENT, ...config });
  saysWhatPasses(client);
  return {
    invite: async ({ name: Username, email }) => {
      const UserAttributes = [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ];
      try {
        const invited = new AdminCreateUserCommand({
          UserPoolId,
          Username,
          UserAttributes,
          DesiredDeliveryMediums: ['EMAIL'],
        });
        const { User } = await client.send(invited);
        return subIn(User?.Attributes);
      } catch (error) {
        if (!(error instanceof UsernameExistsException)) throw error;
        const there = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
        return subIn(there.UserAttributes);
      }
    },
    shut: async (Username) => {
      try {
        await client.send(new AdminDisableUserCommand({ UserPoolId, Username }));
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error;
      }
    },
  };
};
