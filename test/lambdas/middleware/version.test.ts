import { etagIn, seenIn } from '../../../lambdas/middleware/version.ts';

const fault = (message: RegExp, kind: string) =>
  expect.objectContaining({
    name: 'WrongInput',
    faults: [{ field: 'If-Match', kind, message: expect.stringMatching(message) }],
  });
const CHANGES = { versioned: true, method: 'POST' } as const;

test('whoever changes something names the version they have read, or none', () => {
  expect(seenIn(CHANGES, '"3"')).toBe(3);
  expect(seenIn(CHANGES, null)).toBeNull();
});
test.each(['', '3', '"0"', 'W/"3"', '*', '"3", "4"', '"drei"', '"1234567890"'])(
  'what is no version of ours is refused, and the header named: %j',
  (header) => {
    expect(() => seenIn(CHANGES, header)).toThrow(fault(/ETag der Fassung.*"3"/, 'invalid'));
  },
);
test('a condition that nobody could keep is refused; to a question it says nothing', () => {
  expect(() => seenIn({ versioned: false, method: 'POST' }, '"3"')).toThrow(fault(/gibt es hier nicht/, 'unknown'));
  expect(seenIn({ versioned: true, method: 'GET' }, 'W/"3"')).toBeNull();
});
test('what has versions says in its ETag which one it is', () => {
  expect(etagIn({ versioned: true }, '{"version":3,"more":1}')).toEqual({ etag: '"3"' });
  expect(etagIn({ versioned: false }, '{"version":3}')).toEqual({});
  expect(() => etagIn({ versioned: true }, '{}')).toThrow();
});
