import * as z from 'zod';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { GivenDay, givenLine } from '../../domain/given-text.ts';
import { Cents } from '../../domain/money.ts';
import { agreeInstalments, offerInstalments } from '../../usecases/akte/agree-instalments.ts';
import { tablePorts } from '../live/deciding.ts';
import { operatorOnly, ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const live = tablePorts(settings);
const ports = { ...live, workflows: stepFunctions(settings.STATE_MACHINE_ARN, live.timers) };
const offer = offerInstalments(ports);
const agree = agreeInstalments(ports);
const Body = z.strictObject({
  rateCents: Cents,
  first: GivenDay,
  withFee: z.boolean().default(false),
  totalCents: Cents.optional(),
  by: givenLine(60).optional(),
});

/**
 * POST /v1/akten/{akte}/instalments, for our own people: without `totalCents` what a plan would cost, rate by rate;
 * with it the debtor's consent to that very sum, in text form.
 */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body, path }) => {
    operatorOnly(caller);
    const wish = {
      akte: ownAkte(caller, path['akte'] ?? ''),
      rate: body.rateCents,
      first: body.first,
      withFee: body.withFee,
    };
    if (body.totalCents === undefined) {
      const { rates, open, fee, collectionFee, interest, total } = await offer(wish);
      return {
        raten: rates.map((r) => ({ faellig: r.due, cents: r.amount })),
        offenCents: open,
        gebuehrCents: fee,
        weitereInkassokostenCents: collectionFee,
        zinsenCents: interest,
        gesamtCents: total,
      };
    }
    const akte = await agree({ ...wish, total: body.totalCents, by: `operator:${body.by ?? caller.client}` });
    return { aktenzeichen: akte.id, ratenplan: akte.plans.at(-1)?.plan ?? null };
  },
  201,
);
