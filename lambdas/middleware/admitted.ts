import { byCreditor, byOperator, byPersonOf, type Actor } from '../../domain/actor.ts';
import type { Once } from '../../contracts/route.ts';
import { isOneOf, type Caller, type CallerAs } from '../../domain/access/caller.ts';
import type { Role } from '../../domain/access/roles.ts';
import type { FaultCode } from '../../domain/fault-codes.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';

/**
 * Whoever calls, as one whom a route is open to. The gateway's function has asked this already; whoever should reach a
 * handler by another way is not even told that the route exists.
 */
export const admitted = <R extends Role>(may: readonly R[], caller: Caller): Caller & CallerAs<R> => {
  if (isOneOf(may, caller)) return caller;
  throw new NotFound('Diesen Vorgang gibt es nicht.');
};

/** The Idempotency-Key, by what a route does with it. */
export type Keys = Readonly<{ never: null; optional: string | null; payment: string; refund: string }>;
const needed =
  (code: FaultCode, each: string) =>
  (key: string | null): string => {
    if (key) return key;
    throw new Rejected(code, `Kopfzeile „Idempotency-Key“ fehlt: Bitte jeder ${each} einen eigenen Schlüssel geben.`);
  };
const KEYS: { readonly [O in Once]: (key: string | null) => Keys[O] } = {
  never: () => null,
  optional: (key) => key,
  payment: needed('payment.key-missing', 'Zahlung'),
  refund: needed('refund.key-missing', 'Erstattung'),
};
/** The key that a call has; one that a route needs is never missing. */
export const keyFor = <O extends Once>(once: O, key: string | null): Keys[O] => KEYS[once](key);

/**
 * Who did it, as the Akte keeps it: `operator:sommer`; `client:MUS` for a creditor's program, `client:MUS/winter` for
 * one of its persons. The token says so, and nothing that a caller writes.
 */
export const actorOf = (caller: Caller): Actor => {
  if (caller.side === 'operator') return byOperator(caller.who);
  return caller.role === 'system' ? byCreditor(caller.creditor) : byPersonOf(caller.creditor, caller.who);
};
