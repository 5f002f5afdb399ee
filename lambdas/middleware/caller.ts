import type { Caller } from '../../domain/access/caller.ts';
import { creditorOf } from '../../domain/akte/akte.ts';
import { AkteId } from '../../domain/ids.ts';
import { NotFound } from '../../domain/faults.ts';
import { CreditorId } from '../../domain/parties/parties.ts';

/** An Akte of the caller's own; another creditor's is not even said to exist. */
export const ownAkte = (caller: Caller, text: string): AkteId => {
  const id = AkteId.safeParse(text);
  if (!id.success || (caller.side === 'creditor' && creditorOf(id.data) !== caller.creditor))
    throw new NotFound(`Es gibt keine Akte ${text.slice(0, 40)}.`);
  return id.data;
};

/** A creditor that the path names. */
export const creditorNamed = (text: string): CreditorId => {
  const id = CreditorId.safeParse(text);
  if (!id.success) throw new NotFound(`Es gibt keinen Gläubiger ${text.slice(0, 40)}.`);
  return id.data;
};

/** A creditor that the path names, and whoever calls may speak for; another is not even said to exist. */
export const ownCreditor = (caller: Caller, text: string): CreditorId => {
  const id = creditorNamed(text);
  if (caller.side === 'creditor' && caller.creditor !== id)
    throw new NotFound(`Es gibt keinen Gläubiger ${text.slice(0, 40)}.`);
  return id;
};
