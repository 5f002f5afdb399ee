import { amountInWords, bookingIdOf } from '../../domain/account/bank.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { UnmatchedWriter } from '../../usecases/ports/bank-lines.ts';
import { csvFile, quotedCell } from './csv-cell.ts';

const HEADER = ['Buchungstag', 'Wertstellung', 'Betrag', 'Zahler', 'Verwendungszweck', 'Grund', 'Kennung der Buchung'];

/** The bank lines a person must book, for a spreadsheet. Payer and remittance were written by strangers. */
export const unmatchedCsv: UnmatchedWriter = (unmatched) =>
  csvFile(
    [
      HEADER,
      ...unmatched.map(({ entry, reason }) => [
        formatDay(entry.bookedOn),
        formatDay(entry.valueDate),
        amountInWords(entry),
        entry.payerName ?? '',
        entry.remittance,
        reason,
        bookingIdOf(entry.id),
      ]),
    ].map((row) => row.map(quotedCell)),
  );
