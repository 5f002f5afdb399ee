import * as z from 'zod';
import { Stage } from '../domain/procedure/states.ts';
import { Actor } from '../domain/actor.ts';
import { CALL_OUTCOMES, DAY_PARTS } from '../domain/akte/call-words.ts';
import { Day } from '../domain/calendar.ts';
import { AkteId, MatterId } from '../domain/ids.ts';
import { givenProse } from '../domain/given-text.ts';
import { Cents } from '../domain/money.ts';
import { TakenCall } from './parts.ts';
import { MAY } from './may.ts';
import { get, listOf, post } from './route.ts';

const Made = z.strictObject({
  part: z.enum(DAY_PARTS),
  outcome: z.enum(CALL_OUTCOMES),
  note: givenProse(400).optional(),
});

/**
 * A call to be made today. `attempt` counts the attempts of its phone window; `parts`: the times of day not tried yet;
 * `until`: the window's last day; `sender`: in whose name; `language`: ISO 639-1, null: German.
 */
export const Call = z.object({
  akte: AkteId,
  matter: MatterId,
  stage: Stage,
  debtor: z.string(),
  phone: z.string(),
  furtherPhones: listOf(z.string()),
  language: z.string().nullable(),
  remarks: listOf(z.string()),
  attempt: z.int(),
  parts: listOf(z.enum(DAY_PARTS)),
  until: Day,
  openCents: Cents,
  sender: z.enum(['agency', 'creditor']),
  takenBy: Actor.nullable(),
});

/** For our own people: the calls for today, what matters first; taking one, and noting what came of it. */
export const calls = {
  list: get({
    path: '/v1/creditors/{creditor}/calls',
    may: MAY.PHONE,
    reply: z.object({ calls: listOf(Call) }),
  }),
  /** Without `made` it takes the call for twenty minutes. `callCount`: how many have been made in the Akte. */
  note: post({
    path: '/v1/akten/{akte}/calls',
    may: MAY.PHONE,
    again: 'entry',
    body: z.strictObject({ matter: MatterId, stage: Stage, made: Made.optional() }),
    reply: z.object({ akte: AkteId, callCount: z.int(), taken: listOf(TakenCall) }),
  }),
};
