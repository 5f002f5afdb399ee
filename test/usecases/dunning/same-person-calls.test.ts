import type { Actor } from '../../../domain/actor.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { AkteId } from '../../../domain/ids.ts';
import { Creditor } from '../../../domain/parties/parties.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { everyOrder, inTurns, type Handler } from '../../../simulator/sequences/interleave.ts';
import { callList, noteCall, takeCall } from '../../../usecases/dunning/call-debtor.ts';
import { START, erika } from '../../support/akte.ts';
import { M1, SHOP, UTILITY, anAgency, key, sent } from '../akte/people.ts';

describe('calls', () => {
  /** Phone windows of two creditors that are open for the same person. */
  const calling = async (procedure: Procedure) => {
    const a = await anAgency(procedure, { [SHOP]: erika, [UTILITY]: erika });
    const from = plusDays(day(START), 14);
    for (const akte of [SHOP, UTILITY])
      await a.tell(
        akte,
        ...sent(key(0, 'email'), day(START)),
        ...sent(key(1, 'email'), plusDays(day(START), 1)),
        ...sent(key(1, 'sms'), plusDays(day(START), 1)),
        { kind: 'callsOpened', matter: M1, stage: 1, from, until: plusDays(from, 14) },
      );
    a.on(from, 10);
    const made = (akte: AkteId, by: Actor = 'operator:anna') => ({ akte, matter: M1, stage: 1 as const, by });
    const list = async (akte: AkteId) =>
      (await callList(a.ports)(Creditor.shape.id.parse(akte.slice(0, 3)))).map((c) => c.akte);
    const note = (akte: AkteId, by?: Actor) =>
      noteCall(a.ports)({ ...made(akte, by), part: 'morning', outcome: 'not-reached' });
    return { ...a, from, made, list, note, take: (akte: AkteId, by?: Actor) => takeCall(a.ports)(made(akte, by)) };
  };
  const withoutLetters: Procedure = {
    ...STANDARD,
    levels: STANDARD.levels.map((l) => ({ ...l, letter: 'instead' as const })),
  };

  test('a fourth attempt in seven days is on nobody’s list, whoever made the three', async () => {
    const c = await calling(withoutLetters);
    await c.note(SHOP);
    await c.note(UTILITY);
    c.on(plusDays(c.from, 1), 10);
    await c.note(SHOP);
    expect([await c.list(SHOP), await c.list(UTILITY)]).toEqual([[], []]);
    await expect(c.take(UTILITY)).rejects.toMatchObject({ code: 'call.not-due' });
    await expect(c.note(UTILITY)).rejects.toMatchObject({ code: 'call.not-due' });
    c.on(plusDays(c.from, 8), 10);
    expect(await c.list(UTILITY)).toEqual([UTILITY]);
  });

  test('a call that somebody has taken counts until it is free again; the one who took it may make it and note it', async () => {
    const c = await calling({ ...withoutLetters, contactBudget: { messages: 3, calls: 1 } });
    await c.take(SHOP);
    expect([await c.list(SHOP), await c.list(UTILITY)]).toEqual([[SHOP], []]);
    await expect(c.take(UTILITY, 'operator:bernd')).rejects.toMatchObject({ code: 'call.not-due' });
    c.clock.pass(21 * 60);
    await c.take(UTILITY, 'operator:bernd');
    await c.note(UTILITY, 'operator:bernd');
    expect([(await c.akten.get(UTILITY)).calls.length, await c.list(SHOP)]).toEqual([1, []]);
  });

  test('two people of two creditors at once, one attempt left: in every order of their steps one of them takes it', async () => {
    const orders = await everyOrder(async () => {
      const c = await calling({ ...withoutLetters, contactBudget: { messages: 3, calls: 1 } });
      const handlers = [SHOP, UTILITY].map(
        (akte): Handler =>
          (turn) =>
            takeCall({ ...c.ports, akten: inTurns(c.akten, turn) })(c.made(akte)),
      );
      return {
        handlers,
        after: async (order) => {
          const taken = [await c.akten.get(SHOP), await c.akten.get(UTILITY)].flatMap((akte) => akte.callsTaken);
          expect([order, taken.length]).toEqual([order, 1]);
        },
      };
    });
    expect(orders).toBeGreaterThan(10);
  });

  test('a call that was taken rightly is noted, though another creditor’s was noted meanwhile', async () => {
    const c = await calling({ ...withoutLetters, contactBudget: { messages: 3, calls: 1 } });
    await c.take(SHOP);
    await c.tell(UTILITY, {
      kind: 'callMade',
      matter: M1,
      stage: 1,
      on: c.from,
      part: 'morning',
      outcome: 'not-reached',
      by: 'operator:x',
    });
    await c.note(SHOP);
    expect((await c.akten.get(SHOP)).calls).toHaveLength(1);
  });
});
