import { BankLineId } from '../../../domain/account/bank.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { memoryTimers } from '../../../simulator/agency/timers.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { freshId } from '../../support/akten-contracts.ts';
import { aWorld, handOver } from '../../../simulator/agency/world.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { asItWas } from '../../../usecases/operations/as-it-was.ts';
import { START } from '../../support/akte.ts';

const F1 = ClaimId.parse('F1');
const paid = {
  kind: 'paid',
  id: PaymentId.parse('bank:1'),
  amount: cents(100),
  valueDate: day(START),
  bookedOn: day(START),
  via: 'agency',
  source: 's',
} as const;
/** An Akte that was paused on its first day, then went on; what each step began. */
const paused = async () => {
  const { ports: world, clock, akten } = aWorld({ start: day(START) });
  const akte = await handOver(world, { procedure: STANDARD });
  const workflows = recordedWorkflows();
  const ports = { ...world, workflows };
  const steer = (action: 'pause' | 'resume') => steerAkte(ports)({ akte, by: 'client:MUS', action, reason: 'x' });
  await steer('pause');
  const written = { akte, version: 2, on: day(START), hour: 8, at: clock.now().toISOString(), line: null };
  clock.jumpTo('2026-03-09T12:00:00Z');
  await steer('resume');
  return { ports, clock, akten, akte, workflows, written };
};

test('it is the moment of then, whatever day it is', async () => {
  const { ports, written } = await paused();
  const { clock } = asItWas(ports, written);
  expect([clock.today(), clock.hour(), clock.now().toISOString()]).toEqual([START, 8, written.at]);
  expect(clock.instantOf(day(START))).toBe(ports.clock.instantOf(day(START)));
});

test('its Akte is as it was before, and as it was after once the entry is appended, which writes nothing', async () => {
  const { ports, akte, akten, written } = await paused();
  const then = asItWas(ports, written).akten;
  expect(await then.get(akte)).toMatchObject({ version: 1, holds: [] });
  const after = await then.append(akte, 1, { by: 'client:MUS', facts: [paid] });
  expect(after).toMatchObject({ version: 2, holds: [{ ground: 'paused' }], payments: [] });
  expect(await then.find(akte)).toEqual(after);
  expect(akten.log.get(akte)).toHaveLength(3);
});

test('no other entry can be appended', async () => {
  const { ports, akte, written } = await paused();
  const then = asItWas(ports, written).akten;
  expect(() => then.append(akte, 2, { by: 'client:MUS', facts: [paid] })).toThrow('never written');
  expect(() => then.append(freshId(), 1, { by: 'client:MUS', facts: [paid] })).toThrow('never written');
});

test('another Akte has what was written by then, and one that was opened later is not there', async () => {
  const { ports, clock, akten, written } = await paused();
  const before = freshId();
  const later = freshId();
  clock.jumpTo('2026-03-10T12:00:00Z');
  for (const akte of [before, later]) await handOver(ports, { akte, procedure: STANDARD });
  const at = clock.now().toISOString();
  clock.pass(1);
  await akten.append(before, 1, { by: 'system', facts: [paid] });
  const then = asItWas(ports, { ...written, at }).akten;
  expect(await then.get(before)).toMatchObject({ version: 1, payments: [] });
  const earlier = asItWas(ports, written).akten;
  expect(await earlier.find(later)).toBeNull();
  await expect(earlier.get(later)).rejects.toMatchObject({ name: 'NotFound' });
});

test('an execution begins that should have begun then, unless another has followed it', async () => {
  const { ports, akte, akten, written } = await paused();
  const workflows = recordedWorkflows();
  const timers = memoryTimers();
  const then = asItWas({ ...ports, workflows, timers }, written);
  const now = (await akten.get(akte)).generations[F1] ?? 1;
  for (const generation of [now - 1, now]) {
    await then.workflows.start(akte, F1, generation);
    await then.timers.note({ akte, claim: F1, generation });
  }
  expect(workflows.started).toEqual([`${akte}-F1-g${now}`]);
  const noted = [];
  for await (const timer of timers.all()) noted.push(timer.generation);
  expect(noted).toEqual([now]);
  await then.workflows.stop(akte, F1, now - 1);
  expect(workflows.stopped).toEqual([`${akte}-F1-g${now - 1}`]);
});

test('the line of a statement is as it was before the entry took its share; other lines are as they are', async () => {
  const { ports, akten, akte, written } = await paused();
  const lineId = BankLineId.parse('bank:1');
  const entry = {
    id: lineId,
    account: 'DE',
    bookedOn: day(START),
    valueDate: day(START),
    amount: cents(500),
    remittance: '',
    reversal: false,
  };
  const other = await akten.bankLines.keep({ ...entry, id: BankLineId.parse('bank:2') });
  const share = { akte, payment: PaymentId.parse('bank:1'), amount: cents(500) };
  const line = { entry, shares: [share], version: 1 };
  const then = asItWas(ports, { ...written, line }).bankLines;
  expect(await then.find(lineId)).toEqual({ entry, shares: [], version: 0 });
  expect(await then.find(other.entry.id)).toEqual(other);
  expect(await asItWas(ports, written).bankLines.find(lineId)).toBeNull();
});
