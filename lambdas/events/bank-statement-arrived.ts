import middy from '@middy/core';
import { readStatement } from '../../adapters/bank/read-statement.ts';
import { unmatchedCsv } from '../../adapters/lists/unmatched.ts';
import { s3Archive } from '../../adapters/s3/archive.ts';
import { environment } from '../../config/settings.ts';
import { Rejected } from '../../domain/faults.ts';
import { bookBankStatement } from '../../usecases/payments/book-bank-statement.ts';
import { refuseBankStatement } from '../../usecases/payments/refuse-bank-statement.ts';
import { arrivedIn } from './arrived.ts';
import { tablePorts } from '../live/deciding.ts';
import { mailingPorts } from '../live/mailing.ts';
import { observed } from '../middleware/observed.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME', 'AGENCY', 'MAIL_DOMAIN', 'FINANCE_ADDRESS');
const archive = s3Archive(settings.BUCKET_NAME);
const ports = { ...tablePorts(settings), ...mailingPorts(settings), archive, finance: settings.FINANCE_ADDRESS };
const book = bookBankStatement({ ...ports, unmatchedList: unmatchedCsv });
const refuse = refuseBankStatement(ports);

/**
 * S3 says that a bank statement lies under `bank/`. One that cannot be read is told to finance, and nothing of it is
 * booked.
 */
export const handler = middy(async (event: unknown) => {
  const { key, etag } = arrivedIn(event);
  try {
    const { booked, unmatched } = await book({ key, entries: readStatement(key, await archive.get(key)) });
    return { key, booked, unmatched: unmatched.length };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    await refuse({ key, etag, fault: error });
    return { key, booked: 0, unmatched: 0, refused: error.code };
  }
}).use(observed('bank statement booked', (result: Record<string, unknown>) => result));
