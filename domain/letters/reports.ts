import { formatEuro, type Cents } from '../money.ts';
import type { Agency, Creditor } from '../parties.ts';

export type PlainMail = Readonly<{ subject: string; text: string }>;
const closing = (agency: Agency): string => `Mit freundlichen Grüßen\n${agency.name}\nTelefon ${agency.phone} · ${agency.email}`;

/** Tells a creditor what became of a hand-over: counts, where the error report lies, or why the whole file was refused. */
export const handOverMail = (of: { creditor: Creditor; agency: Agency; handOverId: string; fileName: string; rows: number; accepted: number; rejected: number; duplicates: number; reportKey: string | null; fileProblem: string | null }): PlainMail => {
  const counts = `Zeilen: ${of.rows}\nangenommen: ${of.accepted}\nabgelehnt: ${of.rejected}\nschon bekannt: ${of.duplicates}`;
  const outcome = of.fileProblem === null
    ? `wir haben Ihre Übergabe ${of.handOverId} geprüft.\n\n${counts}\n\n${of.reportKey === null ? 'Es gab nichts zu beanstanden.' : `Zu einzelnen Zeilen gibt es Hinweise. Der Fehlerbericht nennt Zeile, Spalte, Grund und Abhilfe:\n${of.reportKey}\nBerichtigte Zeilen können Sie jederzeit erneut übergeben.`}`
    : `Ihre Übergabe ${of.handOverId} konnten wir nicht übernehmen.\n\nGrund: ${of.fileProblem}${of.reportKey === null ? '' : `\n\n${counts}\nFehlerbericht: ${of.reportKey}`}\n\nBitte berichtigen Sie die Datei und laden Sie sie erneut hoch.`;
  return { subject: of.fileProblem === null ? `Übergabe ${of.handOverId}: ${of.accepted} von ${of.rows} Forderungen angenommen` : `Übergabe ${of.handOverId}: nicht übernommen`, text: `Guten Tag,\n\n${outcome}\n\n${closing(of.agency)}\n` };
};

/** Tells finance that a month has been paid out and what is to be handed to the bank. */
export const payoutMail = (of: { agency: Agency; month: string; payouts: readonly { creditor: string; amount: Cents }[]; files: readonly string[] }): PlainMail => {
  const [year = '', month = ''] = of.month.split('-');
  const lines = of.payouts.map((p) => `${p.creditor}: ${formatEuro(p.amount)}`).join('\n');
  return { subject: `Auszahlung ${month}/${year}: ${of.payouts.length} Gläubiger`, text: `Guten Tag,\n\ndie Auszahlung für ${month}/${year} ist berechnet.\n\n${lines}\n\nBitte die Überweisungsdatei prüfen und bei der Bank einreichen. Ablage:\n${of.files.join('\n')}\n\n${closing(of.agency)}\n` };
};
