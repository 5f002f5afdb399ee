import { accountOf } from '../../domain/account.ts';
import { day, plusDays, weekday } from '../../domain/calendar.ts';
import { ClaimId, MatterId } from '../../domain/claim.ts';
import { HOLDS, SITUATIONS } from '../../domain/holds.ts';
import { cents } from '../../domain/money.ts';

import { agreeInstalments, offerInstalments } from '../../usecases/agree-instalments.ts';
import { callList, noteCall, takeCall } from '../../usecases/call-debtor.ts';
import { answerQuery } from '../../usecases/answer-query.ts';
import { noteAnswer, type Answer } from '../../usecases/note-answer.ts';
import { readAkte } from '../../usecases/read-akte.ts';
import { recordPayment } from '../../usecases/record-payment.ts';
import { steerAkte } from '../../usecases/steer-akte.ts';
import { AKTE, START, musterversand } from '../support/akte.ts';
import { fakeCreditors, fakeMailbox, fakeOnce, fakeWorkflows } from '../support/fakes.ts';
import { rheinbogen } from '../support/notices.ts';
import { aProcess } from '../support/process.ts';

const after = (n: number) => plusDays(day(START), n);
const M1 = MatterId.parse('M1');
const aCase = async (given: Parameters<typeof aProcess>[0] = {}) => {
  const process = await aProcess(given);
  const workflows = fakeWorkflows();
  const mailbox = fakeMailbox();
  const ports = {
    ...process.ports,
    workflows,
    mailbox,
    once: fakeOnce(),
    agency: rheinbogen,
    creditors: fakeCreditors(musterversand),
  };
  const answer = (a: Answer) => noteAnswer(ports)({ akte: AKTE, answer: a, by: 'operator:test' });
  const pay = (n: number, amount: number) =>
    recordPayment(ports)({
      akte: AKTE,
      id: `bank:${n}`,
      amount: cents(amount),
      valueDate: process.clock.today(),
      via: 'agency',
      source: 'test',
      by: 'test',
    });
  const jump = (n: number, hour?: number): void => {
    process.clock.jumpTo(process.clock.instantOf(after(n), hour));
  };
  /** Plays on in the newest generation until a day. */
  const playOn = async (untilDay: number): Promise<string> =>
    process.run('F1', (await process.akten.get(AKTE)).generations['F1'] ?? 1, untilDay);
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

describe('what a debtor answers decides what comes next', () => {
  test('disputed: nothing is sent, the creditor is asked once and in words without a name, and when it is settled the dunning goes on', async () => {
    const c = await aCase();
    await c.run('F1', 1, 5);
    await c.answer({ kind: 'dispute', reason: 'not-received' });
    await c.answer({ kind: 'dispute', reason: 'not-received' });
    expect(await c.playOn(40)).toBe('Widerspruch in Prüfung');
    expect(c.sent()).toHaveLength(1);
    expect(c.mailbox.mails.map((m) => [m.to, m.subject])[0]).toEqual([
      musterversand.email,
      `Rückfrage zur Akte ${AKTE}, Antwort bitte bis 16.03.2026`,
    ]);
    expect(c.mailbox.mails).toHaveLength(1);
    expect(c.mailbox.mails[0]?.text).toContain('Liefer- oder Leistungsnachweis');
    expect(c.mailbox.mails[0]?.text).not.toContain('Beispiel');
    c.jump(30);
    await answerQuery(c.ports)({ akte: AKTE, query: 'Q1', answer: 'Zustellnachweis liegt bei.', by: 'client:MUS' });
    expect((await c.akten.get(AKTE)).queries[0]).toMatchObject({
      id: 'Q1',
      answer: { text: 'Zustellnachweis liegt bei.' },
    });
    await c.answer({ kind: 'over', ground: 'dispute', note: 'Zustellung nachgewiesen' });
    await c.playOn(45);
    expect(await c.told()).toContain('30 email 1');
  });
  test('a promise rests the case until its day and three days more, then the dunning goes on; paid in time, it is settled', async () => {
    const c = await aCase();
    await c.run('F1', 1, 9);
    await c.answer({ kind: 'promise', payBy: after(18) });
    expect(await c.playOn(17)).toBe('Zahlungszusage läuft');
    await c.playOn(30);
    expect((await c.told()).filter((l) => /email 1/.test(l))).toEqual(['22 email 1']);
    const paying = await aCase();
    await paying.run('F1', 1, 9);
    await paying.answer({ kind: 'promise', payBy: after(18) });
    paying.jump(15);
    await paying.pay(1, accountOf(await paying.akten.get(AKTE), after(15)).total);
    expect(await paying.playOn(60)).toBe('Erledigt');
    expect(paying.sent()).toHaveLength(1);
  });
  test.each<[Answer, string]>([
    [{ kind: 'promise', payBy: after(-1) }, 'day.past'],
    [{ kind: 'promise', payBy: after(43) }, 'promise.too-far'],
    [{ kind: 'deferral', until: after(0), note: 'x' }, 'day.past'],
    [{ kind: 'situation', ground: 'paused', note: 'x' }, 'answer.situation'],
    [{ kind: 'situation', ground: 'hardship', note: 'x', until: after(0) }, 'day.past'],
  ])('%j is refused with its field', async (a, code) => {
    await expect((await aCase()).answer(a)).rejects.toMatchObject({
      name: 'Rejected',
      code,
      message: expect.stringContaining('Feld „'),
    });
  });
  test('a new address: the letter goes there, and a dead channel lives again', async () => {
    const c = await aCase({ without: ['email', 'phone', 'address'] });
    expect(await c.playOn(5)).toBe('Nicht erreichbar');
    await steerAkte(c.ports)({ akte: AKTE, action: 'trace', by: 'client:MUS', reason: 'bitte ermitteln' });
    expect(await c.playOn(10)).toBe('Adressermittlung läuft');
    await c.answer({
      kind: 'contact',
      address: { street: 'Neue Straße 1', postalCode: '01067', city: 'Dresden', country: 'DE' },
      land: 'SN',
    });
    await c.playOn(15);
    expect((await c.told()).filter((l) => l.includes('letter'))).toEqual(['0 letter 0', '11 letter 1']);
    expect((await c.akten.get(AKTE)).debtor).toMatchObject({ land: 'SN', address: { city: 'Dresden' } });
  });
});

describe('in a special situation nothing reaches the debtor', () => {
  test.each(SITUATIONS.flatMap((ground) => [0, 9, 10, 17, 20, 35, 45, 62, 70, 80].map((n) => [ground, n] as const)))(
    '%s, noted on day %i',
    async (ground, n) => {
      const c = await aCase();
      await c.run('F1', 1, n);
      c.jump(n);
      const before = c.sent().length;
      await c.answer({ kind: 'situation', ground, note: 'mitgeteilt' });
      // A resumption of a pause, a promise and a plan do not end it; neither does time.
      await steerAkte(c.ports)({ akte: AKTE, action: 'pause', by: 'client:MUS', reason: 'x' });
      await steerAkte(c.ports)({ akte: AKTE, action: 'resume', by: 'client:MUS', reason: 'x' });
      await c.answer({ kind: 'promise', payBy: plusDays(c.clock.today(), 5) });
      expect(await c.playOn(300)).toBe(HOLDS[ground].state);
      expect(c.sent()).toHaveLength(before);
      await c.answer({ kind: 'over', ground, note: 'vorbei' });
      c.jump(301);
      await c.playOn(310);
      expect(c.sent().length + (n > 71 ? 1 : 0)).toBeGreaterThan(before);
    },
  );
});

test('with a new address comes the Land of its postal code, where it lies in one', async () => {
  const c = await aCase();
  const to = (postalCode: string) =>
    c.answer({ kind: 'contact', address: { street: 'Neuweg 1', postalCode, city: 'Dort', country: 'DE' } });
  expect((await to('20457')).debtor.land).toBe('HH');
  expect((await to('63928')).debtor.land).toBeUndefined();
});
test('what was told of a special situation is for our own people: a creditor and an execution read that the case rests', async () => {
  const c = await aCase();
  await c.answer({ kind: 'situation', ground: 'hardship', note: 'schwere Krankheit' });
  const own = await readAkte(c.ports)(AKTE, { forCreditor: false });
  const theirs = await readAkte(c.ports)(AKTE, { forCreditor: true });
  expect(JSON.stringify(own)).toContain('schwere Krankheit');
  expect(JSON.stringify(theirs)).not.toContain('Krankheit');
  expect(theirs.ruht).toEqual(['Härtefall: Näheres geben wir nicht weiter']);
  expect(JSON.stringify(await c.tasks.Decide({ akte: AKTE, claim: ClaimId.parse('F1'), generation: 2 }))).not.toContain(
    'Krankheit',
  );
});

describe('instalments', () => {
  const wish = { akte: AKTE, rate: cents(30_00), first: after(20), withFee: true };
  test('the offer names every rate, the fee, the interest and the sum; nothing is written', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const version = (await c.akten.get(AKTE)).version;
    const offer = await offerInstalments(c.ports)(wish);
    expect(offer.fee).toBe(36_05);
    expect(offer.total).toBe(offer.rates.reduce((n, r) => n + r.amount, 0));
    expect(offer.total).toBe(offer.open + offer.fee + offer.collectionFee + offer.interest);
    expect(offer.rates.slice(0, 2)).toEqual([
      { due: '2026-03-23', amount: 30_00 },
      { due: '2026-04-22', amount: 30_00 },
    ]);
    expect((await offerInstalments(c.ports)({ ...wish, withFee: false })).fee).toBe(0);
    expect((await c.akten.get(AKTE)).version).toBe(version);
  });
  test('agreed, supervised and kept to the last cent: nothing is sent, and it ends as settled', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const { total, rates } = await offerInstalments(c.ports)(wish);
    await agreeInstalments(c.ports)({ ...wish, total, by: 'operator:test' });
    await agreeInstalments(c.ports)({ ...wish, total, by: 'operator:test' });
    expect((await c.akten.get(AKTE)).plans).toHaveLength(1);
    const before = c.sent().length;
    expect(await c.playOn(15)).toBe('Ratenplan läuft');
    for (const [i, rate] of rates.entries()) {
      c.clock.jumpTo(c.clock.instantOf(rate.due));
      await c.pay(i, rate.amount);
    }
    expect(await c.playOn(400)).toBe('Erledigt');
    expect(c.sent()).toHaveLength(before);
    expect(accountOf(await c.akten.get(AKTE), c.clock.today())).toMatchObject({ total: 0, overpaid: 0 });
  });
  test('a rate that does not come: after the days of grace the dunning goes on where it stood', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const { total } = await offerInstalments(c.ports)(wish);
    await agreeInstalments(c.ports)({ ...wish, total, by: 'operator:test' });
    await c.playOn(60);
    expect((await c.told()).filter((l) => /letter 1|email 2/.test(l))[0]).toBe('29 letter 1');
  });
  test.each<[Partial<typeof wish> & { total?: number }, string]>([
    [{ total: 1 }, 'plan.total'],
    [{ rate: cents(0) }, 'plan.rate'],
    [{ rate: cents(1) }, 'plan.rate-too-small'],
    [{ first: after(0) }, 'plan.first'],
    [{ first: after(99) }, 'plan.first'],
  ])('%j is refused', async (change, code) => {
    const c = await aCase();
    await expect(
      agreeInstalments(c.ports)({ ...wish, ...change, total: cents(change.total ?? 1), by: 'x' }),
    ).rejects.toMatchObject({ code });
  });
});

describe('what is agreed is what was told', () => {
  const wish = { akte: AKTE, rate: cents(60_00), first: after(40), withFee: true };
  test('a plan agreed on the first demand keeps the fee at 0.5: nothing is told to rise, the interest is interest', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const { open, fee, collectionFee, interest, total } = await offerInstalments(c.ports)(wish);
    expect(collectionFee).toBe(0);
    expect(interest).toBeLessThan(4_00);
    expect(open + fee + collectionFee + interest).toBe(total);
  });
  test('the same consent twice changes nothing, and is held to the same sum', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const { total } = await offerInstalments(c.ports)(wish);
    const agree = (more: object = {}) => agreeInstalments(c.ports)({ ...wish, total, by: 'x', ...more });
    const { version } = await agree();
    expect((await agree()).version).toBe(version);
    await expect(agree({ total: cents(1) })).rejects.toMatchObject({ code: 'plan.total' });
  });
});

describe('what a creditor steers', () => {
  test('the interest may be waived after the costs', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    const waive = (interest: boolean) =>
      steerAkte(c.ports)({ akte: AKTE, action: 'waive', by: 'client:MUS', reason: 'Kulanz', interest });
    await waive(false);
    expect((await waive(false)).matters[0]?.waiver?.interest).toBeNull();
    expect((await waive(true)).matters[0]?.waiver?.interest).toBe(after(10));
    expect(accountOf(await c.akten.get(AKTE), after(12)).claims.map((x) => x.interest)).toEqual([0]);
  });
  test.each<
    [
      Partial<Parameters<ReturnType<typeof steerAkte>>[0]> &
        Pick<Parameters<ReturnType<typeof steerAkte>>[0], 'action'>,
      string,
    ]
  >([
    [{ action: 'skip', stage: 4 }, 'skip.unknown'],
    [{ action: 'skip' }, 'skip.stage'],
    [{ action: 'pause', until: after(0) }, 'day.past'],
  ])('%j is refused', async (of, code) => {
    await expect(steerAkte((await aCase()).ports)({ akte: AKTE, by: 'x', reason: 'x', ...of })).rejects.toMatchObject({
      code,
    });
  });
  test('costs waived: later letters ask for the principal and the interest only', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    await steerAkte(c.ports)({ akte: AKTE, action: 'waive', by: 'client:MUS', reason: 'Kulanz' });
    const { total, claims } = accountOf(await c.akten.get(AKTE), after(12));
    expect(total).toBe(claims.reduce((n, x) => n + x.principal + x.interest, 0));
  });
  test('a stage that has not begun is skipped, one that has begun is not', async () => {
    const c = await aCase();
    await c.run('F1', 1, 12);
    await expect(
      steerAkte(c.ports)({ akte: AKTE, action: 'skip', stage: 1, by: 'client:MUS', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'skip.begun' });
    await steerAkte(c.ports)({ akte: AKTE, action: 'skip', stage: 2, by: 'client:MUS', reason: 'x' });
    await c.playOn(60);
    expect((await c.told()).filter((l) => /email/.test(l))).toEqual(['0 email 0', '10 email 1', '36 email 3']);
  });
});

describe('the phone campaign', () => {
  const made = { akte: AKTE, matter: M1, stage: 1, by: 'operator:anna', part: 'morning' as const };
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
    expect((await wrong.akten.get(AKTE)).dead).toEqual(['sms']);
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
    expect((await c.akten.get(AKTE)).generations['F1']).toBe(2);
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
