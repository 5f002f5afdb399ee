import { day } from '../../domain/calendar.ts';
import { AkteId, MatterId } from '../../domain/claim.ts';
import { CreditorId } from '../../domain/parties.ts';
import { cents } from '../../domain/money.ts';
import type { Akten, Archive, Once, Payouts } from '../../usecases/ports.ts';
import type { Fact } from '../../domain/facts.ts';
import { statement } from './notices.ts';
import { TERMS, aClaim, erika } from './process.ts';

const MUS = CreditorId.parse('MUS');
let n = 0;
const freshId = (): AkteId => AkteId.parse(`MUS-0000-${String(++n).padStart(4, '0')}`);
const opening = (invoice = 'RE-1'): Fact[] => [{ kind: 'opened', debtor: erika, terms: TERMS },
  { kind: 'handedOver', handOver: 'h1', on: day('2026-03-02'), matter: MatterId.parse('M1'), procedure: { id: 'standard', version: 1 }, claims: [{ ...aClaim(), invoiceNumber: invoice }] }];
const paid = (id: string): Fact => ({ kind: 'paid', id, amount: cents(100), valueDate: day('2026-03-05'), bookedOn: day('2026-03-05'), via: 'agency', source: 's' });

/** What every store of Akten must do; run against the fake and against the table, which is what keeps the fake honest. */
export const aktenContract = (make: () => Akten): void => {
  test('an act appended is read back; the version counts acts', async () => {
    const [akten, id] = [make(), freshId()];
    expect(await akten.find(id)).toBeNull();
    await akten.append(id, 0, { by: 'a', facts: opening() });
    const after = await akten.append(id, 1, { by: 'b', facts: [paid('1')] });
    expect(await akten.get(id)).toEqual(after);
    expect(after).toMatchObject({ version: 2, payments: [{ id: '1' }] });
    expect((await akten.history(id)).map((a) => a.by)).toEqual(['a', 'b']);
  });
  test('whoever decided from an older version is refused, and nothing is written', async () => {
    const [akten, id] = [make(), freshId()];
    await akten.append(id, 0, { by: 'a', facts: opening() });
    await akten.append(id, 1, { by: 'a', facts: [paid('1')] });
    await expect(akten.append(id, 1, { by: 'late', facts: [paid('2')] })).rejects.toMatchObject({ name: 'Conflict' });
    await expect(akten.append(id, 1, { by: 'late', facts: [paid('2')] }, { journal: { month: '2031-01', akte: id } })).rejects.toMatchObject({ name: 'Conflict' });
    expect((await akten.get(id)).payments).toHaveLength(1);
    expect(await akten.paidIn(MUS, '2031-01')).toEqual([]);
  });
  test('two acts at once: exactly one wins', async () => {
    const [akten, id] = [make(), freshId()];
    await akten.append(id, 0, { by: 'a', facts: opening() });
    const done = await Promise.allSettled([1, 2, 3, 4].map((i) => akten.append(id, 1, { by: String(i), facts: [paid(String(i))] })));
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
  });
  test('an invoice is handed over once, together with its act or not at all', async () => {
    const [akten, a, b] = [make(), freshId(), freshId()];
    const invoice = `I${a}`;
    await akten.append(a, 0, { by: 'a', facts: opening(invoice) }, { invoices: [invoice] });
    expect(await akten.withInvoice(MUS, invoice)).toBe(a);
    await expect(akten.append(b, 0, { by: 'a', facts: opening(invoice) }, { invoices: [invoice] })).rejects.toMatchObject({ name: 'Conflict' });
    expect(await akten.find(b)).toBeNull();
    expect(await akten.withInvoice(MUS, 'unknown')).toBeNull();
  });
  test('what was paid in a month is found by the month; a creditor sees its own Akten only', async () => {
    const [akten, id] = [make(), freshId()];
    await akten.append(id, 0, { by: 'a', facts: opening() });
    await akten.append(id, 1, { by: 'a', facts: [paid('1')] }, { journal: { month: '2030-07', akte: id } });
    expect(await akten.paidIn(MUS, '2030-07')).toEqual([id]);
    expect(await akten.listOf(MUS)).toContain(id);
    expect(await akten.listOf(CreditorId.parse('STW'))).toEqual([]);
  });
  test('an Akte that does not exist is said so', async () => { await expect(make().get(freshId())).rejects.toMatchObject({ name: 'NotFound' }); });
};

export const onceContract = (make: () => Once): void => {
  test('something happens for the first time once', async () => {
    const [once, what] = [make(), `contract-${++n}`];
    expect([await once.first(what), await once.first(what)]).toEqual([true, false]);
  });
};

export const payoutsContract = (make: () => Payouts): void => {
  test('the first decision of a month stands', async () => {
    const payouts = make();
    const payout = { ...statement([]).payout, creditorId: MUS, month: '2026-03' };
    expect(await payouts.put(payout)).toEqual(payout);
    expect(await payouts.put({ ...payout, statedOn: day('2026-04-09') })).toEqual(payout);
    expect(await payouts.latest(MUS, '2026-04')).toEqual(payout);
    expect(await payouts.latest(MUS, '2026-03')).toBeNull();
  });
};

export const archiveContract = (make: () => Archive): void => {
  test('what is put is got; what is not there is said so', async () => {
    const archive = make();
    await archive.put('letters/ä b.txt', 'Grüße', 'text/plain');
    expect(new TextDecoder().decode(await archive.get('letters/ä b.txt'))).toBe('Grüße');
    expect(await archive.find('letters/none')).toBeNull();
    expect(await archive.find('letters/ä')).toBeNull();
    expect(new TextDecoder().decode(await archive.find('letters/ä b.txt') ?? undefined)).toBe('Grüße');
    await expect(archive.get('letters/none')).rejects.toMatchObject({ name: 'NotFound' });
  });
};
