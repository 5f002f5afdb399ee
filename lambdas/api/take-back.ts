import * as z from 'zod';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import { Cents } from '../../domain/money.ts';
import { refundOverpayment, reversePayment } from '../../usecases/take-back.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const ports = { ...tablePorts(settings), workflows: stepFunctions(settings.STATE_MACHINE_ARN) };
const Body = z.union([z.strictObject({ payment: z.string().min(1).max(200), reason: z.string().min(1).max(500) }), z.strictObject({ amountCents: Cents })]);

/** POST /v1/akten/{akte}/reversals {payment, reason} and /refunds {amountCents} with an Idempotency-Key, for our own people. */
export const handler = route(Body, ports.clients, async ({ caller, body, path, idempotencyKey }) => {
  if (!caller.operator) throw new NotFound('Diesen Vorgang gibt es nicht.');
  const id = ownAkte(caller, path['akte'] ?? '');
  const by = `operator:${caller.client}`;
  if ('payment' in body) {
    const akte = await reversePayment(ports)({ akte: id, payment: body.payment, reason: body.reason, by });
    return { aktenzeichen: akte.id, zurueckgebucht: akte.payments.filter((p) => p.reversed).map((p) => p.id) };
  }
  if (!idempotencyKey) throw new Rejected('refund.key-missing', 'Kopfzeile „Idempotency-Key“ fehlt: Bitte jeder Erstattung einen eigenen Schlüssel geben.');
  const akte = await refundOverpayment(ports)({ akte: id, id: `api:${ports.hashes.sha256(`${id}\n${idempotencyKey}`).slice(0, 24)}`, amount: body.amountCents, by });
  return { aktenzeichen: akte.id, erstattet: akte.refunds.length };
}, 201);
