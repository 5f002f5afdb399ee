import type { Answer } from '../../../domain/akte/answer.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import type { Wait } from '../../../domain/procedure/states.ts';
import type { Action, Steering } from '../../../domain/akte/steering.ts';
import { agreeInstalments, offerInstalments } from '../../../usecases/akte/agree-instalments.ts';
import { listClarifications, noting } from '../../../usecases/akte/list-clarifications.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { noteAnswer } from '../../../usecases/akte/note-answer.ts';
import { AKTE, START, musterversand } from '../../support/akte.ts';
import { rheinbogen } from '../../support/notices.ts';
import { aProcess } from '../../support/process.ts';
import { memoryCreditors, memoryMailbox, memoryOnce, recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { memoryClarifications } from '../../../simulator/agency/timers.ts';

/** What is done with an Akte without telling more of it. */
type Plain = Exclude<Action, 'skip'>;

const listed = async (ports: Parameters<typeof listClarifications>[0], states: readonly Wait[]) => {
  const { items } = await listClarifications(ports)(states, { limit: 100, from: null });
  return items.map(({ state, todo }) => ({ state, todo }));
};

/** A case, what people can do with it, and its life in the newest generation of its execution. */
export const aCase = async (given: Parameters<typeof aProcess>[0] = {}) => {
  const process = await aProcess(given);
  const ports = {
    ...process.ports,
    workflows: recordedWorkflows(),
    mailbox: memoryMailbox(),
    once: memoryOnce(),
    agency: rheinbogen,
    creditors: memoryCreditors(musterversand),
    clarifications: memoryClarifications(),
  };
  // As the function does: what a decision leads into is put on the work list.
  Object.assign(process.tasks, { Decide: noting(ports, process.tasks.Decide) });
  const akte = () => process.akten.get(AKTE);
  return {
    ...process,
    ports,
    akte,
    listed: (...states: Wait[]) => listed(ports, states),
    agreePlan: async (first: number) => {
      const wish = { akte: AKTE, rate: cents(30_00), first: plusDays(day(START), first), withFee: false };
      const { total } = await offerInstalments(ports)(wish);
      await agreeInstalments(ports)({ ...wish, total, by: 'operator:test' });
    },
    steer: (steering: Plain | Steering) =>
      steerAkte(ports)({
        ...(typeof steering === 'string' ? { action: steering, reason: 'x' } : steering),
        akte: AKTE,
        by: 'operator:test',
      }),
    answer: (answer: Answer) => noteAnswer(ports)({ akte: AKTE, answer, by: 'operator:test' }),
    playOn: async (untilDay: number) =>
      process.run('F1', (await akte()).generations[ClaimId.parse('F1')] ?? 1, untilDay),
    jump: (n: number) => {
      process.clock.jumpTo(process.clock.instantOf(plusDays(day(START), n)));
    },
    written: async () => (await process.told()).filter((l) => / (email|letter|sms) /.test(l)),
  };
};
