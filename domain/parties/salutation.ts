import type { Address, Debtor } from './parties.ts';

/**
 * `Guten Tag Frau Beispiel,` · without a title known `Guten Tag Erika Beispiel,` · a firm `Sehr geehrte Damen und
 * Herren,`
 */
export const salutation = (debtor: Debtor): string => {
  if (debtor.kind === 'business' && debtor.salutation === undefined) return 'Sehr geehrte Damen und Herren,';
  if (debtor.salutation !== undefined && debtor.lastName !== undefined)
    return `Guten Tag ${debtor.salutation} ${debtor.lastName},`;
  return debtor.kind === 'business' ? 'Sehr geehrte Damen und Herren,' : `Guten Tag ${debtor.name},`;
};

export const cityLine = (address: Address): string => `${address.postalCode} ${address.city}`;
/** `Uferweg 3, 50667 Köln` */
export const oneLine = (address: Address): string => `${address.street}, ${cityLine(address)}`;

/**
 * What belongs into the address window, from the name down to the town; between them what the address adds (`c/o`, `z.
 * Hd.`), on lines of its own.
 */
export const addressParts = ({
  name,
  address,
}: Readonly<{ name: string; address?: Address | undefined }>): string[] => [
  name,
  ...(address?.extra ?? []),
  ...(address ? [address.street, cityLine(address)] : []),
];
