import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { cognitoSignIns, cognitoTeam } from '../../../adapters/cognito/sign-ins.ts';

const client = mockClient(CognitoIdentityProviderClient);
const signIns = cognitoSignIns('pool', { region: 'eu-central-1' });
beforeEach(() => client.reset());
const WINTER = { name: 'mus-winter', email: 'w@example.com' };
const ATTRIBUTES = [
  { Name: 'email', Value: 'w@example.com' },
  { Name: 'sub', Value: 's1' },
];

test('whoever is invited gets a mail with a first password, and an id', async () => {
  client.on(AdminCreateUserCommand).resolves({ User: { Attributes: ATTRIBUTES } });
  expect(await signIns.invite(WINTER)).toEqual({ sub: 's1', email: 'w@example.com' });
  const { MessageAction, ...input } = client.commandCalls(AdminCreateUserCommand)[0]?.args[0].input ?? {};
  expect(MessageAction).toBeUndefined();
  expect(input).toEqual({
    UserPoolId: 'pool',
    Username: 'mus-winter',
    UserAttributes: [
      { Name: 'email', Value: 'w@example.com' },
      { Name: 'email_verified', Value: 'true' },
    ],
    DesiredDeliveryMediums: ['EMAIL'],
  });
});

test('of a name that is there already the id is told, and nobody is written to', async () => {
  client.on(AdminCreateUserCommand).rejects(new UsernameExistsException({ message: 'x', $metadata: {} }));
  client.on(AdminGetUserCommand).resolves({ UserAttributes: ATTRIBUTES });
  expect(await signIns.invite(WINTER)).toEqual({ sub: 's1', email: 'w@example.com' });
});

test('who never came gets a new first password; who has one of their own gets nothing', async () => {
  client.on(AdminCreateUserCommand).resolves({});
  client
    .on(AdminGetUserCommand)
    .resolvesOnce({ UserStatus: 'FORCE_CHANGE_PASSWORD' })
    .resolves({ UserStatus: 'CONFIRMED' });
  await signIns.remind('mus-winter');
  await signIns.remind('mus-winter');
  expect(client.commandCalls(AdminCreateUserCommand).map((c) => c.args[0].input)).toEqual([
    { UserPoolId: 'pool', Username: 'mus-winter', MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] },
  ]);
});

test('a user without an id is none', async () => {
  client.on(AdminCreateUserCommand).resolves({ User: { Attributes: [] } });
  await expect(signIns.invite(WINTER)).rejects.toThrow('Cognito gave a user no sub');
});

test('who is shut out signs in no more; of whom nothing is known nothing happens', async () => {
  client
    .on(AdminDisableUserCommand)
    .resolvesOnce({})
    .rejects(new UserNotFoundException({ message: 'x', $metadata: {} }));
  await signIns.shut('mus-winter');
  await signIns.shut('nobody');
  expect(client.commandCalls(AdminDisableUserCommand).map((c) => c.args[0].input.Username)).toEqual([
    'mus-winter',
    'nobody',
  ]);
});

test('other faults are not passed over', async () => {
  client.on(AdminCreateUserCommand).rejects(new Error('broken'));
  client.on(AdminDisableUserCommand).rejects(new Error('broken'));
  await expect(signIns.invite(WINTER)).rejects.toThrow('broken');
  await expect(signIns.shut('mus-winter')).rejects.toThrow('broken');
});

test('one of our own people is found by name, shut out and let in; of nobody there is no id', async () => {
  const team = cognitoTeam('team', { region: 'eu-central-1' });
  client
    .on(AdminGetUserCommand)
    .resolvesOnce({ UserAttributes: ATTRIBUTES })
    .rejectsOnce(new UserNotFoundException({ message: 'x', $metadata: {} }))
    .rejects(new Error('broken'));
  client.on(AdminDisableUserCommand).resolves({});
  client.on(AdminEnableUserCommand).resolves({});
  expect([await team.subOf('sommer'), await team.subOf('nobody')]).toEqual(['s1', null]);
  await expect(team.subOf('sommer')).rejects.toThrow('broken');
  await team.shut('sommer');
  await team.open('sommer');
  const sommer = { UserPoolId: 'team', Username: 'sommer' };
  expect(client.commandCalls(AdminDisableUserCommand).map((c) => c.args[0].input)).toEqual([sommer]);
  expect(client.commandCalls(AdminEnableUserCommand).map((c) => c.args[0].input)).toEqual([sommer]);
});
