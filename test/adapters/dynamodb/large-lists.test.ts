import { dynamoAkten } from '../../../adapters/dynamodb/akten.ts';
import { dynamoHandOvers } from '../../../adapters/dynamodb/stores.ts';
import { aktenIndex, entryKey, handOverKey, handOversIndex } from '../../../adapters/dynamodb/table.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { AkteId, HandOverId } from '../../../domain/ids.ts';
import type { Page, Part } from '../../../domain/page.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { takenList } from '../../support/hand-overs.ts';
import { largeTable, type LargeList } from '../../support/large-table.ts';

/** One creditor with a million Akten and fifty thousand hand-overs. */
const BIG = CreditorId.parse('BIG');
const AKTEN = 1_000_000;
const HAND_OVERS = 50_000;
const FIRST = day('2020-01-02');
const DAYS = Array.from({ length: 2_000 }, (_, i) => plusDays(FIRST, i));
const dayAt = (n: number, of: number): string => DAYS[Math.floor((n * DAYS.length) / of)] ?? '';

const akteAt = (n: number): AkteId => {
  const digits = String(n).padStart(8, '0');
  return AkteId.parse(`BIG-${digits.slice(0, 4)}-${digits.slice(4)}`);
};
const akten: LargeList = {
  partition: aktenIndex(BIG),
  size: AKTEN,
  keyAt: (n) => `${dayAt(n, AKTEN)}#${akteAt(n)}`,
  itemAt: (n) => ({ ...entryKey(akteAt(n), 1), akte: akteAt(n) }),
};
const handOverAt = (n: number) =>
  takenList({
    id: HandOverId.parse(`api-${n}`),
    creditor: BIG,
    receivedAt: `${dayAt(n, HAND_OVERS)}T08:00:00.${String(n % 1000).padStart(3, '0')}Z`,
    claims: ['BIG-0000-0001-F1'],
  });
const handOvers: LargeList = {
  partition: handOversIndex(BIG),
  size: HAND_OVERS,
  keyAt: (n) => `${handOverAt(n).receivedAt}#${handOverAt(n).id}`,
  itemAt: (n) => ({ ...handOverKey(BIG, handOverAt(n).id), handOver: handOverAt(n) }),
};

let large: Awaited<ReturnType<typeof largeTable>>;
beforeAll(async () => {
  large = await largeTable(akten, handOvers);
});
afterAll(() => {
  large.close();
});

/** What a page cost at the table, beside what was in it. */
const costOf = async <T>(read: Promise<Part<T>>) => {
  const before = { ...large.counted };
  const { items, next } = await read;
  const { requests, items: read_ } = large.counted;
  return { items, next, requests: requests - before.requests, read: read_ - before.items };
};
const FEW = 3;
const LISTS = [
  {
    what: 'Akten',
    list: async (page: Page) => dynamoAkten(large.table, () => new Date(0)).list(BIG, page),
    of: akten,
    middle: Math.floor(AKTEN / 2),
    entryAt: (n: number): unknown => akteAt(n),
    step: 1,
  },
  {
    what: 'hand-overs, newest first',
    list: async (page: Page) => dynamoHandOvers(large.table).list(BIG, page),
    of: handOvers,
    middle: Math.floor(HAND_OVERS / 2),
    entryAt: (n: number): unknown => handOverAt(n),
    step: -1,
  },
] as const;

describe.each(LISTS)('$what of a large creditor', ({ list, of, middle, entryAt, step }) => {
  const first = step > 0 ? 0 : of.size - 1;
  test.each([1, 50, 100])('the first page of %d costs no more than any other', async (limit) => {
    const page = await costOf<unknown>(list({ limit, from: null }));
    expect(page.items).toEqual(Array.from({ length: limit }, (_, i) => entryAt(first + i * step)));
    expect(page.requests).toBeLessThanOrEqual(FEW);
    expect(page.read).toBeLessThanOrEqual(limit + 1);
  });
  test.each([1, 50, 100])('nor does one of %d in the middle, nor the next one', async (limit) => {
    const page = await costOf<unknown>(list({ limit, from: { after: of.keyAt(middle) } }));
    expect(page.items).toEqual(Array.from({ length: limit }, (_, i) => entryAt(middle + (i + 1) * step)));
    const following = await costOf<unknown>(list({ limit, from: page.next }));
    expect(following.items[0]).toEqual(entryAt(middle + (limit + 1) * step));
    expect([page, following].map(({ requests, read }) => [requests <= FEW, read <= limit + 1])).toEqual([
      [true, true],
      [true, true],
    ]);
  });
  test('the last page says that it is', async () => {
    const last = step > 0 ? of.size - 1 : 0;
    const page = await costOf<unknown>(list({ limit: 100, from: { after: of.keyAt(last - 2 * step) } }));
    expect(page).toMatchObject({ items: [entryAt(last - step), entryAt(last)], next: null, requests: 1, read: 2 });
  });
});

test('whoever needs the newest hand-overs only reads no more of them than one request gives', async () => {
  const before = { ...large.counted };
  for await (const { id } of dynamoHandOvers(large.table).each(BIG)) {
    expect(id).toBe(`api-${HAND_OVERS - 1}`);
    break;
  }
  expect(large.counted.requests - before.requests).toBe(1);
});
