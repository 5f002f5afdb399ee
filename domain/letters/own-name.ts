import { appearanceOf } from '../parties/appearance.ts';
import type { Creditor } from '../parties/parties.ts';
import type { NoticeFacts } from './facts.ts';

/** `own`: the creditor's, not the agency's that writes for it. */
type Way = Readonly<{ at: string; own: boolean }>;
const way = (own: string | undefined, ours: string): Way =>
  own === undefined ? { at: ours, own: false } : { at: own, own: true };

/** The name a creditor goes by in a message: its brand's in its own, its legal one in the agency's. */
export const shownName = ({ creditor, sender }: Pick<NoticeFacts, 'creditor' | 'sender'>): string =>
  sender === 'creditor' ? appearanceOf(creditor).name : creditor.name;

/** The creditor as a reader knows it who has had its own letters: `Musterladen GmbH („Teekontor“)`. */
export const knownAs = (creditor: Creditor): string => {
  const { name } = appearanceOf(creditor);
  return name === creditor.name ? name : `${creditor.name} („${name}“)`;
};

/** Where answers go: in a creditor's own name where it says itself, else to the agency. */
export const answersTo = ({
  agency,
  creditor,
  sender,
}: Pick<NoticeFacts, 'agency' | 'creditor' | 'sender'>): Readonly<{ phone: Way; email: Way }> => {
  const brand = sender === 'creditor' ? creditor.brand : undefined;
  return { phone: way(brand?.phone, agency.phone), email: way(brand?.email, agency.email) };
};
