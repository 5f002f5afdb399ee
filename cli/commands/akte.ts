import { API } from '../../contracts/api.ts';
import { ANSWER_HELP, ANSWER_OPTIONS, answerOf } from '../answers.ts';
import { amountOf, dayOf, misuse, optionalDay, optionalText, text, type Values } from '../given.ts';
import { agreedShown, answerShown, offerShown, particularsShown, queryShown } from '../shown/akte.ts';
import { optionsShown } from '../shown/options.ts';
import { ask, type Request } from './asking.ts';
import { akteIn, claimCalled, unlessJson, type Command, type Group, type Typed } from './command.ts';
import { PAYMENTS } from './payments.ts';
import { STEERING } from './steering.ts';

const queryIn = ({ operands: [, typed = ''] }: Typed): string => {
  if (!/^q[1-9]\d*$/i.test(typed)) throw misuse('RÜCKFRAGE', `„${typed}“ ist keine Rückfrage wie Q1.`);
  return typed.toUpperCase();
};
/** What a contract was about and when it was made, of one claim or of all that were asked about; null: neither. */
const particularsIn = (values: Values) => {
  const subject = optionalText(values, 'gegenstand', 200);
  const contractDate = optionalDay(values, 'vertragsdatum');
  const claim = optionalText(values, 'forderung', 10);
  if (subject === undefined && contractDate === undefined) return null;
  if (values['antwort'] !== undefined)
    throw misuse('--antwort', 'passt nicht zu --gegenstand und --vertragsdatum; bitte nur eines davon.');
  const particulars = {
    ...(subject === undefined ? {} : { subject }),
    ...(contractDate === undefined ? {} : { contractDate }),
  };
  return claim === undefined ? particulars : { particulars: [{ claim: claimCalled(claim), ...particulars }] };
};
/** An answer in words, or particulars of contracts. */
const queryAnswer = (typed: Typed): Request => {
  const { values } = typed;
  const path = { ...akteIn(typed), query: queryIn(typed) };
  const reason = optionalText(values, 'grund', 500);
  const particulars = particularsIn(values);
  if (particulars) {
    const body = { ...particulars, ...(reason === undefined ? {} : { reason }) };
    return ask(API.queries.answer, { path, body }, unlessJson(typed, particularsShown));
  }
  const answer = text(values, 'antwort', '"Zustellnachweis liegt bei"', 2_000);
  const show = unlessJson(typed, queryShown({ query: path.query, answer }));
  return ask(API.queries.answer, { path, body: { answer } }, show);
};

const instalments = (typed: Typed): Request => {
  const { values } = typed;
  const path = akteIn(typed);
  const wish = {
    rateCents: amountOf(values, 'rate', '50,00'),
    first: dayOf(values, 'ab', '01.04.2026'),
    withFee: values['mit-gebuehr'] === true,
  };
  if (values['zustimmung'] === undefined)
    return ask(API.instalments.agree, { path, body: wish }, unlessJson(typed, offerShown(wish)));
  const body = { ...wish, totalCents: amountOf(values, 'zustimmung', '512,34') };
  return ask(API.instalments.agree, { path, body }, unlessJson(typed, agreedShown));
};

const ANSWERS: Readonly<Record<string, Command>> = {
  antwort: {
    operands: ['AKTENZEICHEN'],
    usage: '--art widerspruch|nachweis|zusage|stundung|kontakt|lage|zurueck|vorbei …',
    about: 'Was der Schuldner geantwortet hat.',
    options: { ...ANSWER_OPTIONS, json: 'boolean' },
    more: ANSWER_HELP,
    request: (typed) => {
      const path = akteIn(typed);
      const body = { answer: answerOf(typed.values) };
      return ask(API.answers.note, { path, body }, unlessJson(typed, answerShown));
    },
  },
  raten: {
    operands: ['AKTENZEICHEN'],
    usage: '--rate 50,00 --ab 01.04.2026 [--mit-gebuehr] [--zustimmung GESAMTBETRAG]',
    options: { rate: 'string', ab: 'string', 'mit-gebuehr': 'boolean', zustimmung: 'string', json: 'boolean' },
    about:
      'Ohne --zustimmung: was ein Ratenplan kostet, Rate für Rate. Mit ihr: der Schuldner hat genau diesem Gesamtbetrag in Textform zugestimmt.',
    request: instalments,
  },
  rueckfrage: {
    operands: ['AKTENZEICHEN', 'RÜCKFRAGE'],
    usage: '--antwort "…" | --gegenstand "…" --vertragsdatum TAG [--forderung F1] [--grund "…"]',
    about:
      'Die Antwort des Gläubigers auf eine Rückfrage; welche offen sind, zeigt „akte zeigen“. Wo nach dem Vertrag gefragt ist, Gegenstand und Datum, für alle genannten Forderungen oder für eine: Danach geht das Mahnen weiter. Falsch Angegebenes wird ebenso berichtigt; mit --grund, wenn es dem Schuldner schon geschrieben wurde.',
    options: {
      antwort: 'string',
      gegenstand: 'string',
      vertragsdatum: 'string',
      forderung: 'string',
      grund: 'string',
      json: 'boolean',
    },
    request: queryAnswer,
  },
};

export const akte: Group = {
  title: 'Akten ansehen und steuern; eintragen, was Schuldner antworten',
  commands: {
    zeigen: {
      operands: ['AKTENZEICHEN'],
      about: 'Saldo mit Gründen, Zahlungen, Verlauf, nächster Schritt; als JSON',
      request: (typed) => ask(API.akten.read, { path: akteIn(typed) }),
    },
    optionen: {
      operands: ['AKTENZEICHEN'],
      about: 'Was jetzt mit der Akte getan werden kann und was daraus folgt; was nicht geht, mit dem Grund.',
      options: { json: 'boolean' },
      request: (typed) => ask(API.options.list, { path: akteIn(typed) }, unlessJson(typed, optionsShown)),
    },
    ...STEERING,
    ...ANSWERS,
    ...PAYMENTS,
  },
  examples: [
    'akte zeigen MUS-4F7K-2QXR',
    'akte optionen MUS-4F7K-2QXR',
    'akte pausieren MUS-4F7K-2QXR --grund "Rückfrage beim Gläubiger" --bis 30.04.2026',
    'akte erlassen MUS-4F7K-2QXR --zinsen --grund "Kulanz"',
    'akte antwort MUS-4F7K-2QXR --art widerspruch --grund nicht-erhalten',
    'akte antwort MUS-4F7K-2QXR --art zusage --bis 27.03.2026',
    'akte antwort MUS-4F7K-2QXR --art kontakt --strasse "Probestraße 3a" --plz 01067 --ort Dresden --telefon "0151 10000002"',
    'akte zahlung MUS-4F7K-2QXR --kennung bank:0b1c2d3e4f5a6b7c8d9e0f1a.2b3c4d5e --betrag 45,00 --wertstellung 09.03.2026',
    'akte raten MUS-4F7K-2QXR --rate 50,00 --ab 01.04.2026',
    'akte raten MUS-4F7K-2QXR --rate 50,00 --ab 01.04.2026 --zustimmung 203,17',
    'akte rueckfrage MUS-4F7K-2QXR Q1 --antwort "Zustellnachweis liegt bei"',
    'akte rueckfrage MUS-4F7K-2QXR Q1 --gegenstand "Stromlieferung" --vertragsdatum 01.05.2024',
  ],
};
