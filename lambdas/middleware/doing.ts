import { keptOf } from '../../contracts/again.ts';
import type { AnswerOf, Change } from '../../contracts/route.ts';
import { canonical } from '../../domain/canonical.ts';
import { doOnce, type Over } from '../../usecases/operations/do-once.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import type { Hashes } from '../../usecases/ports/hashes.ts';
import type { KeptRequests } from '../../usecases/ports/kept-requests.ts';
import { callIn, type Answering, type CallOf } from './answering.ts';
import { requestIdOf } from './key.ts';

type Ports = Readonly<{ keptRequests: KeptRequests; clock: Clock; hashes: Hashes }>;
/**
 * A call that does something. `over`: the ports that it must go over where what it does is an entry of an Akte, so that
 * the key is written with it.
 */
export type ChangeOf<R extends Change> = CallOf<R> & Readonly<{ over: Over }>;

/**
 * What answers a route that does something: as `on`, and done once where the call names itself by a key.
 */
export const doing =
  (ports: Ports) =>
  <R extends Change>(route: R, run: (call: ChangeOf<R>) => AnswerOf<R> | Promise<AnswerOf<R>>): Answering => ({
    route,
    answer: async (asked) => {
      const call = callIn(route, asked);
      const answered = async (over: Over) => {
        const reply = route.reply.parse(await run({ ...call, over }));
        return { text: JSON.stringify(reply), kept: keptOf(route.again, reply) };
      };
      const { key } = asked;
      if (key === null) return { ...(await answered((same) => same)), isRepeated: false };
      const { caller, path, seen } = call;
      const id = requestIdOf(ports.hashes, { route, caller, path, key });
      const body = ports.hashes.sha256(canonical([asked.body, seen]));
      return doOnce(ports)({ id, body }, answered);
    },
  });
