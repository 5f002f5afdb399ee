import { day, plusDays } from '../../domain/calendar.ts';
import { Procedure } from '../../domain/procedure/procedure.ts';
import { STANDARD } from '../../domain/procedure/shipped-procedures.ts';
import { AKTE, START } from '../support/akte.ts';
import { aProcess } from '../support/process.ts';

const acts = async (process: Awaited<ReturnType<typeof aProcess>>): Promise<string[]> =>
  (await process.akten.history(AKTE))
    .filter((a) => a.facts.some((f) => f.kind === 'reserved'))
    .map((a) => a.at.slice(0, 16));

test("a list that arrives at night waits for eight o'clock in Berlin; so does everything else", async () => {
  const process = await aProcess();
  process.clock.jumpTo(process.clock.instantOf(day(START), 22));
  await process.run('F1', 1, 40);
  expect(await process.told()).toEqual([
    '1 email 0',
    '11 email 1',
    '11 sms 1',
    '21 letter 1',
    '21 calls 1',
    '36 email 2',
    '36 sms 2',
  ]);
  // Summer time from 29 March on: eight in Berlin is six in UTC.
  expect(await acts(process)).toEqual([
    '2026-03-03T07:00',
    '2026-03-13T07:00',
    '2026-03-13T07:00',
    '2026-03-23T07:00',
    '2026-04-07T06:00',
    '2026-04-07T06:00',
  ]);
});

test('a procedure that writes in the afternoon only', async () => {
  const process = await aProcess({
    procedure: Procedure.parse({ ...STANDARD, id: 'afternoon', messageHours: { from: 14, to: 18 } }),
  });
  await process.run('F1', 1, 40);
  expect((await acts(process)).map((at) => at.slice(11, 13))).toEqual(['13', '13', '13', '13', '12', '12']);
  expect((await process.told()).slice(0, 4)).toEqual(['0 email 0', '10 email 1', '10 sms 1', '18 letter 1']);
});

test('who comes too late in the evening waits for the next working day', async () => {
  const process = await aProcess({ start: '2026-03-06' });
  process.clock.jumpTo(process.clock.instantOf(day('2026-03-06'), 20));
  await process.run('F1', 1, 5);
  expect((await process.akten.get(AKTE)).messages[0]?.on).toBe(plusDays(day('2026-03-06'), 3));
});
