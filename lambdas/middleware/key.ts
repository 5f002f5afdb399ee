import * as z from 'zod';
import { routeKey, type Once, type Route } from '../../contracts/route.ts';
import { canonical } from '../../domain/canonical.ts';
import type { Caller } from '../../domain/access/caller.ts';
import { WrongInput, readInput } from '../../domain/read-input.ts';
import type { RequestId } from '../../domain/repeat/kept-request.ts';
import type { Hashes } from '../../usecases/ports/hashes.ts';

const HEADER = 'Idempotency-Key';
/** Printable ASCII: a UUID, or a number of the caller's own. */
const Key = z.string().regex(/^[\x20-\x7e]{1,64}$/, '1 bis 64 druckbare Zeichen ohne Umlaute, zum Beispiel eine UUID');
const Header = z.object({ [HEADER]: Key });

/** The Idempotency-Key, by what a route does with it. */
export type Keys = Readonly<{ never: null; honoured: string | null; required: string }>;
const given = (key: string): string => readInput(Header, { [HEADER]: key })[HEADER] ?? key;
const MISSING =
  'Diese Kopfzeile fehlt. Bitte jedem Vorgang einen eigenen Schlüssel geben, unter dem er sich wiederholen lässt, ohne zweimal zu geschehen.';
const KEYS: { readonly [O in Once]: (key: string | null) => Keys[O] } = {
  never: () => null,
  honoured: (key) => (key === null ? null : given(key)),
  required: (key) => {
    if (key === null) throw new WrongInput([{ field: HEADER, message: MISSING, kind: 'missing' }]);
    return given(key);
  },
};
/** The key that a call has; one that a route needs is never missing. Throws WrongInput, which names the header. */
export const keyFor = <O extends Once>(once: O, key: string | null): Keys[O] => KEYS[once](key);

type Called = Readonly<{
  route: Pick<Route, 'method' | 'path'>;
  caller: Caller;
  path: Readonly<Record<string, string>>;
  key: string;
}>;
/** A creditor is one caller, whichever of its programs or persons calls; of our own people each is one. */
const scopeOf = (caller: Caller): string => (caller.side === 'creditor' ? 'creditor' : `operator:${caller.who}`);
/** Which call it is: another caller, route or place makes another call of the same key. */
export const requestIdOf = ({ sha256 }: Hashes, { route, caller, path, key }: Called): RequestId => ({
  creditor: caller.side === 'creditor' ? caller.creditor : null,
  hash: sha256(canonical([scopeOf(caller), routeKey(route), path, key])).slice(0, 32),
});
