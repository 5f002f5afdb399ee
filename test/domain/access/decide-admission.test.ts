import { SCOPES, decideAdmission } from '../../../domain/access/decide-admission.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';

const MUS = CreditorId.parse('MUS');
const erp = { client: 'erp', scopes: [SCOPES.creditor] };
const desk = { client: 'desk', scopes: [SCOPES.operator] };

describe('a creditor’s access', () => {
  test.each(['creditor', 'both'] as const)('opens what is for %s, as its creditor', (who) => {
    expect(decideAdmission({ token: erp, creditor: MUS, who })).toEqual({
      side: 'creditor',
      client: 'erp',
      creditor: 'MUS',
    });
  });
  test('does not open what is for our own people', () => {
    expect(decideAdmission({ token: erp, creditor: MUS, who: 'operator' })).toBeNull();
  });
  test.each(['creditor', 'both', 'operator'] as const)(
    'that speaks for nobody, or was revoked, opens nothing: %s',
    (who) => {
      expect(decideAdmission({ token: erp, creditor: null, who })).toBeNull();
    },
  );
});

describe('our own people', () => {
  test.each(['operator', 'both'] as const)('come in where it says %s', (who) => {
    expect(decideAdmission({ token: desk, creditor: null, who })).toEqual({ side: 'operator', client: 'desk' });
  });
  test('do not come in as a creditor', () => {
    expect(decideAdmission({ token: desk, creditor: null, who: 'creditor' })).toBeNull();
  });
});

test.each([[[]], [['openid']], [['mahnwerk/creditors']], [['MAHNWERK/CREDITOR']]])(
  'a token of other scopes opens nothing: %j',
  (scopes) => {
    for (const who of ['creditor', 'operator', 'both'] as const)
      expect(decideAdmission({ token: { client: 'erp', scopes }, creditor: MUS, who })).toBeNull();
  },
);
