import { firstOf, isBefore, previousMonth, type Month } from '../../domain/calendar.ts';
import { Unavailable } from '../../domain/faults.ts';
import type { HandOver } from '../../domain/intake/hand-over.ts';
import { qualityMail } from '../../domain/letters/quality.ts';
import type { Agency, Creditor } from '../../domain/parties/parties.ts';
import { checkQualityMonth } from '../../domain/payout/month-over.ts';
import { qualityOf } from '../../domain/payout/quality.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { HandOvers } from '../ports/hand-overs.ts';
import type { Mailbox } from '../ports/posts.ts';
import type { Once } from '../ports/once.ts';
import { tellOnce } from '../tell-once.ts';

type Ports = Readonly<{
  creditors: Creditors;
  handOvers: HandOvers;
  mailbox: Mailbox;
  once: Once;
  clock: Clock;
  agency: Agency;
}>;
/** `silent`: nothing new was handed over, or the month's mail went out before. */
export type QualityRun = Readonly<{ month: Month; sent: number; silent: number }>;

/**
 * What a creditor handed over in a month and the one before it. Only what was really taken counts: a list that was
 * checked or refused comes again and would count twice.
 */
const deliveredIn = async (ports: Ports, { id }: Creditor, month: Month): Promise<readonly HandOver[]> => {
  const delivered: HandOver[] = [];
  for await (const handOver of ports.handOvers.each(id)) {
    // Newest first: the month is compared with the one before it, and with nothing older.
    if (isBefore(handOver.on, firstOf(previousMonth(month)))) break;
    if (handOver.state === 'done') delivered.push(handOver);
  }
  return delivered;
};

/** True where a mail went out. */
const reportTo = async (ports: Ports, creditor: Creditor, month: Month): Promise<boolean> => {
  const quality = qualityOf(await deliveredIn(ports, creditor, month), month);
  if (!quality) return false;
  return tellOnce(ports, `quality-mail:${creditor.id}:${month}`, () => ({
    to: creditor.email,
    ...qualityMail({ creditor, agency: ports.agency, quality }),
  }));
};

/**
 * Tells each creditor once how good its data were in a month that is over. A mail that fails keeps no other creditor
 * from its own; the fault is raised at the end.
 */
export const reportQuality =
  (ports: Ports) =>
  async ({ month }: Readonly<{ month: Month }>): Promise<QualityRun> => {
    checkQualityMonth(month, ports.clock.today());
    const failures: { creditor: string; cause: unknown }[] = [];
    let sent = 0;
    let silent = 0;
    for (const creditor of await ports.creditors.list()) {
      try {
        if (await reportTo(ports, creditor, month)) sent += 1;
        else silent += 1;
      } catch (cause) {
        failures.push({ creditor: creditor.id, cause });
      }
    }
    if (failures.length > 0)
      throw new Unavailable(`no quality mail to ${failures.map((f) => f.creditor).join(', ')}`, {
        cause: failures[0]?.cause,
      });
    return { month, sent, silent };
  };
