/** A case at work, with what people do to it. */

import { cents } from '../../../domain/money.ts';
import type { Answer } from '../../../domain/akte/answer.ts';
import { noteAnswer } from '../../../usecases/akte/note-answer.ts';
import { recordPayment } from '../../../usecases/payments/record-payment.ts';
import { AKTE, after, musterversand } from '../../support/akte.ts';
import { rheinbogen } from '../../support/notices.ts';
import { aProcess } from '../../support/process.ts';
import { memoryCreditors, memoryMailbox, memoryOnce, recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { ClaimId, PaymentId } from '../../../domain/ids.ts';

export const aCase = async (given: Parameters<typeof aProcess>[0] = {}) => {
  const process = await aProcess(given);
  const workflows = recordedWorkflows();
  const mailbox = memoryMailbox();
  const ports = {
    ...process.ports,
    workflows,
    mailbox,
    once: memoryOnce(),
    agency: rheinbogen,
    creditors: memoryCreditors(musterversand),
  };
  const answer = (a: Answer) => noteAnswer(ports)({ akte: AKTE, answer: a, by: 'operator:test' });
  const pay = (n: number, amount: number) =>
    recordPayment(ports)({
      akte: AKTE,
      id: PaymentId.parse(`bank:${n}`),
      amount: cents(amount),
      valueDate: process.clock.today(),
      via: 'agency',
      source: 'test',
      by: 'operator:test',
    });
  const jump = (n: number, hour?: number): void => {
    process.clock.jumpTo(process.clock.instantOf(after(n), hour));
  };
  /** Plays on in the newest generation until a day. */
  const playOn = async (untilDay: number): Promise<string> =>
    process.run('F1', (await process.akten.get(AKTE)).generations[ClaimId.parse('F1')] ?? 1, untilDay);
  return {
    ...process,
    ports,
    mailbox,
    answer,
    pay,
    jump,
    playOn,
    sent: () => Object.values(process.posts).flatMap((p) => p.sent),
  };
};
