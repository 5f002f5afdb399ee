import type { Brand } from './brand.ts';
import { legalLines } from './imprint.ts';
import type { Address, Creditor } from './parties.ts';
import { inBasicLetters } from '../spelling.ts';

/**
 * Whoever a message shows as its sender. `firm`: the legal name, where it is shown under another. `legal`: who stands
 * behind the firm, a line each. What is absent is not the sender's own and not shown as such.
 */
export type Appearance = Readonly<
  { name: string; firm?: string; address: Address; legal: readonly string[] } & Pick<
    Brand,
    'phone' | 'email' | 'web' | 'colour'
  >
>;
type Shown = Pick<Creditor, 'name' | 'address' | 'brand' | 'legal'>;

/**
 * How a creditor shows itself: by its brand, without one by its name and address alone. Its e-mail for reports is
 * nobody else's business.
 */
export const appearanceOf = ({ name: firm, address, legal, brand = {} }: Shown): Appearance => {
  const { name = firm, smsSender: _, ...rest } = brand;
  return { name, ...(name === firm ? {} : { firm }), address, legal: legalLines({ name: firm, legal }), ...rest };
};

/** Most that a phone shows as the sender of a text. */
const LONGEST = 11;

/**
 * What a phone shows as the sender of a creditor's texts: what its brand says, else its name in as many whole words as
 * fit. Null: nothing that a phone could show.
 */
export const smsSenderOf = (creditor: Shown): string | null => {
  const { name } = appearanceOf(creditor);
  const [first = '', ...more] = inBasicLetters(name)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  let sender = first.slice(0, LONGEST);
  for (const word of more) {
    if (sender.length + word.length > LONGEST) break;
    sender += word;
  }
  return creditor.brand?.smsSender ?? (/[A-Za-z]/.test(sender) && sender.length >= 3 ? sender : null);
};
