import {
  GetSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { Unavailable } from '../domain/faults.ts';
import type { Post } from '../usecases/ports/posts.ts';
import { AWS_CLIENT } from './transient.ts';
import { letterXpress } from './post/letterxpress.ts';

const Account = z.object({
  baseUrl: z.url(),
  username: z.string().min(1),
  apikey: z.string().min(1),
  mode: z.enum(['test', 'live']),
});

/** The print house, with its keys read from the secret at the first letter and kept while the function lives. */
export const postFromSecret = (secret: string, config: SecretsManagerClientConfig = {}): Post => {
  const client = new SecretsManagerClient({ ...AWS_CLIENT, ...config });
  let open: Promise<Post> | undefined;
  const post = (): Promise<Post> =>
    (open ??= client
      .send(new GetSecretValueCommand({ SecretId: secret }))
      .then(({ SecretString }) => letterXpress(Account.parse(JSON.parse(SecretString ?? '{}'))))
      .catch((error: unknown) => {
        open = undefined;
        throw new Unavailable("the print house's keys cannot be read", { cause: error });
      }));
  return {
    send: async (message) => (await post()).send(message),
    outcome: async (reference) => (await post()).outcome(reference),
  };
};
