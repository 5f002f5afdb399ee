import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { argv, env, exit, stderr, stdin, stdout } from 'node:process';
import { statementHtml } from '../adapters/html/statement.ts';
import { statementJson } from '../adapters/json/statement.ts';
import { statementPdf } from '../adapters/pdf/statement.ts';
import { Day } from '../domain/calendar.ts';
import { Rejected } from '../domain/faults.ts';
import { parseGermanAmount } from '../domain/parse.ts';
import { answer } from './calc.ts';
import { calendar } from './calendar.ts';
import { check, type Streams } from './check.ts';
import { desk, isDeskCommand } from './desk.ts';
import { template } from './template.ts';
import { lint } from './lint.ts';
import { explain, lastDayOf, readStatementFile } from './statement-file.ts';

const HELP = `mahnwerk – Befehle für die Sachbearbeitung

  mahnwerk akte zeigen   AKTENZEICHEN
  mahnwerk akte pause    AKTENZEICHEN --grund "…" [--bis 2026-04-30]
  mahnwerk akte resume   AKTENZEICHEN --grund "…"
  mahnwerk akte close    AKTENZEICHEN --grund "…"
  mahnwerk akte clarify  AKTENZEICHEN --grund "…"
  mahnwerk akte rueckbuchung AKTENZEICHEN --zahlung ID --grund "…"
  mahnwerk akte erstattung   AKTENZEICHEN --betrag 12,50 [--schluessel …]
  mahnwerk klaerung list                                 Fälle, die auf eine Person warten
  mahnwerk creditor add  DATEI.json [--procedure DATEI.json]
  mahnwerk creditor aehnliche   GLÄUBIGER                Akten, die derselbe Schuldner sein könnten
  mahnwerk creditor entscheiden VORSCHLAG --als same|different
  mahnwerk check         LISTE.csv   Übergabeliste prüfen; mehr mit --help
  mahnwerk template      goods|services|rent   Vorlage einer Übergabeliste; mehr mit --help
  mahnwerk calendar      MAHNLAUF --from 2026-03-02   was wann geschieht, wenn niemand zahlt; mehr mit --help
  mahnwerk lint          MAHNLAUF    was an einem Mahnlauf unrechtmäßig oder widersinnig ist; mehr mit --help
  mahnwerk statement     DATEI.json [--as-of 2026-11-24] [--format json|html|pdf]   Forderungsaufstellung (Form der Datei: docs/law.md)
  mahnwerk fee | interest | deadline   Gebühr, Zinsen, Frist ausrechnen; mehr mit --help
  mahnwerk calc          Rechenaufgaben als NDJSON von der Standardeingabe (docs/law.md)

Zugang aus der Umgebung: MAHNWERK_API (Adresse der API), MAHNWERK_TOKEN_URL, MAHNWERK_CLIENT_ID, MAHNWERK_CLIENT_SECRET.
Wie man sie bekommt, steht in docs/operations.md.
`;

/** A mistake of whoever called: said in one German line, exit code 2. */
class Misuse extends Error { override readonly name = 'Misuse'; }
const needed = (name: string): string => { const value = env[name]; if (!value) throw new Misuse(`Die Umgebungsvariable ${name} fehlt.`); return value; };

const token = async (): Promise<string> => {
  const basic = Buffer.from(`${needed('MAHNWERK_CLIENT_ID')}:${needed('MAHNWERK_CLIENT_SECRET')}`).toString('base64');
  const reply = await fetch(needed('MAHNWERK_TOKEN_URL'), { method: 'POST', headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ grant_type: 'client_credentials', client_id: needed('MAHNWERK_CLIENT_ID'), client_secret: needed('MAHNWERK_CLIENT_SECRET'), scope: 'mahnwerk/operator' }) });
  const body = await reply.json() as { access_token?: string };
  if (!body.access_token) throw new Misuse('Die Anmeldung wurde abgelehnt: Bitte MAHNWERK_CLIENT_ID und MAHNWERK_CLIENT_SECRET prüfen.');
  return body.access_token;
};

const call = async (method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}): Promise<unknown> => {
  const reply = await fetch(needed('MAHNWERK_API').replace(/\/$/, '') + path, { method, headers: { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/json', ...headers }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const text = await reply.text();
  if (!reply.ok) throw new Misuse((JSON.parse(text || '{}') as { meldung?: string }).meldung ?? `Die API antwortet mit ${reply.status}.`);
  return JSON.parse(text);
};

const json = (file: string): unknown => { try { return JSON.parse(readFileSync(file, 'utf8')); } catch (error) { throw new Misuse(error instanceof SyntaxError ? `${file} ist kein gültiges JSON: ${error.message}` : `${file} ist nicht lesbar: ${(error as Error).message}`); } };

const amount = (text: string): number => { try { return parseGermanAmount(text); } catch (error) { throw new Misuse(`--betrag: ${(error as Error).message}`); } };

/** NDJSON in, NDJSON out, line by line: `calc` answers thousands of requests in one process. */
const calc = async (): Promise<void> => {
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    if (!stdout.write(`${JSON.stringify(answer(line))}\n`)) await once(stdout, 'drain');
  }
};

const FORMATS = ['json', 'html', 'pdf'] as const;
/** Writes the statement of a file to standard output; nothing is written where the file is wrong. */
const statement = async (path: string, asOf: string | undefined, format = 'json'): Promise<void> => {
  const wanted = FORMATS.find((f) => f === format);
  if (!wanted) throw new Misuse(`--format ${format}: möglich sind ${FORMATS.join(', ')}.`);
  const on = asOf === undefined ? undefined : Day.safeParse(asOf);
  if (on?.success === false) throw new Misuse(`--as-of ${asOf ?? ''}: ein Tag wie 2026-11-24 wird erwartet.`);
  const file = readStatementFile(json(path));
  const explained = explain(file, on?.data ?? lastDayOf(file));
  const out = wanted === 'html' ? statementHtml(explained) : wanted === 'pdf' ? await statementPdf(explained) : `${JSON.stringify(statementJson(explained), null, 2)}\n`;
  if (!stdout.write(out)) await once(stdout, 'drain');
};

const today = (): Day => Day.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date()));
const streams: Streams = { out: async (text) => { if (!stdout.write(text)) await once(stdout, 'drain'); }, err: (text) => { stderr.write(text); }, interactive: stderr.isTTY };

const main = async (): Promise<void> => {
  const [command, ...rest] = argv.slice(2);
  if (command === 'check') { process.exitCode = await check(rest, today(), streams); return; }
  if (command === 'calendar' || command === 'lint') { const { text, exitCode } = command === 'lint' ? lint(rest) : await calendar(rest); await streams.out(text); process.exitCode = exitCode; return; }
  if (command === 'template') { stdout.write(template(rest)); return; }
  if (isDeskCommand(command)) { stdout.write(desk(command, rest)); return; }
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { grund: { type: 'string' }, bis: { type: 'string' }, zahlung: { type: 'string' }, betrag: { type: 'string' }, schluessel: { type: 'string' }, procedure: { type: 'string' }, als: { type: 'string' }, 'as-of': { type: 'string' }, format: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  const [noun, verb, what] = positionals;
  if (values.help || !noun) { stdout.write(HELP); return; }
  if (noun === 'calc') { await calc(); return; }
  if (noun === 'statement') {
    if (!verb) throw new Misuse('Es fehlt die Datei: mahnwerk statement DATEI.json');
    await statement(verb, values['as-of'], values.format);
    return;
  }
  if (noun === 'klaerung' && verb === 'list') { stdout.write(`${JSON.stringify(await call('GET', '/v1/clarifications'), null, 2)}\n`); return; }
  if (!verb || !what) throw new Misuse(`Es fehlt etwas. So geht es:\n\n${HELP}`);
  const print = (result: unknown): void => { stdout.write(`${JSON.stringify(result, null, 2)}\n`); };
  if (noun === 'akte' && verb === 'zeigen') { print(await call('GET', `/v1/akten/${encodeURIComponent(what)}`)); return; }
  if (noun === 'akte' && ['pause', 'resume', 'close', 'clarify'].includes(verb)) {
    if (!values.grund) throw new Misuse('--grund fehlt: Der Grund steht danach in der Akte.');
    print(await call('POST', `/v1/akten/${encodeURIComponent(what)}/${verb}`, { reason: values.grund, ...(values.bis ? { until: values.bis } : {}) }));
    return;
  }
  if (noun === 'akte' && verb === 'rueckbuchung') {
    if (!values.zahlung || !values.grund) throw new Misuse('--zahlung und --grund werden gebraucht; die Kennung der Zahlung zeigt „mahnwerk akte zeigen“.');
    print(await call('POST', `/v1/akten/${encodeURIComponent(what)}/reversals`, { payment: values.zahlung, reason: values.grund }));
    return;
  }
  if (noun === 'akte' && verb === 'erstattung') {
    if (!values.betrag) throw new Misuse('--betrag fehlt, zum Beispiel --betrag 12,50.');
    const amountCents = amount(values.betrag);
    print(await call('POST', `/v1/akten/${encodeURIComponent(what)}/refunds`, { amountCents }, { 'Idempotency-Key': values.schluessel ?? `cli ${new Date().toISOString().slice(0, 10)} ${amountCents}` }));
    return;
  }
  if (noun === 'creditor' && verb === 'aehnliche') { print(await call('GET', `/v1/creditors/${encodeURIComponent(what)}/suggestions`)); return; }
  if (noun === 'creditor' && verb === 'entscheiden') {
    if (values.als !== 'same' && values.als !== 'different') throw new Misuse('--als fehlt: same (derselbe Schuldner) oder different (zwei verschiedene).');
    print(await call('POST', `/v1/creditors/${encodeURIComponent(what.split('-')[0] ?? '')}/suggestions/${encodeURIComponent(what)}`, { decision: values.als }));
    return;
  }
  if (noun === 'creditor' && verb === 'add') { print(await call('POST', '/v1/creditors', { ...(json(what) as object), ...(values.procedure ? { procedure: json(values.procedure) } : {}) })); return; }
  throw new Misuse(`Den Befehl „${noun} ${verb}“ gibt es nicht.\n\n${HELP}`);
};

// Whoever reads our output may stop reading (`… | head`): that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => { exit(error.code === 'EPIPE' ? 0 : 2); });
try { await main(); } catch (error) {
  stderr.write(`${error instanceof Misuse || error instanceof Rejected ? error.message : `Das ging schief: ${(error as Error).message}`}\n`);
  exit(2);
}
