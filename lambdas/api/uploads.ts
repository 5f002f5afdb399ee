import { s3Uploads } from '../../adapters/s3/archive.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import type { BodyOf } from '../../contracts/route.ts';
import { wrongField } from '../../domain/faults.ts';
import { HandOverId } from '../../domain/ids.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import { attachmentKey, invoiceKey } from '../../usecases/invoice-key.ts';
import { tablePorts } from '../live/deciding.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME');
const ports = tablePorts(settings);
const uploads = s3Uploads(settings.BUCKET_NAME);
const does = doing(ports);

type Wish = BodyOf<typeof API.uploads.permit>;
const NOTHING = { handOver: null, invoice: null, attachment: null };

const forInvoice = async (creditor: CreditorId, invoiceNumber: string, invoiceDate: Wish['invoiceDate']) => {
  if (!invoiceDate)
    throw wrongField(
      'upload.invoice-date',
      'invoiceDate',
      'Bitte das Rechnungsdatum angeben, zum Beispiel 2026-01-15; Rechnungsnummern können sich jedes Jahr wiederholen.',
    );
  const upload = await uploads.invoice(invoiceKey(creditor, { invoiceNumber, invoiceDate }));
  return { ...NOTHING, invoice: invoiceNumber, upload };
};

/**
 * Two lists of one caller, also in the same moment, are two hand-overs; but for those of one key on one day.
 */
const newId = (who: string, key: string | null): HandOverId => {
  const today = ports.clock.today();
  const seed = `${who}${key ?? `${ports.clock.now().toISOString()}${process.hrtime.bigint()}`}`;
  return HandOverId.parse(`${today}-${ports.hashes.sha256(seed).slice(0, 10)}`);
};
const forList = async (creditor: CreditorId, id: HandOverId, { checkOnly, format }: Wish) => {
  const key = `handover/${creditor}/${id}/${checkOnly ? 'pruefung' : 'liste'}.${format}`;
  return { ...NOTHING, handOver: id, upload: await uploads.list(key, format) };
};

/** A permission to upload a list, or an invoice beside its claim. */
export const handler = answering(
  does(API.uploads.permit, async ({ caller: { who, creditor }, body, key }) => {
    const { invoiceNumber, invoiceDate, attachment } = body;
    if (invoiceNumber) return forInvoice(creditor, invoiceNumber, invoiceDate);
    if (!attachment) return forList(creditor, newId(`${creditor} ${who} `, key), body);
    return { ...NOTHING, attachment, upload: await uploads.invoice(attachmentKey(creditor, attachment)) };
  }),
);
