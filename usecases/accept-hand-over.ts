import type { Day } from '../domain/calendar.ts';
import { Rejected } from '../domain/faults.ts';
import { checkRows, type RawRow, type RowIssue } from '../domain/intake/check-file.ts';
import { handOverMail } from '../domain/letters/reports.ts';
import type { Agency, Creditor, CreditorId } from '../domain/parties.ts';
import type { Archive, Clock, Creditors, HandOver, HandOvers, Mailbox, Once } from './ports.ts';
import { registerClaims } from './register-claims.ts';

export interface ListReader { read(bytes: Uint8Array): readonly RawRow[]; csv(issues: readonly RowIssue[]): string; json(issues: readonly RowIssue[]): string }
type Ports = Parameters<typeof registerClaims>[0] & Readonly<{ creditors: Creditors; handOvers: HandOvers; archive: Archive; mailbox: Mailbox; once: Once; clock: Clock; lists: ListReader; agency: Agency }>;

const counts = (of: { rows: number; accepted: number; issues: readonly RowIssue[] }): Pick<HandOver, 'rows' | 'accepted' | 'rejected' | 'duplicates' | 'warnings'> => {
  const duplicates = new Set(of.issues.filter((i) => i.severity === 'duplicate').map((i) => i.row)).size;
  return { rows: of.rows, accepted: of.accepted, duplicates, rejected: of.rows - of.accepted - duplicates, warnings: of.issues.filter((i) => i.severity === 'warning').length };
};

/** Checks rows and registers the good ones; the same for a file and for the API. rows = accepted + rejected + duplicates. */
export const checkAndRegister = async (ports: Parameters<typeof registerClaims>[0], of: { creditor: Creditor; handOver: string; on: Day; by: string; rows: readonly RawRow[] }) => {
  const checked = checkRows(of.rows, of.creditor, of.on);
  const { accepted, refused } = await registerClaims(ports)({ ...of, rows: checked.good });
  const issues = [...checked.issues, ...refused].sort((a, b) => a.row - b.row);
  return { accepted, issues, counts: counts({ rows: of.rows.length, accepted: accepted.length, issues }) };
};

const tell = async (ports: Ports, creditor: Creditor, handOver: HandOver): Promise<void> => {
  if (!await ports.once.first(`hand-over-mail:${creditor.id}:${handOver.id}`)) return;
  const { subject, text } = handOverMail({ creditor, agency: ports.agency, handOverId: handOver.id, fileName: handOver.file ?? '', rows: handOver.rows, accepted: handOver.accepted, rejected: handOver.rejected, duplicates: handOver.duplicates, reportKey: handOver.report, fileProblem: handOver.problem });
  await ports.mailbox.send({ to: creditor.email, subject, text });
};

/**
 * Takes an uploaded Übergabeliste: good rows become Akten and claims, bad rows come back as a report beside the upload, and the hand-over
 * stands in the Abgabehistorie. An event that comes twice, or again after a crash, leads to the same result.
 */
export const acceptHandOver = (ports: Ports) => async (upload: { creditor: CreditorId; id: string; key: string }): Promise<HandOver> => {
  const creditor = await ports.creditors.get(upload.creditor);
  const known = await ports.handOvers.find(creditor.id, upload.id);
  if (known && known.state !== 'running') return known;
  const on = known?.on ?? ports.clock.today();
  const blank: HandOver = { id: upload.id, creditor: creditor.id, source: 'file', file: upload.key, on, state: 'running', rows: 0, accepted: 0, rejected: 0, duplicates: 0, warnings: 0, problem: null, report: null, claims: [] };
  await ports.handOvers.save(blank);
  const finish = async (handOver: HandOver): Promise<HandOver> => { await ports.handOvers.save(handOver); await tell(ports, creditor, handOver); return handOver; };
  let rows: readonly RawRow[];
  try {
    rows = ports.lists.read(await ports.archive.get(upload.key));
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return finish({ ...blank, state: 'refused', problem: error.message });
  }
  const { accepted, issues, counts: numbers } = await checkAndRegister(ports, { creditor, handOver: upload.id, on, by: `client:${creditor.id}`, rows });
  const report = issues.length > 0 ? upload.key.replace(/[^/]+$/, 'fehlerbericht.csv') : null;
  if (report) {
    await ports.archive.put(report, ports.lists.csv(issues), 'text/csv; charset=utf-8');
    await ports.archive.put(report.replace(/csv$/, 'json'), ports.lists.json(issues), 'application/json');
  }
  const problem = numbers.accepted === 0 && numbers.duplicates === 0 ? 'Keine Zeile der Datei konnte angenommen werden; der Fehlerbericht nennt die Gründe.' : null;
  return finish({ ...blank, ...numbers, state: 'done', problem, report, claims: accepted.map((a) => `${a.akte}-${a.claim}`) });
};
