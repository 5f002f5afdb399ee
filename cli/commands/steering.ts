import { API } from '../../contracts/api.ts';
import { misuse, optionalDay, optionalText, text, type OptionTypes, type Values } from '../given.ts';
import { ask, type Request } from './asking.ts';
import { akteIn, matterIn, stageIn, type Command, type Typed } from './command.ts';

/** The Akte, why, and what else was typed. */
type Asking = (path: Readonly<{ akte: string }>, why: Readonly<{ reason: string }>, values: Values) => Request;
type Steering = Readonly<{
  about: string;
  usage?: string;
  options?: OptionTypes;
  asks: Asking;
}>;
const steering = ({ about, usage = '', options = {}, asks }: Steering): Command => ({
  operands: ['AKTENZEICHEN'],
  usage: `--grund "…"${usage}`,
  about,
  options: { grund: 'string', ...options },
  request: (typed) => {
    const path = akteIn(typed);
    const reason = text(typed.values, 'grund', '"Rückfrage beim Gläubiger"', 500);
    return asks(path, { reason }, typed.values);
  },
});

const untilIn = (values: Values) => {
  const until = optionalDay(values, 'bis');
  return until ? { until } : {};
};
/** What a person has found out at the provider. */
const notSentIn = (values: Values) => {
  const message = optionalText(values, 'schreiben', 60);
  if (values['nicht-gesendet'] === true) return { sent: false, ...(message === undefined ? {} : { message }) };
  if (message !== undefined) throw misuse('--schreiben', 'gehört zu --nicht-gesendet.');
  return {};
};
const skippedIn = (values: Values) => ({
  stage: stageIn(values),
  ...(values['angelegenheit'] === undefined ? {} : { matter: matterIn(values) }),
});

const tracing = (typed: Typed): Request => {
  const path = akteIn(typed);
  const isInVain = typed.values['ergebnislos'] === true;
  const usual = isInVain ? 'Keine neue Anschrift gefunden' : 'Adressermittlung beauftragt';
  const body = { reason: optionalText(typed.values, 'grund', 500) ?? usual };
  return isInVain ? ask(API.steering.untraceable, { path, body }) : ask(API.steering.trace, { path, body });
};

/** An Akte is paused, closed, opened again …, each with a reason. */
export const STEERING: Readonly<Record<string, Command>> = {
  pausieren: steering({
    about: 'Das Mahnen ruht, mit --bis nur bis zu diesem Tag.',
    usage: ' [--bis 30.04.2026]',
    options: { bis: 'string' },
    asks: (path, why, values) => ask(API.steering.pause, { path, body: { ...why, ...untilIn(values) } }),
  }),
  fortsetzen: steering({
    about: 'Die Pause endet, es geht weiter.',
    asks: (path, why) => ask(API.steering.resume, { path, body: why }),
  }),
  schliessen: steering({
    about: 'Die Akte wird geschlossen: Nichts geht mehr hinaus. Wieder auf geht sie mit „akte oeffnen“.',
    asks: (path, why) => ask(API.steering.close, { path, body: why }),
  }),
  oeffnen: steering({
    about: 'Eine geschlossene Akte geht wieder auf; es geht weiter, wo die Tatsachen stehen.',
    asks: (path, why) => ask(API.steering.reopen, { path, body: why }),
  }),
  klaeren: steering({
    about:
      'Die Ursache einer Klärung ist behoben: Der Schritt wird neu entschieden. Eine unklare Nachricht gilt als gesendet, mit --nicht-gesendet geht sie noch einmal hinaus; --schreiben: eine, die zu Unrecht als gesendet galt.',
    usage: ' [--nicht-gesendet [--schreiben REFERENZ]]',
    options: { 'nicht-gesendet': 'boolean', schreiben: 'string' },
    asks: (path, why, values) => ask(API.steering.clarify, { path, body: { ...why, ...notSentIn(values) } }),
  }),
  erlassen: steering({
    about: 'Die Kosten werden erlassen, mit --zinsen auch die Zinsen.',
    usage: ' [--zinsen]',
    options: { zinsen: 'boolean' },
    asks: (path, why, values) =>
      ask(API.steering.waive, { path, body: { ...why, ...(values['zinsen'] === true ? { interest: true } : {}) } }),
  }),
  ueberspringen: steering({
    about: 'Eine Mahnstufe, die noch nicht begonnen hat, entfällt; ohne --angelegenheit in der neuesten.',
    usage: ' --stufe 2 [--angelegenheit M1]',
    options: { stufe: 'string', angelegenheit: 'string' },
    asks: (path, why, values) => ask(API.steering.skip, { path, body: { ...why, ...skippedIn(values) } }),
  }),
  ermitteln: {
    operands: ['AKTENZEICHEN'],
    usage: '[--ergebnislos] [--grund "…"]',
    about:
      'Eine Adressermittlung ist beauftragt; mit der neuen Anschrift (akte antwort … --art kontakt --quelle ermittlung) geht es weiter. --ergebnislos: Sie hat nichts gefunden.',
    options: { ergebnislos: 'boolean', grund: 'string' },
    request: tracing,
  },
};
