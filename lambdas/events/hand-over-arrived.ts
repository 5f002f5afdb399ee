import middy from '@middy/core';
import * as z from 'zod';
import { csvLists } from '../../adapters/csv/list.ts';
import { s3Archive } from '../../adapters/s3/archive.ts';
import { sesMailbox } from '../../adapters/ses/mailer.ts';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { CreditorId } from '../../domain/parties.ts';
import { acceptHandOver } from '../../usecases/accept-hand-over.ts';
import { agencyOf, tablePorts } from '../live/deciding.ts';
import { observed } from '../middleware/observed.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME', 'STATE_MACHINE_ARN', 'AGENCY', 'MAIL_DOMAIN');
const agency = agencyOf(settings.AGENCY);
const accept = acceptHandOver({
  ...tablePorts(settings), archive: s3Archive(settings.BUCKET_NAME), workflows: stepFunctions(settings.STATE_MACHINE_ARN), lists: csvLists, agency,
  mailbox: sesMailbox({ domain: settings.MAIL_DOMAIN, name: agency.name }),
});
const Upload = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** S3 says that an Übergabeliste has arrived under `handover/‹creditor›/‹id›/liste.csv`; it may say so twice. */
export const handler = middy(async (event: unknown) => {
  const key = decodeURIComponent(Upload.parse(event).detail.object.key.replaceAll('+', ' '));
  const [, creditor = '', id = ''] = /^handover\/([A-Z]+)\/([^/]+)\/liste\.csv$/.exec(key) ?? [];
  const { rows, accepted, rejected, duplicates, state } = await accept({ creditor: CreditorId.parse(creditor), id, key });
  return { handOver: id, state, rows, accepted, rejected, duplicates };
}).use(observed('hand-over accepted', (result: Record<string, unknown>) => result));
