import type { Stage } from '../../domain/procedure/states.ts';
import { nameOf } from '../../domain/actor.ts';
import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import { formatDay } from '../../domain/calendar.ts';
import type { CALL_OUTCOMES } from '../../domain/akte/call-words.ts';
import { formatEuro } from '../../domain/money.ts';
import { PARTS } from '../answers.ts';
import { aligned, clock } from './table.ts';

type Listed = ReplyOf<typeof API.calls.list>;
type Noted = ReplyOf<typeof API.calls.note>;

const HEAD = [
  'Aktenzeichen',
  'Ang.',
  'Stufe',
  'Name',
  'Telefon',
  'im Namen',
  'Versuch',
  'Tageszeiten',
  'bis',
  'offen',
  'übernommen von',
] as const;
type Call = Listed['calls'][number];
/** What a caller should know of this debtor; nothing where there is nothing. */
const hintOn = ({ akte, furtherPhones, language, remarks }: Call): string[] => {
  const hints = [
    ...(furtherPhones.length > 0 ? [`auch unter ${furtherPhones.join(', ')}`] : []),
    ...(language === null ? [] : [`Sprache: ${language}`]),
    ...remarks.map((remark) => `Bemerkung: ${remark}`),
  ];
  return hints.length > 0 ? [`${akte}: ${hints.join(' · ')}`] : [];
};
const rowOf = (call: Call): readonly string[] => [
  call.akte,
  call.matter,
  String(call.stage),
  call.debtor,
  call.phone,
  call.sender === 'creditor' ? 'Gläubiger' : 'Inkasso',
  String(call.attempt),
  call.parts.map((p) => PARTS[p]).join(', '),
  formatDay(call.until),
  formatEuro(call.openCents),
  call.takenBy === null ? '' : nameOf(call.takenBy),
];
export const callsShown = ({ calls }: Listed): string => {
  const [first] = calls;
  if (!first) return 'Heute steht kein Anruf an.\n';
  const many = calls.length === 1 ? 'Ein Anruf' : `${calls.length} Anrufe`;
  const table = aligned([HEAD, ...calls.map(rowOf)], [2, 6, 9]);
  const hints = [...calls.flatMap(hintOn), ''].join('\n');
  const take = `mahnwerk anrufe nehmen ${first.akte} --angelegenheit ${first.matter} --stufe ${first.stage}`;
  return `${many} für heute, der dringendste zuerst\n\n${table}\n${hints}Übernehmen: ${take}\n`;
};

/** A call that was taken, with who has it and until when. */
export const takenShown =
  ({ matter, stage }: Readonly<{ matter: string; stage: Stage }>) =>
  ({ akte, taken }: Noted): string => {
    const own = taken.find((c) => c.matter === matter && c.stage === stage);
    return own ? `${akte}: übernommen von ${nameOf(own.by)} bis ${clock(own.until)} Uhr.\n` : `${akte}: übernommen.\n`;
  };

type Outcome = (typeof CALL_OUTCOMES)[number];
/** What the call is not yet noted with. */
const nextAfter = (akte: string): Readonly<Partial<Record<Outcome, string>>> => ({
  promise: `Das Mahnen ruht sieben Tage. Bitte noch den Tag der Zusage eintragen: mahnwerk akte antwort ${akte} --art zusage --bis TAG`,
  dispute: `Das Mahnen ruht. Bitte noch den Grund eintragen: mahnwerk akte antwort ${akte} --art widerspruch --grund …`,
  instalments: `Das Mahnen ruht 14 Tage. Das Angebot: mahnwerk akte raten ${akte} --rate 50,00 --ab TAG`,
  'wrong-number': `Dort wird nicht mehr angerufen. Ist die richtige Nummer bekannt: mahnwerk akte antwort ${akte} --art kontakt --telefon …`,
});
/** A call that was made, with what must still be noted. */
export const notedShown =
  ({ outcome }: Readonly<{ outcome: Outcome }>) =>
  ({ akte }: Noted): string =>
    `${`${akte}: Anruf eingetragen.\n${nextAfter(akte)[outcome] ?? ''}`.trimEnd()}\n`;
