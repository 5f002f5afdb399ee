import fc from 'fast-check';
import { FirstSeen } from '../../../domain/intake/first-seen.ts';

const int32 = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });

test('it knows what a map would know, also beyond the size it was made for and with keys in one place', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20 }),
      fc.array(
        fc.tuple(
          fc.oneof(int32, fc.constantFrom(0, -1, 0x7fff_ffff, -0x8000_0000)),
          fc.integer({ min: -3, max: 3 }),
          int32,
        ),
        { maxLength: 80 },
      ),
      (rows, keys) => {
        const table = new FirstSeen(rows);
        const map = new Map<string, [number, number]>();
        keys.forEach(([high, low, content], i) => {
          const slot = table.find({ high, low });
          const known = map.get(`${high} ${low}`);
          expect([table.lineAt(slot), table.contentAt(slot)]).toEqual(known ?? [0, 0]);
          if (!known) {
            table.put(slot, { high, low }, content, i + 1);
            map.set(`${high} ${low}`, [i + 1, content]);
          }
        });
        // And still after all of them, however often it has grown.
        for (const [high, low] of keys) {
          const slot = table.find({ high, low });
          expect([table.lineAt(slot), table.contentAt(slot)]).toEqual(map.get(`${high} ${low}`));
        }
      },
    ),
  );
});
