import { SIGN_IN_PORTS } from '../../config/sign-in.ts';
import { OPERATOR_ROLES } from '../../domain/access/roles.ts';
import { aTemplate } from '../support/template.ts';

const prod = aTemplate('prod');
const demo = aTemplate('demo');
const clients = prod.all('AWS::Cognito::UserPoolClient').map(({ properties }) => properties);
const ofPersons = clients.filter((client) => client['GenerateSecret'] === false);

test.each([
  ['prod', prod],
  ['demo', demo],
])('%s: a second factor is required of everybody, by an app, and nobody signs up', (_, { all }) => {
  const pools = all('AWS::Cognito::UserPool');
  expect(pools).toHaveLength(3);
  for (const { properties } of pools)
    expect(properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
});

test('no client takes a password: left out, Cognito would allow it', () => {
  expect(clients.length).toBeGreaterThan(1);
  for (const client of clients) expect(client['ExplicitAuthFlows']).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
});

test('what cdk-nag was told of the pool of machines is true: no client of it takes persons, and no user is in it', () => {
  expect(clients).toEqual(ofPersons);
  expect(prod.all('AWS::Cognito::UserPoolUser')).toEqual([]);
});

test('the command gets a code on this machine, and a token that can be revoked, for persons of both pools', () => {
  const addresses = SIGN_IN_PORTS.map((port) => `http://localhost:${port}/`);
  expect(ofPersons).toHaveLength(2);
  for (const client of ofPersons)
    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: addresses,
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
      SupportedIdentityProviders: ['COGNITO'],
      AccessTokenValidity: 60,
    });
});

test('our own people are signed in for a working day, a creditor’s for a month', () => {
  expect(ofPersons.map((client) => client['RefreshTokenValidity'])).toEqual([12 * 60, 30 * 24 * 60]);
  for (const client of ofPersons)
    expect(client['TokenValidityUnits']).toMatchObject({ RefreshToken: 'minutes', AccessToken: 'minutes' });
});

test('the team has a group for each of its roles; what a creditor’s person may says the table', () => {
  const groups = prod.all('AWS::Cognito::UserPoolGroup').map(({ properties }) => properties['GroupName']);
  expect(groups).toEqual([...OPERATOR_ROLES]);
});

test('managed login shows no page without a style: each has one, and the local cloud, which knows none, has not', () => {
  expect(prod.all('AWS::Cognito::UserPoolDomain').map((d) => d.properties['ManagedLoginVersion'] ?? 1)).toEqual([
    1, 2, 2,
  ]);
  const styles = prod.all('AWS::Cognito::ManagedLoginBranding').map(({ properties }) => properties);
  expect(styles.map((style) => style['UseCognitoProvidedValues'])).toEqual([true, true]);
  expect(demo.all('AWS::Cognito::ManagedLoginBranding')).toEqual([]);
});
