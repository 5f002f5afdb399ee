import * as z from 'zod';
import { environment } from '../../config/settings.ts';
import { accountOf } from '../../domain/account/account.ts';
import { ClaimId } from '../../domain/ids.ts';
import { GivenDay, givenLine } from '../../domain/given-text.ts';
import { Cents } from '../../domain/money.ts';
import { assignBankLine } from '../../usecases/payments/assign-bank-line.ts';
import { tablePorts } from '../live/deciding.ts';
import { operatorOnly, ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const assign = assignBankLine(ports);
const Body = z.strictObject({
  line: givenLine(100),
  amountCents: Cents,
  valueDate: GivenDay,
  claim: ClaimId.optional(),
  part: z.boolean().default(false),
  moved: z.boolean().default(false),
  by: givenLine(60).optional(),
});

/**
 * POST /v1/akten/{akte}/payments, for our own people: a line of a bank statement that named no Akte, or several, is
 * assigned by hand.
 */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body, path }) => {
    operatorOnly(caller);
    const { akte, payment, booked } = await assign({
      akte: ownAkte(caller, path['akte'] ?? ''),
      id: body.line,
      amount: body.amountCents,
      valueDate: body.valueDate,
      ...(body.claim ? { claim: body.claim } : {}),
      part: body.part,
      moved: body.moved,
      by: `operator:${body.by ?? caller.client}`,
    });
    const { total, overpaid } = accountOf(akte, ports.clock.today());
    return {
      aktenzeichen: akte.id,
      zahlung: payment,
      gebucht: booked.map(({ id, amount, claim }) => ({ zahlung: id, cents: amount, forderung: claim ?? null })),
      offenCents: total,
      ueberzahltCents: overpaid,
    };
  },
  201,
);
