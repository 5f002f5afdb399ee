import { createHmac } from 'node:crypto';
import {
  GetSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import type { Mac } from '../domain/cursor.ts';
import { Unavailable } from '../domain/faults.ts';
import type { Seals } from '../usecases/ports/seals.ts';
import { AWS_CLIENT } from './transient.ts';

/** How long a key is used before it is read again: so long after a new one was put in, cursors of the old one hold. */
const KEPT_MS = 15 * 60 * 1000;
/** A shorter one could be tried out. */
const LEAST_LENGTH = 32;

const hmac =
  (key: string): Mac =>
  (text) =>
    createHmac('sha256', key).update(text).digest('base64url');

type Options = Readonly<{ config?: SecretsManagerClientConfig; now?: () => number }>;

/** HMAC-SHA-256 with the key in a secret, read at the first list and again every quarter of an hour. */
export const sealsFrom = (secret: string, { config = {}, now = Date.now }: Options = {}): Seals => {
  const client = new SecretsManagerClient({ ...AWS_CLIENT, ...config });
  const read = async (): Promise<Mac> => {
    const { SecretString: key = '' } = await client.send(new GetSecretValueCommand({ SecretId: secret }));
    if (key.length < LEAST_LENGTH) throw new Error(`the key of cursors has fewer than ${LEAST_LENGTH} letters`);
    return hmac(key);
  };
  let kept: Readonly<{ mac: Promise<Mac>; since: number }> | undefined;
  return {
    mac: () => {
      if (kept && now() - kept.since < KEPT_MS) return kept.mac;
      const mac = read().catch((cause: unknown) => {
        kept = undefined;
        throw new Unavailable(
          'Die Liste lässt sich gerade nicht blättern. Bitte in einer Minute noch einmal versuchen.',
          {
            cause,
          },
        );
      });
      kept = { mac, since: now() };
      return mac;
    },
  };
};
