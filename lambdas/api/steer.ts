import * as z from 'zod';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { Day } from '../../domain/calendar.ts';
import { NotFound } from '../../domain/faults.ts';
import { STEERINGS, steerAkte } from '../../usecases/steer-akte.ts';
import { tablePorts } from '../live/deciding.ts';
import { ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const ports = { ...tablePorts(settings), workflows: stepFunctions(settings.STATE_MACHINE_ARN) };
const steer = steerAkte(ports);
const Body = z.strictObject({ reason: z.string().min(1).max(500), until: Day.optional(), by: z.string().max(60).optional() });

/** POST /v1/akten/{akte}/pause | resume | close | clarify, for our own people. */
export const handler = route(Body, ports.clients, async ({ caller, body, path }) => {
  const action = STEERINGS.find((s) => s === path['action']);
  if (!action || !caller.operator) throw new NotFound('Diesen Vorgang gibt es nicht.');
  const akte = await steer({ akte: ownAkte(caller, path['akte'] ?? ''), action, by: `operator:${body.by ?? caller.client}`, reason: body.reason, ...(body.until ? { until: body.until } : {}) });
  return { aktenzeichen: akte.id, ruht: akte.hold?.reason ?? null, geschlossen: akte.closed !== null };
});
