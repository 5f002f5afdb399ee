import fc from 'fast-check';
import { arrivedIn, keyOf } from '../../../lambdas/events/arrived.ts';

const event = (key: string): unknown => ({
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { bucket: { name: 'mahnwerk' }, object: { key, size: 5 } },
});

test.each(['bank/Auszug 100%.xml', 'bank/a+b.xml', 'bank/März 2026.xml', 'bank/50%25.xml', 'bank/a%20b.xml'])(
  'a file by its own name: %s was an internal error, or another file',
  (key) => {
    expect(keyOf(event(key))).toBe(key);
  },
);
test('whatever a file is called, it is that file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
      expect(keyOf(event(`bank/${name}.xml`))).toBe(`bank/${name}.xml`);
    }),
  );
});

test('a corrected file under the same name is told from the one before', () => {
  const written = (etag: string): unknown => ({ detail: { object: { key: 'bank/a.xml', etag } } });
  expect(arrivedIn(written('1'))).toEqual({ key: 'bank/a.xml', etag: '1' });
  expect(arrivedIn(written('2'))).not.toEqual(arrivedIn(written('1')));
});
