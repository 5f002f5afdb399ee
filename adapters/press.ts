import type { Press } from '../usecases/ports/press.ts';
import { endToEndIdsIn, painXml } from './bank/pain.ts';
import { renderMail } from './mail/render.ts';
import { letterPdf } from './pdf/letter.ts';
import { payoutPdf } from './pdf/payout-statement.ts';
import { payoutCsv } from './reports/payout-csv.ts';

/** Everything that is printed, mailed or paid, from finished content. */
export const press: Press = {
  letter: letterPdf,
  mail: renderMail,
  statement: payoutPdf,
  statementCsv: payoutCsv,
  transfers: painXml,
  orderedIn: endToEndIdsIn,
};
