import { POSTS, aDesk, type Desk } from './a-desk.ts';
import { caseOf } from './cases.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => {
  desk.close();
});

const isKept = (key: string): boolean => /(?:^|#)KEY#/.test(key);
/** What lies in the table beside what is kept of calls. */
const deedsIn = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(desk.table.items()).filter(([key]) => !isKept(key)));
/** The entries of all Akten. */
const entriesIn = (): readonly string[] => Object.keys(desk.table.items()).filter((key) => /\nE#/.test(key));

describe.each(POSTS.map(({ name, route }) => ({ name, route })))('$name', ({ name, route }) => {
  test('who asks again has the same answer, and nothing is written', async () => {
    const asking = { ...(await caseOf(name)(desk)), name, key: `twice ${name}` };
    const first = await desk.ask(asking);
    expect([first.status, first.text]).toEqual([route.status, first.text]);
    const items = desk.table.items();
    const second = await desk.ask(asking);
    if (route.again === 'permission') {
      expect(second.body).toMatchObject({ handOver: first.body['handOver'] });
      return;
    }
    expect([second.status, second.replayed]).toEqual([first.status, true]);
    expect(second.text).toBe(first.text.replace(/"clientSecret":"geheim"/, '"clientSecret":null'));
    expect(desk.table.items()).toEqual(items);
  });
  test('who died before the answer was kept has done it: asked again, it is answered and not done again', async () => {
    const asking = { ...(await caseOf(name)(desk)), name, key: `died ${name}` };
    desk.table.refuse('"state":{"S":"done"}');
    const first = await desk.ask(asking);
    desk.table.refuse(null);
    if (route.again === 'permission') return;
    expect(first.status).toBe(500);
    const deeds = deedsIn();
    const entries = entriesIn();
    const second = await desk.ask(asking);
    expect(entriesIn()).toEqual(entries);
    if (route.again !== 'named') expect(deedsIn()).toEqual(deeds);
    if (name === 'accesses.renew') {
      // Its secret is gone with the answer: it says what it has done, and how another is had.
      expect([second.status, second.text]).toEqual([409, expect.stringContaining('zugang erneuern')]);
      return;
    }
    expect([second.status, second.text]).toEqual([route.status, second.text]);
    expect(second.replayed).toBe(route.again === 'entry');
    expect(await desk.ask(asking)).toMatchObject({ status: route.status, text: second.text, replayed: true });
  });
});

test('no secret lies in the table, whatever was answered', () => {
  expect(JSON.stringify(desk.table.items())).not.toContain('geheim');
});

test('two at once with one key pay back once; who is not told to wait has the same answer', async () => {
  const asking = { ...(await caseOf('payments.refund')(desk)), name: 'payments.refund', key: 'both' } as const;
  const entries = entriesIn().length;
  const both = await Promise.all([desk.ask(asking), desk.ask(asking)]);
  expect(entriesIn()).toHaveLength(entries + 1);
  const { text } = await desk.ask(asking);
  for (const { status, body, text: told } of both)
    expect(status === 409 ? body['code'] : told).toBe(status === 409 ? 'in-progress' : text);
  expect(both.filter(({ status, replayed }) => status === 201 && !replayed)).toHaveLength(1);
});
