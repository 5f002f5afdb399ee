import type { Address, Debtor } from '../parties.ts';

/** `Guten Tag Frau Beispiel,` · without a title known `Guten Tag Erika Beispiel,` · a firm `Sehr geehrte Damen und Herren,` */
export const salutation = (debtor: Debtor): string => {
  if (debtor.kind === 'business' && debtor.salutation === undefined) return 'Sehr geehrte Damen und Herren,';
  if (debtor.salutation !== undefined && debtor.lastName !== undefined)
    return `Guten Tag ${debtor.salutation} ${debtor.lastName},`;
  return debtor.kind === 'business' ? 'Sehr geehrte Damen und Herren,' : `Guten Tag ${debtor.name},`;
};

/** A name over several lines of an address window, broken between words, at most `lines` of them; the last one takes the rest. */
const foldName = (name: string, width: number, lines: number): string[] => {
  const folded: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = folded.at(-1);
    const fits = last !== undefined && (last.length + 1 + word.length <= width || folded.length === lines);
    if (fits) folded[folded.length - 1] = `${last} ${word}`;
    else folded.push(word);
  }
  return folded;
};

export const cityLine = (address: Address): string => `${address.postalCode} ${address.city}`;
/** `Uferweg 3, 50667 Köln` */
export const oneLine = (address: Address): string => `${address.street}, ${cityLine(address)}`;

/** The address window (DIN 5008: six lines at most): the name on up to four, street, town. */
export const recipient = ({ name, address }: Debtor): string[] => [
  ...foldName(name, 40, 4),
  ...(address ? [address.street, cityLine(address)] : []),
];
