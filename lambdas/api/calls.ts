import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { callList, noteCall, takeCall, type CallOnList } from '../../usecases/dunning/call-debtor.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { creditorNamed, ownAkte } from '../middleware/caller.ts';

const ports = steeringPorts(environment(...STEERING_SETTINGS));
const list = callList(ports);
const does = doing(ports);

const shown = ({ open, ...call }: CallOnList) => ({ ...call, openCents: open });
/** For our own people: the calls for today; taking one for twenty minutes, and noting what came of it. */
export const handler = answering(
  on(API.calls.list, async ({ path }) => ({ calls: (await list(creditorNamed(path.creditor))).map(shown) })),
  does(API.calls.note, async ({ caller, body: { matter, stage, made }, path, over }) => {
    const now = over(ports);
    const call = { akte: ownAkte(caller, path.akte), matter, stage, by: actorOf(caller) };
    const akte = await (made ? noteCall(now)({ ...call, ...made }) : takeCall(now)(call));
    return { akte: akte.id, callCount: akte.calls.length, taken: akte.callsTaken };
  }),
);
