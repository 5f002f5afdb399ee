import fc from 'fast-check';
import { AkteId } from '../../../domain/ids.ts';
import { KEY_KINDS, keyOf, profileOf, type Comparable, type Key } from '../../../domain/similar/profile.ts';
import { compared, type Similarity } from '../../../domain/similar/similarity.ts';

/** The nth Akte of a creditor. */
export const akteOf = (n: number): AkteId =>
  AkteId.parse(`MUS-${String(Math.floor(n / 10_000)).padStart(4, '0')}-${String(n % 10_000).padStart(4, '0')}`);

export const debtor = (more: Partial<Comparable> = {}): Comparable => ({
  customerNumber: 'K-1',
  kind: 'private',
  name: 'Erika Beispiel',
  ...more,
});
export const at = (street: string, postalCode = '44135', city = 'Dortmund'): Pick<Comparable, 'address'> => ({
  address: { street, postalCode, city, country: 'DE' },
});

export const similarity = (a: Comparable, b: Comparable): Similarity => compared(profileOf(a), profileOf(b));

/** All keys of one debtor; the search asks for one kind at a time. */
export const keysOf = (of: Comparable): readonly Key[] => {
  const profile = profileOf(of);
  return KEY_KINDS.flatMap((kind) => keyOf(kind, profile) ?? []);
};

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const word = fc.constantFrom(
  'Erika',
  'E.',
  'Max',
  'Beispiel',
  'Baispiel',
  'Muster',
  'Müller',
  'Mueller',
  'Dr.',
  'GmbH',
  '24',
  'Ay',
  'Bau',
  'Beispielbau',
);
/** Debtors from a small world, so that every kind of agreement happens. */
export const anyDebtor: fc.Arbitrary<Comparable> = fc.record({
  customerNumber: fc.constantFrom('K-1', 'K-2', 'K-3', 'K-4'),
  kind: fc.constant('private' as const),
  name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  salutation: maybe(fc.constantFrom('Frau' as const, 'Herr' as const)),
  address: maybe(
    fc.record({
      street: fc.constantFrom('Musterweg 5', 'Musterweg 5a', 'Mussterweg 5', 'Musterweg', 'Hauptstr. 1'),
      postalCode: fc.constantFrom('44135', '44136'),
      city: fc.constantFrom('Dortmund', 'Essen'),
      country: fc.constant('DE' as const),
    }),
  ),
  email: maybe(fc.constantFrom('erika@example.com', 'Erika+a@example.com', 'max@example.com')),
  phone: maybe(fc.constantFrom('+4915110000001', '+4915110000002')),
  iban: maybe(fc.constantFrom('DE02120300000000202051', 'DE02500105170137075030')),
});
