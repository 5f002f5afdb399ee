import { counted, grouped } from '../counted.ts';
import type { Agency, Creditor } from '../parties/parties.ts';
import type { Quality, Reason, Trend } from '../payout/quality.ts';
import { monthInWords, signed, type PlainMail } from './reports.ts';

const flawless = ({ rejected, contact, other }: Quality): boolean =>
  rejected === 0 && contact.length === 0 && other.length === 0;

const taken = ({ rows, accepted, rejected, shares }: Quality): string => {
  if (rejected > 0)
    return `Angenommen haben wir ${grouped(accepted)} (${shares.accepted} %), zurückgewiesen ${grouped(rejected)}.`;
  return rows === 1 ? 'Wir haben sie angenommen.' : 'Wir haben alle angenommen.';
};
const figures = (of: Quality): string => {
  const { month, handOvers, rows, duplicates } = of;
  return [
    `im ${monthInWords(month)} haben Sie uns in ${counted(handOvers, 'Abgabe', 'Abgaben')} ${counted(rows, 'neue Zeile', 'neue Zeilen')} übergeben.`,
    taken(of),
    duplicates > 0 ? `${counted(duplicates, 'weitere Zeile kannten', 'weitere Zeilen kannten')} wir schon.` : '',
  ]
    .filter(Boolean)
    .join(' ');
};

const MOVED: Readonly<Record<Trend, string>> = {
  better: 'besser geworden',
  same: 'etwa gleich geblieben',
  worse: 'schlechter geworden',
};
const compared = ({ before, shares }: Quality): string =>
  before === null
    ? ''
    : [
        `Im Vergleich zum ${monthInWords(before.month)}:`,
        `- Angenommene Zeilen: ${shares.accepted} % (zuvor ${before.shares.accepted} %), ${MOVED[before.accepted]}.`,
        `- Mängel bei Kontaktdaten je 100 Zeilen: ${shares.contactIssues} (zuvor ${before.shares.contactIssues}), ${MOVED[before.contactIssues]}.`,
      ].join('\n');

const listed = (heading: string, reasons: readonly Reason[]): string =>
  reasons.length === 0
    ? ''
    : [heading, ...reasons.map(({ count, what, todo }) => `- ${grouped(count)}-mal: ${what}. ${todo}`)].join('\n');

const praise = (of: Quality): string =>
  !flawless(of)
    ? ''
    : 'Ihre Daten waren einwandfrei: Wir hatten nichts zu beanstanden und konnten sofort mit der Arbeit beginnen. Vielen Dank für die sorgfältige Vorbereitung!';

const verdict = (of: Quality): string => {
  if (flawless(of)) return 'einwandfrei';
  return of.rejected > 0
    ? `${of.shares.accepted} % der Zeilen angenommen`
    : 'alles angenommen, einiges lässt sich verbessern';
};

/**
 * The month's word on a creditor's data: figures, what to mend first, thanks where thanks are due. No debtor's name
 * stands in it: mail is a postcard.
 */
export const qualityMail = ({
  creditor,
  agency,
  quality,
}: Readonly<{ creditor: Creditor; agency: Agency; quality: Quality }>): PlainMail => ({
  subject: `Ihre Daten im ${monthInWords(quality.month)}: ${verdict(quality)}`,
  text: [
    `Guten Tag ${creditor.name},`,
    figures(quality),
    praise(quality),
    compared(quality),
    listed('Das hilft am meisten, denn bezahlen kann nur, wen wir erreichen:', quality.contact),
    listed(quality.contact.length > 0 ? 'Außerdem fiel uns auf:' : 'Das fiel uns auf:', quality.other),
    quality.contact.length + quality.other.length > 0
      ? 'Welche Zeilen es sind, steht in den Fehlerberichten der einzelnen Abgaben.'
      : '',
    signed(agency),
  ]
    .filter(Boolean)
    .join('\n\n'),
});
