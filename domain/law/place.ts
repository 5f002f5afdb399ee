import type { Land } from '../calendar.ts';
import { Rejected } from '../faults.ts';
import { isPostalCode, landsOfPostalCode } from './postal-codes.ts';
import type { Debtor } from '../parties/parties.ts';

/**
 * Where somebody is, as far as holidays can tell: the Länder it may be (usually one; several where a postal code
 * reaches over a border; none where nothing is known), and the postal code, which tells where in the Land. A day that
 * is a holiday in any place it may be counts as one: the kinder reading.
 */
export type Place = Readonly<{ lands: readonly Land[]; postalCode: string | null }>;

/** Of whom nothing is known: only the holidays that are everywhere count. */
export const NOWHERE: Place = { lands: [], postalCode: null };

/** A place by what is known of it: the Land where somebody has said it, else what the postal code says. */
export const placeIn = (land: Land | null | undefined, postalCode: string | null | undefined = null): Place => {
  if (land) return { lands: [land], postalCode: postalCode ?? null };
  return postalCode ? { lands: landsOfPostalCode(postalCode), postalCode } : NOWHERE;
};

/**
 * A place as somebody types it at a desk: Land, postal code, both or none. Rejected where the code is none, or lies in
 * another Land.
 */
export const placeGiven = (land: Land | null, postalCode: string | null): Place => {
  if (postalCode !== null && !isPostalCode(postalCode))
    throw new Rejected('place.postal-code', `„${postalCode}“ ist keine Postleitzahl aus fünf Ziffern.`, {
      field: 'postalCode',
    });
  const possible = postalCode === null ? [] : landsOfPostalCode(postalCode);
  if (land !== null && possible.length > 0 && !possible.includes(land))
    throw new Rejected(
      'place.land',
      `Die Postleitzahl ${postalCode ?? ''} liegt nicht in ${land}, sondern in ${possible.join(' oder ')}.`,
      { field: 'postalCode' },
    );
  return placeIn(land, postalCode);
};

/** Where a debtor's deadlines run. */
export const placeOf = ({ land, address }: Pick<Debtor, 'land' | 'address'>): Place =>
  placeIn(land, address?.postalCode);
