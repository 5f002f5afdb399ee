import { SOURCES, SOURCE_NAMES } from '../config/sources.ts';
import type { Day } from '../domain/calendar.ts';
import { AkteId, ClaimId, MatterId } from '../domain/ids.ts';
import { CreditorId } from '../domain/parties/parties.ts';
import { SuggestionId } from '../domain/similar/similar-debtors.ts';
import { LISTED, slugOf } from '../domain/dunning/ways-on.ts';
import { ANSWER_HELP, ANSWER_OPTIONS, OUTCOMES, PARTS, answerOf } from './answers.ts';
import {
  amountOf,
  choice,
  dayOf,
  misuse,
  optionalDay,
  optionalText,
  plainWord,
  text,
  type OptionTypes,
  type Values,
} from './given.ts';

/** How the API's answer is shown (`cli/shown.ts`); scripts get the JSON. */
export type Shown =
  | 'json'
  | 'answer'
  | 'query'
  | 'offer'
  | 'plan'
  | 'calls'
  | 'call'
  | 'clarifications'
  | 'failures'
  | 'again'
  | 'accesses'
  | 'access';
/** What the API is asked. */
export type Request = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  body?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
  shown: Shown;
}>;
/** What a command knows beside its own words: the day, who sits there, how to read a file. */
export type Desk = Readonly<{ today: Day; name: string | undefined; read: (file: string) => unknown }>;

type Given = Readonly<{ operands: readonly string[]; values: Values; desk: Desk }>;
/** `also`: words the command had before. `operands`: what stands after its words, by name. */
export type Command = Readonly<{
  also?: readonly string[];
  operands: readonly string[];
  usage?: string;
  about: string;
  options?: OptionTypes;
  more?: string;
  request: (given: Given) => Request;
}>;
export type Group = Readonly<{
  also?: readonly string[];
  title: string;
  commands: Readonly<Record<string, Command>>;
  examples: readonly string[];
}>;

const segment = encodeURIComponent;
const akteOf = ({ operands: [typed = ''] }: Given): string => {
  const akte = AkteId.safeParse(typed.toUpperCase());
  if (!akte.success) throw misuse('AKTENZEICHEN', `„${typed}“ ist kein Aktenzeichen wie MUS-4F7K-2QXR.`);
  return `/v1/akten/${segment(akte.data)}`;
};
const suggestionOf = ({ operands: [typed = ''] }: Given): SuggestionId => {
  const pair = SuggestionId.safeParse(typed.toUpperCase());
  if (!pair.success) throw misuse('VORSCHLAG', `„${typed}“ ist kein Vorschlag wie MUS-4F7K-2QXR_MUS-8H2M-5TWZ.`);
  return pair.data;
};
const creditorIn = ({ operands: [typed = ''] }: Given): string => {
  const creditor = CreditorId.safeParse(typed.toUpperCase());
  if (!creditor.success) throw misuse('GLÄUBIGER', `„${typed}“ ist kein Gläubigerkürzel wie MUS.`);
  return `/v1/creditors/${segment(creditor.data)}`;
};

/** Who did it stands in the log. */
const BY = { von: 'string' } as const;
const signed = (
  { values, desk }: Given,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const by = optionalText(values, 'von', 60) ?? desk.name?.slice(0, 60);
  return by === undefined ? body : { ...body, by };
};
const post = (path: string, body: Readonly<Record<string, unknown>>, shown: Shown = 'json'): Request => ({
  method: 'POST',
  path,
  body,
  shown,
});
const get = (path: string, shown: Shown = 'json'): Request => ({ method: 'GET', path, shown });
const unlessJson = ({ values }: Given, shown: Shown): Shown => (values['json'] === true ? 'json' : shown);

const whole = (values: Values, option: string): number => {
  const typed = text(values, option, '2');
  if (!/^[0-5]$/.test(typed))
    throw misuse(`--${option}`, `„${typed}“ ist keine Mahnstufe; möglich sind 0 (Zahlungserinnerung) bis 5.`);
  return Number(typed);
};
const matterOf = (values: Values): MatterId => {
  const typed = text(values, 'angelegenheit', 'M1');
  const matter = MatterId.safeParse(typed.toUpperCase());
  if (!matter.success) throw misuse('--angelegenheit', `„${typed}“ ist keine Angelegenheit wie M1.`);
  return matter.data;
};

const REASON = '"Rückfrage beim Gläubiger"';
type Steering = Readonly<{
  action: string;
  also: readonly string[];
  about: string;
  usage?: string;
  options?: OptionTypes;
  more?: (values: Values) => object;
}>;
const steering = ({ action, also, about, usage = '', options = {}, more = () => ({}) }: Steering): Command => ({
  also,
  operands: ['AKTENZEICHEN'],
  usage: `--grund "…"${usage}`,
  about,
  options: { grund: 'string', ...options, ...BY },
  request: (given) =>
    post(
      `${akteOf(given)}/${action}`,
      signed(given, { reason: text(given.values, 'grund', REASON, 500), ...more(given.values) }),
    ),
});
const until = (values: Values): object => {
  const day = optionalDay(values, 'bis');
  return day ? { until: day } : {};
};

/** What a person has found out at the provider. */
const notSentOf = (values: Values): object => {
  const message = optionalText(values, 'schreiben', 60);
  if (values['nicht-gesendet'] === true) return { sent: false, ...(message === undefined ? {} : { message }) };
  if (message !== undefined) throw misuse('--schreiben', 'gehört zu --nicht-gesendet.');
  return {};
};

const akte: Group = {
  title: 'Akten ansehen und steuern; eintragen, was Schuldner antworten',
  commands: {
    zeigen: {
      operands: ['AKTENZEICHEN'],
      about: 'Saldo mit Gründen, Zahlungen, Verlauf, nächster Schritt; als JSON',
      request: (given) => get(akteOf(given)),
    },
    pausieren: steering({
      action: 'pause',
      also: ['pause'],
      about: 'Das Mahnen ruht, mit --bis nur bis zu diesem Tag.',
      usage: ' [--bis 30.04.2026]',
      options: { bis: 'string' },
      more: until,
    }),
    fortsetzen: steering({ action: 'resume', also: ['resume'], about: 'Die Pause endet, es geht weiter.' }),
    schliessen: steering({
      action: 'close',
      also: ['close'],
      about: 'Die Akte wird geschlossen: Nichts geht mehr hinaus. Wieder auf geht sie mit „akte oeffnen“.',
    }),
    oeffnen: steering({
      action: 'reopen',
      also: ['reopen'],
      about: 'Eine geschlossene Akte geht wieder auf; es geht weiter, wo die Tatsachen stehen.',
    }),
    klaeren: steering({
      action: 'clarify',
      also: ['clarify'],
      about:
        'Die Ursache einer Klärung ist behoben: Der Schritt wird neu entschieden. Eine unklare Nachricht gilt als gesendet, mit --nicht-gesendet geht sie noch einmal hinaus; --schreiben: eine, die zu Unrecht als gesendet galt.',
      usage: ' [--nicht-gesendet [--schreiben REFERENZ]]',
      options: { 'nicht-gesendet': 'boolean', schreiben: 'string' },
      more: notSentOf,
    }),
    erlassen: steering({
      action: 'waive',
      also: ['waive'],
      about: 'Die Kosten werden erlassen, mit --zinsen auch die Zinsen.',
      usage: ' [--zinsen]',
      options: { zinsen: 'boolean' },
      more: (values) => (values['zinsen'] === true ? { interest: true } : {}),
    }),
    ueberspringen: steering({
      action: 'skip',
      also: ['skip'],
      about: 'Eine Mahnstufe, die noch nicht begonnen hat, entfällt; ohne --angelegenheit in der neuesten.',
      usage: ' --stufe 2 [--angelegenheit M1]',
      options: { stufe: 'string', angelegenheit: 'string' },
      more: (values) => ({
        stage: whole(values, 'stufe'),
        ...(values['angelegenheit'] === undefined ? {} : { matter: matterOf(values) }),
      }),
    }),
    ermitteln: {
      also: ['trace'],
      operands: ['AKTENZEICHEN'],
      usage: '[--ergebnislos] [--grund "…"]',
      about:
        'Eine Adressermittlung ist beauftragt; mit der neuen Anschrift (akte antwort … --art kontakt --quelle ermittlung) geht es weiter. --ergebnislos: Sie hat nichts gefunden.',
      options: { ergebnislos: 'boolean', grund: 'string', ...BY },
      request: (given) => tracing(given),
    },
    antwort: {
      operands: ['AKTENZEICHEN'],
      usage: '--art widerspruch|nachweis|zusage|stundung|kontakt|lage|zurueck|vorbei …',
      about: 'Was der Schuldner geantwortet hat.',
      options: { ...ANSWER_OPTIONS, ...BY, json: 'boolean' },
      more: ANSWER_HELP,
      request: (given) =>
        post(
          `${akteOf(given)}/answers`,
          signed(given, { answer: answerOf(given.values) }),
          unlessJson(given, 'answer'),
        ),
    },
    raten: {
      operands: ['AKTENZEICHEN'],
      usage: '--rate 50,00 --ab 01.04.2026 [--mit-gebuehr] [--zustimmung GESAMTBETRAG]',
      options: { rate: 'string', ab: 'string', 'mit-gebuehr': 'boolean', zustimmung: 'string', ...BY, json: 'boolean' },
      about:
        'Ohne --zustimmung: was ein Ratenplan kostet, Rate für Rate. Mit ihr: der Schuldner hat genau diesem Gesamtbetrag in Textform zugestimmt.',
      request: (given) => instalments(given),
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
      request: (given) =>
        post(
          `${akteOf(given)}/queries/${segment(queryOf(given))}`,
          queryAnswerOf(given.values),
          unlessJson(given, 'query'),
        ),
    },
    rueckbuchung: {
      operands: ['AKTENZEICHEN'],
      usage: '--zahlung ID --grund "…"',
      about: 'Die Bank hat eine Zahlung zurückgeholt.',
      options: { zahlung: 'string', grund: 'string', ...BY },
      request: (given) =>
        post(
          `${akteOf(given)}/reversals`,
          signed(given, {
            payment: text(
              given.values,
              'zahlung',
              'bank:…; die Kennung steht bei „mahnwerk akte zeigen“ unter „zahlungen“',
              100,
            ),
            reason: text(given.values, 'grund', '"Lastschrift zurückgegeben"', 500),
          }),
        ),
    },
    pruefen: {
      operands: ['AKTENZEICHEN'],
      usage: '',
      about: 'Prüft, ob jeder Eintrag der Akte noch der ist, der geschrieben wurde, und an seinem Platz steht.',
      options: {},
      request: (given) => get(`${akteOf(given)}/chain`),
    },
    zahlung: {
      operands: ['AKTENZEICHEN'],
      usage: '--kennung bank:… --betrag 45,00 --wertstellung TAG [--forderung F1] [--teil] [--umgebucht]',
      about:
        'Eine Buchung vom Kontoauszug, die keiner oder mehreren Akten galt, wird dieser Akte zugeordnet. Die Kennung steht in der letzten Spalte der Liste „….nicht-zugeordnet.csv“; --teil: die Überweisung verteilt sich auf mehrere Akten oder Forderungen; --umgebucht: sie war falsch gebucht und ist zurückgebucht; die Bank hat sie nicht zurückgeholt.',
      options: {
        kennung: 'string',
        betrag: 'string',
        wertstellung: 'string',
        forderung: 'string',
        teil: 'boolean',
        umgebucht: 'boolean',
        ...BY,
      },
      request: (given) => post(`${akteOf(given)}/payments`, signed(given, bankLineOf(given.values))),
    },
    gutschrift: {
      operands: ['AKTENZEICHEN'],
      usage: '--forderung F1 --betrag 150,00 --vom TAG --nummer GS-17 --grund "…"',
      about: 'Der Gläubiger hat etwas gutgeschrieben: als wäre von Anfang an weniger geschuldet gewesen.',
      options: { forderung: 'string', betrag: 'string', vom: 'string', nummer: 'string', grund: 'string', ...BY },
      request: (given) => {
        const { values } = given;
        const claim = claimOf(text(values, 'forderung', 'F1', 10));
        return post(
          `${akteOf(given)}/credits`,
          signed(given, {
            claim,
            id: text(values, 'nummer', 'GS-17', 60),
            amountCents: amountOf(values, 'betrag', '150,00'),
            on: dayOf(values, 'vom', '12.03.2026'),
            reason: text(values, 'grund', '"Teilweise Rücksendung"', 500),
          }),
        );
      },
    },
    erstattung: {
      operands: ['AKTENZEICHEN'],
      usage: '--betrag 12,50 [--schluessel …]',
      about: 'Eine Überzahlung ist an den Schuldner zurücküberwiesen.',
      options: { betrag: 'string', schluessel: 'string', ...BY },
      request: (given) => refund(given),
    },
  },
  examples: [
    'akte zeigen MUS-4F7K-2QXR',
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

const tracing = (given: Given): Request => {
  const [action, usual] =
    given.values['ergebnislos'] === true
      ? ['untraceable', 'Keine neue Anschrift gefunden']
      : ['trace', 'Adressermittlung beauftragt'];
  const reason = optionalText(given.values, 'grund', 500) ?? usual;
  return post(`${akteOf(given)}/${action}`, signed(given, { reason }));
};
const queryOf = ({ operands: [, typed = ''] }: Given): string => {
  if (!/^q[1-9]\d*$/i.test(typed)) throw misuse('RÜCKFRAGE', `„${typed}“ ist keine Rückfrage wie Q1.`);
  return typed.toUpperCase();
};
/** `f1` as it is typed. */
const claimOf = (typed: string): ClaimId => {
  const claim = ClaimId.safeParse(typed.toUpperCase());
  if (!claim.success) throw misuse('--forderung', `„${typed}“ ist keine Forderung wie F1.`);
  return claim.data;
};
/** An answer in words, or what a contract was about and when it was made. */
const queryAnswerOf = (values: Values): Readonly<Record<string, unknown>> => {
  const subject = optionalText(values, 'gegenstand', 200);
  const contractDate = optionalDay(values, 'vertragsdatum');
  const claim = optionalText(values, 'forderung', 10);
  const reason = optionalText(values, 'grund', 500);
  const why = reason === undefined ? {} : { reason };
  const particulars = {
    ...(subject === undefined ? {} : { subject }),
    ...(contractDate === undefined ? {} : { contractDate }),
  };
  if (subject === undefined && contractDate === undefined)
    return { answer: text(values, 'antwort', '"Zustellnachweis liegt bei"', 2_000) };
  if (values['antwort'] !== undefined)
    throw misuse('--antwort', 'passt nicht zu --gegenstand und --vertragsdatum; bitte nur eines davon.');
  if (claim === undefined) return { ...particulars, ...why };
  return { particulars: [{ claim: claimOf(claim), ...particulars }], ...why };
};
const instalments = (given: Given): Request => {
  const { values } = given;
  const wish = {
    rateCents: amountOf(values, 'rate', '50,00'),
    first: dayOf(values, 'ab', '01.04.2026'),
    withFee: values['mit-gebuehr'] === true,
  };
  const path = `${akteOf(given)}/instalments`;
  return values['zustimmung'] === undefined
    ? post(path, wish, unlessJson(given, 'offer'))
    : post(
        path,
        signed(given, { ...wish, totalCents: amountOf(values, 'zustimmung', '512,34') }),
        unlessJson(given, 'plan'),
      );
};
/** A line of a bank statement that is assigned by hand. */
const bankLineOf = (values: Values): Readonly<Record<string, unknown>> => {
  const claim = optionalText(values, 'forderung', 10);
  return {
    line: text(values, 'kennung', 'bank:…; letzte Spalte der Liste „….nicht-zugeordnet.csv“', 100),
    amountCents: amountOf(values, 'betrag', '45,00'),
    valueDate: dayOf(values, 'wertstellung', '09.03.2026'),
    ...(claim === undefined ? {} : { claim: claimOf(claim) }),
    ...(values['teil'] === true ? { part: true } : {}),
    ...(values['umgebucht'] === true ? { moved: true } : {}),
  };
};
/** Repeated on the same day it is the same refund. */
const refund = (given: Given): Request => {
  const amountCents = amountOf(given.values, 'betrag');
  const key = optionalText(given.values, 'schluessel') ?? `cli ${given.desk.today} ${amountCents}`;
  return { ...post(`${akteOf(given)}/refunds`, signed(given, { amountCents })), headers: { 'Idempotency-Key': key } };
};

const CALL = { angelegenheit: 'string', stufe: 'string', ...BY, json: 'boolean' } as const;
const callOf = ({ values }: Given): Readonly<Record<string, unknown>> => ({
  matter: matterOf(values),
  stage: whole(values, 'stufe'),
});
const madeOf = (values: Values): object => {
  const note = optionalText(values, 'notiz');
  return {
    part: choice(values, 'zeit', PARTS),
    outcome: choice(values, 'ergebnis', OUTCOMES),
    ...(note === undefined ? {} : { note }),
  };
};
const anrufe: Group = {
  title: 'Die Telefonkampagne: wer heute anzurufen ist, und was daraus wurde',
  commands: {
    liste: {
      also: ['list'],
      operands: ['GLÄUBIGER'],
      usage: '[--json]',
      about: 'Die Anrufe von heute, der dringendste zuerst.',
      options: { json: 'boolean' },
      request: (given) => get(`${creditorIn(given)}/calls`, unlessJson(given, 'calls')),
    },
    nehmen: {
      operands: ['AKTENZEICHEN'],
      usage: '--angelegenheit M1 --stufe 1 [--von NAME]',
      about: 'Diesen Anruf macht zwanzig Minuten lang niemand sonst.',
      options: CALL,
      request: (given) => post(`${akteOf(given)}/calls`, signed(given, callOf(given)), unlessJson(given, 'call')),
    },
    notieren: {
      operands: ['AKTENZEICHEN'],
      usage: `--angelegenheit M1 --stufe 1 --zeit ${Object.values(PARTS).join('|')} --ergebnis ${Object.values(OUTCOMES).join('|')} [--notiz "…"] [--von NAME]`,
      about:
        'Was aus dem Anruf wurde. Bei falsche-nummer wird dort nicht mehr angerufen, bei zusage ruht das Mahnen 7 Tage, bei raten 14, bei bestritten bis auf Weiteres; der Tag der Zusage und der Grund des Widerspruchs sind danach mit „akte antwort“ einzutragen.',
      options: { ...CALL, zeit: 'string', ergebnis: 'string', notiz: 'string' },
      request: (given) =>
        post(
          `${akteOf(given)}/calls`,
          signed(given, { ...callOf(given), made: madeOf(given.values) }),
          unlessJson(given, 'call'),
        ),
    },
  },
  examples: [
    'anrufe liste MUS',
    'anrufe nehmen MUS-4F7K-2QXR --angelegenheit M1 --stufe 1 --von "Frau Sommer"',
    'anrufe notieren MUS-4F7K-2QXR --angelegenheit M1 --stufe 1 --zeit vormittags --ergebnis nicht-erreicht',
  ],
};

const stateIn = ({ values }: Given): string => {
  const typed = optionalText(values, 'zustand', 60);
  if (typed === undefined) return '';
  const slug = slugOf(typed);
  if (slug !== 'alle' && !LISTED.some((state) => slugOf(state) === slug))
    throw misuse('--zustand', `„${typed}“ gibt es nicht; möglich sind ${LISTED.map(slugOf).join(', ')}, alle.`);
  return `/${slug}`;
};
const klaerung: Group = {
  title: 'Fälle, die auf eine Person warten',
  commands: {
    liste: {
      also: ['list'],
      operands: [],
      usage: '[--zustand nicht-erreichbar|…|alle] [--json]',
      about:
        'Jeder Fall mit Grund und dem, was zu tun ist; der älteste zuerst. Ohne --zustand: was in „Klärung“ steht.',
      more: `Zustände, in denen jemand etwas tun muss (--zustand):\n${LISTED.map((state) => `  ${slugOf(state)}\n`).join('')}  alle\n`,
      options: { zustand: 'string', json: 'boolean' },
      request: (given) => get(`/v1/clarifications${stateIn(given)}`, unlessJson(given, 'clarifications')),
    },
  },
  examples: ['klaerung liste', 'klaerung liste --zustand nicht-erreichbar', 'klaerung liste --zustand alle --json'],
};

const purposeOf = (values: Values): string => {
  const typed = optionalText(values, 'zweck', 30) ?? 'api';
  const purpose = plainWord(typed);
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(purpose))
    throw misuse('--zweck', `„${typed}“ geht nicht; ein Wort aus Buchstaben, Ziffern und Bindestrichen, wie erp.`);
  return purpose;
};
const ACCESS = { zweck: 'string', ...BY, json: 'boolean' } as const;
const zugang: Group = {
  title: 'Die Zugänge der Gläubiger zur API',
  commands: {
    liste: {
      operands: ['GLÄUBIGER'],
      usage: '[--json]',
      about: 'Welche Zugänge es gibt, seit wann, und ob sie offen sind.',
      options: { json: 'boolean' },
      request: (given) => get(`${creditorIn(given)}/accesses`, unlessJson(given, 'accesses')),
    },
    anlegen: {
      operands: ['GLÄUBIGER'],
      usage: '[--zweck erp] [--json]',
      about:
        'Legt den Zugang für einen Zweck an (ohne --zweck: api) und zeigt sein Geheimnis, dieses eine Mal. Gibt es ihn schon, so entsteht kein zweiter.',
      options: ACCESS,
      request: (given) =>
        post(
          `${creditorIn(given)}/accesses`,
          signed(given, { purpose: purposeOf(given.values) }),
          unlessJson(given, 'access'),
        ),
    },
    sperren: {
      operands: ['GLÄUBIGER'],
      usage: '[--zweck erp] [--json]',
      about: 'Der Zugang ist sofort zu, auch für Token, die noch gelten. Danach lässt er sich neu anlegen.',
      options: ACCESS,
      request: (given) =>
        post(
          `${creditorIn(given)}/accesses/${segment(purposeOf(given.values))}/revoke`,
          signed(given, {}),
          unlessJson(given, 'access'),
        ),
    },
  },
  examples: ['zugang liste MUS', 'zugang anlegen MUS --zweck erp', 'zugang sperren MUS --zweck erp'],
};

const sourceIn = ({ operands: [typed = ''] }: Given): string => {
  const source = SOURCE_NAMES.find((name) => name === plainWord(typed));
  if (!source) throw misuse('QUELLE', `„${typed}“ gibt es nicht; möglich sind ${SOURCE_NAMES.join(', ')}.`);
  return source;
};
const MOST_AGAIN = 100;
const mostOf = (values: Values): Readonly<Record<string, unknown>> => {
  const typed = optionalText(values, 'hoechstens');
  if (typed === undefined) return {};
  const most = Number(typed);
  if (!/^[1-9]\d*$/.test(typed) || most > MOST_AGAIN)
    throw misuse('--hoechstens', `„${typed}“ ist keine ganze Zahl von 1 bis ${MOST_AGAIN}.`);
  return { most };
};
const betrieb: Group = {
  title: 'Was gescheitert ist und nachgeholt werden muss',
  commands: {
    liste: {
      operands: [],
      usage: '[--json]',
      about: 'Jede Quelle, in der Gescheitertes wartet: wie viel, seit wann, woran es lag.',
      options: { json: 'boolean' },
      request: (given) => get('/v1/failures', unlessJson(given, 'failures')),
    },
    nachholen: {
      operands: ['QUELLE'],
      usage: '[--hoechstens 10] [--json]',
      about: `Stößt noch einmal an, was dort wartet, höchstens ${MOST_AGAIN} auf einmal; vorher die Ursache beheben. Was wieder scheitert, liegt nach einigen Minuten wieder da. Doppelt gebucht oder gesendet wird nichts.`,
      more: `Quellen:\n${SOURCE_NAMES.map((name) => `  ${name.padEnd(16)} ${SOURCES[name]}\n`).join('')}`,
      options: { hoechstens: 'string', json: 'boolean' },
      request: (given) =>
        post(`/v1/failures/${segment(sourceIn(given))}`, mostOf(given.values), unlessJson(given, 'again')),
    },
  },
  examples: ['betrieb liste', 'betrieb nachholen bank', 'betrieb nachholen uebergaben --hoechstens 1'],
};

const MOST_PATH = 4_096;
const VERDICTS = { same: 'derselbe', different: 'verschieden' } as const;
const glaeubiger: Group = {
  also: ['creditor'],
  title: 'Mandate anlegen; ähnliche Schuldner',
  commands: {
    anlegen: {
      also: ['add'],
      operands: ['DATEI.json'],
      usage: '[--mahnlauf DATEI.json]',
      about: 'Speichert das Mandat, auch ein geändertes. Den Zugang zur API macht „zugang anlegen“.',
      options: { mahnlauf: 'string', procedure: 'string' },
      request: ({ operands: [file = ''], values, desk }) => {
        const procedure = optionalText(values, 'mahnlauf', MOST_PATH) ?? optionalText(values, 'procedure', MOST_PATH);
        return post('/v1/creditors', {
          ...(desk.read(file) as object),
          ...(procedure === undefined ? {} : { procedure: desk.read(procedure) }),
        });
      },
    },
    aehnliche: {
      operands: ['GLÄUBIGER'],
      about: 'Akten, die derselbe Schuldner sein könnten.',
      request: (given) => get(`${creditorIn(given)}/suggestions`),
    },
    entscheiden: {
      operands: ['VORSCHLAG'],
      usage: '--als derselbe|verschieden',
      about: 'Ob es derselbe Schuldner ist oder zwei verschiedene. Zusammengelegt wird nichts.',
      options: { als: 'string', ...BY },
      request: (given) => {
        const pair = suggestionOf(given);
        return post(
          `/v1/creditors/${segment(pair.split('-')[0] ?? '')}/suggestions/${segment(pair)}`,
          signed(given, { decision: choice(given.values, 'als', VERDICTS) }),
        );
      },
    },
  },
  examples: [
    'glaeubiger anlegen examples/creditors/musterversand.json',
    'glaeubiger aehnliche MUS',
    'glaeubiger entscheiden MUS-4F7K-2QXR_MUS-8H2M-5TWZ --als verschieden',
  ],
};

/** Every command that asks the API. */
export const GROUPS: Readonly<Record<string, Group>> = { akte, anrufe, klaerung, betrieb, glaeubiger, zugang };
