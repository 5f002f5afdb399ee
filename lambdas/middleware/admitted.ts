import { byCreditor, byOperator, type Actor } from '../../domain/actor.ts';
import type { Once, Who } from '../../contracts/route.ts';
import type { FaultCode } from '../../domain/fault-codes.ts';
import { NotFound, Rejected } from '../../domain/faults.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';

/** One of a creditor's machine clients, or our own people's. */
type OfCreditor = Readonly<{ client: string; operator: false; creditor: CreditorId }>;
type OfOurs = Readonly<{ client: string; operator: true; creditor: null }>;
export type Caller = OfCreditor | OfOurs;
/** Who calls a route, by whose token opens it. */
export type Callers = Readonly<{ creditor: OfCreditor; operator: OfOurs; both: Caller }>;

/** What only our own people may do is not even said to exist to anybody else; the scope of the route says it first. */
const ADMITS: { readonly [W in Who]: (caller: Caller) => Callers[W] } = {
  creditor: (caller) => {
    if (!caller.operator) return caller;
    throw new Rejected(
      'client.unknown',
      'Dieser Zugang gehört zu keinem Gläubiger. Bitte beim Inkasso melden, das ihn angelegt hat.',
    );
  },
  operator: (caller) => {
    if (caller.operator) return caller;
    throw new NotFound('Diesen Vorgang gibt es nicht.');
  },
  both: (caller) => caller,
};
/** Whoever calls, as one whom a route is open to. */
export const admitted = <W extends Who>(who: W, caller: Caller): Callers[W] => ADMITS[who](caller);

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

/** Who did it, as the Akte keeps it: `operator:Frau Sommer`, `client:MUS`. */
export const actorOf = (caller: Caller, by?: string): Actor =>
  caller.operator ? byOperator(by ?? caller.client) : byCreditor(caller.creditor);
