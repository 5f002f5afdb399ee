import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { accountOf } from '../../domain/account/account.ts';
import { Rejected } from '../../domain/faults.ts';
import { givenLine } from '../../domain/given-text.ts';
import { Cents } from '../../domain/money.ts';
import { refundOverpayment } from '../../usecases/payments/refund-overpayment.ts';
import { tablePorts } from '../live/deciding.ts';
import { operatorOnly, ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const refund = refundOverpayment(ports);
const Body = z.strictObject({ amountCents: Cents, by: givenLine(60).optional() });

/**
 * POST /v1/akten/{akte}/refunds, for our own people: an overpayment went back to the debtor. The Idempotency-Key makes
 * a repeated call the same refund.
 */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body, path, idempotencyKey }) => {
    operatorOnly(caller);
    if (!idempotencyKey)
      throw new Rejected(
        'refund.key-missing',
        'Kopfzeile „Idempotency-Key“ fehlt: Bitte jeder Erstattung einen eigenen Schlüssel geben.',
      );
    const id = ownAkte(caller, path['akte'] ?? '');
    const erstattung = `api:${ports.hashes.sha256(`${id}\nrefund\n${idempotencyKey}`).slice(0, 24)}`;
    const akte = await refund({
      akte: id,
      id: erstattung,
      amount: body.amountCents,
      by: `operator:${body.by ?? caller.client}`,
    });
    const { refunded, overpaid } = accountOf(akte, ports.clock.today());
    return { aktenzeichen: akte.id, erstattung, erstattetCents: refunded, ueberzahltCents: overpaid };
  },
  201,
);
