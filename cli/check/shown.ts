import { SEVERITY_WORDS } from '../../domain/intake/issue-codes.ts';
import { counted, grouped } from '../../domain/counted.ts';
import { type ReportedIssue } from '../../domain/intake/findings.ts';
import { checkList, type Checked, type Work } from './check-list.ts';

/** On a screen nobody reads more; the rest stands in the report. */
const SHOWN = 40;
const shown = (i: ReportedIssue): string =>
  `Zeile ${i.line}${i.column === null ? '' : `, ${i.column}`}: ${SEVERITY_WORDS[i.severity]}. ${i.message} ${i.mend}\n`;

/** Where the command writes. */
export type Streams = Readonly<{ out(text: string): Promise<void>; err(text: string): void; interactive: boolean }>;

const progressOn = (streams: Streams, total: number): ((rows: number) => void) => {
  let last = Date.now();
  let share = 0;
  return (rows) => {
    const now = Date.now();
    const percent = Math.floor((rows / total) * 100);
    if (total < 20_000 || percent === share || (streams.interactive ? now - last < 200 : percent < share + 10)) return;
    last = now;
    share = percent;
    const start = streams.interactive ? '\r' : '';
    const end = streams.interactive && rows < total ? '' : '\n';
    streams.err(`${start}geprüft: ${grouped(rows)} von ${grouped(total)} Zeilen (${percent} %)${end}`);
  };
};

/** The result as one JSON text, its issues as they come. */
export const asJson = async (work: Work, streams: Streams, total: number): Promise<Checked> => {
  let first = true;
  const checked = await checkList(work, total, {
    progress: progressOn(streams, total),
    issues: async (issues) => {
      await streams.out(`${first ? '{"issues":[\n' : ',\n'}${issues.map((i) => JSON.stringify(i)).join(',\n')}`);
      first = false;
    },
  });
  const { codes: _, ...counts } = checked.tally;
  const rest = JSON.stringify({ ...counts, encoding: checked.encoding, delimiter: checked.delimiter }).slice(1);
  await streams.out(`${first ? '{"issues":[' : '\n'}],${rest}\n`);
  return checked;
};

const NAMES: Readonly<Record<string, string>> = {
  ';': 'Semikolon',
  ',': 'Komma',
  '\t': 'Tabulator',
  '|': 'senkrechter Strich',
};
const inSum = ({ tally: t, delimiter, encoding }: Checked): string => {
  const how = delimiter === null ? 'Excel' : `${encoding ?? ''}, Trennzeichen ${NAMES[delimiter] ?? delimiter}`;
  return [
    `${counted(t.rows, 'Zeile', 'Zeilen')} (${how}): ${grouped(t.accepted)} in Ordnung`,
    `${grouped(t.rejected)} zurückgewiesen`,
    counted(t.duplicates, 'Dublette', 'Dubletten'),
    `${counted(t.warnings, 'Warnung', 'Warnungen')}.`,
  ].join(', ');
};
/** The result as a person reads it: the first issues, and the sum. */
export const asText = async (work: Work, streams: Streams, total: number): Promise<Checked> => {
  let told = 0;
  const checked = await checkList(work, total, {
    progress: progressOn(streams, total),
    issues: async (issues) => {
      for (const issue of issues) if (told++ < SHOWN) await streams.out(shown(issue));
    },
  });
  const hint = work.report === undefined ? '; mit --report stehen alle im Fehlerbericht' : '';
  const rest = told > SHOWN ? `… und ${grouped(told - SHOWN)} weitere Meldungen${hint}.\n` : '';
  await streams.out(`${rest}${told > 0 ? '\n' : ''}${inSum(checked)}\n`);
  if (work.report !== undefined)
    await streams.out(
      told > 0 ? `Berichte: ${work.report}\n` : 'Es gibt nichts zu berichten; es wurde kein Bericht geschrieben.\n',
    );
  return checked;
};
