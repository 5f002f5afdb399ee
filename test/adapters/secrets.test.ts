import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postFromSecret } from '../../adapters/secrets.ts';
import { MessageReference } from '../../domain/ids.ts';

const client = mockClient(SecretsManagerClient);
let house: Server;
let asked = 0;
beforeAll(async () => {
  house = createServer((request, response) => {
    asked += 1;
    request.resume().on('end', () => {
      response.writeHead(503).end();
    });
  });
  await new Promise<void>((ready) => {
    house.listen(0, '127.0.0.1', ready);
  });
});
afterAll(() => {
  house.close();
});
beforeEach(() => {
  client.reset();
  asked = 0;
});

const keys = () =>
  JSON.stringify({
    baseUrl: `http://127.0.0.1:${(house.address() as AddressInfo).port}`,
    username: 'u',
    apikey: 'k',
    mode: 'test',
  });
const letter = { reference: MessageReference.parse('r'), to: '', text: '', pdf: new Uint8Array([37, 80, 68, 70]) };
const post = () => postFromSecret('post', { region: 'eu-central-1' });

test('the keys are read at the first letter and kept: the print house is asked each time, the secret once', async () => {
  client.on(GetSecretValueCommand).resolves({ SecretString: keys() });
  const { send } = post();
  for (let n = 0; n < 3; n += 1) await expect(send(letter)).rejects.toMatchObject({ name: 'Unavailable' });
  expect([asked, client.commandCalls(GetSecretValueCommand).length]).toEqual([3, 1]);
});

test.each([
  ['cannot be read', undefined],
  ['are not there yet', '{}'],
  ['are no JSON', 'x'],
])('keys that %s: nothing was taken, and the next letter asks again', async (_, SecretString) => {
  if (SecretString === undefined) client.on(GetSecretValueCommand).rejectsOnce(new Error('x'));
  else client.on(GetSecretValueCommand).resolvesOnce({ SecretString });
  const { send } = post();
  await expect(send(letter)).rejects.toMatchObject({ name: 'Unavailable' });
  expect(asked).toBe(0);
  client.on(GetSecretValueCommand).resolves({ SecretString: keys() });
  await expect(send(letter)).rejects.toMatchObject({ name: 'Unavailable' });
  expect(asked).toBe(1);
});
