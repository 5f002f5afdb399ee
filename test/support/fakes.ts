import { createHash } from 'node:crypto';

export const hashes = { sha256: (text: string): string => createHash('sha256').update(text).digest('hex') };

// The stores themselves are the simulator's; these are their names in tests that were written before it.
export { memoryAkten as fakeAkten } from '../../simulator/agency/akten.ts';
export { virtualClock } from '../../simulator/engine/clock.ts';
export { memoryPost as fakePost, type Behaviour } from '../../simulator/agency/post.ts';
export {
  memoryArchive as fakeArchive,
  memoryCreditors as fakeCreditors,
  memoryHandOvers as fakeHandOvers,
  memoryMailbox as fakeMailbox,
  memoryOnce as fakeOnce,
  memoryPayouts as fakePayouts,
  memoryPeople as fakePeople,
  memoryProcedures as fakeProcedures,
  memoryWork as fakeWork,
  recordedWorkflows as fakeWorkflows,
} from '../../simulator/agency/stores.ts';
