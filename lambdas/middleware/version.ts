import * as z from 'zod';
import type { Route } from '../../contracts/route.ts';
import { WrongInput, readInput } from '../../domain/read-input.ts';

const HEADER = 'If-Match';
/** One strong tag, as we have given it: no list, no `W/`, no `*`. */
const Tag = z
  .string()
  .regex(/^"[1-9]\d{0,8}"$/, 'das ETag der Fassung, die gelesen wurde, zum Beispiel "3" (mit Anführungszeichen)');
const Header = z.object({ [HEADER]: Tag });

/**
 * The version that whoever changes something has read; null: they name none. Throws WrongInput, which names the header:
 * also where a route has no versions, for whoever sets a condition must not be told that it was kept.
 */
export const seenIn = (
  { versioned, method }: Pick<Route, 'versioned' | 'method'>,
  header: string | null,
): number | null => {
  if (header === null || method === 'GET') return null;
  if (!versioned)
    throw new WrongInput([{ field: HEADER, message: 'Diese Kopfzeile gibt es hier nicht.', kind: 'unknown' }]);
  return Number((readInput(Header, { [HEADER]: header })[HEADER] ?? '').slice(1, -1));
};

const Versioned = z.object({ version: z.int().positive() });
/** The version of what is answered, as a header; none where a route has no versions. */
export const etagIn = ({ versioned }: Pick<Route, 'versioned'>, text: string): Readonly<{ etag?: string }> =>
  versioned ? { etag: `"${Versioned.parse(JSON.parse(text)).version}"` } : {};
