import fc from 'fast-check';
import { BankLineId } from '../../../domain/account/bank.ts';
import { day } from '../../../domain/calendar.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE } from '../../support/akte.ts';
import { ASSIGNED, LINE, OTHER, aBank, aStatement, entry, stranger } from '../../support/bank.ts';

describe('a bank line that a person assigns (B7)', () => {
  test('finance was told to assign it by hand, but nothing could book it: it is booked once, whoever tries again', async () => {
    const { process, assign } = await aStatement([stranger]);
    await assign(ASSIGNED);
    await assign(ASSIGNED);
    expect((await process.akten.get(AKTE)).payments).toMatchObject([{ id: LINE, amount: 45_00, via: 'agency' }]);
  });
  test('a line that was booked by itself was booked a second time, by hand, into another Akte', async () => {
    const { assign, both } = await aStatement([{ ...stranger, remittance: AKTE }]);
    await expect(assign({ ...ASSIGNED, akte: OTHER })).rejects.toMatchObject({ code: 'payment.line-assigned' });
    await expect(assign({ ...ASSIGNED, akte: OTHER, part: true })).rejects.toThrow(`${AKTE} (45,00\u00a0€)`);
    await assign(ASSIGNED);
    expect(await both()).toEqual([[45_00], []]);
  });
  test('45.00 that came were booked as 4,500.00, and 45.00 once more as a part', async () => {
    const { assign, both } = await aStatement([stranger]);
    await expect(assign({ ...ASSIGNED, amount: cents(4_500_00) })).rejects.toMatchObject({
      code: 'payment.line-amount',
    });
    await expect(assign({ ...ASSIGNED, amount: cents(20_00) })).rejects.toThrow('--teil');
    await assign({ ...ASSIGNED, amount: cents(20_00), part: true });
    await expect(assign({ ...ASSIGNED, akte: OTHER, part: true })).rejects.toThrow('noch 25,00');
    await assign({ ...ASSIGNED, akte: OTHER, amount: cents(25_00), part: true });
    await expect(assign({ ...ASSIGNED, amount: cents(25_00), part: true })).rejects.toMatchObject({ field: 'line' });
    expect(await both()).toEqual([[20_00], [25_00]]);
  });
  test('money that went out was booked as money that came in', async () => {
    const { assign, both } = await aStatement([{ ...stranger, amount: cents(-45_00) }]);
    await expect(assign(ASSIGNED)).rejects.toMatchObject({ code: 'payment.line-outgoing' });
    expect(await both()).toEqual([[], []]);
  });
  test.each(['api:1', 'bank:1', 'bank:0000000000000000000000aa.00000000'])(
    'a line that stands on no statement was booked: %s is refused with the place where names stand',
    async (id) => {
      const { assign, both } = await aStatement([stranger]);
      await expect(assign({ ...ASSIGNED, id: PaymentId.parse(id) })).rejects.toThrow('nicht-zugeordnet.csv');
      expect(await both()).toEqual([[], []]);
    },
  );
  test('money counted from any day that a person typed: from the day the bank names, or the oldest invoice where it is younger', async () => {
    const { assign, both } = await aStatement([
      stranger,
      { ...stranger, id: BankLineId.parse('early.1'), valueDate: day('2025-12-30') },
    ]);
    await expect(assign({ ...ASSIGNED, valueDate: day('2026-03-01') })).rejects.toThrow('02.03.2026');
    const early = { ...ASSIGNED, id: PaymentId.parse('bank:early.1') };
    await expect(assign(early)).rejects.toThrow('10.01.2026');
    await assign({ ...early, valueDate: day('2026-01-10') });
    expect(await both()).toEqual([[45_00], []]);
  });
  test('what stood in the wrong Akte goes to the right one after its reversal, and only when somebody says so', async () => {
    const { assign, both, reverse, book } = await aStatement([{ ...stranger, remittance: AKTE }]);
    await reverse(AKTE);
    await expect(assign({ ...ASSIGNED, akte: OTHER })).rejects.toMatchObject({ code: 'payment.line-reversed' });
    await expect(assign(ASSIGNED)).rejects.toMatchObject({ code: 'payment.line-reversed' });
    await assign({ ...ASSIGNED, akte: OTHER, moved: true });
    expect(await both()).toEqual([[45_00], [45_00]]);
    expect(await book([{ ...stranger, remittance: AKTE }])).toMatchObject({ booked: 1, unmatched: [] });
  });
  test('two people assign one line to two Akten at once: one of them is refused', async () => {
    const { assign, both } = await aStatement([stranger]);
    const done = await Promise.allSettled([assign(ASSIGNED), assign({ ...ASSIGNED, akte: OTHER })]);
    expect(done.map((d) => d.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await both()).flat()).toEqual([45_00]);
  });
  test('parts by whomever, in whatever order: never more than arrived', async () => {
    const part = fc.record({ akte: fc.constantFrom(AKTE, OTHER), amount: fc.integer({ min: 1, max: 60_00 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const { assign, both } = await aStatement([stranger]);
        await Promise.allSettled(
          parts.map(({ akte, amount }) => assign({ ...ASSIGNED, akte, amount: cents(amount), part: amount < 45_00 })),
        );
        expect((await both()).flat().reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(45_00);
      }),
      { numRuns: 60 },
    );
  });
  test('a line that was booked by hand was listed again when its statement came under another name', async () => {
    const { assign, book, both } = await aStatement([stranger]);
    await assign({ ...ASSIGNED, amount: cents(20_00), part: true });
    expect((await book([stranger])).unmatched.map((u) => u.reason)).toEqual([expect.stringContaining('offen sind 25')]);
    await assign({ ...ASSIGNED, akte: OTHER, amount: cents(25_00), part: true });
    expect(await book([stranger])).toMatchObject({ booked: 1, unmatched: [] });
    expect(await both()).toEqual([[20_00], [25_00]]);
  });
  test('a line that was assigned by hand and stands on another statement, too, is shown as alike', async () => {
    const { assign, book } = await aStatement([stranger]);
    await assign(ASSIGNED);
    const again = { ...stranger, id: BankLineId.parse('0b1c2d3e4f5a6b7c8d9e0f1a.ffffffff') };
    expect((await book([again])).unmatched.map((u) => u.reason)).toEqual([expect.stringContaining(AKTE)]);
  });
  test('the mail and the list name the line and the command', async () => {
    const { book, archive, mailbox } = await aBank();
    await book([entry({ id: BankLineId.parse('0b1c2d3e4f5a6b7c8d9e0f1a.2b3c4d5e'), remittance: 'Miete' })]);
    expect(String(archive.files['bank/1.xml.nicht-zugeordnet.csv'])).toContain(LINE);
    expect(mailbox.mails[0]?.text).toContain('mahnwerk akte zahlung AKTENZEICHEN');
  });
  test('a line that was booked from another statement is not booked again but shown to a person (B1)', async () => {
    const { book, process } = await aBank();
    await book([entry({ id: BankLineId.parse('aaaa.0001'), remittance: AKTE })]);
    const { unmatched } = await book([entry({ id: BankLineId.parse('aaaa.0002'), remittance: AKTE })]);
    expect(unmatched.map((u) => u.reason)).toEqual([expect.stringContaining('steht schon in einem anderen Auszug')]);
    expect((await process.akten.get(AKTE)).payments).toHaveLength(1);
  });
  test('a line with a doubt is never booked by itself (B5)', async () => {
    const { book, process } = await aBank();
    const { unmatched } = await book([entry({ remittance: AKTE, doubt: 'Es ist weniger angekommen.' })]);
    expect(unmatched.map((u) => u.reason)).toEqual(['Es ist weniger angekommen.']);
    expect((await process.akten.get(AKTE)).payments).toEqual([]);
  });
});
