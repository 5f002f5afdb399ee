import { CreditorId } from '../../../domain/parties/parties.ts';
import { actorOf } from '../../../lambdas/middleware/admitted.ts';

const OURS = { side: 'operator', role: 'leitung', who: '4h57kd8fj20dk' } as const;
const THEIRS = { side: 'creditor', role: 'system', who: '7c11aa09bb3ef', creditor: CreditorId.parse('MUS') } as const;

test.each([
  ['one of our own people by the name they sign with', OURS, 'Frau Sommer', 'operator:Frau Sommer'],
  ['our own access where nobody signs', OURS, undefined, 'operator:4h57kd8fj20dk'],
  ['a creditor, whichever of its accesses it was', THEIRS, undefined, 'client:MUS'],
  ['a creditor, whatever name it signs with', THEIRS, 'Frau Sommer', 'client:MUS'],
] as const)('an Akte keeps %s', (_, caller, by, kept) => {
  expect(actorOf(caller, by)).toBe(kept);
});
