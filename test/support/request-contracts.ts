import { wrote, answered, type RequestId } from '../../domain/repeat/kept-request.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import type { Akten } from '../../usecases/ports/akten.ts';
import type { KeptRequests } from '../../usecases/ports/kept-requests.ts';
import { TERMS, erika } from './akte.ts';
import { freshId } from './akten-contracts.ts';
import { ENTRY, RUNNING } from './requests.ts';

const MUS = CreditorId.parse('MUS');
let n = 0;
const freshCall = (): RequestId => ({ creditor: MUS, hash: `${++n}`.padStart(32, '0') });
const OVERTAKEN = { name: 'Conflict' };

/** What the store of the calls with a key must do, in memory and on DynamoDB. */
export const keptRequestsContract = (make: () => Readonly<{ akten: Akten; keptRequests: KeptRequests }>): void => {
  test('a call is found as it was kept, by who made it and its hash', async () => {
    const { keptRequests } = make();
    const id = freshCall();
    expect(await keptRequests.find(id)).toBeNull();
    await keptRequests.replace({ id, seen: null, next: RUNNING });
    expect(await keptRequests.find(id)).toEqual(RUNNING);
    expect(await keptRequests.find({ ...id, creditor: null })).toBeNull();
  });
  test('of two who saw the same, the second is refused, and what the first has put stays', async () => {
    const { keptRequests } = make();
    const id = freshCall();
    await keptRequests.replace({ id, seen: null, next: RUNNING });
    await expect(keptRequests.replace({ id, seen: null, next: RUNNING })).rejects.toMatchObject(OVERTAKEN);
    const done = answered(RUNNING, '{"größe":1}');
    await keptRequests.replace({ id, seen: RUNNING, next: done });
    await expect(keptRequests.replace({ id, seen: RUNNING, next: RUNNING })).rejects.toMatchObject(OVERTAKEN);
    expect(await keptRequests.find(id)).toEqual(done);
  });
  test('what is kept of a call is written with an act or not at all, and the other way round', async () => {
    const { akten, keptRequests } = make();
    const id = freshCall();
    const akte = freshId();
    const next = wrote(RUNNING, { ...ENTRY, akte, version: 1 });
    const act = { by: 'operator:a', facts: [{ kind: 'opened', debtor: erika, terms: TERMS }] } as const;
    const also = { request: { id, seen: RUNNING, next } };
    await expect(akten.append(akte, 0, act, also)).rejects.toMatchObject(OVERTAKEN);
    expect(await akten.find(akte)).toBeNull();
    await keptRequests.replace({ id, seen: null, next: RUNNING });
    await akten.append(akte, 0, act, also);
    expect(await keptRequests.find(id)).toEqual(next);
    await expect(
      akten.append(akte, 0, act, { request: { id, seen: next, next: answered(next, 'x') } }),
    ).rejects.toMatchObject(OVERTAKEN);
    expect(await keptRequests.find(id)).toEqual(next);
  });
};
