import type { Akte } from './akte.ts';

/** A person may be called at any number that is not known to be wrong. */
export const canBeCalled = ({ debtor, dead }: Pick<Akte, 'debtor' | 'dead'>): boolean =>
  debtor.phone !== undefined && !dead.includes('phone');
