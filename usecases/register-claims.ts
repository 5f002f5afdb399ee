import { type Akte, generationOf } from '../domain/akte.ts';
import { aktenzeichen } from '../domain/aktenzeichen.ts';
import type { Day } from '../domain/calendar.ts';
import { ClaimId, MatterId, normaliseInvoiceNumber, type AkteId, type Claim } from '../domain/claim.ts';
import type { Fact } from '../domain/facts.ts';
import { Conflict } from '../domain/faults.ts';
import type { CheckedRow, RowIssue } from '../domain/intake/check-file.ts';
import { sameClaim } from '../domain/intake/check-file.ts';
import type { Creditor } from '../domain/parties.ts';
import type { Akten, Hashes, Workflows } from './ports.ts';

type Ports = Readonly<{ akten: Akten; workflows: Workflows; hashes: Hashes }>;
export type Registered = Readonly<{ row: number; akte: AkteId; claim: ClaimId }>;
export type Registration = Readonly<{ accepted: readonly Registered[]; refused: readonly RowIssue[] }>;
type Group = Readonly<{ creditor: Creditor; handOver: string; on: Day; by: string; rows: readonly CheckedRow[] }>;

const invoiceOf = (row: CheckedRow): string => normaliseInvoiceNumber(row.claim.invoiceNumber);

/** One Akte per creditor and customer (reading 11): the salt steps on where another customer has the same forty bits. */
const akteFor = async (ports: Ports, creditor: Creditor, customerNumber: string): Promise<{ id: AkteId; akte: Akte | null }> => {
  for (let salt = 0; ; salt++) {
    const id = aktenzeichen(creditor.id, ports.hashes.sha256(`${creditor.id}\n${customerNumber}\n${salt}`));
    const akte = await ports.akten.find(id);
    if (!akte || akte.debtor.customerNumber === customerNumber) return { id, akte };
  }
};

const refusal = (row: CheckedRow, code: 'invoice.duplicate' | 'invoice.conflict', akte: AkteId): RowIssue => ({
  row: row.row, line: row.line, column: 'invoiceNumber', code, severity: code === 'invoice.duplicate' ? 'duplicate' : 'conflict', value: row.claim.invoiceNumber,
  message: code === 'invoice.duplicate' ? `Rechnung ${row.claim.invoiceNumber} ist schon übergeben (Akte ${akte}).` : `Rechnung ${row.claim.invoiceNumber} ist schon mit anderen Angaben übergeben (Akte ${akte}).`,
  mend: code === 'invoice.duplicate' ? 'Nichts zu tun: Die Forderung läuft bereits.' : 'Bitte prüfen, welche Angaben stimmen, und sich an die Mandantenbetreuung wenden.',
});

/** What the store already knows of each row: ours from an earlier try of this very hand-over, a duplicate, a conflict, or nothing. */
const sift = async (ports: Ports, group: Group): Promise<{ fresh: CheckedRow[]; ours: Registered[]; refused: RowIssue[] }> => {
  const sifted = { fresh: [] as CheckedRow[], ours: [] as Registered[], refused: [] as RowIssue[] };
  for (const row of group.rows) {
    const id = await ports.akten.withInvoice(group.creditor.id, invoiceOf(row));
    const akte = id && await ports.akten.get(id);
    const known = akte ? akte.claims.find((c) => normaliseInvoiceNumber(c.invoiceNumber) === invoiceOf(row)) : undefined;
    if (!akte || !known) { sifted.fresh.push(row); continue; }
    if (akte.matters.find((m) => m.id === known.matter)?.handOver === group.handOver) sifted.ours.push({ row: row.row, akte: akte.id, claim: known.id });
    else sifted.refused.push(refusal(row, sameClaim(known, row.claim) && akte.debtor.customerNumber === row.debtor.customerNumber ? 'invoice.duplicate' : 'invoice.conflict', akte.id));
  }
  return sifted;
};

const handOverFacts = (akte: Akte | null, group: Group, rows: readonly CheckedRow[], debtor: CheckedRow['debtor']): { facts: Fact[]; claims: Claim[] } => {
  const matter = MatterId.parse(`M${(akte?.matters.length ?? 0) + 1}`);
  const claims = rows.map((row, i): Claim => ({ ...row.claim, id: ClaimId.parse(`F${(akte?.claims.length ?? 0) + i + 1}`), matter }));
  const { creditor } = group;
  return { claims, facts: [...(akte ? [] : [{ kind: 'opened' as const, debtor, terms: { deductsInputTax: creditor.deductsInputTax, lumpSum: creditor.claimsLumpSum, dayCount: creditor.dayCount } }]),
    { kind: 'handedOver', handOver: group.handOver, on: group.on, matter, procedure: creditor.procedure, claims }] };
};

const registerCustomer = async (ports: Ports, group: Group, attempt = 1): Promise<Registration> => {
  const { fresh, ours, refused } = await sift(ports, group);
  const [first] = fresh;
  const accepted = [...ours];
  if (first) {
    const { id, akte } = await akteFor(ports, group.creditor, first.debtor.customerNumber);
    const { facts, claims } = handOverFacts(akte, group, fresh, first.debtor);
    try {
      await ports.akten.append(id, akte?.version ?? 0, { by: group.by, facts }, { invoices: fresh.map(invoiceOf) });
    } catch (error) {
      if (error instanceof Conflict && attempt < 6) return registerCustomer(ports, group, attempt + 1);
      throw error;
    }
    claims.forEach((claim, i) => accepted.push({ row: fresh[i]?.row ?? 0, akte: id, claim: claim.id }));
  }
  // Starting is idempotent: what an earlier try had written but not started is started now.
  for (const { akte, claim } of accepted) await ports.workflows.start(akte, claim, generationOf(await ports.akten.get(akte), claim));
  return { accepted, refused };
};

/**
 * Writes checked rows into Akten and starts an execution for each claim: claims of one customer in one hand-over are one matter. The same
 * hand-over again (a second event, a retry after a crash) recognises its own rows and only finishes what is missing.
 */
export const registerClaims = (ports: Ports) => async (group: Group): Promise<Registration> => {
  const customers = new Map<string, CheckedRow[]>();
  for (const row of group.rows) customers.set(row.debtor.customerNumber, [...(customers.get(row.debtor.customerNumber) ?? []), row]);
  const done: Registration[] = [];
  for (const rows of customers.values()) done.push(await registerCustomer(ports, { ...group, rows }));
  return { accepted: done.flatMap((d) => d.accepted).sort((a, b) => a.row - b.row), refused: done.flatMap((d) => d.refused) };
};
