import { createHash } from 'node:crypto';
import type { Hashes } from '../usecases/ports/hashes.ts';

export const hashes: Hashes = { sha256: (text) => createHash('sha256').update(text).digest('hex') };
