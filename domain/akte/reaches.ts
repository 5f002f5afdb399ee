import { CHANNELS, type Channel } from '../procedure/channels.ts';
import type { Akte } from './akte.ts';

/**
 * Whether a message on a channel can reach the debtor: there is something it goes to, and that is not known to be
 * wrong.
 */
export const can = ({ debtor, dead }: Pick<Akte, 'debtor' | 'dead'>, channel: Channel): boolean => {
  const { contact, reaches } = CHANNELS[channel];
  return reaches(debtor) && !dead.includes(contact);
};
