import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { sealsFrom } from '../../adapters/seals.ts';

const client = mockClient(SecretsManagerClient);
beforeEach(() => {
  client.reset();
});
const OLD = 'k'.repeat(64);
const NEW = 'n'.repeat(64);
const secretIs = (SecretString: string) => client.on(GetSecretValueCommand).resolves({ SecretString });
const MINUTE = 60_000;
const seals = () => {
  const at = { ms: 0 };
  return { at, of: sealsFrom('cursors', { config: { region: 'eu-central-1' }, now: () => at.ms }) };
};
/** The text of RFC 4231, test case 2. */
const sealed = async ({ of }: ReturnType<typeof seals>) => (await of.mac())('what do ya want for nothing?');

test('a text has one seal by a key, and another by another', async () => {
  secretIs(OLD);
  const seal = await sealed(seals());
  expect(seal).toMatch(/^[\w-]{43}$/);
  expect(await sealed(seals())).toBe(seal);
  secretIs(NEW);
  expect(await sealed(seals())).not.toBe(seal);
});

test('the key is read at the first list and kept; a new one counts within a quarter of an hour', async () => {
  const kept = seals();
  secretIs(OLD);
  const old = await sealed(kept);
  secretIs(NEW);
  kept.at.ms = 15 * MINUTE - 1;
  expect(await sealed(kept)).toBe(old);
  expect(client.calls()).toHaveLength(1);
  kept.at.ms = 15 * MINUTE;
  expect(await sealed(kept)).not.toBe(old);
  expect(client.calls()).toHaveLength(2);
});

test('a key that cannot be read, or that could be tried out, seals nothing; the next list asks again', async () => {
  const kept = seals();
  client.on(GetSecretValueCommand).rejects(new Error('away'));
  await expect(sealed(kept)).rejects.toMatchObject({ name: 'Unavailable', message: expect.stringContaining('Minute') });
  secretIs('short');
  await expect(sealed(kept)).rejects.toMatchObject({ name: 'Unavailable' });
  secretIs(OLD);
  expect(await sealed(kept)).toMatch(/^[\w-]{43}$/);
});
