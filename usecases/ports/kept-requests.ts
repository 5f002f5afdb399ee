import type { KeptRequest, RequestId } from '../../domain/repeat/kept-request.ts';

/** What is kept of a call from now on, in place of what was seen of it; null: nothing was. */
export type RequestChange = Readonly<{ id: RequestId; seen: KeptRequest | null; next: KeptRequest }>;

/** The calls that were made with an Idempotency-Key. What has expired may still be there. */
export interface KeptRequests {
  find(id: RequestId): Promise<KeptRequest | null>;
  /** Conflict where somebody else was quicker. */
  replace(change: RequestChange): Promise<void>;
}
