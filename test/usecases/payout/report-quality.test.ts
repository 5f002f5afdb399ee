import { Month } from '../../../domain/calendar.ts';
import { day } from '../../../domain/calendar.ts';
import { HandOverId } from '../../../domain/ids.ts';
import { Creditor } from '../../../domain/parties/parties.ts';
import type { HandOver } from '../../../domain/intake/hand-over.ts';
import { reportQuality } from '../../../usecases/payout/report-quality.ts';
import { musterversand } from '../../support/akte.ts';
import { virtualClock } from '../../../simulator/engine/clock.ts';
import { memoryCreditors, memoryHandOvers, memoryMailbox, memoryOnce } from '../../../simulator/agency/stores.ts';
import { checkedList, refusedList, runningList, takenList } from '../../support/hand-overs.ts';
import { rheinbogen } from '../../support/notices.ts';

const stadtwerk = Creditor.parse({
  ...musterversand,
  id: 'STW',
  name: 'Stadtwerk Musterstadt',
  email: 'forderungen@example.com',
});
const aMonth = async (...list: readonly HandOver[]) => {
  const handOvers = memoryHandOvers();
  const mailbox = memoryMailbox();
  for (const h of list) await handOvers.save(h);
  const ports = {
    creditors: memoryCreditors(musterversand, stadtwerk),
    handOvers,
    mailbox,
    once: memoryOnce(),
    clock: virtualClock('2026-04-02'),
    agency: rheinbogen,
  };
  return { ports, mailbox, report: reportQuality(ports) };
};

test('each creditor that handed something over gets one mail, however often the month is run', async () => {
  const { report, mailbox } = await aMonth(
    takenList({ id: HandOverId.parse('a'), codes: { 'contact.none': 2 } }),
    takenList({ id: HandOverId.parse('b'), creditor: stadtwerk.id, on: day('2026-02-28') }),
  );
  expect(await report({ month: Month.parse('2026-03') })).toEqual({ month: '2026-03', sent: 1, silent: 1 });
  expect(await report({ month: Month.parse('2026-03') })).toEqual({ month: '2026-03', sent: 0, silent: 2 });
  expect(mailbox.mails.map((m) => m.to)).toEqual(['buchhaltung@example.com']);
  expect(mailbox.mails[0]?.text).toContain('2-mal: weder Anschrift noch E-Mail-Adresse');
  expect(await report({ month: Month.parse('2026-02') })).toMatchObject({ sent: 1 });
});

test.each([checkedList(), refusedList(), runningList()])('a list that is $state does not count', async (handOver) => {
  const { report, mailbox } = await aMonth(handOver);
  expect(await report({ month: Month.parse('2026-03') })).toMatchObject({ sent: 0, silent: 2 });
  expect(mailbox.mails).toEqual([]);
});

test('a month that is not over is refused', async () => {
  const { report } = await aMonth(takenList({ id: HandOverId.parse('a') }));
  await expect(report({ month: Month.parse('2026-04') })).rejects.toMatchObject({ code: 'quality.month-open' });
});

test('a mail that fails keeps no other creditor from its own, and the fault is told', async () => {
  const { ports, mailbox } = await aMonth(
    takenList({ id: HandOverId.parse('a') }),
    takenList({ id: HandOverId.parse('b'), creditor: stadtwerk.id }),
  );
  const broken = {
    send: async (mail: Parameters<typeof mailbox.send>[0]) => {
      if (mail.to === musterversand.email) throw new Error('refused');
      await mailbox.send(mail);
    },
  };
  await expect(reportQuality({ ...ports, mailbox: broken })({ month: Month.parse('2026-03') })).rejects.toMatchObject({
    name: 'Unavailable',
    message: 'no quality mail to MUS',
  });
  expect(mailbox.mails.map((m) => m.to)).toEqual(['forderungen@example.com']);
});
