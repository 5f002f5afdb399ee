import * as z from 'zod';
import { MAY } from '../../../contracts/may.ts';
import { getPage, type Route } from '../../../contracts/route.ts';
import type { Caller } from '../../../domain/access/caller.ts';
import type { Page } from '../../../domain/page.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { answering } from '../../../lambdas/middleware/answering.ts';
import { inPages } from '../../../lambdas/middleware/in-pages.ts';
import { plainSeals } from '../../support/seals.ts';

const THEIRS: Caller = { side: 'creditor', role: 'system', who: 'erp', creditor: CreditorId.parse('MUS') };
const DESK = { caller: { side: 'operator', role: 'leitung', who: 'desk' } } as const;
type Asked = Readonly<{ caller?: Caller; path?: object }>;

const LETTERS = z.object({ letters: z.array(z.string()).readonly() }).shape;
const letters = getPage({ path: '/v1/letters', may: MAY.READS_CASES, lists: LETTERS });
const lettersOf = getPage({ path: '/v1/creditors/{creditor}/letters', may: MAY.READS_CASES, lists: LETTERS });
const ALL = ['a', 'b', 'c', 'd', 'e'];
const pageIn = async ({ limit, from }: Page) => {
  const rest = ALL.filter((letter) => from === null || letter > from.after);
  const shown = rest.slice(0, limit);
  return { letters: shown, next: rest.length > limit ? { after: shown.at(-1) ?? '' } : null };
};
const listing = inPages(plainSeals('a'));
const lists = answering(
  listing(letters, ({ page }) => pageIn(page)),
  listing(lettersOf, ({ page }) => pageIn(page)),
);
const listed = async (query: object, { caller = THEIRS, path = {} }: Asked = {}, route: Route = letters) => {
  const event = {
    routeKey: `${route.method} ${route.path}`,
    requestContext: { authorizer: { lambda: caller } },
    headers: {},
    pathParameters: path,
    queryStringParameters: query,
  };
  const { statusCode, body } = await lists(event as never, { awsRequestId: 'test' });
  return { status: statusCode, body: JSON.parse(body ?? '') };
};
const cursorFrom = async (of: Asked = {}, route: Route = letters): Promise<string> =>
  z.object({ next: z.string() }).parse((await listed({ limit: '2' }, of, route)).body).next;

test('a list goes on behind its cursor and ends with none; how many come is for whoever asks to say', async () => {
  const first = await listed({ limit: '2' });
  expect(first).toMatchObject({ status: 200, body: { letters: ['a', 'b'] } });
  const second = await listed({ limit: '2', cursor: first.body.next });
  expect(second.body.letters).toEqual(['c', 'd']);
  expect(await listed({ cursor: second.body.next })).toEqual({ status: 200, body: { letters: ['e'], next: null } });
  expect(await listed({})).toEqual({ status: 200, body: { letters: ALL, next: null } });
});

test.each([
  [{ limit: '0' }, 'limit', 'eine ganze Zahl von 1 bis 100'],
  [{ limit: '101' }, 'limit', 'eine ganze Zahl von 1 bis 100'],
  [{ limit: '1.5' }, 'limit', 'eine ganze Zahl von 1 bis 100'],
  [{ limit: 'viele' }, 'limit', 'eine ganze Zahl von 1 bis 100'],
  [{ limit: '' }, 'limit', 'eine ganze Zahl von 1 bis 100'],
  [{ cursor: '' }, 'cursor', 'mindestens 1 Zeichen'],
  [{ cursor: 'x'.repeat(401) }, 'cursor', 'höchstens 400 Zeichen'],
  [{ cursor: 'YQ.forged' }, 'cursor', 'von vorn beginnen'],
  [{ offset: '5' }, 'offset', 'gibt es hier nicht'],
])('%j behind a list is refused by the name of what is wrong', async (query, field, words) => {
  expect(await listed(query)).toMatchObject({
    status: 400,
    body: { code: 'input', errors: [{ field, detail: expect.stringContaining(words) }] },
  });
});

const OTHER: Caller = { ...THEIRS, creditor: CreditorId.parse('STW') };
const MUS_PATH = { path: { creditor: 'MUS' } };
const STW_PATH = { path: { creditor: 'STW' } };
test.each([
  ['another creditor', { route: letters, as: {} }, { route: letters, as: { caller: OTHER } }],
  ['our own people', { route: letters, as: {} }, { route: letters, as: DESK }],
  [
    'another creditor in the path',
    { route: lettersOf, as: { ...DESK, ...MUS_PATH } },
    { route: lettersOf, as: { ...DESK, ...STW_PATH } },
  ],
  ['another route', { route: letters, as: DESK }, { route: lettersOf, as: { ...DESK, ...MUS_PATH } }],
] as const)('a list gives no cursor to %s', async (_, own, other) => {
  const cursor = await cursorFrom(own.as, own.route);
  expect((await listed({ cursor }, own.as, own.route)).body.letters).toEqual(['c', 'd', 'e']);
  expect(await listed({ cursor }, other.as, other.route)).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'cursor' }] },
  });
});

test('one of our own people goes on where another has stopped: the list is the same', async () => {
  const cursor = await cursorFrom(DESK);
  const colleague = { caller: { side: 'operator', role: 'telefon', who: 'other' } } as const;
  expect((await listed({ cursor }, colleague)).body.letters).toEqual(['c', 'd', 'e']);
});
