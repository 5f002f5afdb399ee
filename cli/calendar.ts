import { parseArgs } from 'node:util';
import { WEEKDAY_NAMES, formatDay, weekday, type Day, type Land } from '../domain/calendar.ts';
import { Rejected, messageIn } from '../domain/faults.ts';
import { parseDay } from '../domain/parse.ts';
import { senderOf, type Procedure } from '../domain/procedure/procedure.ts';
import { SHIPPED_PROCEDURES } from '../domain/procedure/shipped-procedures.ts';
import {
  CALENDAR_FROM,
  CALENDAR_TO,
  calendarOf,
  type CalendarQuestion,
  type CalendarRow,
  type DatedPlan,
} from '../simulator/agency/calendar.ts';
import { landNamed } from './land.ts';
import { procedureFrom } from './lint.ts';
import type { End, Wait } from '../domain/procedure/states.ts';

export const CALENDAR_HELP = `Der Kalender eines Mahnlaufs: Was geschieht an welchem Tag, wenn niemand zahlt?

  mahnwerk calendar MAHNLAUF --from TAG [--land NW] [--no-email] [--no-phone] [--plain] [--json]

  MAHNLAUF     eine JSON-Datei oder ein mitgelieferter: ${SHIPPED_PROCEDURES.map((p) => p.id).join(', ')}
  --from       Tag 0: der Tag der Übergabe, bei receivables der Tag der Rechnung
  --land       Feiertage dieses Landes; ohne Angabe nur die bundesweiten
  --no-email   Es ist keine E-Mail-Adresse bekannt
  --no-phone   Es ist keine Telefonnummer bekannt
  --plain      ohne Rücksicht auf Wochenenden und Feiertage
  --json       als JSON

Gerechnet wird nicht: Die echte Zustandsmaschine läuft mit einer gedachten Uhr durch.

Beispiele:
  mahnwerk calendar standard --from 2026-03-02 --land NW
  mahnwerk calendar receivables --from 02.03.2026 --json
  mahnwerk calendar mein-mahnlauf.json --from 2026-12-14 --land BY --no-email
`;

const misuse = (option: string, message: string): Rejected =>
  new Rejected('calendar.option', `${option}: ${message}`, { field: option });

const dayOf = (text: string | undefined): Day => {
  if (text === undefined) throw misuse('--from', 'fehlt, zum Beispiel --from 2026-03-02');
  let on: Day;
  try {
    on = parseDay(text);
  } catch (error) {
    throw misuse('--from', messageIn(error));
  }
  if (on < CALENDAR_FROM || on > CALENDAR_TO)
    throw misuse('--from', `Der Kalender reicht vom ${formatDay(CALENDAR_FROM)} bis zum ${formatDay(CALENDAR_TO)}.`);
  return on;
};
const landOf = (text: string | undefined): Land | null =>
  text === undefined ? null : landNamed(text, (message) => misuse('--land', message));

const OPTIONS = {
  from: { type: 'string' },
  land: { type: 'string' },
  'no-email': { type: 'boolean' },
  'no-phone': { type: 'boolean' },
  plain: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const [, unknown = ''] = /'(-[^' ]*)/.exec(messageIn(error)) ?? [];
    throw misuse(
      unknown || 'calendar',
      `passt hier nicht. Möglich sind: ${Object.keys(OPTIONS)
        .map((o) => `--${o}`)
        .join(', ')}.`,
    );
  }
};

const dated = (on: Day): string => `${WEEKDAY_NAMES[weekday(on)]?.slice(0, 2) ?? ''} ${formatDay(on)}`;
const AS = { email: 'per E-Mail', post: 'per Brief', sms: 'per SMS', phone: '', none: '' } as const satisfies Readonly<
  Record<CalendarRow['channel'], string>
>;
const inWords = ({ step, channel, mahnstufe }: CalendarRow): string => {
  switch (step) {
    case 'reminder':
      return `Zahlungserinnerung ${AS[channel]}`;
    case 'mahnung':
      return `${mahnstufe}. Mahnung ${AS[channel]}`;
    case 'letter':
      return mahnstufe === 0 ? 'Brief zur Zahlungserinnerung' : `Brief zur ${mahnstufe}. Mahnung`;
    case 'sms':
      return 'SMS-Hinweis';
    case 'phoneStart':
      return 'Telefoninkasso beginnt';
    case 'phoneEnd':
      return 'Telefoninkasso endet';
    case 'courtDecision':
      return 'Entscheidung: gerichtliches Mahnverfahren?';
    case 'handOver':
      return 'Übergabe ans Inkasso';
    default:
      return step satisfies never;
  }
};

/** Where the sender changes, the plan shows which messages are still the creditor's. */
const inWhoseName = (procedure: Procedure, { channel, mahnstufe }: CalendarRow): string => {
  const changes = new Set(procedure.levels.map((level) => senderOf(procedure, level))).size > 1;
  const level = procedure.levels.find((l) => l.stage === mahnstufe);
  return changes && channel !== 'none' && channel !== 'phone' && level && senderOf(procedure, level) === 'creditor'
    ? ' im Namen des Gläubigers'
    : '';
};

const ENDINGS = {
  'Nicht erreichbar': 'Danach geht es nicht weiter: Kein Weg zum Schuldner ist bekannt.',
  'Mahnlauf beendet': 'Danach sieht dieser Mahnlauf nichts mehr vor.',
} as const satisfies Readonly<Partial<Record<Wait | End, string>>>;
const isEnding = (state: string): state is keyof typeof ENDINGS => Object.hasOwn(ENDINGS, state);
const daysInWords = ({ plain, land }: CalendarQuestion): string => {
  if (plain) return 'ohne Wochenenden und Feiertage';
  return land ? `mit den Feiertagen von ${land}` : 'mit den bundesweiten Feiertagen';
};
const rowInWords = (procedure: Procedure, row: CalendarRow): string => {
  const latest = row.latestDay === undefined ? '' : ` (spätestens Tag ${row.latestDay})`;
  const where = [String(row.day).padStart(4), dated(row.date), String(row.mahnstufe).padStart(5)].join('  ');
  return `  ${where}  ${inWords(row)}${inWhoseName(procedure, row)}${latest}\n`;
};
const asText = (question: CalendarQuestion, { rows, rests }: DatedPlan): string => {
  const { procedure, from, email, phone } = question;
  const lacks = [...(email ? [] : ['ohne E-Mail']), ...(phone ? [] : ['ohne Telefon'])].map((l) => `, ${l}`).join('');
  const lines = rows.map((row) => rowInWords(procedure, row));
  const zero =
    procedure.countsFrom === 'invoiceDate' ? 'Tag 0 ist der Tag der Rechnung' : 'Tag 0 ist der Tag der Übergabe';
  const ending = isEnding(rests) ? `${ENDINGS[rests]}\n` : '';
  return [
    `${procedure.name} ab ${dated(from)}, ${daysInWords(question)}${lacks}\n\n`,
    `   Tag  Datum          Stufe  Schritt\n${lines.join('')}\n`,
    `${zero}; Stufe 0 ist die Zahlungserinnerung.\n${ending}`,
  ].join('');
};

/** The command `calendar`. `exitCode` 2: the request was wrong, `text` says in German how to mend it. */
export const calendar = async (args: readonly string[]): Promise<{ text: string; exitCode: number }> => {
  try {
    const {
      positionals: [name, ...more],
      values,
    } = parsed(args);
    if (values.help || name === undefined) return { text: CALENDAR_HELP, exitCode: values.help ? 0 : 2 };
    if (more.length > 0) throw misuse(more.join(' '), 'ist zu viel: Ein Kalender gehört zu einem Mahnlauf.');
    const question: CalendarQuestion = {
      procedure: procedureFrom(name),
      from: dayOf(values.from),
      land: landOf(values.land),
      email: values['no-email'] !== true,
      phone: values['no-phone'] !== true,
      plain: values.plain === true,
    };
    const plan = await calendarOf(question);
    return { text: values.json ? `${JSON.stringify(plan.rows)}\n` : asText(question, plan), exitCode: 0 };
  } catch (error) {
    if (error instanceof Rejected) return { text: `${error.message}\n`, exitCode: 2 };
    throw error;
  }
};
