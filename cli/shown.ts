import * as z from 'zod';
import { Day, formatDay } from '../domain/calendar.ts';
import { CALL_OUTCOMES, DAY_PARTS } from '../domain/akte/call-words.ts';
import { Cents, formatDecimal, formatEuro } from '../domain/money.ts';
import { PARTS } from './answers.ts';
import type { Request, Shown } from './commands.ts';

/** Columns that stand under each other; those in `right`, counted from 0, end there. */
const aligned = (rows: readonly (readonly string[])[], right: readonly number[] = []): string => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? '')].length)));
  const cell = (text: string, i: number): string => {
    const space = ' '.repeat((widths[i] ?? 0) - [...text].length);
    return right.includes(i) ? space + text : text + space;
  };
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}\n`).join('');
};
const nameOf = (by: string): string => by.replace(/^operator:/, '');
const clock = (instant: string, more: Intl.DateTimeFormatOptions = {}): string =>
  new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit', ...more }).format(
    new Date(instant),
  );
const akteIn = (path: string): string => decodeURIComponent(path.split('/')[3] ?? '');

const Calls = z.object({
  anrufe: z.array(
    z.object({
      akte: z.string(),
      matter: z.string(),
      stage: z.int(),
      debtor: z.string(),
      phone: z.string(),
      furtherPhones: z.array(z.string()).default([]),
      language: z.string().nullable().default(null),
      remarks: z.array(z.string()).default([]),
      attempt: z.int(),
      parts: z.array(z.enum(DAY_PARTS)),
      until: Day,
      open: Cents,
      sender: z.enum(['agency', 'creditor']).optional(),
      takenBy: z.string().nullable(),
    }),
  ),
});
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
type CallShown = z.infer<typeof Calls>['anrufe'][number];
/** What a caller should know of this debtor; nothing where there is nothing. */
const hintOn = ({ akte, furtherPhones, language, remarks }: CallShown): string[] => {
  const hints = [
    ...(furtherPhones.length > 0 ? [`auch unter ${furtherPhones.join(', ')}`] : []),
    ...(language === null ? [] : [`Sprache: ${language}`]),
    ...remarks.map((remark) => `Bemerkung: ${remark}`),
  ];
  return hints.length > 0 ? [`${akte}: ${hints.join(' · ')}`] : [];
};
const calls = (answer: unknown): string => {
  const { anrufe } = Calls.parse(answer);
  const [first] = anrufe;
  if (!first) return 'Heute steht kein Anruf an.\n';
  const rows = anrufe.map((c) => [
    c.akte,
    c.matter,
    String(c.stage),
    c.debtor,
    c.phone,
    c.sender === 'creditor' ? 'Gläubiger' : 'Inkasso',
    String(c.attempt),
    c.parts.map((p) => PARTS[p]).join(', '),
    formatDay(c.until),
    formatEuro(c.open),
    c.takenBy === null ? '' : nameOf(c.takenBy),
  ]);
  return `${anrufe.length === 1 ? 'Ein Anruf' : `${anrufe.length} Anrufe`} für heute, der dringendste zuerst\n\n${aligned([HEAD, ...rows], [2, 6, 9])}\n${[...anrufe.flatMap(hintOn), ''].join('\n')}Übernehmen: mahnwerk anrufe nehmen ${first.akte} --angelegenheit ${first.matter} --stufe ${first.stage}\n`;
};

const Call = z.object({
  aktenzeichen: z.string(),
  uebernommen: z.array(z.object({ matter: z.string(), stage: z.int(), by: z.string(), until: z.iso.datetime() })),
});
const CallBody = z.object({
  matter: z.string(),
  stage: z.int(),
  made: z.object({ outcome: z.enum(CALL_OUTCOMES) }).optional(),
});
/** What the call is not yet noted with. */
const nextAfter = (akte: string): Readonly<Partial<Record<(typeof CALL_OUTCOMES)[number], string>>> => ({
  promise: `Das Mahnen ruht sieben Tage. Bitte noch den Tag der Zusage eintragen: mahnwerk akte antwort ${akte} --art zusage --bis TAG`,
  dispute: `Das Mahnen ruht. Bitte noch den Grund eintragen: mahnwerk akte antwort ${akte} --art widerspruch --grund …`,
  instalments: `Das Mahnen ruht 14 Tage. Das Angebot: mahnwerk akte raten ${akte} --rate 50,00 --ab TAG`,
  'wrong-number': `Dort wird nicht mehr angerufen. Ist die richtige Nummer bekannt: mahnwerk akte antwort ${akte} --art kontakt --telefon …`,
});
const call = (answer: unknown, { body }: Request): string => {
  const { aktenzeichen, uebernommen } = Call.parse(answer);
  const { matter, stage, made } = CallBody.parse(body);
  if (made)
    return `${aktenzeichen}: Anruf eingetragen.\n${nextAfter(aktenzeichen)[made.outcome] ?? ''}`.trimEnd() + '\n';
  const taken = uebernommen.find((c) => c.matter === matter && c.stage === stage);
  return taken
    ? `${aktenzeichen}: übernommen von ${nameOf(taken.by)} bis ${clock(taken.until)} Uhr.\n`
    : `${aktenzeichen}: übernommen.\n`;
};

const Offer = z.object({
  raten: z.array(z.object({ faellig: Day, cents: Cents })),
  offenCents: Cents,
  gebuehrCents: Cents,
  weitereInkassokostenCents: Cents,
  zinsenCents: Cents,
  gesamtCents: Cents,
});
const Wish = z.object({ rateCents: Cents, first: Day, withFee: z.boolean() });
const offer = (answer: unknown, { path, body }: Request): string => {
  const { raten, offenCents, gebuehrCents, weitereInkassokostenCents, zinsenCents, gesamtCents } = Offer.parse(answer);
  const { rateCents, first, withFee } = Wish.parse(body);
  const sums = [
    ['heute offen', offenCents],
    ['Einigungsgebühr', gebuehrCents],
    ['weitere Inkassokosten nach den ersten zwei Wochen', weitereInkassokostenCents],
    ['Zinsen bis zum Ende', zinsenCents],
    ['Gesamtbetrag', gesamtCents],
  ] as const;
  const consent = `mahnwerk akte raten ${akteIn(path)} --rate ${formatDecimal(rateCents)} --ab ${formatDay(first)}${withFee ? ' --mit-gebuehr' : ''} --zustimmung ${formatDecimal(gesamtCents)}`;
  return `Angebot für ${akteIn(path)}; vereinbart ist noch nichts.\n\n${aligned([['Rate', 'fällig', 'Betrag'], ...raten.map((r, i) => [String(i + 1), formatDay(r.faellig), formatEuro(r.cents)])], [0, 2])}
${aligned(
  sums.map(([name, amount]) => [name, formatEuro(amount)]),
  [1],
)}
Hat der Schuldner diesem Gesamtbetrag in Textform zugestimmt:\n  ${consent}\n`;
};

const Agreed = z.object({
  aktenzeichen: z.string(),
  ratenplan: z.object({ id: z.string(), rate: Cents, first: Day, fee: Cents }).nullable(),
});
const plan = (answer: unknown): string => {
  const { aktenzeichen, ratenplan } = Agreed.parse(answer);
  if (!ratenplan) return `${aktenzeichen}: Es läuft kein Ratenplan.\n`;
  return `${aktenzeichen}: Ratenplan ${ratenplan.id} vereinbart: monatlich ${formatEuro(ratenplan.rate)}, erste Rate am ${formatDay(ratenplan.first)}, ${ratenplan.fee > 0 ? `Einigungsgebühr ${formatEuro(ratenplan.fee)}` : 'ohne Gebühr'}.\n`;
};

const Queries = z.object({
  aktenzeichen: z.string(),
  rueckfragen: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      answerBy: Day,
      answer: z.object({ on: Day, text: z.string() }).nullable(),
    }),
  ),
  fehlt: z.array(z.object({ forderung: z.string(), was: z.string() })).default([]),
});
const Answered = Queries.extend({ ruht: z.array(z.string()) });
const answer = (given: unknown): string => {
  const { aktenzeichen, ruht, rueckfragen } = Answered.parse(given);
  const waits = ruht.length === 0 ? ['Nichts hält das Mahnen an.'] : ['Das Mahnen ruht:', ...ruht.map((r) => `  ${r}`)];
  const open = rueckfragen
    .filter((q) => q.answer === null)
    .map((q) => `Rückfrage ${q.id} an den Gläubiger, Antwort bis ${formatDay(q.answerBy)}: ${q.question}`);
  return `${[`${aktenzeichen}: eingetragen.`, ...waits, ...open].join('\n')}\n`;
};
/** What a creditor has said of contracts, and what is still missing. */
const completed = (aktenzeichen: string, fehlt: readonly Readonly<{ forderung: string; was: string }>[]): string => {
  const missing = fehlt.map(({ forderung, was }) => `${forderung}: Es fehlt noch ${was}.`);
  return `${[`${aktenzeichen}: Angaben zum Vertrag eingetragen.`, ...(missing.length === 0 ? ['Das Mahnen geht weiter.'] : missing)].join('\n')}\n`;
};
/** The first answer to a query stands. */
const query = (given: unknown, { path, body }: Request): string => {
  const { aktenzeichen, rueckfragen, fehlt } = Queries.parse(given);
  if (body?.['answer'] === undefined) return completed(aktenzeichen, fehlt);
  const id = path.split('/').at(-1);
  const stands = rueckfragen.find((q) => q.id === id)?.answer;
  if (stands && stands.text !== body?.['answer'])
    return `${aktenzeichen}: ${id ?? ''} war schon am ${formatDay(stands.on)} beantwortet: „${stands.text}“ Die neue Antwort ist nicht eingetragen.\n`;
  return `${aktenzeichen}: Antwort auf ${id ?? ''} eingetragen.\nIst der Widerspruch damit erledigt: mahnwerk akte antwort ${aktenzeichen} --art vorbei --grund widerspruch --notiz "…"\nIst er begründet:                 mahnwerk akte schliessen ${aktenzeichen} --grund "…"\n`;
};

const Clarifications = z.object({
  weitere: z.int(),
  faelle: z.array(
    z.object({
      aktenzeichen: z.string(),
      forderung: z.string(),
      zustand: z.string(),
      seit: z.iso.datetime(),
      grund: z.string(),
      zuTun: z.string(),
    }),
  ),
});
const since = (instant: string): string =>
  clock(instant, { day: '2-digit', month: '2-digit', year: 'numeric' }).replace(',', '');
const clarifications = (given: unknown): string => {
  const { faelle, weitere } = Clarifications.parse(given);
  if (faelle.length === 0) return 'Kein Fall wartet auf eine Person.\n';
  const blocks = faelle.map(
    (f) =>
      `${f.aktenzeichen}, ${f.forderung}, „${f.zustand}“, seit ${since(f.seit)} Uhr\n  ${f.grund}\n  Zu tun: ${f.zuTun}\n`,
  );
  const head = faelle.length === 1 ? 'Ein Fall wartet' : `${faelle.length} Fälle warten, der älteste zuerst`;
  const rest = weitere === 0 ? '' : `\nund ${weitere} weitere, die kürzer warten\n`;
  return `${head}\n\n${blocks.join('\n')}${rest}`;
};

const Failed = z.object({
  gescheitert: z.array(
    z.object({
      quelle: z.string(),
      was: z.string(),
      wartend: z.int(),
      einige: z.array(
        z.object({ seit: z.iso.datetime(), worum: z.string().nullable(), fehler: z.string().nullable() }),
      ),
    }),
  ),
});
const failures = (given: unknown): string => {
  const { gescheitert } = Failed.parse(given);
  if (gescheitert.length === 0) return 'Nichts ist gescheitert, das noch nachzuholen wäre.\n';
  const blocks = gescheitert.map(({ quelle, was, wartend, einige }) => {
    const lines = einige.map(
      ({ seit, worum, fehler }) =>
        `  seit ${since(seit)} Uhr${worum === null ? '' : `: ${worum}`}${fehler === null ? '' : ` (${fehler})`}\n`,
    );
    return `${quelle}: ${wartend}\n  ${was}\n${lines.join('')}  Ursache beheben, dann: mahnwerk betrieb nachholen ${quelle}\n`;
  });
  return blocks.join('\n');
};
const Again = z.object({ quelle: z.string(), nachgeholt: z.int(), nochWartend: z.int() });
const again = (given: unknown): string => {
  const { quelle, nachgeholt, nochWartend } = Again.parse(given);
  if (nachgeholt === 0 && nochWartend === 0) return `${quelle}: Dort wartet nichts.\n`;
  const done =
    nachgeholt === 1
      ? 'Ein Ereignis ist noch einmal angestoßen'
      : `${nachgeholt} Ereignisse sind noch einmal angestoßen`;
  const left = nochWartend === 0 ? '' : ` Es warten noch etwa ${nochWartend}: den Befehl wiederholen.`;
  return `${quelle}: ${done}.${left}\nWas wieder scheitert, liegt in einigen Minuten wieder hier: mahnwerk betrieb liste\n`;
};

const Access = z.object({
  glaeubiger: z.string(),
  zweck: z.string(),
  zustand: z.string(),
  clientId: z.string().nullable(),
  clientSecret: z.string().nullish(),
  seit: z.iso.datetime(),
  von: z.string(),
});
const Accesses = z.object({ zugaenge: z.array(Access) });
const accesses = (given: unknown): string => {
  const { zugaenge } = Accesses.parse(given);
  if (zugaenge.length === 0) return 'Es gibt keinen Zugang. Anlegen: mahnwerk zugang anlegen GLÄUBIGER --zweck erp\n';
  const head = ['Zweck', 'Zustand', 'Client-ID', 'seit', 'von'];
  const rows = zugaenge.map((a) => [a.zweck, a.zustand, a.clientId ?? '', since(a.seit), nameOf(a.von)]);
  return aligned([head, ...rows]);
};
const access = (given: unknown): string => {
  const { glaeubiger, zweck, zustand, clientId, clientSecret } = Access.parse(given);
  const named = `${glaeubiger}, ${zweck}`;
  if (clientSecret)
    return `${named}: Zugang angelegt. Das Geheimnis wird nur jetzt gezeigt und nirgends aufbewahrt.\n\n  Client-ID:  ${clientId ?? ''}\n  Geheimnis:  ${clientSecret}\n`;
  if (zustand === 'gesperrt') return `${named}: gesperrt. Was damit noch gefragt wird, wird abgelehnt.\n`;
  return `${named}: Den Zugang gibt es schon (${clientId ?? ''}); ein zweiter ist nicht entstanden.\nIst das Geheimnis verloren: mahnwerk zugang sperren ${glaeubiger} --zweck ${zweck}, dann neu anlegen.\n`;
};

const SHOW: Readonly<Record<Exclude<Shown, 'json'>, (answer: unknown, request: Request) => string>> = {
  answer,
  query,
  offer,
  plan,
  calls,
  call,
  clarifications,
  failures,
  again,
  accesses,
  access,
};

const asJson = (given: unknown): string => `${JSON.stringify(given, null, 2)}\n`;
/**
 * What the API has answered, as it is read at a desk. It has been done by then: an answer in another form than expected
 * is shown as it came.
 */
export const shown = (request: Request, given: unknown): string => {
  if (request.shown === 'json') return asJson(given);
  try {
    return SHOW[request.shown](given, request);
  } catch (error) {
    if (error instanceof z.ZodError) return asJson(given);
    throw error;
  }
};
