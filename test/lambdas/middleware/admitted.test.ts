import { CreditorId } from '../../../domain/parties/parties.ts';
import { actorOf } from '../../../lambdas/middleware/admitted.ts';

const OURS = { client: '4h57kd8fj20dk', operator: true, creditor: null } as const;
const THEIRS = { client: '7c11aa09bb3ef', operator: false, creditor: CreditorId.parse('MUS') } as const;

test.each([
  ['one of our own people by the name they sign with', OURS, 'Frau Sommer', 'operator:Frau Sommer'],
  ['our own access where nobody signs', OURS, undefined, 'operator:4h57kd8fj20dk'],
  ['a creditor, whichever of its accesses it was', THEIRS, undefined, 'client:MUS'],
  ['a creditor, whatever name it signs with', THEIRS, 'Frau Sommer', 'client:MUS'],
] as const)('an Akte keeps %s', (_, caller, by, kept) => {
  expect(actorOf(caller, by)).toBe(kept);
});
