import type { Access } from '../../../domain/access/access.ts';
import {
  decideMade,
  decideMaking,
  decideRenewed,
  decideRenewing,
  decideRevoked,
  decideSettled,
  type Asked,
} from '../../../domain/access/decide-access.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const before = (minutes: number): string => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
const by = 'operator:sommer' as const;
const earlier = { purpose: 'erp', since: before(60), by: 'operator:winter' as const };
const changed = { purpose: 'erp', since: NOW, by };
const asked = (seen: Access | null): Asked => ({
  creditor: CreditorId.parse('MUS'),
  purpose: 'erp',
  by,
  now: new Date(NOW),
  seen,
});
const ending = (until: string) => ({ client: 'c1', until });
const MAKING: Access = { ...earlier, state: 'making', client: null };
const ACTIVE: Access = { ...earlier, state: 'active', client: 'c1', ending: null };
const RENEWING: Access = { ...earlier, state: 'renewing', client: 'c1' };
const RENEWED: Access = { ...earlier, state: 'active', client: 'c2', ending: ending('2026-03-02T08:00:00.001Z') };
const OVER: Access = { ...earlier, state: 'active', client: 'c2', ending: ending(NOW) };
const REVOKED: Access = { ...earlier, state: 'revoked', client: null };

describe('an access is made', () => {
  test.each<[string, Access | null]>([
    ['where there was none', null],
    ['where it was revoked', REVOKED],
    ['where whoever made it has died of it two minutes ago', { ...MAKING, since: before(2) }],
  ])('%s', (_, seen) => {
    expect(decideMaking(asked(seen))).toEqual({ ...changed, state: 'making', client: null });
  });
  test.each([ACTIVE, RENEWED, RENEWING])('not where there is one: $state, client $client', (seen) => {
    expect(decideMaking(asked(seen))).toBe(seen);
  });
  test('not while somebody else makes it', () => {
    const seen: Access = { ...MAKING, since: before(1.9) };
    expect(() => decideMaking(asked(seen))).toThrow(
      expect.objectContaining({ name: 'Conflict', message: expect.stringMatching(/gerade angelegt.*zwei Minuten/) }),
    );
  });
  test('with its client it is open', () => {
    expect(decideMade(asked(null), 'c1')).toEqual({ ...changed, state: 'active', client: 'c1', ending: null });
  });
});

describe('an access is renewed', () => {
  test.each<[string, Access, string]>([
    ['where it is open', ACTIVE, 'c1'],
    ['where it was made just now', { ...ACTIVE, since: before(1) }, 'c1'],
    ['where the client of an earlier renewal has come to its end', OVER, 'c2'],
    ['where whoever renewed it has died of it', { ...RENEWING, since: before(2) }, 'c1'],
  ])('%s: its client speaks on', (_, seen, client) => {
    expect(decideRenewing(asked(seen))).toEqual({ ...changed, state: 'renewing', client });
  });
  test('the client before speaks for so many days beside its successor', () => {
    expect(decideRenewed(asked(ACTIVE), { before: 'c1', client: 'c2', days: 30 })).toEqual({
      ...changed,
      state: 'active',
      client: 'c2',
      ending: { client: 'c1', until: '2026-04-01T08:00:00.000Z' },
    });
  });
  test.each<[string, Access | null, string, RegExp]>([
    ['there is none', null, 'NotFound', /MUS hat keinen Zugang „erp“/],
    ['it was revoked', REVOKED, 'Conflict', /nicht offen.*zugang anlegen MUS --zweck erp/],
    ['it was never ready', MAKING, 'Conflict', /nicht offen/],
    ['somebody renews it now', { ...RENEWING, since: before(1) }, 'Conflict', /gerade erneuert/],
    [
      'two clients speak already: there is a way on for each case',
      RENEWED,
      'Conflict',
      /c1 gilt noch.*erneuern MUS --zweck erp --fertig.*verloren.*erneuern MUS --zweck erp --zurueck/,
    ],
  ])('not where %s', (_, seen, name, message) => {
    expect(() => decideRenewing(asked(seen))).toThrow(
      expect.objectContaining({ name, message: expect.stringMatching(message) }),
    );
  });
});

describe('a renewal is ended', () => {
  test('the new client stays, or the old one', () => {
    const settled = { ...changed, state: 'active', ending: null };
    expect(decideSettled(asked(RENEWED), 'new')).toEqual({ ...settled, client: 'c2' });
    expect(decideSettled(asked(RENEWED), 'old')).toEqual({ ...settled, client: 'c1' });
    expect(decideSettled(asked(OVER), 'new')).toEqual({ ...settled, client: 'c2' });
  });
  test('nothing to end is as it is, whoever asks again', () => {
    expect(decideSettled(asked(ACTIVE), 'new')).toBe(ACTIVE);
    expect(decideSettled(asked(ACTIVE), 'old')).toBe(ACTIVE);
  });
  test('there is no way back to a client whose end has come', () => {
    expect(() => decideSettled(asked(OVER), 'old')).toThrow(
      expect.objectContaining({ name: 'Conflict', message: expect.stringMatching(/c1 gilt nicht mehr.*erneuern MUS/) }),
    );
  });
  test.each<[string, Access | null, string, RegExp]>([
    ['there is none', null, 'NotFound', /keinen Zugang/],
    ['its successor is not there yet', RENEWING, 'Conflict', /gerade erneuert/],
    ['it was revoked', REVOKED, 'Conflict', /nicht offen/],
    ['it was never ready', MAKING, 'Conflict', /nicht offen/],
  ])('not where %s', (_, seen, name, message) => {
    expect(() => decideSettled(asked(seen), 'new')).toThrow(
      expect.objectContaining({ name, message: expect.stringMatching(message) }),
    );
  });
});

describe('an access is revoked', () => {
  test.each([MAKING, ACTIVE, RENEWING, RENEWED])('whatever was under way: $state, client $client', (seen) => {
    expect(decideRevoked(asked(seen))).toEqual({ ...changed, state: 'revoked', client: null });
  });
  test('once: who did it first stays named', () => {
    expect(decideRevoked(asked(REVOKED))).toBe(REVOKED);
  });
  test('not where there is none', () => {
    expect(() => decideRevoked(asked(null))).toThrow(expect.objectContaining({ name: 'NotFound' }));
  });
});
