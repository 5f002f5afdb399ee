import { day, plusDays, weekday } from '../../../domain/calendar.ts';
import { MatterId, ClaimId } from '../../../domain/ids.ts';
import { callList, noteCall, takeCall } from '../../../usecases/dunning/call-debtor.ts';
import { AKTE, musterversand, after } from '../../support/akte.ts';
import { aCase } from '../akte/a-case.ts';

const M1 = MatterId.parse('M1');

describe('the phone campaign', () => {
  const made = { akte: AKTE, matter: M1, stage: 1, by: 'operator:anna', part: 'morning' } as const;
  test('calls on different weekdays and times of day, at most three in seven days, none on a weekend, and none after the window', async () => {
    const c = await aCase();
    const days: string[] = [];
    for (let n = 0; n <= 60; n++) {
      await c.playOn(n);
      c.jump(n, 10);
      const [task] = await callList(c.ports)(musterversand.id);
      if (!task || task.stage !== 1) continue;
      days.push(c.clock.today());
      await noteCall(c.ports)({ ...made, part: task.parts[0] ?? 'morning', outcome: 'not-reached' });
    }
    const calls = (await c.akten.get(AKTE)).calls;
    expect(days.length).toBeGreaterThanOrEqual(4);
    expect(days.every((d) => weekday(day(d)) % 6 !== 0 && d >= after(21) && d < after(36))).toBe(true);
    expect(new Set(calls.map((x) => weekday(x.on))).size).toBe(Math.min(5, calls.length));
    expect(new Set(calls.map((x) => x.part)).size).toBeGreaterThan(1);
    for (const call of calls)
      expect(calls.filter((x) => x.on <= call.on && x.on > plusDays(call.on, -7)).length).toBeLessThanOrEqual(3);
  });
  const calling = async () => {
    const c = await aCase();
    await c.playOn(21);
    c.jump(21, 10);
    return c;
  };
  test('a call could be taken at any hour: before nine and from six on none is offered, and taking one is refused with the hour from which it may be made', async () => {
    const c = await calling();
    c.jump(21, 18);
    expect(await callList(c.ports)(musterversand.id)).toEqual([]);
    await expect(takeCall(c.ports)(made)).rejects.toMatchObject({
      code: 'call.hours',
      message: expect.stringMatching(
        /^Jetzt darf hier nicht angerufen werden, sondern wieder am \d\d\.03\.2026 ab 9 Uhr\. /,
      ),
    });
    // What was said within the hours is noted afterwards all the same.
    await noteCall(c.ports)({ ...made, outcome: 'not-reached' });
    expect((await c.akten.get(AKTE)).calls).toHaveLength(1);
  });
  test('two people cannot take the same call; what nobody notes is free again after twenty minutes', async () => {
    const c = await calling();
    await takeCall(c.ports)(made);
    await takeCall(c.ports)(made);
    await expect(takeCall(c.ports)({ ...made, by: 'operator:bernd' })).rejects.toMatchObject({
      name: 'Conflict',
      message: 'operator:anna hat diesen Anruf übernommen; notiert ihn niemand, ist er nach 20 Minuten wieder frei.',
    });
    expect((await callList(c.ports)(musterversand.id))[0]).toMatchObject({
      takenBy: 'operator:anna',
      attempt: 1,
      furtherPhones: [],
      language: null,
      remarks: [],
    });
    c.clock.pass(21 * 60);
    expect((await takeCall(c.ports)({ ...made, by: 'operator:bernd' })).callsTaken).toMatchObject([
      { by: 'operator:bernd' },
    ]);
  });
  test('reached: the window asks for no more; a wrong number is dead; a call that is not due is refused', async () => {
    const reached = await calling();
    await noteCall(reached.ports)({ ...made, outcome: 'reached' });
    reached.jump(22);
    expect(await callList(reached.ports)(musterversand.id)).toEqual([]);
    await expect(noteCall(reached.ports)({ ...made, outcome: 'reached' })).rejects.toMatchObject({
      code: 'call.not-due',
    });
    const wrong = await calling();
    await noteCall(wrong.ports)({ ...made, outcome: 'wrong-number' });
    expect((await wrong.akten.get(AKTE)).dead).toEqual(['phone']);
  });
  test('three calls that nobody answers: a text asks to call back at once, once, and the window goes on (D60)', async () => {
    const c = await calling();
    const texts = () => c.posts.sms.sent.map((s) => s.message.text.includes('nicht erreicht'));
    for (const n of [21, 22, 23]) {
      c.jump(n, 10);
      await noteCall(c.ports)({ ...made, outcome: 'not-reached' });
      await c.playOn(n);
      expect(texts()).toEqual(n < 23 ? [false] : [false, true]);
    }
    expect((await c.akten.get(AKTE)).generations[ClaimId.parse('F1')]).toBe(2);
    expect(await c.playOn(35)).toBe('Mahnstufe 1: Telefoninkasso');
    await c.playOn(36);
    expect(texts()).toEqual([false, true, false]);
    expect(c.posts.sms.sent.map((s) => s.reference)).toEqual([
      `${AKTE}-M1-1-sms`,
      `${AKTE}-M1-1-sms-calls`,
      `${AKTE}-M1-2-sms`,
    ]);
  });
  test('who promises or objects on the telephone gets nothing more, also before the day and the reason are noted', async () => {
    for (const [outcome, state, until] of [
      ['promise', 'Zahlungszusage läuft', after(28)],
      ['dispute', 'Widerspruch in Prüfung', undefined],
    ] as const) {
      const c = await calling();
      const before = c.sent().length;
      await noteCall(c.ports)({ ...made, outcome });
      expect((await c.akten.get(AKTE)).holds).toMatchObject([{ ground: outcome, ...(until ? { until } : {}) }]);
      expect(await c.playOn(27)).toBe(state);
      expect(c.sent()).toHaveLength(before);
    }
    const c = await calling();
    await noteCall(c.ports)({ ...made, outcome: 'dispute' });
    await c.answer({ kind: 'dispute', reason: 'amount' });
    expect((await c.akten.get(AKTE)).queries).toHaveLength(1);
  });
  test('while the case rests nobody is called', async () => {
    const c = await calling();
    await c.answer({ kind: 'situation', ground: 'deceased', note: 'Erbe meldet sich' });
    expect(await callList(c.ports)(musterversand.id)).toEqual([]);
  });
});
