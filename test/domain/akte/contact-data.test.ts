import { contactPoint, isSameWay, repeats } from '../../../domain/akte/contact-data.ts';
import type { Address } from '../../../domain/parties/parties.ts';
import { erika } from '../../support/akte.ts';

const HOME: Address = { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund', country: 'DE' };
const at = (more: Partial<Address> = {}) => ({ address: { ...HOME, ...more } });

describe('one value by whatever spelling', () => {
  test('of a mailbox and of a letter box', () => {
    expect(contactPoint('email', { email: 'Erika@Example.com' })).toBe(contactPoint('email', erika));
    expect(contactPoint('address', at({ street: 'Muster-Weg 5' }))).toBe(contactPoint('address', at()));
    expect(contactPoint('phone', erika)).toBe('phone:+4915110000001');
  });
  test('another door is another one; what is called otherwise in the same postal code is not', () => {
    const home = contactPoint('address', at());
    expect(contactPoint('address', at({ street: 'Musterweg 6' }))).not.toBe(home);
    expect(contactPoint('address', at({ postalCode: '44136' }))).not.toBe(home);
    expect(contactPoint('address', at({ city: 'Dortmund-Mitte' }))).toBe(home);
  });
  test('is none where there is none', () => {
    expect([contactPoint('address', {}), contactPoint('email', {}), contactPoint('phone', {})]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('who says what is known', () => {
  const rear = at({ extra: ['Hinterhaus'] });
  test('repeats it; a new addition is news, one left out is none', () => {
    expect(repeats('address', at(), at({ street: 'Muster-Weg 5' }))).toBe(true);
    expect(repeats('address', rear, at())).toBe(false);
    expect(repeats('address', at(), rear)).toBe(true);
    expect(repeats('address', at({ extra: ['HINTERHAUS'] }), rear)).toBe(true);
    expect(repeats('address', at({ street: 'Musterweg 6' }), at())).toBe(false);
  });
  test('means the same way only with the same additions', () => {
    expect([isSameWay('address', rear, at()), isSameWay('address', at(), rear)]).toEqual([false, false]);
    expect(isSameWay('address', rear, at({ extra: ['Hinterhaus'] }))).toBe(true);
    expect(isSameWay('email', { ...rear, email: 'a@example.com' }, { ...at(), email: 'A@example.com' })).toBe(true);
  });
});
