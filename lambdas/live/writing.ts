import { press } from '../../adapters/press.ts';
import { s3Archive } from '../../adapters/s3/archive.ts';
import type { ClockSetting } from '../../config/settings.ts';
import { agencyOf, tablePorts } from './deciding.ts';

/** Ports of whatever writes to people: PDF, archive, and who we are. */
export const writingPorts = (of: {
  TABLE_NAME: string;
  CLOCK: ClockSetting;
  BUCKET_NAME: string;
  AGENCY: unknown;
}) => ({ ...tablePorts(of), agency: agencyOf(of.AGENCY), press, archive: s3Archive(of.BUCKET_NAME) });
