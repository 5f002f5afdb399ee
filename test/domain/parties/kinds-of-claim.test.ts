import { isContinuing } from '../../../domain/parties/kinds-of-claim.ts';

test('utilities, rent and credit go on from invoice to invoice, goods and services by themselves do not', () => {
  const kinds = ['goods', 'services', 'utilities', 'rent', 'credit'] as const;
  expect(kinds.filter((kind) => isContinuing(kind, undefined))).toEqual(['utilities', 'rent', 'credit']);
});
test.each(['Zeitungsabonnement', 'Abo', 'Ökostrom', 'Mobilfunk', 'Mietkaution', 'Strom und Gas', 'Wartungsvertrag'])(
  'what is called „%s“ goes on, also where the kind need not',
  (subject) => {
    expect(isContinuing('goods', subject)).toBe(true);
  },
);
test.each(['Gartenmöbel', 'Stromkabel', 'Kreditkartenetui', 'Las Vegas', 'Kohort', 'Vermietschild', 'Tarifbuch'])(
  '„%s“ is bought once',
  (subject) => {
    expect(isContinuing('goods', subject)).toBe(false);
  },
);
