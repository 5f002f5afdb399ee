import { ClaimId } from '../../../domain/ids.ts';
import { listClarifications, noting } from '../../../usecases/akte/list-clarifications.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { AKTE } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { memoryClarifications } from '../../../simulator/agency/timers.ts';

const F1 = ClaimId.parse('F1');
/** A case whose letter fails, brought before a person as the functions do it. */
const aFailedLetter = async () => {
  const process = await aProcess();
  const ports = { ...process.ports, clarifications: memoryClarifications() };
  const letter = process.ports.paper.press.letter;
  (process.ports.paper.press as { letter: unknown }).letter = () => Promise.reject(new TypeError('font missing'));
  const tasks = process.tasks as Record<string, (input: any) => Promise<any>>;
  for (const name of ['SendEmail', 'SendSms', 'SendLetter', 'ReportTrouble'])
    tasks[name] = noting(ports, tasks[name] as Parameters<typeof noting>[1]);
  const mend = (): void => {
    (process.ports.paper.press as { letter: unknown }).letter = letter;
  };
  return { ...process, ports, list: () => listClarifications(ports)(['Klärung'], { limit: 100, from: null }), mend };
};

test('a failed step is listed with its reason and what to do; clarified, it goes on from there and leaves the list', async () => {
  const { run, list, ports, mend, told } = await aFailedLetter();
  expect(await run('F1', 1, 10)).toBe('Klärung');
  const [open, ...others] = (await list()).items;
  expect(others).toEqual([]);
  expect(open).toMatchObject({
    akte: AKTE,
    claim: F1,
    why: expect.stringContaining('TypeError'),
    todo: expect.stringMatching(/klaeren/),
  });
  mend();
  await steerAkte({ ...ports, workflows: recordedWorkflows() })({
    akte: AKTE,
    action: 'clarify',
    by: 'operator:test',
    reason: 'Schrift ergänzt',
  });
  expect((await list()).items).toEqual([]);
  await run('F1', 2, 5);
  expect(await told()).toEqual(['0 trouble', '0 email 0']);
});

test('whether a text went out is unclear: the list says to look at the provider first', async () => {
  const process = await aFailedLetter();
  process.mend();
  process.posts.sms.next.push('lost');
  expect(await process.run('F1', 1, 30)).toBe('Klärung');
  expect((await process.list()).items).toEqual([
    expect.objectContaining({ akte: AKTE, todo: expect.stringMatching(/Dienstleister/) }),
  ]);
});
