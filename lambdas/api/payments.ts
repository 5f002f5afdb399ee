import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { ClaimId } from '../../domain/ids.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { GivenDay } from '../../domain/given-text.ts';
import { Cents } from '../../domain/money.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const book = recordPayment(ports);
const Body = z.strictObject({ amountCents: Cents, valueDate: GivenDay });

/**
 * POST /v1/claims/{claim}/payments: money that reached the creditor itself. The Idempotency-Key makes a repeated call
 * the same payment.
 */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body, path, idempotencyKey }) => {
    if (!idempotencyKey)
      throw new Rejected(
        'payment.key-missing',
        'Kopfzeile „Idempotency-Key“ fehlt: Bitte jeder Zahlung einen eigenen Schlüssel geben.',
      );
    const [, aktenzeichen = '', claimId = ''] = /^(.*)-(F\d+)$/.exec(path['claim'] ?? '') ?? [];
    const akte = ownAkte(caller, aktenzeichen);
    const claim = ClaimId.safeParse(claimId);
    if (!claim.success) throw new NotFound(`Es gibt keine Forderung ${(path['claim'] ?? '').slice(0, 40)}.`);
    const id = `api:${ports.hashes.sha256(`${akte}\n${claim.data}\n${idempotencyKey}`).slice(0, 24)}`;
    const after = await book({
      akte,
      claim: claim.data,
      id,
      amount: body.amountCents,
      valueDate: body.valueDate,
      via: 'creditor',
      source: 'api',
      by: `client:${caller.client}`,
    });
    return { zahlung: id, aktenzeichen: akte, gebucht: after.payments.length };
  },
  201,
);
