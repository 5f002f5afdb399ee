import fc from 'fast-check';
import { ClaimId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { ASSIGNED, LINE, OTHER, aStatement, commandsIn, stranger } from '../../support/bank.ts';

const F1 = ClaimId.parse('F1');
const F2 = ClaimId.parse('F2');
const two = () => aStatement([stranger], [aClaim(1), aClaim(2)]);
const part = (amount: number, claim?: ClaimId) => ({
  ...ASSIGNED,
  part: true,
  amount: cents(amount),
  ...(claim ? { claim } : {}),
});
const MOVED = { ...ASSIGNED, moved: true };

describe('a line that was reversed in an Akte could never be booked there again', () => {
  test('to the wrong Akte and back: each refusal names the command that works', async () => {
    const { assign, reverse, refusal, run, paid } = await aStatement([stranger]);
    await assign(ASSIGNED);
    const [back = '', anew = ''] = commandsIn(await refusal(assign({ ...ASSIGNED, akte: OTHER })));
    await run(back);
    await run(anew);
    await reverse(OTHER);
    const text = await refusal(assign(ASSIGNED));
    expect(text).toContain('„moved“');
    await run(commandsIn(text)[0] ?? '');
    expect(await paid(AKTE)).toMatchObject([
      { id: LINE, amount: 45_00, reversed: { on: '2026-03-02' } },
      { id: `${LINE}#2`, amount: 45_00 },
    ]);
    expect((await paid(AKTE))[1]?.reversed).toBeUndefined();
  });
  test('whoever tries again books nothing twice, also the second time round', async () => {
    const { assign, reverse, both } = await aStatement([stranger]);
    await assign(ASSIGNED);
    await reverse(AKTE);
    await Promise.all([assign(MOVED), assign(MOVED)]);
    await assign(ASSIGNED);
    expect(await both()).toEqual([[45_00, 45_00], []]);
    await reverse(AKTE, PaymentId.parse(`${LINE}#2`));
    await assign(MOVED);
    await assign(MOVED);
    expect(await both()).toEqual([[45_00, 45_00, 45_00], []]);
  });
  test('a part of 20.00 that ought to have been 25.00 is corrected in the same Akte', async () => {
    const { assign, refusal, run, paid } = await aStatement([stranger]);
    await assign(part(20_00));
    await run(commandsIn(await refusal(assign(part(25_00))))[0] ?? '');
    await run(commandsIn(await refusal(assign(part(25_00))))[0] ?? '');
    expect((await paid(AKTE)).map((p) => [p.id, p.amount, p.reversed !== undefined])).toEqual([
      [LINE, 20_00, true],
      [`${LINE}#2`, 25_00, false],
    ]);
    await expect(assign({ ...part(25_00), akte: OTHER })).rejects.toThrow('noch 20,00');
  });
  test('what came back to an Akte was taken for taken back by the bank no more, once another part had been booked', async () => {
    const { assign, reverse } = await aStatement([stranger]);
    await assign(part(20_00));
    await reverse(AKTE);
    await assign({ ...part(25_00), akte: OTHER, moved: true });
    await expect(assign(part(20_00))).rejects.toMatchObject({ code: 'payment.line-reversed' });
    await assign({ ...part(20_00), moved: true });
    await expect(assign({ ...part(1), akte: OTHER })).rejects.toMatchObject({ code: 'payment.line-assigned' });
  });
  test('its first booking was reversed once more and nothing happened, while the second one stood', async () => {
    const { assign, reverse, refusal, run, paid } = await aStatement([stranger]);
    await assign(ASSIGNED);
    await reverse(AKTE);
    await reverse(AKTE);
    await assign(MOVED);
    await run(commandsIn(await refusal(reverse(AKTE)))[0] ?? '');
    expect((await paid(AKTE)).every((p) => p.reversed)).toBe(true);
  });
});

describe('a second part of one transfer for the same Akte was refused without a way on', () => {
  test('each for a claim of its own: both are booked, and once, whoever tries again', async () => {
    const { assign, paid } = await two();
    await assign(part(20_00, F1));
    await Promise.all([assign(part(25_00, F2)), assign(part(25_00, F2))]);
    expect(await assign(part(20_00, F1))).toMatchObject({ payment: LINE, booked: [{ claim: F1 }, { claim: F2 }] });
    expect(await paid(AKTE)).toMatchObject([
      { id: LINE, amount: 20_00, claim: F1 },
      { id: `${LINE}#2`, amount: 25_00, claim: F2 },
    ]);
  });
  test('for no claim it may be a correction: the refusal names both ways, and either works', async () => {
    const further = await two();
    const correction = await two();
    for (const { assign } of [further, correction]) await assign(part(20_00));
    const text = await further.refusal(further.assign(part(25_00)));
    expect(text).toContain(`${LINE} mit 20,00\u00a0€ ohne Forderung`);
    const [back = '', anew = '', beside = ''] = commandsIn(text);
    for (const command of [beside, beside]) await further.run(command);
    expect(await further.both()).toEqual([[20_00, 25_00], []]);
    for (const command of [back, anew, anew]) await correction.run(command);
    expect(await correction.both()).toEqual([[20_00, 25_00], []]);
    expect((await correction.paid(AKTE))[0]?.reversed).toBeDefined();
  });
  test('an equal part is another one under a name of its own, and only the next name is free', async () => {
    const { assign, refusal, run, both } = await two();
    expect(await assign(part(20_00))).toMatchObject({ payment: LINE, booked: [{ amount: 20_00 }] });
    await run(commandsIn(await refusal(assign({ ...part(20_00), id: PaymentId.parse(`${LINE}#7`) })))[0] ?? '');
    await assign({ ...part(20_00), id: PaymentId.parse(`${LINE}#2`) });
    await expect(assign({ ...part(5_00), id: PaymentId.parse(`${LINE}#2`) })).rejects.toMatchObject({
      code: 'payment.line-assigned',
    });
    await expect(assign({ ...part(5_00), id: PaymentId.parse(`${LINE}#1`) })).rejects.toMatchObject({
      code: 'payment.line',
    });
    await expect(assign({ ...part(5_01), id: PaymentId.parse(`${LINE}#3`) })).rejects.toThrow('noch 5,00');
    expect(await both()).toEqual([[20_00, 20_00], []]);
  });
});

test.each([
  ['the whole line', ASSIGNED],
  ['a part', part(20_00)],
])('%s with another claim answered success and changed nothing', async (_, first) => {
  const { assign, refusal, run, paid } = await two();
  await assign(first);
  const text = await refusal(assign({ ...first, claim: F2 }));
  expect(text).toContain('ohne Forderung');
  for (const command of commandsIn(text).slice(0, 2)) await run(command);
  const [wrong, right, ...more] = await paid(AKTE);
  expect([wrong?.reversed !== undefined, right, more]).toMatchObject([true, { claim: F2, amount: first.amount }, []]);
});

test('bookings, reversals and corrections in whatever order: what stands is never more than arrived, and nothing ends for good', async () => {
  const wish = fc.record({
    akte: fc.constantFrom(AKTE, OTHER),
    amount: fc.constantFrom(10_00, 20_00, 25_00, 45_00),
    claim: fc.constantFrom(undefined, F1),
    part: fc.boolean(),
    moved: fc.boolean(),
    n: fc.constantFrom('', '', '#2', '#3'),
    reverse: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { maxLength: 12 }), async (wishes) => {
      const { assign, reverse, paid } = await two();
      const standing = async () => [...(await paid(AKTE)), ...(await paid(OTHER))].filter((p) => !p.reversed);
      for (const { akte, amount, claim, part: isPart, moved, n, reverse: back } of wishes) {
        const id = PaymentId.parse(`${LINE}${n}`);
        const wished = { ...ASSIGNED, akte, amount: cents(amount), part: isPart, moved, id };
        const done = back ? reverse(akte, id) : assign({ ...wished, ...(claim ? { claim } : {}) });
        await Promise.allSettled([done]);
        expect((await standing()).reduce((sum, p) => sum + p.amount, 0)).toBeLessThanOrEqual(45_00);
      }
      for (const akte of [AKTE, OTHER]) for (const p of await paid(akte)) if (!p.reversed) await reverse(akte, p.id);
      await assign(MOVED);
      expect(await standing()).toMatchObject([{ amount: 45_00 }]);
    }),
    { numRuns: 60 },
  );
});
