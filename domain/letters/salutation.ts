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

const WINDOW_WIDTH = 40;
/** Of the six lines of an address window two are the street and the town. */
const LINES_ABOVE_STREET = 4;
/** The address window (DIN 5008: six lines at most): the name, what belongs between it and the street (`c/o`, `z. Hd.`) on lines of its own, street, town. */
export const recipient = ({ name, address }: Debtor): string[] => {
  const extra = address?.extra ?? [];
  const folded = extra.flatMap((line) => foldName(line, WINDOW_WIDTH, 2));
  const between = folded.length < LINES_ABOVE_STREET ? folded : extra;
  return [
    ...foldName(name, WINDOW_WIDTH, Math.max(1, LINES_ABOVE_STREET - between.length)),
    ...between,
    ...(address ? [address.street, cityLine(address)] : []),
  ];
};
