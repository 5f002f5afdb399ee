import { can } from '../../../domain/akte/reaches.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { CHANNEL_NAMES } from '../../../domain/procedure/channels.ts';
import { erika } from '../../support/akte.ts';

const ways = (of: Pick<Akte, 'debtor' | 'dead'>) => CHANNEL_NAMES.filter((channel) => can(of, channel));

test('a message can go where there is something it goes to', () => {
  const { email: _, ...withoutMail } = erika;
  const { address: __, ...withoutAddress } = erika;
  expect(ways({ debtor: erika, dead: [] })).toEqual(['email', 'sms', 'letter']);
  expect(ways({ debtor: withoutMail, dead: [] })).toEqual(['sms', 'letter']);
  expect(ways({ debtor: withoutAddress, dead: [] })).toEqual(['email', 'sms']);
});
test('and that is not known to be wrong', () => {
  expect(ways({ debtor: erika, dead: ['email', 'phone'] })).toEqual(['letter']);
  expect(ways({ debtor: erika, dead: ['address'] })).toEqual(['email', 'sms']);
});
test('a landline takes no text', () => {
  expect(ways({ debtor: { ...erika, phone: '+493023125000' }, dead: [] })).toEqual(['email', 'letter']);
});
