import { cents } from '../../domain/money.ts';
import { AKTE } from '../support/akte.ts';
import { ASSIGNED, LINE, OTHER, aStatement, commandsIn, stranger } from '../support/bank.ts';

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
    await reverse(AKTE, `${LINE}#2`);
    await assign(MOVED);
    await assign(MOVED);
    expect(await both()).toEqual([[45_00, 45_00, 45_00], []]);
  });
  test('a part of 20.00 that ought to have been 25.00 is corrected in the same Akte', async () => {
    const { assign, refusal, run, paid } = await aStatement([stranger]);
    const part = (amount: number) => ({ ...ASSIGNED, part: true, amount: cents(amount) });
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
    const part = (amount: number) => ({ ...ASSIGNED, part: true, amount: cents(amount) });
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
