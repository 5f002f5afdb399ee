import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSession } from '../../cli/sign-in/session-file.ts';
import { typeOf, type Problem } from '../../contracts/problem.ts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The command itself, against an API that answers what it is told to and remembers what it was asked. */
const command = fileURLToPath(new URL('../../cli/mahnwerk.ts', import.meta.url));
type Asked = Readonly<{ method: string; url: string; authorization: string; key: string; body: string }>;
/** A command takes a second to start, longer on a busy machine. */
const LONG = 60_000;
let api: Server;
let asked: Asked[] = [];
/** How many calls find it busy before it answers. */
let busy = 0;
let folder = '';
let answer: Readonly<{ status: number; body: unknown }> = { status: 200, body: {} };
beforeAll(async () => {
  api = createServer((request, response) => {
    let body = '';
    request
      .on('data', (part: Buffer) => {
        body += part.toString('utf8');
      })
      .on('end', () => {
        if (request.url === '/oauth2/token') {
          response.end('{"access_token":"signed-in","refresh_token":"r","expires_in":3600}');
          return;
        }
        asked.push({
          method: request.method ?? '',
          url: request.url ?? '',
          authorization: request.headers.authorization ?? '',
          key: String(request.headers['idempotency-key'] ?? ''),
          body,
        });
        if (busy-- > 0) {
          response.writeHead(503).end('{"message":"Service Unavailable"}');
          return;
        }
        response
          .writeHead(answer.status)
          .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
      });
  });
  await new Promise<void>((ready) => {
    api.listen(0, '127.0.0.1', ready);
  });
});
afterAll(() => {
  api.close();
});
const home = (): string => `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
const kept = (): string => join(folder, 'mahnwerk/anmeldung.json');
beforeEach(() => {
  busy = 0;
  asked = [];
  folder = mkdtempSync(join(tmpdir(), 'mahnwerk-'));
  const page = { signIn: home(), client: 'command' };
  keepSession(kept(), { ...page, access: 't', refresh: 'r', until: '9999-12-31T00:00:00.000Z' });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const environment = (without = ''): Record<string, string> => {
  const env = {
    MAHNWERK_API: `${home()}/`,
    MAHNWERK_SIGN_IN: home(),
    MAHNWERK_CLIENT: 'command',
    XDG_CONFIG_HOME: folder,
  };
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== without));
};
const QUIET = '--disable-warning=ExperimentalWarning';
const mahnwerk = (args: readonly string[], without = ''): Promise<{ code: number; out: string; err: string }> =>
  new Promise((ended) => {
    execFile(process.execPath, [QUIET, command, ...args], { env: environment(without) }, (error, out, err) => {
      ended({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
const A = 'MUS-4F7K-2QXR';

test(
  'asks with the token of whoever has signed in, and prints what a person reads',
  async () => {
    answer = {
      status: 201,
      body: {
        akte: A,
        holds: [{ ground: 'promise', until: null, words: 'Zahlungszusage läuft: Zahlung zugesagt bis 27.03.2026' }],
        queries: [],
      },
    };
    expect(await mahnwerk(['akte', 'antwort', A, '--art', 'zusage', '--bis', '27.03.2026'])).toEqual({
      code: 0,
      err: '',
      out: `${A}: eingetragen.\nDas Mahnen ruht:\n  Zahlungszusage läuft: Zahlung zugesagt bis 27.03.2026\n`,
    });
    expect(asked).toEqual([
      {
        method: 'POST',
        url: `/v1/akten/${A}/answers`,
        authorization: 'Bearer t',
        key: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
        body: '{"answer":{"kind":"promise","payBy":"2026-03-27"}}',
      },
    ]);
  },
  LONG,
);

test(
  'whoever signs in on the page, in a browser, is who asks from then on; signed out, nobody is',
  async () => {
    rmSync(kept());
    expect(await mahnwerk(['klaerung', 'liste'])).toMatchObject({ code: 2, err: expect.stringContaining('anmelden') });
    const child = spawn(process.execPath, [QUIET, command, 'anmelden'], { env: environment() });
    const said = await new Promise<string>((ended) => {
      let text = '';
      child.stdout.on('data', (part: Buffer) => {
        text += part.toString('utf8');
        const page = /http:\S+authorize\S+(?=\n)/.exec(text)?.[0];
        if (page === undefined || text.includes('angemeldet.')) return;
        const told = new URL(page).searchParams;
        void fetch(`${told.get('redirect_uri')}?code=c&state=${told.get('state')}`);
      });
      child.on('close', () => {
        ended(text);
      });
    });
    expect(said).toMatch(/Sie sind angemeldet\./);
    answer = { status: 200, body: { cases: [], next: null } };
    expect(await mahnwerk(['klaerung', 'liste'])).toMatchObject({ code: 0 });
    expect(asked[0]?.authorization).toBe('Bearer signed-in');
    expect((await mahnwerk(['abmelden'])).out).toBe('Sie sind abgemeldet.\n');
    expect(existsSync(kept())).toBe(false);
    expect((await mahnwerk(['abmelden'])).out).toBe('Es ist niemand angemeldet.\n');
  },
  LONG,
);

test(
  'a refund goes with its key; what scripts read stays JSON',
  async () => {
    answer = { status: 201, body: { akte: A, refundedCents: 200 } };
    expect((await mahnwerk(['akte', 'erstattung', A, '--betrag', '2,00', '--schluessel', 'zwei'])).out).toBe(
      `{\n  "akte": "${A}",\n  "refundedCents": 200\n}\n`,
    );
    expect(asked[0]).toMatchObject({ key: 'zwei' });
  },
  LONG,
);

test(
  'while nobody can answer it asks again under the same key, so that nothing is done twice',
  async () => {
    busy = 2;
    answer = { status: 200, body: { akte: A, holds: [], closed: true } };
    expect(await mahnwerk(['akte', 'schliessen', A, '--grund', 'x'])).toMatchObject({ code: 0, err: '' });
    expect(asked.map(({ key }) => key)).toEqual(Array(3).fill(asked[0]?.key));
  },
  LONG,
);

const problem = ({ code, detail, errors }: Pick<Problem, 'code' | 'detail' | 'errors'>): Problem => ({
  type: typeOf(code),
  title: 'x',
  status: 422,
  detail,
  code,
  errors,
});
test.each<[string, number, unknown, string]>([
  [
    'a refusal is told with the option',
    422,
    problem({
      code: 'day.past',
      detail: 'Feld „payBy“: Der 01.01.2026 liegt nicht in der Zukunft.',
      errors: [
        { field: 'payBy', code: 'day.past', detail: 'Feld „payBy“: Der 01.01.2026 liegt nicht in der Zukunft.' },
      ],
    }),
    '--bis: Der 01.01.2026 liegt nicht in der Zukunft.\n',
  ],
  [
    'a form that is wrong, field by field',
    400,
    problem({
      code: 'input',
      detail: 'Die Anfrage ist nicht in der erwarteten Form.',
      errors: [
        { field: 'creditor.id', code: 'invalid', detail: 'Gläubigerkürzel: 2 bis 6 Großbuchstaben' },
        { field: null, code: 'invalid', detail: 'Erwartet wird: ein Objekt.' },
      ],
    }),
    'Die Anfrage ist nicht in der erwarteten Form.\n  creditor.id: Gläubigerkürzel: 2 bis 6 Großbuchstaben\n  Inhalt der Anfrage: Erwartet wird: ein Objekt.\n',
  ],
  ['a gateway that speaks no JSON', 502, '<html>', 'Die API antwortet mit 502.\n'],
])(
  '%s, exit 2',
  async (_, status, body, err) => {
    answer = { status, body };
    expect(await mahnwerk(['akte', 'antwort', A, '--art', 'zusage', '--bis', '01.01.2026'])).toEqual({
      code: 2,
      out: '',
      err,
    });
  },
  LONG,
);

test(
  'misuse is told before anything is asked, exit 2',
  async () => {
    expect(await mahnwerk(['akte', 'antwort', A, '--art', 'brief'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--art: „brief“ gibt es nicht; möglich sind /),
    });
    expect(await mahnwerk(['klaerung', 'liste'], 'MAHNWERK_API')).toMatchObject({
      code: 2,
      err: 'Die Umgebungsvariable MAHNWERK_API fehlt.\n',
    });
    expect(await mahnwerk(['kasse', '--auf'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Den Befehl „kasse“ gibt es nicht\./),
    });
    expect(asked).toEqual([]);
  },
  LONG,
);

test(
  'a statement takes German days as every command does, and names the option of a day that cannot be',
  async () => {
    const akte = fileURLToPath(new URL('../../examples/akte.json', import.meta.url));
    const of = (asOf: string) => mahnwerk(['statement', akte, '--as-of', asOf]);
    const german = await of('31.12.2026');
    const iso = await of('2026-12-31');
    expect(german).toMatchObject({ code: 0, err: '' });
    expect(german.out).toBe(iso.out);
    expect(await of('9999-12-31')).toEqual({
      code: 2,
      out: '',
      err: '--as-of: „9999-12-31“ liegt nicht in den Jahren 1800 bis 2199.\n',
    });
  },
  LONG,
);

test(
  'help needs no access',
  async () => {
    expect(await mahnwerk([], 'MAHNWERK_API')).toMatchObject({
      code: 0,
      out: expect.stringContaining('mahnwerk anrufe'),
    });
    expect(await mahnwerk(['anrufe', '--help'], 'MAHNWERK_API')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Beispiele:'),
    });
  },
  LONG,
);
