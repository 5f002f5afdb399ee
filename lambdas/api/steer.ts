import * as z from 'zod';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { MatterId } from '../../domain/ids.ts';
import { NotFound } from '../../domain/faults.ts';
import { GivenDay, givenLine, givenProse } from '../../domain/given-text.ts';
import { HOLDS } from '../../domain/procedure/holds.ts';
import { CREDITOR_STEERINGS, STEERINGS, steerAkte } from '../../usecases/akte/steer-akte.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const live = tablePorts(settings);
const ports = { ...live, workflows: stepFunctions(settings.STATE_MACHINE_ARN, live.timers) };
const steer = steerAkte(ports);
const Body = z.strictObject({
  reason: givenProse(500),
  until: GivenDay.optional(),
  interest: z.boolean().optional(),
  stage: z.int().min(0).max(5).optional(),
  matter: MatterId.optional(),
  sent: z.boolean().optional(),
  message: givenLine(60).optional(),
  by: givenLine(60).optional(),
});

/**
 * POST /v1/akten/{akte}/pause | resume | close | reopen | waive | skip | trace | untraceable, by the creditor or our
 * own people; clarify by our own people only.
 */
export const handler = route(Body, ports.clients, async ({ caller, body, path }) => {
  const action = (caller.operator ? STEERINGS : CREDITOR_STEERINGS).find((s) => s === path['action']);
  if (!action) throw new NotFound('Diesen Vorgang gibt es nicht.');
  const { by, reason, until, interest, stage, matter, sent, message } = body;
  const more = {
    ...(until ? { until } : {}),
    ...(interest === undefined ? {} : { interest }),
    ...(stage === undefined ? {} : { stage }),
    ...(matter ? { matter } : {}),
    ...(sent === undefined ? {} : { sent }),
    ...(message === undefined ? {} : { message }),
  };
  const akte = await steer({
    akte: ownAkte(caller, path['akte'] ?? ''),
    action,
    reason,
    ...more,
    by: caller.operator ? `operator:${by ?? caller.client}` : `client:${caller.creditor ?? ''}`,
  });
  return {
    aktenzeichen: akte.id,
    ruht: akte.holds.map((h) =>
      HOLDS[h.ground].special ? HOLDS[h.ground].state : `${HOLDS[h.ground].state}: ${h.reason}`,
    ),
    geschlossen: akte.closed !== null,
  };
});
