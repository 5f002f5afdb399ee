import { CreditorId } from '../../../domain/parties/parties.ts';
import { actorOf } from '../../../lambdas/middleware/admitted.ts';

const MUS = { side: 'creditor', creditor: CreditorId.parse('MUS') } as const;

test.each([
  [
    'one of our own people by the name they sign in with',
    { side: 'operator', role: 'telefon', who: 'sommer' },
    'operator:sommer',
  ],
  [
    'a creditor’s program as the creditor, whichever of its accesses it was',
    { ...MUS, role: 'system', who: '7c11aa' },
    'client:MUS',
  ],
  ['a creditor’s person by the name they sign in with', { ...MUS, role: 'editor', who: 'winter' }, 'client:MUS/winter'],
] as const)('an Akte keeps %s', (_, caller, kept) => {
  expect(actorOf(caller)).toBe(kept);
});
