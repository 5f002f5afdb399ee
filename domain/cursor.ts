import type { Position } from './page.ts';
import { WrongInput } from './read-input.ts';

/** A keyed hash of a text, in base64url: nobody without the key can make it. */
export type Mac = (text: string) => string;
/** Which list: the route's key, and whose it is, by the caller's token and the path. */
export type ListedBy = Readonly<{ route: string; whose: readonly string[] }>;

/** Changes with the form of positions: a cursor of before is then none any more. */
const FORM = 1;
/** 22 letters of base64url are 131 bits: HMAC-SHA-256, truncated to no less than half of it (RFC 2104, section 5). */
const MAC_LENGTH = 22;
const macOf = (mac: Mac, { route, whose }: ListedBy, position: string): string =>
  mac(JSON.stringify([FORM, route, whose, position])).slice(0, MAC_LENGTH);

const encoded = (text: string): string =>
  btoa(encodeURIComponent(text)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const decoded = (text: string): string => decodeURIComponent(atob(text.replaceAll('-', '+').replaceAll('_', '/')));

/** Compares every letter, whichever is the first to differ: how long it takes tells nothing. */
const isSame = (a: string, b: string): boolean => {
  let differing = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) differing |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return differing === 0;
};

/** A position as it goes out: nobody but us can make one, and it counts in this very list only. */
export const cursorOf = (mac: Mac, list: ListedBy, { after }: Position): string => {
  const position = encoded(after);
  return `${position}.${macOf(mac, list, position)}`;
};

/**
 * The position that a cursor of ours names. WrongInput for one that is forged or cut, belongs to another list, or was
 * made with a key that has been replaced.
 */
export const positionIn = (mac: Mac, list: ListedBy, cursor: string): Position => {
  const [position = '', given = '', ...more] = cursor.split('.');
  if (more.length === 0 && isSame(macOf(mac, list, position), given)) return { after: decoded(position) };
  throw new WrongInput([
    {
      field: 'cursor',
      kind: 'invalid',
      message:
        'Mit dieser Angabe geht keine Seite dieser Liste weiter: Sie ist nicht von uns, gehört zu einer anderen Liste oder gilt nicht mehr. Bitte ohne „cursor“ von vorn beginnen.',
    },
  ]);
};
