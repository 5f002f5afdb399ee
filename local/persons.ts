import { createHash, randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { SIGN_IN_PORTS, signInAddress } from '../config/sign-in.ts';
import { apiOf, awsConfig, send, type Api } from './client.ts';
import type { Cloud } from './cloud.ts';
import type { Outputs } from './deploy.ts';

/** One of our own people: the name they sign in with, and their roles. */
export type Person = Readonly<{ name: string; groups: readonly string[] }>;
export const SOMMER: Person = { name: 'sommer', groups: ['leitung'] };
export const HERBST: Person = { name: 'herbst', groups: ['betreuung'] };
export const WINTER: Person = { name: 'winter', groups: ['telefon'] };
/** Everybody's in the demo, whose cloud lets only this machine in and lives as long as the demo does. */
export const PASSWORD = 'Nur-fuer-die-Demo-1';

type At = Readonly<{ cloud: Cloud; outputs: Outputs }>;
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Makes somebody known to the team's pool, as an administrator of the account does it for the first of them. */
export const invite = async ({ cloud, outputs }: At, { name, groups }: Person): Promise<void> => {
  const cognito = new CognitoIdentityProviderClient(awsConfig(cloud));
  const of = { UserPoolId: outputs.TeamPoolId, Username: name };
  const UserAttributes = [{ Name: 'email', Value: `${name}@rheinbogen.example.com` }];
  await cognito.send(new AdminCreateUserCommand({ ...of, UserAttributes, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...of, Password: PASSWORD, Permanent: true }));
  for (const GroupName of groups) await cognito.send(new AdminAddUserToGroupCommand({ ...of, GroupName }));
};

/** Fills in the sign-in page at this address as a person in a browser does; where the page sends them then. */
export const filledIn = async (page: string, { name }: Person): Promise<string> => {
  const { origin, searchParams } = new URL(page);
  const seen = await fetch(page);
  if (!seen.ok) throw new Error(`the sign-in page answers ${seen.status}: ${await seen.text()}`);
  const body = new URLSearchParams([...searchParams, ['username', name], ['password', PASSWORD]]);
  const reply = await fetch(`${origin}/login`, { method: 'POST', redirect: 'manual', headers: FORM, body });
  const location = reply.headers.get('location');
  if (location === null) throw new Error(`the sign-in page did not let ${name} in: ${reply.status}`);
  return location;
};

const Token = z.object({ access_token: z.string() });
/** The API as somebody sees it who has signed in on the page. */
export const personAt = async ({ cloud, outputs }: At, person: Person): Promise<Api> => {
  const verifier = randomBytes(32).toString('base64url');
  const back = signInAddress(SIGN_IN_PORTS[0]);
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: outputs.TeamClientId,
    redirect_uri: back,
    scope: 'openid',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const answer = await filledIn(`${cloud.endpoint}/oauth2/authorize?${asked.toString()}`, person);
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: outputs.TeamClientId,
    code: new URL(answer).searchParams.get('code') ?? '',
    redirect_uri: back,
    code_verifier: verifier,
  });
  const reply = await send(cloud, { method: 'POST', path: '/oauth2/token', headers: FORM, body: form.toString() });
  return apiOf(cloud, outputs, Token.parse(reply.body ?? { error: reply.text }).access_token);
};
