import { explain } from '../../cli/statement/explain.ts';
import { readStatementFile } from '../../cli/statement/file.ts';
import { day } from '../../domain/calendar.ts';
import { claim, file } from '../cli/statement-file.ts';

/** A statement full of what markup might stumble over, with an overpayment and a lump sum. */
export const nastyStatement = () =>
  explain(
    readStatementFile(
      file({
        debtor: { name: 'Ört & <Söhne> "Bau"', kind: 'business' },
        claims: [{ ...claim, dueByContract: true, subject: '<script>alert(1)</script>' }],
        payments: [
          { amount: '9999999.99', valueDate: '2025-06-01' },
          { amount: '20.00', valueDate: '2025-04-01' },
        ],
      }),
    ),
    day('2027-03-01'),
  );
