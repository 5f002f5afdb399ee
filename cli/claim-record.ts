import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Day } from '../domain/calendar.ts';
import { invoiceIdentity } from '../domain/akte/claim.ts';
import { Rejected } from '../domain/faults.ts';
import type { GoodRow, RowIssue } from '../domain/intake/check-file.ts';
import { plus } from '../domain/money.ts';

/**
 * What was understood of an accepted row: one line of `--claims`. Amounts in cents; `amountCents` as stated,
 * `openCents` after part payments.
 */
export type ClaimRecord = Readonly<
  Record<string, unknown> & { row: number; customerNumber: string; invoiceNumber: string; invoiceDate: Day }
>;

const dunningOf = ({ kind, on, payBy }: GoodRow['claim']['priorDunning']): Readonly<Record<string, string>> =>
  kind === 'none'
    ? {}
    : { priorDunning: kind, ...(on ? { priorDunningOn: on } : {}), ...(payBy ? { priorDunningPayBy: payBy } : {}) };

export const recordOf = ({ row, debtor, claim, paid }: GoodRow): ClaimRecord => {
  const { address, customerNumber, ...person } = debtor;
  const { invoiceNumber, invoiceDate, dueOn, principal, ownCosts, kind, priorDunning, ...contract } = claim;
  return {
    row,
    customerNumber,
    invoiceNumber,
    invoiceDate,
    dueDate: dueOn,
    amountCents: plus(principal, paid),
    paidCents: paid,
    openCents: principal,
    ownCostsCents: ownCosts,
    ...person,
    ...(address?.extra ? { addressExtra: address.extra } : {}),
    ...(address ? { street: address.street, postalCode: address.postalCode, city: address.city } : {}),
    claimKind: kind,
    ...dunningOf(priorDunning),
    ...contract,
  };
};

/** The store of the desk: claims of earlier lists, as `--claims` wrote them. */
export type KnownClaims = Readonly<{ against(record: ClaimRecord, line: number): RowIssue | undefined }>;
const contentOf = ({
  row: _,
  name: __,
  street: ___,
  postalCode: ____,
  city: _____,
  email: ______,
  phone: _______,
  ...stated
}: ClaimRecord): string => JSON.stringify(Object.entries(stated).sort(([a], [b]) => (a < b ? -1 : 1)));

const parsed = (line: string, n: number, path: string): ClaimRecord => {
  try {
    // A cast: what tells claims apart is asked next, of the rest only whether it is the same text.
    const record = JSON.parse(line) as ClaimRecord;
    const isText = typeof record.invoiceNumber === 'string' && typeof record.customerNumber === 'string';
    if (isText && Day.safeParse(record.invoiceDate).success) return record;
  } catch {
    /* said below */
  }
  throw new Rejected('option.file', `--known: Zeile ${n} von ${path} ist keine Forderung, wie --claims sie schreibt.`);
};

export const knownClaims = async (path: string): Promise<KnownClaims> => {
  const known = new Map<string, string>();
  let n = 0;
  const lines = createInterface({ input: createReadStream(path).on('error', () => undefined), crlfDelay: Infinity });
  try {
    for await (const line of lines) {
      n++;
      if (line.trim()) {
        const record = parsed(line, n, path);
        known.set(invoiceIdentity(record), contentOf(record));
      }
    }
  } catch (error) {
    throw error instanceof Rejected ? error : new Rejected('option.file', `--known: ${path} ist nicht lesbar.`);
  }
  return {
    against: (record, line) => {
      const content = known.get(invoiceIdentity(record));
      if (content === undefined) return undefined;
      const same = content === contentOf(record);
      return {
        row: record.row,
        line,
        column: 'invoiceNumber',
        value: record.invoiceNumber,
        code: same ? 'invoice.duplicate' : 'invoice.conflict',
        severity: same ? 'duplicate' : 'conflict',
        message: same
          ? `Rechnung ${record.invoiceNumber} ist schon übergeben.`
          : `Rechnung ${record.invoiceNumber} ist schon mit anderen Angaben übergeben.`,
        mend: same
          ? 'Nichts zu tun: Die Forderung läuft bereits.'
          : 'Bitte prüfen, welche Angaben stimmen, und sich an die Mandantenbetreuung wenden.',
      };
    },
  };
};
