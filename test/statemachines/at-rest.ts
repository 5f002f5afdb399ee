import { day } from '../../domain/calendar.ts';
import { MatterId, PaymentId, PlanId } from '../../domain/ids.ts';
import { HOLDS, HOLD_GROUNDS } from '../../domain/procedure/holds.ts';
import { cents } from '../../domain/money.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import { steerAkte } from '../../usecases/akte/steer-akte.ts';
import { AKTE, START, aClaim, after } from '../support/akte.ts';
import { aProcess } from '../support/process.ts';
import { recordedWorkflows } from '../../simulator/agency/stores.ts';

/*
 * What the debtor, the creditor or our own people do meanwhile. Run with dunning.test.ts, which asks in the end
 * whether every state was entered.
 */

test('a partial payment is allocated and the dunning goes on', async () => {
  const process = await aProcess();
  process.plan.push({
    day: after(12),
    act: () =>
      recordPayment(process.ports)({
        akte: AKTE,
        id: PaymentId.parse('bank:1'),
        amount: cents(50_00),
        valueDate: after(12),
        via: 'agency',
        source: 'test',
        by: 'operator:test',
      }),
  });
  expect(await process.run()).toBe('Gerichtliches Mahnverfahren: Entscheidung');
  expect(await process.told()).toContain('36 email 2');
});

test('a paused Akte sends nothing; resumed, it goes on where the calendar stands', async () => {
  const process = await aProcess();
  const workflows = recordedWorkflows();
  const steer = steerAkte({ ...process.ports, workflows });
  process.plan.push({
    day: after(5),
    act: () => steer({ akte: AKTE, action: 'pause', by: 'operator:test', reason: 'Rückfrage' }),
  });
  expect(await process.run('F1', 1, 50)).toBe('Abgelöst');
  expect(await process.run('F1', 2, 35)).toBe('Ruht');
  process.clock.jumpTo(process.clock.instantOf(after(30)));
  await steer({ akte: AKTE, action: 'resume', by: 'operator:test', reason: 'geklärt' });
  await process.run('F1', 3, 45);
  expect(workflows.started).toEqual([`${AKTE}-F1-g2`, `${AKTE}-F1-g3`]);
  expect(await process.told()).toEqual([
    '0 email 0',
    '10 held',
    '30 resumed',
    '30 email 1',
    '30 sms 1',
    '38 letter 1',
    '42 calls 1',
  ]);
});

test('a closed Akte ends its execution', async () => {
  const process = await aProcess();
  await steerAkte({ ...process.ports, workflows: recordedWorkflows() })({
    akte: AKTE,
    action: 'close',
    by: 'operator:test',
    reason: 'Verzicht',
  });
  expect(await process.run('F1', 2)).toBe('Geschlossen');
  expect(await process.told()).toEqual(['0 closed']);
});

test('particulars that § 13a RDG demands are missing: the Akte waits and nothing is sent', async () => {
  const { subject: _, ...bare } = aClaim();
  const process = await aProcess({ claims: [bare] });
  expect(await process.run('F1', 1, 20)).toBe('Wartet auf Angaben');
  expect(await process.told()).toEqual([]);
});

test.each(HOLD_GROUNDS)('a hold for %s shows under its own name, and nothing is sent', async (ground) => {
  const process = await aProcess();
  await process.akten.append(AKTE, 1, {
    by: 'operator:test',
    facts: [{ kind: 'held', ground, on: day(START), by: 'operator:test', reason: 'x' }],
  });
  expect(await process.run('F1', 1, 20)).toBe(HOLDS[ground].state);
  expect(Object.values(process.posts).flatMap((p) => p.sent)).toEqual([]);
});

test('a plan that is kept, and an address that is being traced, show under their own names', async () => {
  const process = await aProcess();
  await process.akten.append(AKTE, 1, {
    by: 'operator:test',
    facts: [
      {
        kind: 'planAgreed',
        by: 'operator:test',
        plan: {
          id: PlanId.parse('R1'),
          matter: MatterId.parse('M1'),
          on: day(START),
          first: after(30),
          rate: cents(20_00),
          fee: cents(0),
          toleranceDays: 5,
          toleranceCents: cents(0),
        },
      },
    ],
  });
  expect(await process.run('F1', 1, 20)).toBe('Ratenplan läuft');
  const lost = await aProcess({ without: ['email', 'phone', 'address'] });
  await lost.akten.append(AKTE, 1, {
    by: 'operator:test',
    facts: [{ kind: 'tracingOrdered', on: day(START), by: 'operator:test' }],
  });
  expect(await lost.run('F1', 1, 20)).toBe('Adressermittlung läuft');
});
