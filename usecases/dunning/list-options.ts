import type { Actor } from '../../domain/actor.ts';
import { creditorOf } from '../../domain/akte/akte.ts';
import { optionsOf, type Option } from '../../domain/dunning/options.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Creditors } from '../ports/creditors.ts';
import { momentOf, type Looking } from './call-moment.ts';

/** What may be done with an Akte now, by whoever asks; NotFound where there is none. */
export const listOptions =
  (ports: Looking & Readonly<{ creditors: Pick<Creditors, 'get'> }>) =>
  async (id: AkteId, by: Actor): Promise<readonly Option[]> => {
    const akte = await ports.akten.get(id);
    const creditor = await ports.creditors.get(creditorOf(id));
    return optionsOf({ akte, by, at: await momentOf(ports, akte, creditor) });
  };
