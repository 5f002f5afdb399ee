import { KeptRequest, answered, freed, letGo, wrote } from '../../../domain/repeat/kept-request.ts';
import { ENTRY, EXPIRES, NOON, RUNNING } from '../../support/requests.ts';

test('a call keeps what it asks and when it expires, whatever becomes of it', () => {
  const written = wrote(RUNNING, ENTRY);
  expect(written).toEqual({ ...RUNNING, state: 'written', written: ENTRY });
  expect(answered(written, '{"n":1}')).toEqual({ state: 'done', body: 'a', expires: EXPIRES, reply: '{"n":1}' });
  expect(letGo(written, NOON)).toEqual({ ...written, until: NOON.toISOString() });
});
test('what was refused keeps nothing of what it asked', () => {
  expect(freed(RUNNING)).toEqual({ state: 'free', expires: EXPIRES });
});
test('each is read back from the table as it was written', () => {
  const written = wrote(RUNNING, ENTRY);
  for (const request of [RUNNING, written, answered(written, 'x'), freed(RUNNING)])
    expect(JSON.stringify(KeptRequest.parse(request))).toBe(JSON.stringify(request));
});
