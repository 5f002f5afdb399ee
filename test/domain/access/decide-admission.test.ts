import { SCOPES, decideAdmission } from '../../../domain/access/decide-admission.ts';
import { CREDITOR_ROLES, OPERATOR_ROLES, ROLES } from '../../../domain/access/roles.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';

const MUS = CreditorId.parse('MUS');
const erp = { client: 'erp', scopes: [SCOPES.creditor] };
const desk = { client: 'desk', scopes: [SCOPES.operator] };

describe('a creditor’s access', () => {
  test('opens what is for a system, as its creditor', () => {
    expect(decideAdmission({ token: erp, creditor: MUS, may: ['telefon', 'system'] })).toEqual({
      side: 'creditor',
      role: 'system',
      who: 'erp',
      creditor: 'MUS',
    });
  });
  test('opens nothing that is for persons, the creditor’s or ours', () => {
    const may = ROLES.filter((role) => role !== 'system');
    expect(decideAdmission({ token: erp, creditor: MUS, may })).toBeNull();
  });
  test('that speaks for nobody, or was revoked, opens nothing', () => {
    expect(decideAdmission({ token: erp, creditor: null, may: ROLES })).toBeNull();
  });
});

describe('our own people', () => {
  test.each(OPERATOR_ROLES)('come in where it says %s', (role) => {
    const caller = { side: 'operator', role, who: 'desk' };
    expect(decideAdmission({ token: desk, creditor: null, may: [role] })).toEqual(caller);
  });
  test('who may act in several roles acts in the one that counts first', () => {
    expect(decideAdmission({ token: desk, creditor: null, may: ['telefon', 'finanzen'] })).toMatchObject({
      role: 'finanzen',
    });
  });
  test('do not come in as a creditor', () => {
    expect(decideAdmission({ token: desk, creditor: null, may: CREDITOR_ROLES })).toBeNull();
  });
});

test.each([[[]], [['openid']], [['mahnwerk/creditors']], [['MAHNWERK/CREDITOR']]])(
  'a token of other scopes opens nothing: %j',
  (scopes) => {
    expect(decideAdmission({ token: { client: 'erp', scopes }, creditor: MUS, may: ROLES })).toBeNull();
  },
);
