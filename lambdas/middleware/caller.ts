import { creditorOf } from '../../domain/akte/akte.ts';
import { AkteId } from '../../domain/ids.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import type { Caller } from './route.ts';

/** The creditor a client speaks for; a client of nobody is refused. */
export const ownCreditor = (caller: Caller): CreditorId => {
  if (!caller.creditor)
    throw new Rejected(
      'client.unknown',
      'Dieser Zugang gehört zu keinem Gläubiger. Bitte beim Inkasso melden, das ihn angelegt hat.',
    );
  return caller.creditor;
};

/** An Akte of the caller's own; another creditor's is not even said to exist. */
export const ownAkte = (caller: Caller, text: string): AkteId => {
  const id = AkteId.safeParse(text);
  if (!id.success || (!caller.operator && creditorOf(id.data) !== caller.creditor))
    throw new NotFound(`Es gibt keine Akte ${text.slice(0, 40)}.`);
  return id.data;
};

/** A creditor that the path names. */
export const creditorNamed = (text = ''): CreditorId => {
  const id = CreditorId.safeParse(text);
  if (!id.success) throw new NotFound(`Es gibt keinen Gläubiger ${text.slice(0, 40)}.`);
  return id.data;
};

/** What only our own people may do is not even said to exist to anybody else; the scope of the route says it first. */
export const operatorOnly = (caller: Caller): void => {
  if (!caller.operator) throw new NotFound('Diesen Vorgang gibt es nicht.');
};
