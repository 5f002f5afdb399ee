import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import type { Steering } from '../../domain/akte/steering.ts';
import { holdsShown } from '../../usecases/akte/akte-shown.ts';
import { steerAkte } from '../../usecases/akte/steer-akte.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import type { Caller } from '../../domain/access/caller.ts';
import type { Over } from '../../usecases/operations/do-once.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownAkte } from '../middleware/caller.ts';

const ports = steeringPorts(environment(...STEERING_SETTINGS));
const does = doing(ports);

type Call = Readonly<{
  caller: Caller;
  over: Over;
  path: Readonly<{ akte: string }>;
}>;
const steered = async ({ caller, path, over }: Call, steering: Steering) => {
  const akte = await steerAkte(over(ports))({ ...steering, akte: ownAkte(caller, path.akte), by: actorOf(caller) });
  return {
    akte: akte.id,
    holds: holdsShown(akte, { forCreditor: caller.side === 'creditor' }),
    closed: akte.closed !== null,
  };
};

/** An Akte is steered, by its creditor or our own people; what was unclear they alone clear up. */
export const handler = answering(
  does(API.steering.pause, (call) => steered(call, { action: 'pause', ...call.body })),
  does(API.steering.resume, (call) => steered(call, { action: 'resume', ...call.body })),
  does(API.steering.close, (call) => steered(call, { action: 'close', ...call.body })),
  does(API.steering.reopen, (call) => steered(call, { action: 'reopen', ...call.body })),
  does(API.steering.waive, (call) => steered(call, { action: 'waive', ...call.body })),
  does(API.steering.skip, (call) => steered(call, { action: 'skip', ...call.body })),
  does(API.steering.trace, (call) => steered(call, { action: 'trace', ...call.body })),
  does(API.steering.untraceable, (call) => steered(call, { action: 'untraceable', ...call.body })),
  does(API.steering.clarify, (call) => steered(call, { action: 'clarify', ...call.body })),
);
