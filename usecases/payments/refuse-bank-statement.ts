import type { Rejected } from '../../domain/faults.ts';
import { unreadableMail } from '../../domain/letters/reports.ts';
import type { Agency } from '../../domain/parties/parties.ts';
import type { Once } from '../ports/once.ts';
import type { Mailbox } from '../ports/posts.ts';
import { tellOnce } from '../tell-once.ts';

type Ports = Readonly<{ mailbox: Mailbox; once: Once; agency: Agency; finance: string }>;
/** A file that is no statement. `etag`: tells its content from that of another file under the same key. */
type Refused = Readonly<{ key: string; etag: string; fault: Rejected }>;

/** Tells finance, once for each content, that nothing of a statement is booked, and why. */
export const refuseBankStatement =
  (ports: Ports) =>
  async ({ key, etag, fault }: Refused): Promise<void> => {
    await tellOnce(ports, `unreadable:${key}:${etag}`, () => ({
      to: ports.finance,
      ...unreadableMail({ agency: ports.agency, statement: key, why: fault.message }),
    }));
  };
