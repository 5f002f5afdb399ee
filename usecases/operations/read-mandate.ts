import { NotFound } from '../../domain/faults.ts';
import { changesIn, type MandateChange, type MandateVersion } from '../../domain/parties/mandate.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Creditors } from '../ports/creditors.ts';

type Reading = Readonly<{ creditors: Pick<Creditors, 'current' | 'history'> }>;
const unknown = (id: CreditorId): NotFound => new NotFound(`Es gibt keinen Gläubiger ${id}.`);

/** The mandate as it stands: its version is the one that whoever changes it names. NotFound where there is none. */
export const readMandate =
  ({ creditors }: Reading) =>
  async (id: CreditorId): Promise<MandateVersion> => {
    const mandate = await creditors.current(id);
    if (!mandate) throw unknown(id);
    return mandate;
  };

/** Who changed what of the mandate, and when, the first version first. NotFound where there is none. */
export const readMandateHistory =
  ({ creditors }: Reading) =>
  async (id: CreditorId): Promise<readonly MandateChange[]> => {
    const versions = await creditors.history(id);
    if (versions.length === 0) throw unknown(id);
    return changesIn(versions);
  };
