import { ListUserPoolClientsCommand } from '@aws-sdk/client-cognito-identity-provider';
import { openCognito } from '../../../adapters/cognito/client.ts';

/** A pool that answers every question with this fault. */
const answering = (name: string) =>
  openCognito({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'y' },
    maxAttempts: 1,
    requestHandler: { handle: () => Promise.reject(Object.assign(new Error(name), { name })) },
  });
const question = new ListUserPoolClientsCommand({ UserPoolId: 'eu-central-1_pool' });

test('a pool that is asked too often asks to wait; what does not pass by itself stays what it is', async () => {
  await expect(answering('TooManyRequestsException').send(question)).rejects.toMatchObject({ name: 'Unavailable' });
  await expect(answering('NotAuthorizedException').send(question)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
});
