import * as z from 'zod';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import { CALL_OUTCOMES, DAY_PARTS } from '../../domain/akte/call-words.ts';
import { Rejected } from '../../domain/faults.ts';
import { MatterId } from '../../domain/ids.ts';
import { givenLine, givenProse } from '../../domain/given-text.ts';
import { readInput } from '../../domain/read-input.ts';
import { callList, noteCall, takeCall } from '../../usecases/dunning/call-debtor.ts';
import { tablePorts } from '../live/deciding.ts';
import { creditorNamed, operatorOnly, ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const live = tablePorts(settings);
const ports = { ...live, workflows: stepFunctions(settings.STATE_MACHINE_ARN, live.timers) };
const list = callList(ports);
const take = takeCall(ports);
const note = noteCall(ports);
const Made = z.strictObject({
  part: z.enum(DAY_PARTS),
  outcome: z.enum(CALL_OUTCOMES),
  note: givenProse(400).optional(),
});
const Body = z.strictObject({
  matter: MatterId.optional(),
  stage: z.int().min(0).max(5).optional(),
  made: Made.optional(),
  by: givenLine(60).optional(),
});

const shown = (akte: Akte) => ({
  aktenzeichen: akte.id,
  anrufe: akte.calls.length,
  uebernommen: akte.callsTaken,
});

/**
 * For our own people. GET /v1/creditors/{creditor}/calls: the calls for today, what matters first. POST
 * /v1/akten/{akte}/calls `{ matter, stage, by }` takes a call for twenty minutes; with `made` it notes what came of it.
 */
export const handler = route(Body, ports.clients, async ({ caller, body, path }) => {
  operatorOnly(caller);
  if (path['creditor'] !== undefined) return { anrufe: await list(creditorNamed(path['creditor'])) };
  const { matter, stage } = readInput(z.object({ matter: MatterId, stage: z.int() }), body);
  // One access is shared by many people: without a name two could take the same call.
  if (!body.by) throw new Rejected('call.by', 'Feld „by“: Bitte angeben, wer anruft.', { field: 'by' });
  const call = { akte: ownAkte(caller, path['akte'] ?? ''), matter, stage, by: `operator:${body.by}` };
  if (!body.made) return shown(await take(call));
  const { part, outcome, note: remark } = body.made;
  return shown(await note({ ...call, part, outcome, ...(remark ? { note: remark } : {}) }));
});
