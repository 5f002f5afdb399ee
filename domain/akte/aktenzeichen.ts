import { AkteId } from '../ids.ts';
import type { CreditorId } from '../parties/parties.ts';
import { isReference } from './references.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The Aktenzeichen from forty bits of a hash (ten hex digits or more) over creditor, customer number and a salt for
 * collisions.
 */
export const aktenzeichen = (creditor: CreditorId, hash: string): AkteId => {
  let bits = BigInt(`0x${hash.slice(0, 10)}`);
  let text = '';
  for (let i = 0; i < 8; i++) {
    text = (CROCKFORD[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return AkteId.parse(`${creditor}-${text.slice(0, 4)}-${text.slice(4)}`);
};

const fromCore = (core: string): AkteId | null => {
  const parsed = AkteId.safeParse(`${core.slice(0, -8)}-${core.slice(-8, -4)}-${core.slice(-4)}`);
  return parsed.success ? parsed.data : null;
};

/** All Aktenzeichen a payer wrote, as RF reference or as such, however spaced; wrong check digits do not count. */
export const aktenIn = (reference: string | undefined, remittance: string): AkteId[] => {
  const found: AkteId[] = [];
  const add = (id: AkteId | null): void => {
    if (id && !found.includes(id)) found.push(id);
  };
  const text = remittance.toUpperCase();
  for (const candidate of [reference ?? '', ...(text.match(/RF ?\d{2}(?: ?[A-Z0-9]){10,14}/g) ?? [])]) {
    const compact = candidate.replace(/\s/g, '');
    // The text after a reference may run on without a gap: the longest piece with right check digits is meant.
    for (let end = compact.length; end >= 14; end--)
      if (isReference(compact.slice(0, end))) {
        add(fromCore(compact.slice(4, end)));
        break;
      }
  }
  for (const [, creditor, a, b] of text.matchAll(
    /\b([A-Z]{2,6})[ -]([0-9A-HJKMNP-TV-Z]{4})[ -]([0-9A-HJKMNP-TV-Z]{4})\b/g,
  ))
    add(fromCore(`${creditor}${a}${b}`));
  return found;
};
