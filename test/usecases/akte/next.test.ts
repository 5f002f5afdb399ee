import { day, plusDays } from '../../../domain/calendar.ts';
import { AkteId, ClaimId } from '../../../domain/ids.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { decideFrom, decidingOn, nextAfter, toNext } from '../../../usecases/akte/next.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { AKTE, START, aClaim, after, erika } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';
import { recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { F1, SHOP, UTILITY, anAgency, key, reserved } from './people.ts';

/** One message in seven days: the first of two Akten uses it up. */
const ONE: Procedure = { ...STANDARD, contactBudget: { messages: 1, calls: 1 } };
const OF = { akte: AKTE, claim: F1, generation: 1 };

describe('what is decided', () => {
  test('is decided from the facts, for today, and with the procedure of the claim; nothing is written', async () => {
    const { ports, akten } = await aProcess();
    const { step, today, procedure, akte } = await decideFrom(ports, OF);
    expect([step.name, today, procedure.id, akte.version]).toEqual([
      'Mahnung per E-Mail',
      START,
      STANDARD.id,
      (await akten.get(AKTE)).version,
    ]);
  });
  test('of a claim that the Akte does not have is NotFound, by its name; so is an Akte that is not there', async () => {
    const { ports } = await aProcess();
    await expect(decideFrom(ports, { ...OF, claim: ClaimId.parse('F7') })).rejects.toMatchObject({
      name: 'NotFound',
      message: `In der Akte ${AKTE} gibt es keine Forderung F7.`,
    });
    const elsewhere = decideFrom(ports, { ...OF, akte: AkteId.parse('MUS-0000-0001') });
    await expect(elsewhere).rejects.toMatchObject({ name: 'NotFound' });
  });
  test('for an execution that another has replaced is its end', async () => {
    const { ports } = await aProcess();
    await steerAkte({ ...ports, workflows: recordedWorkflows() })({
      akte: AKTE,
      action: 'pause',
      by: 'operator:test',
      reason: 'x',
    });
    expect((await decideFrom(ports, OF)).step.name).toBe('Abgelöst');
    expect((await decideFrom(ports, { ...OF, generation: 2 })).step.name).toBe('Ruht');
  });
});

describe('the other Akten of a person', () => {
  test('nobody looks for other Akten unless a message is due', async () => {
    const a = await anAgency(ONE, { [SHOP]: erika, [UTILITY]: erika });
    await a.mail(SHOP);
    const before = a.asked();
    expect(await a.decide(SHOP)).toMatchObject({ step: 'Zahlungserinnerung: Frist' });
    expect(a.asked()).toBe(before);
    await a.decide(UTILITY);
    expect(a.asked()).toBe(before + 1);
  });
  test('are looked up once for all claims of an Akte, and handed on to whoever acts on the step', async () => {
    const a = await anAgency(STANDARD, { [SHOP]: erika, [UTILITY]: erika });
    const decided = decidingOn(a.ports, await a.akten.get(SHOP));
    for (let n = 0; n < 3; n++)
      expect((await decided({ claim: F1, generation: 1 })).others.map((other) => other.id)).toEqual([UTILITY]);
    expect(a.asked()).toBe(1);
  });
  test('do not count for a message that is reserved: its place is taken, and what became of it is found out first', async () => {
    const a = await anAgency(ONE, { [SHOP]: erika, [UTILITY]: erika });
    await a.tell(SHOP, reserved(key(0, 'email')));
    await a.tell(UTILITY, reserved(key(0, 'email')));
    const { step, others } = await decideFrom(a.ports, { akte: SHOP, claim: F1, generation: 1 });
    expect([step.name, others, a.asked()]).toEqual(['Mahnung per E-Mail', [], 0]);
  });
});

describe('a step as the state machine reads it', () => {
  const paused = async (until: number) => {
    const { ports, clock } = await aProcess();
    const workflows = recordedWorkflows();
    const steering = { action: 'pause', until: after(until), reason: 'x', by: 'operator:test' } as const;
    await steerAkte({ ...ports, workflows })({ akte: AKTE, ...steering });
    return toNext(await decideFrom(ports, { ...OF, generation: 2 }), clock);
  };
  test('a wait has its instant, and its day in words', async () => {
    expect(await paused(30)).toMatchObject({
      step: 'Ruht',
      tag: START,
      until: '2026-04-01T06:00:00Z',
      frist: '01.04.2026',
    });
  });
  test('a long one is cut after sixty days, while its day in words stays the real one', async () => {
    const { until, frist } = await paused(200);
    expect([until?.slice(0, 10), frist]).toEqual([plusDays(day(START), 60), '18.09.2026']);
  });
  test('an act has its stage, and nothing to wait for', async () => {
    const { ports, clock } = await aProcess();
    const next = toNext(await decideFrom(ports, OF), clock);
    expect(next).toEqual({ step: 'Mahnung per E-Mail', tag: START, grund: expect.any(String), mahnstufe: 0 });
  });
});

test('after an act it is decided from the Akte that the act has left, without reading it again', async () => {
  const { ports, akten } = await aProcess({ claims: [aClaim()] });
  const { version } = await akten.get(AKTE);
  const left = await akten.append(AKTE, version, {
    by: 'operator:test',
    facts: [{ kind: 'closed', on: after(0), by: 'operator:test', reason: 'x' }],
  });
  const unread = { ...akten, get: () => Promise.reject(new Error('read again')) };
  expect(await nextAfter({ ...ports, akten: unread }, OF, left)).toMatchObject({ step: 'Geschlossen' });
});
