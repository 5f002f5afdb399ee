import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  UserNotFoundException,
  UsernameExistsException,
  type AttributeType,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignIn, SignIns, TeamSignIns } from '../../usecases/ports/persons.ts';
import { openCognito } from './client.ts';

const valueOf = (attributes: readonly AttributeType[] | undefined, name: string): string => {
  const value = attributes?.find(({ Name }) => Name === name)?.Value;
  if (value === undefined) throw new Error(`Cognito gave a user no ${name}`);
  return value;
};
const signInOf = (attributes: readonly AttributeType[] | undefined): SignIn => ({
  sub: valueOf(attributes, 'sub'),
  email: valueOf(attributes, 'email'),
});
/** Invited, and no password of their own yet. */
const NEVER_CAME = 'FORCE_CHANGE_PASSWORD';

/** Persons of a user pool: invited by a mail with a first password, and shut out by name. */
export const cognitoSignIns = (UserPoolId: string, config: CognitoIdentityProviderClientConfig = {}): SignIns => {
  const client = openCognito(config);
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
        return signInOf(User?.Attributes);
      } catch (error) {
        if (!(error instanceof UsernameExistsException)) throw error;
        const there = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
        return signInOf(there.UserAttributes);
      }
    },
    remind: async (Username) => {
      const { UserStatus } = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
      if (UserStatus !== NEVER_CAME) return;
      const again = { UserPoolId, Username, MessageAction: 'RESEND' } as const;
      await client.send(new AdminCreateUserCommand({ ...again, DesiredDeliveryMediums: ['EMAIL'] }));
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

/** Our own people at their pool, by the name they sign in with. */
export const cognitoTeam = (UserPoolId: string, config: CognitoIdentityProviderClientConfig = {}): TeamSignIns => {
  const client = openCognito(config);
  return {
    subOf: async (Username) => {
      try {
        const { UserAttributes } = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
        return valueOf(UserAttributes, 'sub');
      } catch (error) {
        if (error instanceof UserNotFoundException) return null;
        throw error;
      }
    },
    shut: async (Username) => {
      await client.send(new AdminDisableUserCommand({ UserPoolId, Username }));
    },
    open: async (Username) => {
      await client.send(new AdminEnableUserCommand({ UserPoolId, Username }));
    },
  };
};
