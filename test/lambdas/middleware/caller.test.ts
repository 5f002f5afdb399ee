import { CreditorId } from '../../../domain/parties/parties.ts';
import type { Caller } from '../../../domain/access/caller.ts';
import { creditorNamed, ownAkte, ownCreditor } from '../../../lambdas/middleware/caller.ts';

const MUS: Caller = { side: 'creditor', role: 'system', who: 'c1', creditor: CreditorId.parse('MUS') };
const OURS: Caller = { side: 'operator', role: 'telefon', who: 'c2' };
const refused = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('whose Akte it is', () => {
  test('a creditor asks for its own', () => {
    expect(ownAkte(MUS, 'MUS-4F7K-2QXR')).toBe('MUS-4F7K-2QXR');
  });
  test.each(['STW-4F7K-2QXR', 'MUSA-4F7K-2QXR', 'MU-4F7K-2QXR'])(
    'another creditor’s is answered as one that is not there: %s',
    (other) => {
      const notThere = refused(() => ownAkte(MUS, 'nothing'));
      const isAnothers = refused(() => ownAkte(MUS, other));
      expect(notThere).toMatchObject({ name: 'NotFound', message: 'Es gibt keine Akte nothing.' });
      expect(isAnothers).toMatchObject({ name: 'NotFound', message: `Es gibt keine Akte ${other}.` });
    },
  );
  test('our own people may ask for any, but not for what is no Aktenzeichen', () => {
    expect(ownAkte(OURS, 'STW-4F7K-2QXR')).toBe('STW-4F7K-2QXR');
    expect(() => ownAkte(OURS, 'STW#A#')).toThrow('Es gibt keine Akte STW#A#.');
  });
  test('what was asked for is repeated in forty characters at most', () => {
    expect(() => ownAkte(OURS, 'x'.repeat(500))).toThrow(`Es gibt keine Akte ${'x'.repeat(40)}.`);
  });
});

test('a creditor that the path names', () => {
  expect(creditorNamed('MUS')).toBe('MUS');
  expect(() => creditorNamed('mus')).toThrow('Es gibt keinen Gläubiger mus.');
});

test('a creditor speaks for itself, and another is not even said to exist; our own people name any', () => {
  expect([ownCreditor(MUS, 'MUS'), ownCreditor(OURS, 'STW')]).toEqual(['MUS', 'STW']);
  expect(refused(() => ownCreditor(MUS, 'STW'))).toMatchObject({
    name: 'NotFound',
    message: 'Es gibt keinen Gläubiger STW.',
  });
});
