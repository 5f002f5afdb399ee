import fc from 'fast-check';
import { LARGEST_BLOCK, SuggestionId, suggestions, type KnownDebtor } from '../../../domain/similar/similar-debtors.ts';
import { SUGGESTED_FROM } from '../../../domain/similar/similarity.ts';
import { akteOf, anyDebtor, at, debtor, similarity } from './debtors.ts';

const known = (...debtors: Parameters<typeof debtor>[0][]): KnownDebtor[] =>
  debtors.map((d, i) => ({ akte: akteOf(i + 1), debtor: debtor({ customerNumber: `K-${i + 1}`, ...d }) }));
const home = at('Musterweg 5');

test('a pair is suggested once, with its Akten in order and its reasons', () => {
  const all = known(
    { ...home, email: 'erika@example.com' },
    { name: 'Max Muster' },
    { name: 'Erika Baispiel', ...home, email: 'erika@example.com' },
  );
  expect(suggestions([...all].reverse())).toEqual({
    tooCommon: 0,
    suggestions: [
      {
        id: 'MUS-0000-0001_MUS-0000-0003',
        akten: ['MUS-0000-0001', 'MUS-0000-0003'],
        score: 100,
        reasons: ['Die E-Mail-Adresse ist dieselbe.', 'Die Namen klingen gleich.', 'Die Anschrift ist dieselbe.'],
      },
    ],
  });
});

test('one customer number is one customer', () => {
  expect(suggestions(known({ customerNumber: 'K', ...home }, { customerNumber: 'K', ...home })).suggestions).toEqual(
    [],
  );
});

test('the likeliest come first', () => {
  const found = suggestions(
    known(
      home,
      home,
      { email: 'peter@example.com', ...at('Lindenallee 12'), name: 'Peter Meyer' },
      { email: 'peter@example.com', ...at('Lindenallee 12'), name: 'Peter Meyer' },
    ),
  ).suggestions;
  expect(found.map((s) => [s.score, s.id])).toEqual([
    [100, 'MUS-0000-0003_MUS-0000-0004'],
    [70, 'MUS-0000-0001_MUS-0000-0002'],
  ]);
});

test('of one score, in the order of their Akten', () => {
  const three = known(home, home, home);
  for (const all of [three, [...three].reverse()])
    expect(suggestions(all).suggestions.map((s) => s.akten)).toEqual([
      [akteOf(1), akteOf(2)],
      [akteOf(1), akteOf(3)],
      [akteOf(2), akteOf(3)],
    ]);
});
test('the name of a pair is two Aktenzeichen and nothing else', () => {
  const id = 'MUS-0000-0001_MUS-0000-0003';
  expect(
    [id, `x${id}`, `${id}x`, id.slice(0, 13), id.replace('_', '-')].map((text) => SuggestionId.safeParse(text).success),
  ).toEqual([true, false, false, false, false]);
});

describe('a common key', () => {
  const crowd = (n: number) =>
    known(
      ...Array.from({ length: n }, (_, i) => ({
        name: `Mieter ${i}`,
        email: 'verwaltung@example.com',
        phone: '+492311000001',
        ...home,
      })),
    );
  test('leads to nobody', () => {
    expect(suggestions(crowd(LARGEST_BLOCK)).suggestions.length).toBeGreaterThan(0);
    expect(suggestions(crowd(LARGEST_BLOCK + 1))).toEqual({ suggestions: [], tooCommon: 3 });
  });
  test('still counts for two whom their names and the place bring together', () => {
    const house = [
      ...crowd(200),
      { akte: akteOf(901), debtor: debtor({ customerNumber: 'X', ...home }) },
      { akte: akteOf(902), debtor: debtor({ customerNumber: 'Y', ...home }) },
    ];
    expect(suggestions(house).suggestions.map((s) => s.akten)).toEqual([[akteOf(901), akteOf(902)]]);
  });
});

test('the keys are a short cut: without them the same pairs would be found, in any order of the debtors', () => {
  fc.assert(
    fc.property(fc.array(anyDebtor, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (debtors, chance) => {
      const all = debtors.map((d, i): KnownDebtor => ({ akte: akteOf(i), debtor: d }));
      const naive = all.flatMap((a, i) =>
        all
          .slice(i + 1)
          .filter(
            (b) =>
              a.debtor.customerNumber !== b.debtor.customerNumber &&
              similarity(a.debtor, b.debtor).score >= SUGGESTED_FROM,
          )
          .map((b) => `${a.akte}_${b.akte}`),
      );
      const shuffled = all
        .map((d): [number, KnownDebtor] => [chance.next().value ?? 0, d])
        .sort(([a], [b]) => a - b)
        .map(([, d]) => d);
      expect(suggestions(shuffled)).toEqual(suggestions(all));
      expect(
        suggestions(all)
          .suggestions.map((s) => s.id)
          .sort(),
      ).toEqual(naive.sort());
    }),
  );
});
