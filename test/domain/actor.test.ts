import { isCreditor } from '../../domain/actor.ts';

test.each([
  ['client:MUS', true],
  ['operator:Frau Sommer', false],
  ['operator:client:MUS', false],
  ['system', false],
  ['system:sweep', false],
])('%s acts through an access of a creditor: %s', (by, is) => {
  expect(isCreditor(by)).toBe(is);
});
