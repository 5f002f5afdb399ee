import { DISPUTES, DISPUTE_WORDS } from '../../../domain/procedure/holds.ts';

test('whatever a debtor objects has a name, and asks the creditor something of its own', () => {
  const words = DISPUTES.map((reason) => DISPUTE_WORDS[reason]);
  for (const { name, question } of words) {
    expect(name).toMatch(/^\p{L}[\p{L} ]+$/u);
    expect(question).toMatch(/^Der Schuldner .+\. Bitte .+\.$/);
  }
  expect([new Set(words.map((w) => w.name)).size, new Set(words.map((w) => w.question)).size]).toEqual([
    DISPUTES.length,
    DISPUTES.length,
  ]);
});
