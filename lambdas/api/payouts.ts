import { dynamoPayouts } from '../../adapters/dynamodb/stores.ts';
import { s3Downloads } from '../../adapters/s3/archive.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { Month } from '../../domain/calendar.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering, on } from '../middleware/answering.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME');
const ports = tablePorts(settings);
const payouts = dynamoPayouts(ports.table);
const downloads = s3Downloads(settings.BUCKET_NAME);

const monthIn = (asked: string): Month => {
  const { data } = Month.safeParse(asked);
  if (data === undefined)
    throw new Rejected('payout.month', `„${asked.slice(0, 40)}“ ist kein Monat wie 2026-03.`, { field: 'month' });
  return data;
};

/** A creditor's own payout of a month, with links to its statement (PDF, CSV) that hold for ten minutes. */
export const handler = answering(
  on(API.payouts.read, async ({ caller, path }) => {
    const month = monthIn(path.month);
    const payout = await payouts.find(caller.creditor, month);
    if (!payout)
      throw new NotFound(
        `Für ${month} gibt es noch keine Auszahlung; abgerechnet wird ein Monat am Ersten des nächsten.`,
      );
    const base = `payouts/${month}/${caller.creditor}`;
    return {
      id: payout.id,
      month,
      statedOn: payout.statedOn,
      payoutCents: payout.totals.payout,
      carriedOutCents: payout.totals.carriedOut,
      statement: await downloads.of(`${base}/auszahlung.pdf`),
      bookings: await downloads.of(`${base}/auszahlung.csv`),
    };
  }),
);
