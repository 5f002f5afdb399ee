import { Month } from '../../domain/calendar.ts';
import { day } from '../../domain/calendar.ts';
import { AkteId, ClaimId, HandOverId } from '../../domain/ids.ts';
import { Commission, CreditorId } from '../../domain/parties/parties.ts';
import { MOST_SHARING, type People } from '../../usecases/ports/people.ts';
import type { Archive } from '../../usecases/ports/archive.ts';
import type { Lot } from '../../domain/intake/hand-over.ts';
import type { HandOvers } from '../../usecases/ports/hand-overs.ts';
import { checkedList, refusedList, runningList, takenList } from './hand-overs.ts';
import type { Once } from '../../usecases/ports/once.ts';
import type { Payouts } from '../../usecases/ports/payouts.ts';
import { freshId } from './akten-contracts.ts';
import { payoutLine, statement } from './notices.ts';
import { allOf, partsOfList } from './parts.ts';

const MUS = CreditorId.parse('MUS');
let n = 0;

const point = (name: string): string => `email:${name}-${++n}@example.com`;
/** What the list of people must do; run like the others. */
export const peopleContract = (make: () => People): void => {
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

const KOMFORT = Commission.parse({ percent: 4 });
export const payoutsContract = (make: () => Payouts): void => {
  test('the first decision of a month stands', async () => {
    const payouts = make();
    const moved = { claim: ClaimId.parse('F1'), commission: KOMFORT, correction: 'Neu verteilt' };
    const lines = [payoutLine(1), payoutLine(2, moved)];
    const payout = { ...statement(lines).payout, creditorId: MUS, month: Month.parse('2026-03') };
    expect(await payouts.put(payout)).toEqual(payout);
    expect(await payouts.put({ ...payout, statedOn: day('2026-04-09') })).toEqual(payout);
    expect(await payouts.latest(MUS, Month.parse('2026-04'))).toEqual(payout);
    expect(await payouts.latest(MUS, Month.parse('2026-03'))).toBeNull();
  });
};

const aLot = (n: number): Lot => ({
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

const listedHandOvers = (make: () => HandOvers): void => {
  test('the newest comes first, page by page: a call’s stood before every list, whenever it had come', async () => {
    const handOvers = make();
    const creditor = CreditorId.parse('PAG');
    const came = { a: '2026-03-02', 'api-b': '2026-03-04', c: '2026-03-05', 'api-d': '2026-03-03', e: '2026-03-04' };
    for (const [id, on] of Object.entries(came))
      await handOvers.save(runningList({ id: HandOverId.parse(id), creditor, receivedAt: `${on}T08:00:00.000Z` }));
    await handOvers.save(takenList({ id: HandOverId.parse('a'), creditor, receivedAt: '2026-03-02T08:00:00.000Z' }));
    const parts = await partsOfList(2, (page) => handOvers.list(creditor, page));
    expect(parts.map((part) => part.map(({ id }) => id))).toEqual([['c', 'e'], ['api-b', 'api-d'], ['a']]);
    const all = await allOf(handOvers.each(creditor));
    expect(all).toEqual(parts.flat());
    expect(all.at(-1)?.state).toBe('done');
    expect((await handOvers.list(CreditorId.parse('NIX'), { limit: 2, from: null })).items).toEqual([]);
  });
};

/** What the list of hand-overs must do. */
export const handOversContract = (make: () => HandOvers): void => {
  listedHandOvers(make);
  test('a hand-over is saved over itself and found again', async () => {
    const handOvers = make();
    await handOvers.save(runningList({ id: HandOverId.parse('2026-03-02-a') }));
    await handOvers.save(takenList({ id: HandOverId.parse('2026-03-02-a'), rows: 7 }));
    expect(await handOvers.find(MUS, HandOverId.parse('2026-03-02-a'))).toEqual(
      takenList({ id: HandOverId.parse('2026-03-02-a'), rows: 7 }),
    );
    expect(await handOvers.find(CreditorId.parse('STW'), HandOverId.parse('2026-03-02-a'))).toBeNull();
  });
  test('a hand-over is read as it was saved, whatever its state', async () => {
    const handOvers = make();
    const unread = { encoding: null, delimiter: null };
    const file = {
      source: 'api',
      file: null,
      report: null,
      correction: null,
      mode: 'good-rows',
      problem: null,
    } as const;
    for (const handOver of [
      runningList({ rows: 500, accepted: 499, rejected: 1, codes: { 'amount.invalid': 1 } }),
      takenList({ claims: ['MUS-0000-0000-F1'], startsPending: true, report: 'r.csv', correction: 'k.csv' }),
      takenList({ encoding: 'xlsx', delimiter: null, problem: 'Keine Zeile ist gut.' }),
      { ...takenList({ claims: ['MUS-0000-0000-F1'] }), ...unread, ...file },
      checkedList({ report: 'r.csv' }),
      refusedList(unread),
    ]) {
      await handOvers.save(handOver);
      expect(await handOvers.find(MUS, handOver.id)).toEqual(handOver);
    }
  });
};

/** What the list of their lots must do. */
export const lotsContract = (make: () => HandOvers): void => {
  test('lots come in order, however they were written, and belong to their hand-over', async () => {
    const handOvers = make();
    for (const n of [2, 10, 1]) await handOvers.saveLot(MUS, HandOverId.parse('lots'), aLot(n));
    await handOvers.saveLot(MUS, HandOverId.parse('lots-of-another'), aLot(4));
    await handOvers.saveLot(MUS, HandOverId.parse('lots'), { ...aLot(2), started: true });
    const all: Lot[] = [];
    for await (const l of handOvers.lots(MUS, HandOverId.parse('lots'))) all.push(l);
    expect(all).toEqual([aLot(1), { ...aLot(2), started: true }, aLot(10)]);
    expect(await handOvers.findLot(MUS, HandOverId.parse('lots'), 10)).toEqual(aLot(10));
    expect(await handOvers.findLot(MUS, HandOverId.parse('lots'), 3)).toBeNull();
  });
};

/** A text in pieces, as a long list is written. */
const repeated = async function* (text: string, times: number) {
  for (let i = 0; i < times; i++) yield text;
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
    await archive.write('handover/lang.csv', repeated(line.repeat(1000), 400), 'text/csv');
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
    await archive.write('handover/leer.csv', repeated('', 1), 'text/csv');
    expect(await archive.get('handover/leer.csv')).toHaveLength(0);
    await expect(archive.open('handover/none')).rejects.toMatchObject({ name: 'NotFound' });
  });
};
