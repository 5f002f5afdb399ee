import { day } from '../../../domain/calendar.ts';
import type { Cells } from '../../../domain/intake/reading.ts';
import { checkRow } from '../../../domain/intake/check-row.ts';
import { Creditor } from '../../../domain/parties/parties.ts';
import { musterversand } from '../../support/akte.ts';

export const TODAY = day('2026-03-02');
export const creditor = (terms: Partial<Creditor> = {}): Creditor => Creditor.parse({ ...musterversand, ...terms });
export const GOOD: Cells = {
  customerNumber: 'K-1',
  invoiceNumber: 'RE-1',
  invoiceDate: '05.01.2026',
  amount: '129,90',
  firstName: 'Erika',
  lastName: 'Beispiel',
  salutation: 'Frau',
  street: 'Musterweg 5',
  postalCode: '44135',
  city: 'Dortmund',
  email: 'erika@example.com',
  phone: '0151 10000001',
};
const asText = (issue: { severity: string; code: string; column: string | null }): string =>
  `${issue.severity} ${issue.code} ${issue.column ?? '-'}`;
/** What becomes of the good row with these cells changed; '' empties a cell. */
export const checked = (change: Cells, terms: Partial<Creditor> = {}) => {
  const check = checkRow({ ...GOOD, ...change }, creditor(terms), TODAY);
  return {
    check,
    ok: check.ok,
    issues: check.issues.map(asText),
    ...(check.ok ? { debtor: check.debtor, claim: check.claim } : {}),
  };
};
