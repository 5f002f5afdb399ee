import { silencedBy, speakersOf, type Access } from '../../../domain/access/access.ts';

const shared = { purpose: 'erp', since: '2026-03-02T08:00:00.000Z', by: 'system' as const };
const until = '2026-04-01T08:00:00.000Z';
const MAKING: Access = { ...shared, state: 'making', client: null };
const FIRST: Access = { ...shared, state: 'active', client: 'c1', ending: null };
const RENEWING: Access = { ...shared, state: 'renewing', client: 'c1' };
const BOTH: Access = { ...shared, state: 'active', client: 'c2', ending: { client: 'c1', until } };
const SECOND: Access = { ...shared, state: 'active', client: 'c2', ending: null };
const REVOKED: Access = { ...shared, state: 'revoked', client: null };

test.each<[string, Access, readonly object[]]>([
  ['none while the first is being made', MAKING, []],
  ['its client', FIRST, [{ client: 'c1', until: null }]],
  ['the first as long as its successor is not there', RENEWING, [{ client: 'c1', until: null }]],
  [
    'both after a renewal, the first until its end',
    BOTH,
    [
      { client: 'c2', until: null },
      { client: 'c1', until },
    ],
  ],
  ['none once it is revoked', REVOKED, []],
])('who speaks by an access: %s', (_, access, speakers) => {
  expect(speakersOf(access)).toEqual(speakers);
});

test.each<[string, Access | null, Access, readonly string[]]>([
  ['nobody where there was none', null, MAKING, []],
  ['nobody by beginning a renewal', FIRST, RENEWING, []],
  ['nobody by its end', RENEWING, BOTH, []],
  ['the first, where the second stays', BOTH, SECOND, ['c1']],
  ['the second, where the first stays', BOTH, FIRST, ['c2']],
  ['both by revoking', BOTH, REVOKED, ['c2', 'c1']],
])('a change silences %s', (_, was, is, silenced) => {
  expect(silencedBy(was, is)).toEqual(silenced);
});
