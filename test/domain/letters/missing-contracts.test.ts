import { HOW_TO_COMPLETE, missingContracts } from '../../../domain/letters/missing-contracts.ts';

const said = (n?: number): string =>
  missingContracts({ codes: { 'phone.invalid': 3, ...(n === undefined ? {} : { 'contract.missing': n }) } });

test('nothing is said where every contract is known', () => {
  expect([said(), said(0)]).toEqual(['', '']);
});
test('one row is one, several are counted, and how it goes on is told', () => {
  expect(said(1)).toMatch(/^In einer Zeile fehlt der Vertragsgegenstand/);
  expect(said(12)).toMatch(/^In 12 Zeilen fehlt der Vertragsgegenstand/);
  expect(said(1).endsWith(HOW_TO_COMPLETE)).toBe(true);
});
