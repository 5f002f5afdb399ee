import {
  SCOPES,
  decideAdmission,
  type Asking,
  type Known,
  type Token,
} from '../../../domain/access/decide-admission.ts';
import type { Person } from '../../../domain/access/person.ts';
import { OPERATOR_ROLES, PERSON_ROLES, ROLES } from '../../../domain/access/roles.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';

const MUS = CreditorId.parse('MUS');
const NOTHING: Known = { client: null, person: null };
const OF_MUS: Known = { client: { creditor: MUS, until: null }, person: null };
const ours = (state: Person['state']): Person => ({
  side: 'operator',
  name: 'sommer',
  state,
  since: '2026-03-02T08:00:00Z',
  by: 'operator:herbst',
});
const NOW = new Date('2026-03-02T08:00:00Z');
const admitted = (asking: Omit<Asking, 'now'>) => decideAdmission({ ...asking, now: NOW });
const known = (person: Person): Known => ({ client: null, person });

describe('a creditor’s program', () => {
  const erp: Token = { of: 'machines', client: 'erp', scopes: [SCOPES.creditor] };
  test('opens what is for a system, as its creditor', () => {
    expect(admitted({ token: erp, known: OF_MUS, may: ['telefon', 'system'] })).toEqual({
      side: 'creditor',
      role: 'system',
      who: 'erp',
      creditor: 'MUS',
    });
  });
  test('opens nothing that is for persons, the creditor’s or ours', () => {
    const may = ROLES.filter((role) => role !== 'system');
    expect(admitted({ token: erp, known: OF_MUS, may })).toBeNull();
  });
  test('that was renewed comes in until its end has come, and then no more', () => {
    const of = (until: string): Known => ({ client: { creditor: MUS, until }, person: null });
    const asking = { token: erp, may: ROLES };
    expect(admitted({ ...asking, known: of('2026-03-02T08:00:00.001Z') })).toMatchObject({ creditor: 'MUS' });
    expect(admitted({ ...asking, known: of('2026-03-02T08:00:00.000Z') })).toBeNull();
  });
  test('that speaks for nobody, or was revoked, opens nothing', () => {
    expect(admitted({ token: erp, known: NOTHING, may: ROLES })).toBeNull();
  });
  test.each([[[]], [['openid']], [['mahnwerk/operator']], [['mahnwerk/creditors']], [['MAHNWERK/CREDITOR']]])(
    'with a token of other scopes opens nothing: %j',
    (scopes) => {
      expect(admitted({ token: { ...erp, scopes }, known: OF_MUS, may: ROLES })).toBeNull();
    },
  );
});

describe('one of our own people', () => {
  const sommer = (...groups: string[]): Token => ({ of: 'team', sub: 's', name: 'sommer', groups });
  test.each(OPERATOR_ROLES)('in the group %s comes in in that role, and in no other', (role) => {
    const asking = { token: sommer(role), known: NOTHING };
    expect(admitted({ ...asking, may: ROLES })).toEqual({ side: 'operator', role, who: 'sommer' });
    expect(admitted({ ...asking, may: ROLES.filter((other) => other !== role) })).toBeNull();
  });
  test('in several groups acts in the role that counts first and opens the route', () => {
    const token = sommer('telefon', 'finanzen', 'leitung');
    expect(admitted({ token, known: NOTHING, may: ['telefon', 'finanzen'] })).toMatchObject({
      role: 'finanzen',
    });
  });
  test.each([[[]], [['Leitung']], [['owner']], [['system']]])('in no group of ours opens nothing: %j', (groups) => {
    expect(admitted({ token: sommer(...groups), known: NOTHING, may: ROLES })).toBeNull();
  });
  test('who has left opens nothing, whatever groups the token still names', () => {
    const asking = { token: sommer('leitung'), may: ROLES };
    expect(admitted({ ...asking, known: known(ours('active')) })).not.toBeNull();
    expect(admitted({ ...asking, known: known(ours('revoked')) })).toBeNull();
    const theirs: Person = { side: 'creditor', state: 'active', creditor: MUS, role: 'owner' };
    expect(admitted({ ...asking, known: known(theirs) })).toBeNull();
  });
});

describe('a creditor’s person', () => {
  const winter: Token = { of: 'creditors', sub: 'w', name: 'winter' };
  test.each(PERSON_ROLES)('comes in as the table says: %s', (role) => {
    const asking = { token: winter, known: known({ side: 'creditor', state: 'active', creditor: MUS, role }) };
    expect(admitted({ ...asking, may: ROLES })).toEqual({
      side: 'creditor',
      role,
      who: 'winter',
      creditor: 'MUS',
    });
    expect(admitted({ ...asking, may: ROLES.filter((other) => other !== role) })).toBeNull();
  });
  test.each<[string, Known]>([
    ['of whom nothing is known', NOTHING],
    ['who is no more', known({ side: 'creditor', state: 'revoked', creditor: MUS, role: 'owner' })],
    ['whom the table calls one of ours', known(ours('active'))],
  ])('%s opens nothing', (_, of) => {
    expect(admitted({ token: winter, known: of, may: ROLES })).toBeNull();
  });
});
