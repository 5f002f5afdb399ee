import { day } from '../../domain/calendar.ts';
import { AkteId, MatterId } from '../../domain/claim.ts';
import { CreditorId } from '../../domain/parties.ts';
import { cents } from '../../domain/money.ts';
import { NO_ROWS } from '../../domain/intake/tally.ts';
import type { BankEntry } from '../../domain/bank.ts';
import type { Akten, Archive, BankLines, HandOver, HandOvers, Lot, Once, Payouts } from '../../usecases/ports.ts';
import type { Fact } from '../../domain/facts.ts';
import { MOST_SHARING, type People } from '../../usecases/person-ports.ts';
import { statement } from './notices.ts';
import { TERMS, aClaim, erika } from './akte.ts';

const MUS = CreditorId.parse('MUS');
let n = 0;
const freshId = (): AkteId => AkteId.parse(`MUS-0000-${String(++n).padStart(4, '0')}`);
const opening = (invoice = 'RE-1'): Fact[] => [
  { kind: 'opened', debtor: erika, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: 'h1',
    on: day('2026-03-02'),
    matter: MatterId.parse('M1'),
    procedure: { id: 'standard', version: 1 },
    claims: [{ ...aClaim(), invoiceNumber: invoice }],
  },
];
const paid = (id: string): Fact => ({
  kind: 'paid',
  id,
  amount: cents(100),
  valueDate: day('2026-03-05'),
  bookedOn: day('2026-03-05'),
  via: 'agency',
  source: 's',
});

/**
 * What every store of Akten must do; run against the fake and against the table, which is what keeps the fake honest.
 */
export const aktenContract = (make: () => Akten): void => {
  test('an act appended is read back; the version counts acts', async () => {
    const akten = make();
    const id = freshId();
    expect(await akten.find(id)).toBeNull();
    await akten.append(id, 0, { by: 'a', facts: opening() });
    const after = await akten.append(id, 1, { by: 'b', facts: [paid('1')] });
    expect(await akten.get(id)).toEqual(after);
    expect(after).toMatchObject({ version: 2, payments: [{ id: '1' }] });
    expect((await akten.history(id)).map((a) => a.by)).toEqual(['a', 'b']);
  });
  test('whoever decided from an older version is refused, and nothing is written', async () => {
    const akten = make();
    const id = freshId();
    await akten.append(id, 0, { by: 'a', facts: opening() });
    await akten.append(id, 1, { by: 'a', facts: [paid('1')] });
    await expect(akten.append(id, 1, { by: 'late', facts: [paid('2')] })).rejects.toMatchObject({ name: 'Conflict' });
    await expect(akten.append(id, 1, { by: 'late', facts: [paid('2')] }, { invoices: ['LATE'] })).rejects.toMatchObject(
      { name: 'Conflict' },
    );
    expect((await akten.get(id)).payments).toHaveLength(1);
    expect(await akten.withInvoices(MUS, ['LATE'])).toEqual(new Map());
  });
  test('two acts at once: exactly one wins', async () => {
    const akten = make();
    const id = freshId();
    await akten.append(id, 0, { by: 'a', facts: opening() });
    const done = await Promise.allSettled(
      [1, 2, 3, 4].map((i) => akten.append(id, 1, { by: String(i), facts: [paid(String(i))] })),
    );
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
  });
  test('an act decided from another Akte, too, is refused when that one has moved on, and nothing is written', async () => {
    const akten = make();
    const own = freshId();
    const other = freshId();
    const third = freshId();
    for (const id of [own, other, third]) await akten.append(id, 0, { by: 'a', facts: opening() });
    const seen = await akten.get(other);
    const unmoved = await akten.get(third);
    expect(await akten.append(own, 1, { by: 'b', facts: [paid('1')] }, { unmoved: [seen, unmoved] })).toMatchObject({
      version: 2,
    });
    await akten.append(other, 1, { by: 'c', facts: [paid('1')] });
    await expect(
      akten.append(own, 2, { by: 'late', facts: [paid('2')] }, { unmoved: [unmoved, seen] }),
    ).rejects.toMatchObject({ name: 'Conflict' });
    expect((await akten.get(own)).version).toBe(2);
    expect(
      await akten.append(own, 2, { by: 'b', facts: [paid('2')] }, { unmoved: [unmoved, await akten.get(other)] }),
    ).toMatchObject({ version: 3 });
    expect([await akten.get(other), await akten.get(third)]).toMatchObject([{ version: 2 }, { version: 1 }]);
  });
  test('two acts at once, each decided from the Akte of the other: never both', async () => {
    const akten = make();
    const a = freshId();
    const b = freshId();
    for (const id of [a, b]) await akten.append(id, 0, { by: 'a', facts: opening() });
    const seenA = await akten.get(a);
    const seenB = await akten.get(b);
    const done = await Promise.allSettled([
      akten.append(a, 1, { by: 'a', facts: [paid('1')] }, { unmoved: [seenB] }),
      akten.append(b, 1, { by: 'b', facts: [paid('1')] }, { unmoved: [seenA] }),
    ]);
    expect(done.filter((d) => d.status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });
  test('as many other Akten as share three contact points are held', async () => {
    const akten = make();
    const own = freshId();
    await akten.append(own, 0, { by: 'a', facts: opening() });
    const others = Array.from({ length: 3 * MOST_SHARING }, () => ({ id: freshId(), version: 1 }));
    expect(await akten.append(own, 1, { by: 'b', facts: [paid('1')] }, { unmoved: others })).toMatchObject({
      version: 2,
    });
  });
  test('an invoice is handed over once, together with its act or not at all', async () => {
    const akten = make();
    const a = freshId();
    const b = freshId();
    const invoice = `I${a}`;
    await akten.append(a, 0, { by: 'a', facts: opening(invoice) }, { invoices: [invoice] });
    expect(await akten.withInvoices(MUS, [invoice, 'unknown', invoice])).toEqual(new Map([[invoice, a]]));
    await expect(
      akten.append(b, 0, { by: 'a', facts: opening(invoice) }, { invoices: [invoice] }),
    ).rejects.toMatchObject({ name: 'Conflict' });
    expect(await akten.find(b)).toBeNull();
    expect(await akten.withInvoices(MUS, [])).toEqual(new Map());
  });
  test('a creditor sees its own Akten only', async () => {
    const akten = make();
    const id = freshId();
    await akten.append(id, 0, { by: 'a', facts: opening() });
    expect(await akten.listOf(MUS)).toContain(id);
    expect(await akten.listOf(CreditorId.parse('STW'))).toEqual([]);
  });
  test('an Akte that does not exist is said so', async () => {
    await expect(make().get(freshId())).rejects.toMatchObject({ name: 'NotFound' });
  });
};

/** What the list of people must do; run like the others. */
export const peopleContract = (make: () => People): void => {
  const point = (name: string): string => `email:${name}-${++n}@example.com`;
  test('the Akten that name one of the points are found, each once, whosever they are; nothing else is', async () => {
    const people = make();
    const a = freshId();
    const b = AkteId.parse('STW-0000-0001');
    const c = freshId();
    const mail = point('a');
    const phone = point('b');
    const other = point('c');
    await people.note([
      { akte: a, points: [mail, phone] },
      { akte: b, points: [phone, mail] },
    ]);
    await people.note([
      { akte: c, points: [other] },
      { akte: a, points: [mail] },
      { akte: a, points: [] },
    ]);
    expect([...(await people.sharing([mail, phone]))].sort()).toEqual([a, b].sort());
    expect(await people.sharing([other])).toEqual([c]);
    expect(await people.sharing([point('nobody')])).toEqual([]);
    expect(await people.sharing([])).toEqual([]);
    await people.note([]);
  });
  test('what more Akten name than a person has makes no person', async () => {
    const people = make();
    const office = point('office');
    const mail = point('own');
    const ids = Array.from({ length: MOST_SHARING }, freshId);
    await people.note(ids.map((akte) => ({ akte, points: [office] })));
    expect([...(await people.sharing([office]))].sort()).toEqual([...ids].sort());
    const one = freshId();
    const more = freshId();
    await people.note([
      { akte: one, points: [office, mail] },
      { akte: more, points: [mail] },
    ]);
    expect([...(await people.sharing([office, mail]))].sort()).toEqual([one, more].sort());
  });
};

/** What the lines of statements must do, together with the Akten that write where their money went. */
export const bankLinesContract = (make: () => Readonly<{ akten: Akten; bankLines: BankLines }>): void => {
  const entry = (id: string): BankEntry => ({
    id,
    account: 'DE02120300000000202051',
    bookedOn: day('2026-03-05'),
    valueDate: day('2026-03-05'),
    amount: cents(100),
    remittance: 'Danke',
    reversal: false,
  });
  const aLine = async () => {
    const { akten, bankLines } = make();
    const id = freshId();
    await akten.append(id, 0, { by: 'a', facts: opening() });
    return { akten, bankLines, id, line: await bankLines.keep(entry(`content${++n}.s1`)) };
  };
  test('a line is kept once; what became of it stands when its statement is read again', async () => {
    const { akten, bankLines, id, line } = await aLine();
    const { entry: of } = line;
    expect(line).toEqual({ entry: of, shares: [], version: 0 });
    expect(await bankLines.find(`${of.id}.2`)).toBeNull();
    const after = { ...line, shares: [{ akte: id, payment: '1', amount: cents(100) }], version: 1 };
    await akten.append(id, 1, { by: 'a', facts: [paid('1')] }, { line: after });
    expect(await bankLines.keep(of)).toEqual(after);
    expect(await bankLines.find(of.id)).toEqual(after);
  });
  test('the very same line on another statement is alike; a second one on its own statement, and others, are not', async () => {
    const { bankLines, line } = await aLine();
    const content = line.entry.id.slice(0, -3);
    for (const other of [`${content}.s1.2`, `${content}0.s1`]) await bankLines.keep(entry(other));
    expect(await bankLines.alike(line.entry.id)).toEqual([]);
    const again = await bankLines.keep(entry(`${content}.s2`));
    expect(await bankLines.alike(line.entry.id)).toEqual([again]);
  });
  test('of two acts that book one line, one wins; a line that has changed or is not kept keeps its act from being written', async () => {
    const { akten, bankLines, id, line } = await aLine();
    const other = freshId();
    await akten.append(other, 0, { by: 'a', facts: opening() });
    const booked = (akte: AkteId) =>
      akten.append(
        akte,
        1,
        { by: 'a', facts: [paid('1')] },
        { line: { ...line, shares: [{ akte, payment: '1', amount: cents(100) }], version: 1 } },
      );
    const done = await Promise.allSettled([booked(id), booked(other)]);
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
    const loser = done[0].status === 'fulfilled' ? other : id;
    expect((await akten.get(loser)).version).toBe(1);
    await expect(booked(loser)).rejects.toMatchObject({ name: 'Conflict' });
    const unknown = { entry: entry('unknown.s1'), shares: [], version: 1 };
    await expect(akten.append(loser, 1, { by: 'a', facts: [paid('1')] }, { line: unknown })).rejects.toMatchObject({
      name: 'Conflict',
    });
    expect((await bankLines.find(line.entry.id))?.shares).toHaveLength(1);
  });
};

export const onceContract = (make: () => Once): void => {
  test('what is done is known to be done, and only that', async () => {
    const once = make();
    const what = `contract-${++n}`;
    expect(await once.isDone(what)).toBe(false);
    await once.done(what);
    await once.done(what);
    expect([await once.isDone(what), await once.isDone(`${what}-other`)]).toEqual([true, false]);
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

export const handOversContract = (make: () => HandOvers): void => {
  const handOver = (id: string): HandOver => ({
    ...NO_ROWS,
    id,
    creditor: MUS,
    source: 'file',
    file: `handover/MUS/${id}/liste.csv`,
    on: day('2026-03-02'),
    mode: 'good-rows',
    state: 'running',
    encoding: null,
    delimiter: null,
    problem: null,
    report: null,
    correction: null,
    claims: [],
    startsPending: false,
    receivedAt: '2026-03-02T08:00:00.000Z',
    updatedAt: '2026-03-02T08:00:00.000Z',
    finishedAt: null,
  });
  const lot = (n: number): Lot => ({
    n,
    rows: 3,
    accepted: 1,
    rejected: 1,
    duplicates: 1,
    warnings: 2,
    codes: { 'amount.invalid': 1 },
    claims: [`MUS-0000-0000-F${n}`],
    woken: [],
    started: false,
  });
  test('a hand-over is saved over itself and found again; the newest comes first', async () => {
    const handOvers = make();
    await handOvers.save(handOver('2026-03-02-a'));
    await handOvers.save({ ...handOver('2026-03-02-a'), state: 'done', rows: 7 });
    await handOvers.save(handOver('2026-03-03-b'));
    expect(await handOvers.find(MUS, '2026-03-02-a')).toEqual({ ...handOver('2026-03-02-a'), state: 'done', rows: 7 });
    expect((await handOvers.list(MUS)).map((h) => h.id)).toEqual(['2026-03-03-b', '2026-03-02-a']);
    expect(await handOvers.find(CreditorId.parse('STW'), '2026-03-02-a')).toBeNull();
  });
  test('lots come in order, however they were written, and belong to their hand-over', async () => {
    const handOvers = make();
    for (const n of [2, 10, 1]) await handOvers.saveLot(MUS, 'lots', lot(n));
    await handOvers.saveLot(MUS, 'lots-of-another', lot(4));
    await handOvers.saveLot(MUS, 'lots', { ...lot(2), started: true });
    const all: Lot[] = [];
    for await (const l of handOvers.lots(MUS, 'lots')) all.push(l);
    expect(all).toEqual([lot(1), { ...lot(2), started: true }, lot(10)]);
    expect(await handOvers.findLot(MUS, 'lots', 10)).toEqual(lot(10));
    expect(await handOvers.findLot(MUS, 'lots', 3)).toBeNull();
  });
};

export const archiveContract = (make: () => Archive): void => {
  test('what is put is got; what is not there is said so', async () => {
    const archive = make();
    await archive.put('letters/ä b.txt', 'Grüße', 'text/plain');
    expect(new TextDecoder().decode(await archive.get('letters/ä b.txt'))).toBe('Grüße');
    expect(await archive.find('letters/none')).toBeNull();
    expect(await archive.find('letters/ä')).toBeNull();
    expect(new TextDecoder().decode((await archive.find('letters/ä b.txt')) ?? undefined)).toBe('Grüße');
    await expect(archive.get('letters/none')).rejects.toMatchObject({ name: 'NotFound' });
  });
  test('what is written in pieces is read in pieces, whatever its length', async () => {
    const archive = make();
    const line = 'Größe;1.234,56 €\r\n';
    await archive.write(
      'handover/lang.csv',
      (async function* () {
        for (let i = 0; i < 400; i++) yield line.repeat(1000);
      })(),
      'text/csv',
    );
    const { size, bytes } = await archive.open('handover/lang.csv');
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let length = 0;
    let read = '';
    for await (const piece of bytes) {
      length += piece.length;
      read = `${read.slice(-100)}${decoder.decode(piece, { stream: true })}`;
    }
    expect([length, size]).toEqual([new TextEncoder().encode(line).length * 400_000, length]);
    expect(read.endsWith(line)).toBe(true);
    await archive.write(
      'handover/leer.csv',
      (async function* () {
        yield '';
      })(),
      'text/csv',
    );
    expect(await archive.get('handover/leer.csv')).toHaveLength(0);
    await expect(archive.open('handover/none')).rejects.toMatchObject({ name: 'NotFound' });
  });
};
