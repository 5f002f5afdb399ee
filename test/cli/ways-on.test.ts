import { readFileSync } from 'node:fs';
import { requestOf } from '../../cli/online.ts';
import { day } from '../../domain/calendar.ts';
import { ENDS, WAITS, type End, type Wait } from '../../domain/procedure/states.ts';
import { LISTED, WAYS_ON, slugOf, wayOn } from '../../domain/dunning/ways-on.ts';
import { API, ROUTES } from '../../contracts/api.ts';
import { withWaysOn } from '../../tools/ways-on-table.ts';

const here = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const DESK = { today: day('2026-03-02'), read: () => ({}) };
const STATES: readonly (Wait | End)[] = [...WAITS, ...ENDS];

const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
/** The words of a command line; what stands in quotation marks is one. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

test('there are routes to compare with', () => {
  expect(ROUTES.length).toBeGreaterThan(20);
});

describe.each(STATES)('%s', (state) => {
  const way = wayOn(state);
  test('a state without a way on was a dead end: each names what to do, for our own people and for the creditor', () => {
    expect(way?.todo).toMatch(/\.$/);
    expect(way?.creditor).toMatch(/\.$/);
    expect(way?.commands).not.toEqual([]);
  });
  test.each(WAYS_ON[state].commands)('mahnwerk %s: is a command, and the API takes what it sends', (line) => {
    const asked = requestOf(wordsOf(line.replaceAll('AKTE', 'MUS-4F7K-2QXR')), DESK);
    if ('help' in asked) throw new Error(`${line} asks for help`);
    const routes = ROUTES.filter(({ route }) => route.method === asked.method && fits(route.path, asked.path));
    expect(routes.map(({ route }) => route.may)).not.toEqual([]);
  });
  test('what the creditor is told to call it may call', () => {
    const told = [...(way?.creditor ?? '').matchAll(/POST (\/v1\S*[\w}])((?:, \w+)*)/g)];
    const paths = told.flatMap(([, path = '', more = '']) => {
      const others = more.split(', ').filter((word) => Object.hasOwn(API.steering, word));
      return [path, ...others.map((word) => path.replace(/[^/]+$/, word))];
    });
    for (const path of paths) {
      const routes = ROUTES.filter(({ route }) => route.method === 'POST' && route.path === path);
      expect([path, routes.map(({ route }) => route.may)]).not.toEqual([path, []]);
      expect(routes.every(({ route }) => route.may.includes('system'))).toBe(true);
    }
  });
});

test('every state in which somebody must do something has its own list', () => {
  expect(new Set(LISTED.map(slugOf)).size).toBe(LISTED.length);
  for (const state of LISTED)
    expect(requestOf(['klaerung', 'liste', '--zustand', state], DESK)).toMatchObject({
      path: `/v1/clarifications/${slugOf(state)}`,
    });
  expect(() => requestOf(['klaerung', 'liste', '--zustand', 'Erledigt'], DESK)).toThrow(/nicht-erreichbar/);
});

test('the operating manual shows every state (node tools/ways-on.ts)', () => {
  const manual = here('docs/operations.md');
  expect(manual).toBe(withWaysOn(manual));
});
