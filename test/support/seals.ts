import { createHmac } from 'node:crypto';
import type { Seals } from '../../usecases/ports/seals.ts';

/** With a key that everybody knows. */
export const plainSeals = (key: string): Seals => ({
  mac: async () => (text) => createHmac('sha256', key).update(text).digest('base64url'),
});
