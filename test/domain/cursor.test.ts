import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { cursorOf, positionIn, type ListedBy, type Mac } from '../../domain/cursor.ts';

const keyed =
  (key: string): Mac =>
  (text) =>
    createHmac('sha256', key).update(text).digest('base64url');
const mac = keyed('a');
const LIST: ListedBy = { route: 'GET /v1/akten', whose: ['MUS'] };
const AT = { after: '2026-03-02#MUS-4F7K-2QXR' };
const opened =
  (cursor: string, list = LIST, key = mac) =>
  () =>
    positionIn(key, list, cursor);
const refusal = expect.objectContaining({
  name: 'WrongInput',
  faults: [{ field: 'cursor', kind: 'invalid', message: expect.stringContaining('von vorn beginnen') }],
});
const isRefused = (open: () => unknown): void => {
  let fault: unknown;
  try {
    open();
  } catch (error) {
    fault = error;
  }
  expect(fault).toEqual(refusal);
};

test('a cursor names the position that it was made of, whatever letters that has, and goes into an address as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (after) => {
      const cursor = cursorOf(mac, LIST, { after });
      expect(cursor).toBe(encodeURIComponent(cursor));
      expect(positionIn(mac, LIST, cursor)).toEqual({ after });
    }),
  );
});

test('what anybody changes in it, or cuts off, makes it none of ours', () => {
  const cursor = cursorOf(mac, LIST, AT);
  for (let i = 0; i < cursor.length; i++) {
    isRefused(opened(cursor.slice(0, i)));
    isRefused(opened(`${cursor.slice(0, i)}${cursor[i] === 'A' ? 'B' : 'A'}${cursor.slice(i + 1)}`));
  }
  isRefused(opened(`${cursor}A`));
  isRefused(opened(`${cursor}.`));
  isRefused(opened(cursor.replace('.', '')));
});

test.each([
  ['of another creditor', { ...LIST, whose: ['STW'] }],
  ['of another route', { ...LIST, route: 'GET /v1/hand-overs' }],
  ['of what is named in another place', { ...LIST, whose: ['', 'MUS'] }],
] as const)('it counts in its own list, and not in one %s', (_, list) => {
  isRefused(opened(cursorOf(mac, LIST, AT), list));
});

test('with another key it is none of ours any more', () => {
  isRefused(opened(cursorOf(mac, LIST, AT), LIST, keyed('b')));
});

test('its seal is no shorter than half of what HMAC-SHA-256 gives', () => {
  const [, seal = ''] = cursorOf(mac, LIST, AT).split('.');
  expect(seal.length * 6).toBeGreaterThanOrEqual(128);
});
