import { BankLineId, type BankEntry, type BankLine } from '../../domain/account/bank.ts';
import { day } from '../../domain/calendar.ts';
import { AkteId, HandOverId, MatterId, PaymentId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { cents } from '../../domain/money.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { MOST_SHARING } from '../../usecases/ports/people.ts';
import type { Akten } from '../../usecases/ports/akten.ts';
import type { BankLines } from '../../usecases/ports/bank-lines.ts';
import { TERMS, aClaim, erika } from './akte.ts';
import { allOf, partsOfList } from './parts.ts';

const MUS = CreditorId.parse('MUS');
let n = 0;
/** No two contracts share an Akte, for the table they run on may be one. */
export const freshId = (): AkteId => AkteId.parse(`MUS-0000-${String(++n).padStart(4, '0')}`);
const opening = (invoice = 'RE-1', on = '2026-03-02'): Fact[] => [
  { kind: 'opened', debtor: erika, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: HandOverId.parse('h1'),
    on: day(on),
    matter: MatterId.parse('M1'),
    procedure: { id: 'standard', version: 1 },
    claims: [{ ...aClaim(), invoiceNumber: invoice }],
  },
];
const paid = (id: string): Fact => ({
  kind: 'paid',
  id: PaymentId.parse(id),
  amount: cents(100),
  valueDate: day('2026-03-05'),
  bookedOn: day('2026-03-05'),
  via: 'agency',
  source: 's',
});

/** One act after the other, each decided from what was there. */
const actsInOrder = (make: () => Akten): void => {
  test('an act appended is read back; the version counts acts', async () => {
    const akten = make();
    const id = freshId();
    expect(await akten.find(id)).toBeNull();
    await akten.append(id, 0, { by: 'operator:a', facts: opening() });
    const after = await akten.append(id, 1, { by: 'operator:b' as const, facts: [paid('1')] });
    expect(await akten.get(id)).toEqual(after);
    expect(after).toMatchObject({ version: 2, payments: [{ id: '1' }] });
    expect((await akten.history(id)).map((a) => a.by)).toEqual(['operator:a', 'operator:b']);
  });
  test('whoever decided from an older version is refused, and nothing is written', async () => {
    const akten = make();
    const id = freshId();
    await akten.append(id, 0, { by: 'operator:a', facts: opening() });
    await akten.append(id, 1, { by: 'operator:a', facts: [paid('1')] });
    const movedOn = {
      name: 'Conflict',
      message: expect.stringMatching(`^Zur Akte ${id} hat .* nichts geschrieben\\.`),
    };
    await expect(akten.append(id, 1, { by: 'operator:late', facts: [paid('2')] })).rejects.toMatchObject(movedOn);
    await expect(
      akten.append(id, 1, { by: 'operator:late', facts: [paid('2')] }, { invoices: ['LATE'] }),
    ).rejects.toMatchObject(movedOn);
    expect((await akten.get(id)).payments).toHaveLength(1);
    expect(await akten.withInvoices(MUS, ['LATE'])).toEqual(new Map());
  });
};

/** An act that was decided from other Akten, too, holds only while they stand as they were seen. */
const actsDecidedFromOthers = (make: () => Akten): void => {
  test('an act decided from another Akte, too, is refused when that one has moved on, and nothing is written', async () => {
    const akten = make();
    const own = freshId();
    const other = freshId();
    const third = freshId();
    for (const id of [own, other, third]) await akten.append(id, 0, { by: 'operator:a', facts: opening() });
    const seen = await akten.get(other);
    const unmoved = await akten.get(third);
    expect(
      await akten.append(own, 1, { by: 'operator:b', facts: [paid('1')] }, { unmoved: [seen, unmoved] }),
    ).toMatchObject({
      version: 2,
    });
    await akten.append(other, 1, { by: 'operator:c', facts: [paid('1')] });
    await expect(
      akten.append(own, 2, { by: 'operator:late', facts: [paid('2')] }, { unmoved: [unmoved, seen] }),
    ).rejects.toMatchObject({ name: 'Conflict' });
    expect((await akten.get(own)).version).toBe(2);
    expect(
      await akten.append(
        own,
        2,
        { by: 'operator:b', facts: [paid('2')] },
        { unmoved: [unmoved, await akten.get(other)] },
      ),
    ).toMatchObject({ version: 3 });
    expect([await akten.get(other), await akten.get(third)]).toMatchObject([{ version: 2 }, { version: 1 }]);
  });
  test('as many other Akten as share three contact points are held', async () => {
    const akten = make();
    const own = freshId();
    await akten.append(own, 0, { by: 'operator:a', facts: opening() });
    const others = Array.from({ length: 3 * MOST_SHARING }, () => ({ id: freshId(), version: 1 }));
    expect(await akten.append(own, 1, { by: 'operator:b', facts: [paid('1')] }, { unmoved: others })).toMatchObject({
      version: 2,
    });
  });
};

const actsAtOnce = (make: () => Akten): void => {
  test('two acts at once: exactly one wins', async () => {
    const akten = make();
    const id = freshId();
    await akten.append(id, 0, { by: 'operator:a', facts: opening() });
    const done = await Promise.allSettled(
      [1, 2, 3, 4].map((i) => akten.append(id, 1, { by: `operator:${i}`, facts: [paid(String(i))] })),
    );
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
  });
  test('two acts at once, each decided from the Akte of the other: never both', async () => {
    const akten = make();
    const a = freshId();
    const b = freshId();
    for (const id of [a, b]) await akten.append(id, 0, { by: 'operator:a', facts: opening() });
    const seenA = await akten.get(a);
    const seenB = await akten.get(b);
    const done = await Promise.allSettled([
      akten.append(a, 1, { by: 'operator:a', facts: [paid('1')] }, { unmoved: [seenB] }),
      akten.append(b, 1, { by: 'operator:b', facts: [paid('1')] }, { unmoved: [seenA] }),
    ]);
    expect(done.filter((d) => d.status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });
};

/** An invoice has one Akte, an Akte one creditor. */
const invoicesAndOwners = (make: () => Akten): void => {
  test('an invoice is handed over once, together with its act or not at all', async () => {
    const akten = make();
    const a = freshId();
    const b = freshId();
    const invoice = `I${a}`;
    await akten.append(a, 0, { by: 'operator:a', facts: opening(invoice) }, { invoices: [invoice] });
    expect(await akten.withInvoices(MUS, [invoice, 'unknown', invoice])).toEqual(new Map([[invoice, a]]));
    await expect(
      akten.append(b, 0, { by: 'operator:a', facts: opening(invoice) }, { invoices: [invoice] }),
    ).rejects.toMatchObject({ name: 'Conflict' });
    expect(await akten.find(b)).toBeNull();
    expect(await akten.withInvoices(MUS, [])).toEqual(new Map());
  });
  test('a creditor sees its own Akten only', async () => {
    const akten = make();
    const id = freshId();
    await akten.append(id, 0, { by: 'operator:a', facts: opening() });
    expect(await allOf(akten.each(MUS))).toContain(id);
    expect(await akten.list(CreditorId.parse('STW'), { limit: 100, from: null })).toEqual({ items: [], next: null });
    expect(await allOf(akten.each(CreditorId.parse('STW')))).toEqual([]);
  });
  test('an Akte that does not exist is said so', async () => {
    await expect(make().get(freshId())).rejects.toMatchObject({ name: 'NotFound' });
  });
};

/** A work list is by Akte: two windows of one Akte that end on the same day are no quarrel. */
const phoneWindows = (make: () => Akten): void => {
  test('windows that end on the same day are opened one after the other, and the Akte is on the list once', async () => {
    const akten = make();
    const id = freshId();
    const opened = (matter: string): Fact => ({
      kind: 'callsOpened',
      matter: MatterId.parse(matter),
      stage: 1,
      from: day('2026-03-09'),
      until: day('2026-03-23'),
    });
    await akten.append(id, 0, { by: 'operator:a', facts: opening() });
    await akten.append(id, 1, { by: 'operator:a', facts: [opened('M1')] });
    await akten.append(id, 2, { by: 'operator:a', facts: [opened('M2')] });
    const onTheList = async (on: string) => (await akten.withOpenCalls(MUS, day(on))).filter((akte) => akte === id);
    expect(await onTheList('2026-03-22')).toEqual([id]);
    expect(await onTheList('2026-03-23')).toEqual([]);
  });
};

const PAG = CreditorId.parse('PAG');
const inPages = (make: () => Akten): void => {
  test('a creditor’s Akten come page by page, by the day on which they were opened, each once', async () => {
    const akten = make();
    const days = ['2026-03-04', '2026-03-02', '2026-03-03', '2026-03-02', '2026-03-05'];
    const ids = days.map((_, i) => AkteId.parse(`PAG-0000-000${i}`));
    for (const [i, id] of ids.entries())
      await akten.append(id, 0, { by: 'operator:a', facts: opening('RE-1', days[i]) });
    const [d, a, c, b, e] = ids;
    const list = (limit: number) => partsOfList(limit, (page) => akten.list(PAG, page));
    expect(await list(2)).toEqual([[a, b], [c, d], [e]]);
    expect(await list(5)).toEqual([[a, b, c, d, e]]);
    expect(await list(1)).toEqual([[a], [b], [c], [d], [e]]);
    expect(await allOf(akten.each(PAG))).toEqual([a, b, c, d, e]);
  });
  test('a page goes on behind its position, also where no Akte is there', async () => {
    const beyond = { after: '9999-12-31#PAG-9999-9999' };
    expect(await make().list(PAG, { limit: 2, from: beyond })).toEqual({ items: [], next: null });
  });
};

/**
 * What every store of Akten must do; run against memory and against the table, which is what keeps memory honest.
 */
export const aktenContract = (make: () => Akten): void => {
  actsInOrder(make);
  actsDecidedFromOthers(make);
  actsAtOnce(make);
  invoicesAndOwners(make);
  phoneWindows(make);
  inPages(make);
};

type BankLineStores = Readonly<{ akten: Akten; bankLines: BankLines }>;
const entry = (id: string): BankEntry => ({
  id: BankLineId.parse(id),
  account: 'DE02120300000000202051',
  bookedOn: day('2026-03-05'),
  valueDate: day('2026-03-05'),
  amount: cents(100),
  remittance: 'Danke',
  reversal: false,
});
/** A line of a statement that is kept, and an Akte it may be booked to. */
const aLine = async ({ akten, bankLines }: BankLineStores) => {
  const id = freshId();
  await akten.append(id, 0, { by: 'operator:a', facts: opening() });
  return { akten, bankLines, id, line: await bankLines.keep(entry(`content${++n}.s1`)) };
};
/** The line once its money is booked. */
const bookedTo = (line: BankLine, akte: AkteId): BankLine => ({
  ...line,
  shares: [{ akte, payment: PaymentId.parse('1'), amount: cents(100) }],
  version: 1,
});

/** What the lines of statements must do, together with the Akten that write where their money went. */
export const bankLinesContract = (make: () => BankLineStores): void => {
  test('a line is kept once; what became of it stands when its statement is read again', async () => {
    const { akten, bankLines, id, line } = await aLine(make());
    const { entry: of } = line;
    expect(line).toEqual({ entry: of, shares: [], version: 0 });
    expect(await bankLines.find(BankLineId.parse(`${of.id}.2`))).toBeNull();
    const after = bookedTo(line, id);
    await akten.append(id, 1, { by: 'operator:a', facts: [paid('1')] }, { line: after });
    expect(await bankLines.keep(of)).toEqual(after);
    expect(await bankLines.find(of.id)).toEqual(after);
  });
  test('the very same line on another statement is alike; a second one on its own statement, and others, are not', async () => {
    const { bankLines, line } = await aLine(make());
    const content = line.entry.id.slice(0, -3);
    for (const other of [`${content}.s1.2`, `${content}0.s1`]) await bankLines.keep(entry(other));
    expect(await bankLines.alike(line.entry.id)).toEqual([]);
    const again = await bankLines.keep(entry(`${content}.s2`));
    expect(await bankLines.alike(line.entry.id)).toEqual([again]);
  });
  test('of two acts that book one line, one wins; a line that has changed or is not kept keeps its act from being written', async () => {
    const { akten, bankLines, id, line } = await aLine(make());
    const other = freshId();
    await akten.append(other, 0, { by: 'operator:a', facts: opening() });
    const booked = (akte: AkteId) =>
      akten.append(akte, 1, { by: 'operator:a', facts: [paid('1')] }, { line: bookedTo(line, akte) });
    const done = await Promise.allSettled([booked(id), booked(other)]);
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
    const loser = done[0].status === 'fulfilled' ? other : id;
    expect((await akten.get(loser)).version).toBe(1);
    await expect(booked(loser)).rejects.toMatchObject({ name: 'Conflict' });
    const unknown = { entry: entry('unknown.s1'), shares: [], version: 1 };
    await expect(
      akten.append(loser, 1, { by: 'operator:a', facts: [paid('1')] }, { line: unknown }),
    ).rejects.toMatchObject({
      name: 'Conflict',
    });
    expect((await bankLines.find(line.entry.id))?.shares).toHaveLength(1);
  });
};
