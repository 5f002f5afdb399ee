import { byCreditor, byOperator, byPersonOf, type Actor } from '../../domain/actor.ts';
import { isOneOf, type Caller, type CallerAs } from '../../domain/access/caller.ts';
import type { Role } from '../../domain/access/roles.ts';
import { NotFound } from '../../domain/faults.ts';

/**
 * Whoever calls, as one whom a route is open to. The gateway's function has asked this already; whoever should reach a
 * handler by another way is not even told that the route exists.
 */
export const admitted = <R extends Role>(may: readonly R[], caller: Caller): Caller & CallerAs<R> => {
  if (isOneOf(may, caller)) return caller;
  throw new NotFound('Diesen Vorgang gibt es nicht.');
};

/**
 * Who did it, as the Akte keeps it: `operator:sommer`; `client:MUS` for a creditor's program, `client:MUS/winter` for
 * one of its persons. The token says so, and nothing that a caller writes.
 */
export const actorOf = (caller: Caller): Actor => {
  if (caller.side === 'operator') return byOperator(caller.who);
  return caller.role === 'system' ? byCreditor(caller.creditor) : byPersonOf(caller.creditor, caller.who);
};
