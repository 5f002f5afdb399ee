import fc from 'fast-check';
import { hashes } from '../../../adapters/hashes.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { keyFor, requestIdOf } from '../../../lambdas/middleware/key.ts';

const fault = (message: RegExp, kind = 'invalid') =>
  expect.objectContaining({
    name: 'WrongInput',
    faults: [{ field: 'Idempotency-Key', kind, message: expect.stringMatching(message) }],
  });

describe('the header', () => {
  test('is any printable ASCII, up to 64 characters', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.integer({ min: 32, max: 126 }).map((n) => String.fromCharCode(n)),
          minLength: 1,
          maxLength: 64,
        }),
        (key) => {
          expect([keyFor('honoured', key), keyFor('required', key)]).toEqual([key, key]);
        },
      ),
    );
  });
  test.each(['', 'x'.repeat(65), 'schlüssel', 'a\tb', 'a\nb', '\u007f'])('is refused as %j, and named', (key) => {
    for (const once of ['honoured', 'required'] as const)
      expect(() => keyFor(once, key)).toThrow(fault(/1 bis 64 druckbare Zeichen/));
  });
  test('is wanted where nothing else tells two calls apart, and may be missing elsewhere', () => {
    expect(() => keyFor('required', null)).toThrow(fault(/fehlt.*eigenen Schlüssel/, 'missing'));
    expect(keyFor('honoured', null)).toBeNull();
  });
  test('says nothing to a question', () => {
    expect(keyFor('never', 'schlüssel')).toBeNull();
  });
});

describe('which call it is', () => {
  const MUS = { side: 'creditor', role: 'system', who: 'erp', creditor: CreditorId.parse('MUS') } as const;
  const SOMMER = { side: 'operator', role: 'leitung', who: 'sommer' } as const;
  const called = {
    route: { method: 'POST', path: '/v1/akten/{akte}/pause' },
    caller: MUS,
    path: { akte: 'MUS-4F7K-2QXR' },
    key: 'k',
  } as const;
  const id = (more: Partial<Parameters<typeof requestIdOf>[1]> = {}) => requestIdOf(hashes, { ...called, ...more });
  test('a creditor’s programs and persons are one caller, and its calls are its own', () => {
    expect(id({ caller: { ...MUS, role: 'editor', who: 'winter' } })).toEqual(id());
    expect(id()).toEqual({ creditor: 'MUS', hash: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(id({ caller: { ...MUS, creditor: CreditorId.parse('STW') } })).toMatchObject({ creditor: 'STW' });
  });
  test('of our own people each is one, whatever they may', () => {
    expect(id({ caller: SOMMER })).toMatchObject({ creditor: null });
    expect(id({ caller: { ...SOMMER, role: 'telefon' } })).toEqual(id({ caller: SOMMER }));
    expect(id({ caller: { ...SOMMER, who: 'winter' } })).not.toEqual(id({ caller: SOMMER }));
  });
  test.each([
    ['route', { route: { method: 'POST', path: '/v1/akten/{akte}/resume' } }],
    ['place in the path', { path: { akte: 'MUS-4F7K-2QXS' } }],
    ['key', { key: 'l' }],
  ] as const)('another %s is another call', (_, more) => {
    expect(id(more)).not.toEqual(id());
  });
});
