import { executions, filing, sent, type Running, type SentMail } from './stage.ts';
import { akteOf, readAkte, type AkteView, type Told } from './story.ts';

export type Check = Readonly<{ what: string; ok: boolean; detail: string }>;
export type Seen = Readonly<{
  akten: AkteView[];
  executions: { name: string; status: string }[];
  debtorMails: SentMail[];
  officeMails: SentMail[];
  sms: Record<string, unknown>[];
  letters: string[];
  files: string[];
}>;

/** Everything the story has left behind, read through the same doors its users have. */
export const look = async (running: Running, told: Told): Promise<Seen> => {
  const ids = [...new Set(told.handOvers.flatMap((h) => h.handOver.claims.map(akteOf)))];
  const akten: AkteView[] = [];
  for (const id of ids)
    akten.push(
      await readAkte(id.startsWith('MUS') ? told.apis.MUS : id.startsWith('STW') ? told.apis.STW : told.apis.LAD, id),
    );
  const { mails, sms } = await sent(running);
  const files = [
    ...(await filing(running).list('handover/')),
    ...(await filing(running).list('payouts/')),
    ...(await filing(running).list('bank/')),
  ];
  return {
    akten,
    executions: await executions(running),
    debtorMails: mails.filter((m) => m.Source.startsWith('akte+')),
    officeMails: mails.filter((m) => !m.Source.startsWith('akte+')),
    sms,
    letters: running.prints.jobs().map((j) => j.filename_original),
    files,
  };
};

const twice = (list: readonly string[]): string[] => [...new Set(list.filter((x, i) => list.indexOf(x) !== i))];
const isMessage = (line: string): boolean => / per (E-Mail|SMS|Brief) gesendet$/.test(line);
/** A message leaves when its sending begins: a payment between that and the provider's receipt is too late for it, as in life. */
const begins = (line: string): boolean => line.endsWith('Versand begonnen');
const after = (akte: AkteView, from: RegExp, to?: RegExp): string[] => {
  const start = akte.verlauf.findLastIndex((l) => from.test(l));
  const rest = start < 0 ? [] : akte.verlauf.slice(start + 1);
  const end = to ? rest.findIndex((l) => to.test(l)) : -1;
  return (end < 0 ? rest : rest.slice(0, end)).filter(begins);
};
const dayOf = (line: string): number => {
  const [d = 0, m = 0, y = 0] = (/^(\d+)\.(\d+)\.(\d+)/.exec(line)?.slice(1) ?? []).map(Number);
  return Math.round((Date.UTC(y, m - 1, d) - Date.UTC(2026, 2, 2)) / 86_400_000);
};
export const courtDays = (seen: Seen): { akte: string; day: number }[] =>
  seen.akten.flatMap((a) =>
    a.verlauf
      .filter((l) => l.includes('gerichtliches Mahnverfahren'))
      .map((l) => ({ akte: a.aktenzeichen, day: dayOf(l) })),
  );

/** What must hold when the story has been told; each a promise of the product. A check without anything to look at fails. */
export const check = (told: Told, seen: Seen): Check[] => {
  const checks: Check[] = [];
  const expect = (what: string, ok: boolean, detail: string): void => {
    checks.push({ what, ok, detail });
  };
  const akte = (id: string): AkteView =>
    seen.akten.find((a) => a.aktenzeichen === id) ??
    (() => {
      throw new Error(`no Akte ${id}`);
    })();
  const accepted = told.handOvers.reduce((n, h) => n + h.handOver.accepted, 0);
  const counts = told.handOvers.every(
    ({ handOver: h }) => h.rows === h.accepted + h.rejected + h.duplicates && h.rows > 0,
  );
  expect(
    'Zeilen = angenommen + abgelehnt + Dubletten',
    counts,
    `${told.handOvers.length} Übergaben, ${accepted} Forderungen`,
  );
  const firstRuns = seen.executions.filter((e) => e.name.endsWith('-g1')).length;
  expect('jede Forderung hat ihre Ausführung', firstRuns === accepted, `${firstRuns} von ${accepted}`);
  const bad = seen.executions.filter((e) => !['RUNNING', 'SUCCEEDED', 'ABORTED'].includes(e.status));
  expect(
    'keine Ausführung ist gescheitert',
    bad.length === 0,
    bad.map((e) => `${e.name} ${e.status}`).join(', ') || 'keine',
  );
  const stuck = seen.akten.filter(
    (a) =>
      a.forderungen.some((f) => f.naechsterSchritt.startsWith('Klärung')) ||
      a.verlauf.some((l) => l.includes('Klärung')),
  );
  expect(
    'kein Fall steht in Klärung',
    stuck.length === 0,
    stuck.map((a) => `${a.aktenzeichen}: ${a.verlauf.filter((l) => l.includes('Klärung')).join()}`).join('; ') ||
      'keiner',
  );
  const doubled = [
    ...twice(seen.debtorMails.map((m) => m.Source)),
    ...twice(seen.letters),
    ...twice(seen.akten.flatMap((a) => a.verlauf.filter(isMessage).map((l) => `${a.aktenzeichen} ${l}`))),
  ];
  expect(
    'keine Nachricht ging zweimal hinaus',
    doubled.length === 0 && seen.debtorMails.length > 0 && seen.letters.length > 0,
    doubled.join(', ') || `${seen.debtorMails.length} E-Mails, ${seen.letters.length} Briefe`,
  );
  const logged = seen.akten.flatMap((a) => a.verlauf.filter(isMessage)).length;
  expect(
    'jede Nachricht steht in ihrer Akte',
    logged === seen.debtorMails.length + seen.letters.length + seen.sms.length,
    `${logged} in den Akten, ${seen.debtorMails.length + seen.letters.length + seen.sms.length} hinausgegangen`,
  );
  for (const id of told.paidInFull)
    expect(
      `${id}: nach der Zahlung nichts mehr gesendet, nichts offen`,
      after(akte(id), /eingegangen/).length === 0 && akte(id).offenCents === 0,
      after(akte(id), /eingegangen/).join('; ') || `offen ${akte(id).offenCents}`,
    );
  for (const id of told.paidInPart)
    expect(
      `${id}: Teilzahlung verrechnet, Mahnlauf geht weiter`,
      after(akte(id), /eingegangen/).length > 0 && akte(id).offenCents > 0,
      `offen ${akte(id).offenCents}`,
    );
  for (const id of told.overpaid)
    expect(
      `${id}: von 5,00 € Überzahlung 2,00 € erstattet, der Rest gehalten`,
      akte(id).erstattetCents === 200 && akte(id).ueberzahltCents === 300,
      `${akte(id).ueberzahltCents}`,
    );
  const bounced = akte(told.bounced);
  expect(
    `${told.bounced}: nach der Rückbuchung wieder ganz offen und gemahnt, in einer neuen Ausführung`,
    bounced.zurueckgebucht.length === 1 &&
      bounced.zahlungen.length === 0 &&
      after(bounced, /zurückgebucht/).length > 0 &&
      seen.executions.some((e) => e.name === `${told.bounced}-F1-g2`),
    `offen ${bounced.offenCents}`,
  );
  const enclosed = seen.debtorMails
    .filter((m) => m.BodyText?.includes('Anlagen: Rechnung SW/2025/3001 (Kopie)'))
    .map((m) => m.Source);
  expect(
    'die 1. Mahnung der Stadtwerke trägt die Rechnung, die ihr beiliegt',
    enclosed.length === 1 && /-M1-1-email@/.test(enclosed[0] ?? ''),
    enclosed.join(', ') || 'keine',
  );
  expect(
    `${told.closed}: nach dem Schließen nichts mehr gesendet`,
    akte(told.closed).geschlossen && after(akte(told.closed), /geschlossen/).length === 0,
    'geschlossen',
  );
  expect(
    `${told.paused}: in der Pause nichts gesendet, danach weiter`,
    after(akte(told.paused), /ruht/, /fortgesetzt/).length === 0 && after(akte(told.paused), /fortgesetzt/).length > 0,
    'pausiert und fortgesetzt',
  );
  for (const r of told.refusals) expect(`${r.what} wird abgewiesen`, r.status === r.expected, `${r.status}`);
  for (const p of told.payouts)
    expect(
      `Auszahlung ${p.month} zweimal gerechnet, einmal gezahlt`,
      JSON.stringify(p.payouts) === JSON.stringify(p.again) && p.payouts.length === 3,
      p.payouts.map((x) => `${x.creditor} ${x.cents}`).join(', '),
    );
  const statements = seen.files.filter((f) => f.endsWith('auszahlung.pdf')).length;
  expect(
    'Abrechnung je Gläubiger und Monat als PDF und CSV',
    statements === 9 && seen.files.filter((f) => f.endsWith('auszahlung.csv')).length === 9,
    `${statements} PDF`,
  );
  const mails = seen.officeMails.filter((m) => /Auszahlung/i.test(m.Subject)).length;
  expect('Finanzabteilung je Monat einmal benachrichtigt', mails === 3, `${mails} E-Mails`);
  expect(
    'fremde Buchung steht zur Zuordnung bereit',
    seen.files.some((f) => f.includes('nicht-zugeordnet')),
    'bank/',
  );
  const days = courtDays(seen)
    .filter((d) => d.akte.startsWith('MUS'))
    .map((d) => d.day);
  const standard = days.filter((d) => d >= 87 && d <= 92).length;
  expect(
    'unbezahlte Fälle erreichen die gerichtliche Entscheidung am Tag 87 oder wenige Tage danach',
    standard > 0,
    `Tage ${[...new Set(days)].sort((a, b) => a - b).join(', ')}`,
  );
  return checks;
};
