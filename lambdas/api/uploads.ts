import * as z from 'zod';
import { s3Uploads } from '../../adapters/s3/archive.ts';
import { environment } from '../../config/settings.ts';
import { Rejected } from '../../domain/faults.ts';
import { GivenDay, givenLine } from '../../domain/given-text.ts';
import { attachmentKey, invoiceKey } from '../../usecases/invoice-key.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownCreditor } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME');
const ports = tablePorts(settings);
const uploads = s3Uploads(settings.BUCKET_NAME);

const Body = z.strictObject({
  invoiceNumber: givenLine(60).optional(),
  invoiceDate: GivenDay.optional(),
  attachment: z
    .string()
    .normalize('NFC')
    .regex(/^[\p{L}\d ._()-]{1,115}\.pdf$/iu, 'ein Dateiname wie RE-2026-0017.pdf')
    .optional(),
  format: z.enum(['csv', 'xlsx']).default('csv'),
  checkOnly: z.boolean().default(false),
});

/** Two lists of one client, also in the same moment, are two hand-overs. */
const newId = (client: string): string => {
  const today = ports.clock.today();
  const seed = `${client}${ports.clock.now().toISOString()}${process.hrtime.bigint()}`;
  return `${today}-${ports.hashes.sha256(seed).slice(0, 10)}`;
};

/**
 * POST /v1/uploads: a permission to upload one Übergabeliste; its id names the hand-over from then on. `checkOnly`: it
 * is judged and nothing is taken. With an invoice number and date, or the file name of its column „Anlage“: to lay that
 * invoice (PDF) beside its claim.
 */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body }) => {
    const creditor = ownCreditor(caller);
    const { invoiceNumber, invoiceDate } = body;
    if (invoiceNumber && !invoiceDate)
      throw new Rejected(
        'upload.invoice-date',
        'Feld „invoiceDate“ fehlt: Bitte das Rechnungsdatum angeben, zum Beispiel 2026-01-15; Rechnungsnummern können sich jedes Jahr wiederholen.',
        { field: 'invoiceDate' },
      );
    if (invoiceNumber && invoiceDate) {
      const key = invoiceKey(creditor, { invoiceNumber, invoiceDate });
      return { invoice: invoiceNumber, upload: await uploads.invoice(key) };
    }
    if (body.attachment)
      return { attachment: body.attachment, upload: await uploads.invoice(attachmentKey(creditor, body.attachment)) };
    const id = newId(caller.client);
    return {
      handOver: id,
      upload: await uploads.list(
        `handover/${creditor}/${id}/${body.checkOnly ? 'pruefung' : 'liste'}.${body.format}`,
        body.format,
      ),
    };
  },
  201,
);
