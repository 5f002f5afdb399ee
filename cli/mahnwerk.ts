import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { argv, exit, stderr, stdin, stdout } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { statementHtml } from '../adapters/html/statement.ts';
import { statementJson } from '../adapters/json/statement.ts';
import { statementPdf } from '../adapters/pdf/statement.ts';
import { Refused, type Answered, type Asked } from '../contracts/client.ts';
import { repeating } from '../contracts/repeating.ts';
import type { Day } from '../domain/calendar.ts';
import type { GeneralCode } from '../domain/fault-codes.ts';
import { Rejected, messageIn } from '../domain/faults.ts';
import type { Statement } from '../domain/statement/lines.ts';
import { answer } from './calc.ts';
import { calendar } from './calendar.ts';
import type { Request } from './commands/asking.ts';
import { check } from './check.ts';
import type { Streams } from './check/shown.ts';
import { isDeskCommand } from './desk-help.ts';
import { desk } from './desk.ts';
import { template } from './template.ts';
import { jsonIn } from './files.ts';
import { asksForHelp, optionalDay, optionalText, parsed } from './given.ts';
import { lint } from './lint.ts';
import { Misuse, Unreached, answerIn, askedAt, needed } from './misuse.ts';
import { ONLINE_OVERVIEW, inOptions, isOnline, requestOf } from './online.ts';
import { accessToken, signIn, signOut } from './sign-in.ts';
import { explain } from './statement/explain.ts';
import { lastDayOf, readStatementFile } from './statement/file.ts';
import { today } from './today.ts';

const HELP = `mahnwerk – Befehle für die Sachbearbeitung; mehr zu jedem mit --help, zum Beispiel: mahnwerk akte --help

Wer hier sitzt:

  mahnwerk anmelden      auf der Anmeldeseite im Browser, mit Kennwort und zweitem Faktor
  mahnwerk abmelden

Mit Verbindung zur API:

${ONLINE_OVERVIEW}
Ohne Verbindung:

  mahnwerk check         LISTE.csv   Übergabeliste prüfen
  mahnwerk template      goods|services|rent   Vorlage einer Übergabeliste
  mahnwerk calendar      MAHNLAUF --from 2026-03-02   was wann geschieht, wenn niemand zahlt
  mahnwerk lint          MAHNLAUF    was an einem Mahnlauf unrechtmäßig oder widersinnig ist
  mahnwerk statement     DATEI.json [--as-of 24.11.2026] [--format json|html|pdf]   Forderungsaufstellung (Form der Datei: docs/law.md)
  mahnwerk fee | interest | deadline   Gebühr, Zinsen, Frist ausrechnen
  mahnwerk calc          Rechenaufgaben als NDJSON von der Standardeingabe (docs/law.md)

Aus der Umgebung: MAHNWERK_API (Adresse der API), zum Anmelden MAHNWERK_SIGN_IN (Adresse der Anmeldeseite) und MAHNWERK_CLIENT (Kennung dieses Programms dort).
Wie man sie bekommt, steht in docs/operations.md.
`;

/** The form of a request is wrong: only then the sentence does not name the fields. */
const FORM: GeneralCode = 'input';
const WHOLE = 'Inhalt der Anfrage';
/** What the API says is wrong, field by field where it names them. */
const refusalIn = ({ message, problem }: Refused): string => {
  if (problem === null) return message;
  const { code, errors } = problem;
  const fields = code === FORM ? errors.map(({ field, detail }) => `  ${field ?? WHOLE}: ${detail}`) : [];
  return [inOptions(message), ...fields].join('\n');
};
const sent = async ({ method, path, body, headers }: Asked): Promise<Answered> => {
  const reply = await askedAt('MAHNWERK_API', `${needed('MAHNWERK_API').replace(/\/$/, '')}${path}`, {
    method,
    headers: { Authorization: `Bearer ${await accessToken()}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, body: answerIn(await reply.text()) };
};
const patiently = repeating(sent, {
  newKey: randomUUID,
  sleep: pause,
  isUnreached: (error) => error instanceof Unreached,
});
const send = async (asked: Asked): Promise<unknown> => {
  const answered = await patiently(asked);
  if (answered.status >= 300) throw new Misuse(refusalIn(new Refused(answered)));
  if (answered.body === undefined)
    throw new Misuse('Unter MAHNWERK_API antwortet etwas, das kein JSON schickt: Bitte die Adresse prüfen.');
  return answered.body;
};

/** NDJSON in, NDJSON out, line by line: `calc` answers thousands of requests in one process. */
const calc = async (): Promise<void> => {
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    if (!stdout.write(`${JSON.stringify(answer(line))}\n`)) await once(stdout, 'drain');
  }
};

const FORMATS = {
  json: (of) => `${JSON.stringify(statementJson(of), null, 2)}\n`,
  html: statementHtml,
  pdf: statementPdf,
} as const satisfies Record<string, (of: Statement) => string | Promise<Uint8Array>>;
/** Writes the statement of a file to standard output; nothing is written where the file is wrong. */
const statement = async (path: string, asOf: Day | undefined, format = 'json'): Promise<void> => {
  const wanted = Object.entries(FORMATS).find(([name]) => name === format);
  if (!wanted) throw new Misuse(`--format ${format}: möglich sind ${Object.keys(FORMATS).join(', ')}.`);
  const [, render] = wanted;
  const file = readStatementFile(jsonIn(path, 'DATEI'));
  const out = await render(explain(file, asOf ?? lastDayOf(file)));
  if (!stdout.write(out)) await once(stdout, 'drain');
};

const streams: Streams = {
  out: async (text) => {
    if (!stdout.write(text)) await once(stdout, 'drain');
  },
  err: (text) => {
    stderr.write(text);
  },
  interactive: stderr.isTTY,
};

/** What the API answers; of a list all pages, with how far it is where somebody watches. */
const answerTo = async (request: Request): Promise<unknown> => {
  const answers = [await send(request)];
  const { pages } = request;
  if (pages === null) return answers[0];
  for (let next = pages.following(answers); next; next = pages.following(answers)) {
    if (streams.interactive) streams.err(`\r${answers.length} Seiten gelesen …`);
    answers.push(await send(next));
  }
  if (streams.interactive && answers.length > 1) streams.err('\r\u001b[K');
  return pages.joined(answers);
};

/** Asks the API and prints what it says. */
const online = async (args: readonly string[]): Promise<void> => {
  const request = requestOf(args, {
    today: today(),
    read: (file) => jsonIn(file, 'DATEI'),
  });
  await streams.out('help' in request ? request.help : request.shown(await answerTo(request)));
};

const tooMuch = (words: readonly string[]): Misuse => new Misuse(`„${words.join(' ')}“ ist zu viel.`);
const calcAsked = async (args: readonly string[]): Promise<void> => {
  if (asksForHelp(args)) {
    stdout.write(HELP);
    return;
  }
  const { positionals } = parsed(args, {});
  if (positionals.length > 0) throw tooMuch(positionals);
  await calc();
};
const statementAsked = async (args: readonly string[]): Promise<void> => {
  if (asksForHelp(args)) {
    stdout.write(HELP);
    return;
  }
  const { positionals, values } = parsed(args, { 'as-of': 'string', format: 'string' });
  const [file, ...more] = positionals;
  if (more.length > 0) throw tooMuch(more);
  if (!file) throw new Misuse('Es fehlt die Datei: mahnwerk statement DATEI.json');
  await statement(file, optionalDay(values, 'as-of'), optionalText(values, 'format'));
};
const ended = async ({ text, exitCode }: Readonly<{ text: string; exitCode: number }>): Promise<void> => {
  await streams.out(text);
  process.exitCode = exitCode;
};

type Command = (args: readonly string[]) => Promise<void>;
/** What needs no API, by its word. */
const OFFLINE: Readonly<Record<string, Command>> = {
  check: async (args) => {
    process.exitCode = await check(args, today(), streams);
  },
  calendar: async (args) => ended(await calendar(args)),
  lint: async (args) => ended(lint(args)),
  template: async (args) => {
    stdout.write(template(args));
  },
  calc: calcAsked,
  statement: statementAsked,
};
/** Signing in and out: by its word. */
const SIGNING: Readonly<Record<string, typeof signIn>> = { anmelden: signIn, abmelden: signOut };
const signing =
  (run: typeof signIn): Command =>
  async (args) => {
    if (asksForHelp(args)) {
      stdout.write(HELP);
      return;
    }
    const { positionals } = parsed(args, {});
    if (positionals.length > 0) throw tooMuch(positionals);
    await run(streams.out);
  };
const commandOf = (word: string): Command => {
  const offline = Object.hasOwn(OFFLINE, word) ? OFFLINE[word] : undefined;
  if (offline) return offline;
  const signs = Object.hasOwn(SIGNING, word) ? SIGNING[word] : undefined;
  if (signs) return signing(signs);
  if (isDeskCommand(word))
    return async (args) => {
      stdout.write(desk(word, args));
    };
  if (isOnline(word)) return (args) => online([word, ...args]);
  throw new Misuse(`Den Befehl „${word}“ gibt es nicht.\n\n${HELP}`);
};

const main = async (): Promise<void> => {
  const [word, ...rest] = argv.slice(2);
  if (word === undefined || word === '--help' || word === '-h') {
    stdout.write(HELP);
    return;
  }
  await commandOf(word)(rest);
};

// Whoever reads our output may stop reading (`… | head`): that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  exit(error.code === 'EPIPE' ? 0 : 2);
});
try {
  await main();
} catch (error) {
  const isTheirs = error instanceof Misuse || error instanceof Rejected;
  const message = messageIn(error);
  stderr.write(`${isTheirs ? message : `Das ging schief: ${message}`}\n`);
  exit(2);
}
