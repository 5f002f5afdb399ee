import { comparedClaim } from '../../../domain/intake/check-file.ts';
import { checked, creditor, GOOD, TODAY } from './rows.ts';
import fc from 'fast-check';
import { checkRow } from '../../../domain/intake/check-row.ts';
import { contentHash } from '../../../domain/intake/stated.ts';

test('against the store: id, matter and what only the mandate says do not count', () => {
  const known = { ...checked({}).claim!, id: 'F3', matter: 'M2' };
  const compared = (...of: Parameters<typeof checked>) => comparedClaim(known, checked(...of).claim!);
  expect(compared({})).toBe('same');
  expect(compared({}, { kindOfClaim: 'services', invoicesAnnounceDefault: true, dueByContract: true })).toBe('same');
  expect(compared({ amount: '129,91' })).toBe('other');
  expect([compared({ invoiceNumber: ' re-1 ' }), compared({ invoiceNumber: 'RE-2' })]).toEqual(['same', 'other']);
});

test('two rows say the same exactly when the table of the file thinks so', () => {
  const some = fc.record({
    amount: fc.constantFrom('1,00', '2,00'),
    paid: fc.constantFrom('', '0,50'),
    ownCosts: fc.constantFrom('', '1,00'),
    dueDate: fc.constantFrom('', '20.01.2026'),
    subject: fc.constantFrom('', 'Kauf', 'Kau'),
    contractDate: fc.constantFrom('', '01.01.2026'),
    priorDunning: fc.constantFrom('', 'Mahnung'),
    priorDunningOn: fc.constantFrom('', '01.02.2026'),
    priorDunningPayBy: fc.constantFrom('', '15.02.2026', '16.02.2026'),
    remark: fc.constantFrom('', 'a', 'b'),
    attachment: fc.constantFrom('', 'a.pdf'),
  });
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [first, second] = [a, b].map((change) => checkRow({ ...GOOD, ...change }, creditor(), TODAY));
      if (!first?.ok || !second?.ok) throw new Error('both are good rows');
      expect(contentHash('K-1', first.stated) === contentHash('K-1', second.stated)).toBe(
        comparedClaim(first.claim, second.claim) === 'same' && comparedClaim(second.claim, first.claim) === 'same',
      );
    }),
  );
});
