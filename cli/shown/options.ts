import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import type { Deed } from '../../domain/dunning/deeds.ts';
import { formatEuro } from '../../domain/money.ts';

type Options = ReplyOf<typeof API.options.list>;
type Option = Options['options'][number];
type Choice = Option['choices'][number];

/** How each deed is typed, after `mahnwerk`; null: by the creditor's own program only. */
const TYPED: Readonly<Record<Deed, string | null>> = {
  pause: 'akte pausieren',
  resume: 'akte fortsetzen',
  close: 'akte schliessen',
  reopen: 'akte oeffnen',
  waive: 'akte erlassen',
  skip: 'akte ueberspringen',
  trace: 'akte ermitteln',
  untraceable: 'akte ermitteln … --ergebnislos',
  clarify: 'akte klaeren',
  answer: 'akte antwort',
  answerQuery: 'akte rueckfrage',
  agree: 'akte raten',
  call: 'anrufe nehmen',
  record: null,
  assign: 'akte zahlung',
  reverse: 'akte rueckbuchung',
  refund: 'akte erstattung',
  credit: 'akte gutschrift',
};
const nameOf = ({ deed, path }: Option): string => TYPED[deed] ?? `POST ${path}`;

const choiceShown = ({ words, names, upToCents }: Choice): string => {
  const typed = Object.values(names).join(' ');
  const most = upToCents === null ? '' : `, höchstens ${formatEuro(upToCents)}`;
  return `      ${typed}: ${words}${most}`;
};
const possible = (option: Option): string => {
  const most = option.upToCents === null ? '' : ` Höchstens ${formatEuro(option.upToCents)}.`;
  return [`  ${nameOf(option)}`, `      ${option.effect}${most}`, ...option.choices.map(choiceShown)].join('\n');
};
const impossible = (option: Option): string => `  ${nameOf(option)}: ${option.why ?? ''}`;

/** What may be done with an Akte now and what comes of it, and then what may not, each with its reason. */
export const optionsShown = ({ akte, options }: Options): string => {
  const may = options.filter(({ why }) => why === null);
  const mayNot = options.filter(({ why }) => why !== null);
  return [
    may.length > 0 ? `${akte}: jetzt möglich` : `${akte}: Zurzeit ist nichts möglich.`,
    ...may.map(possible),
    ...(mayNot.length > 0 ? ['', 'Jetzt nicht möglich', ...mayNot.map(impossible)] : []),
    '',
  ].join('\n');
};
