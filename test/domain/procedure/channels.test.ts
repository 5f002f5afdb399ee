import {
  ACCOMPANYING_CHANNELS,
  CHANNELS,
  CHANNEL_NAMES,
  RETURNING_CHANNELS,
  WRITTEN_CHANNELS,
} from '../../../domain/procedure/channels.ts';
import { erika } from '../../support/akte.ts';

test('the ways are tried in this order: mail, text, letter', () => {
  expect(CHANNEL_NAMES).toEqual(['email', 'sms', 'letter']);
});
test('mail and letter bear all that must be told, and tell when they did not arrive; a text goes with one of them', () => {
  expect(WRITTEN_CHANNELS).toEqual(['email', 'letter']);
  expect(RETURNING_CHANNELS).toEqual(['email', 'letter']);
  expect(ACCOMPANYING_CHANNELS).toEqual(['sms']);
});
test('what does not accompany demands, and what demands is in writing', () => {
  const demanding = CHANNEL_NAMES.filter((channel) => CHANNELS[channel].demands);
  expect(demanding).toEqual(WRITTEN_CHANNELS);
});
test('each reaches who has what it goes to; a text only a mobile number', () => {
  const reached = (debtor: Parameters<(typeof CHANNELS)['email']['reaches']>[0]) =>
    CHANNEL_NAMES.filter((channel) => CHANNELS[channel].reaches(debtor));
  const { email: _, address: __, phone: ___, ...nobody } = erika;
  expect([reached(erika), reached(nobody), reached({ ...nobody, phone: '+493023125000' })]).toEqual([
    ['email', 'sms', 'letter'],
    [],
    [],
  ]);
});
