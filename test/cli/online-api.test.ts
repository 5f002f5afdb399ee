import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type { Request } from '../../cli/commands/asking.ts';
import { requestOf } from '../../cli/online.ts';
import { ROUTES } from '../../contracts/api.ts';
import { routeKey } from '../../contracts/route.ts';
import { stageOf } from '../../config/stages.ts';
import { day } from '../../domain/calendar.ts';
import { FUNCTIONS } from '../../lib/functions.ts';
import { awsEnvironment } from '../support/aws-environment.ts';
import { ANSWERED_BY } from '../../lib/routes.ts';

/**
 * Whether the functions behind the API take what the commands ask. Behind them is a table that holds nothing and keeps
 * nothing.
 */
const routes = ROUTES.map(({ name, route }) => ({
  route,
  file: FUNCTIONS[ANSWERED_BY[name]].file,
  form: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));
const routeOf = ({ method, path }: Request) => {
  const found = routes.find(({ route, form }) => route.method === method && form.test(path));
  if (!found) throw new Error(`no route for ${method} ${path}`);
  return found;
};

const ANSWERS: Readonly<Record<string, unknown>> = {
  Query: { Items: [], Count: 0 },
  AdminGetUser: { UserAttributes: [{ Name: 'sub', Value: 'sub-1' }] },
  AdminCreateUser: { User: { Attributes: [{ Name: 'sub', Value: 'sub-1' }] } },
  CreateUserPoolClient: { UserPoolClient: { ClientId: 'client', ClientSecret: 'secret' } },
};
let table: Server;
beforeAll(async () => {
  table = createServer((request, response) => {
    const answer = ANSWERS[String(request.headers['x-amz-target']).split('.')[1] ?? ''] ?? {};
    request.resume().on('end', () => {
      response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((ready) => {
    table.listen(0, '127.0.0.1', ready);
  });
  const { clock, agency, mailDomain } = stageOf('dev');
  Object.assign(process.env, {
    ...awsEnvironment(`http://127.0.0.1:${(table.address() as AddressInfo).port}`),
    TABLE_NAME: 'mahnwerk',
    CURSOR_KEY: 'cursors',
    CLOCK: JSON.stringify(clock),
    STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:000000000000:stateMachine:dunning',
    AGENCY: JSON.stringify(agency),
    MAIL_DOMAIN: mailDomain,
    ACCOUNT_WAIT_DAYS: '3',
    USER_POOL_ID: 'eu-central-1_test',
    PERSON_POOL_ID: 'eu-central-1_persons',
    TEAM_POOL_ID: 'eu-central-1_team',
    FAILURES: JSON.stringify([{ source: 'bank', lost: 'https://sqs.example.com/1/lost', call: 'bank' }]),
  });
});
afterAll(() => {
  table.close();
});

const A = 'MUS-4F7K-2QXR';
const MANDATE = {
  creditor: JSON.parse(readFileSync(new URL('../../examples/creditors/musterversand.json', import.meta.url), 'utf8'))
    .creditor,
};
const LINES = [
  ...[
    'zeigen',
    'optionen',
    'pausieren --grund x --bis 30.04.2026',
    'fortsetzen --grund x',
    'schliessen --grund x',
    'klaeren --grund x',
    'erlassen --zinsen --grund x',
    'ueberspringen --stufe 2 --angelegenheit M1 --grund x',
    'ermitteln',
  ].map((l) => l.replace(/^\S+/, (verb) => `akte ${verb} ${A}`)),
  ...['nicht-bestellt', 'nicht-erhalten', 'mangelhaft', 'hoehe'].map(
    (g) => `akte antwort ${A} --art widerspruch --grund ${g} --notiz x`,
  ),
  ...[
    'nachweis --notiz x',
    'zusage --bis 31.12.2099 --notiz x',
    'stundung --bis 31.12.2099 --notiz x',
    'kontakt --strasse Weg --plz 01067 --ort Dresden --email max@example.com --telefon 015110000002',
    'zurueck --schreiben x --notiz x',
  ].map((l) => `akte antwort ${A} --art ${l}`),
  ...['insolvenz', 'sterbefall', 'minderjaehrig', 'identitaet', 'vertretung', 'haertefall'].flatMap((g) => [
    `akte antwort ${A} --art lage --grund ${g} --notiz x --bis 31.12.2099`,
    `akte antwort ${A} --art vorbei --grund ${g} --notiz x`,
  ]),
  ...['widerspruch', 'nachweis', 'zusage', 'stundung', 'pause'].map(
    (g) => `akte antwort ${A} --art vorbei --grund ${g} --notiz x`,
  ),
  `akte raten ${A} --rate 50,00 --ab 01.04.2026 --mit-gebuehr`,
  `akte raten ${A} --rate 50,00 --ab 01.04.2026 --zustimmung 203,17`,
  `akte rueckfrage ${A} Q1 --antwort x`,
  `akte rueckbuchung ${A} --zahlung z --grund x`,
  `akte gutschrift ${A} --forderung F1 --betrag 12,50 --vom 12.03.2026 --nummer GS-17 --grund x`,
  `akte erstattung ${A} --betrag 12,50`,
  'anrufe liste MUS',
  `anrufe nehmen ${A} --angelegenheit M1 --stufe 1`,
  ...['erreicht', 'zusage', 'raten', 'bestritten', 'falsche-nummer', 'nicht-erreicht'].flatMap((outcome) =>
    ['vormittags', 'nachmittags', 'abends'].map(
      (part) => `anrufe notieren ${A} --angelegenheit M1 --stufe 1 --zeit ${part} --ergebnis ${outcome} --notiz x`,
    ),
  ),
  'klaerung liste',
  'betrieb liste',
  'betrieb nachholen bank --hoechstens 3',
  'glaeubiger anlegen mandat.json',
  'glaeubiger zeigen MUS',
  'glaeubiger verlauf MUS',
  'glaeubiger aendern mandat.json --version 3',
  'glaeubiger aehnliche MUS',
  'freigabe liste',
  'freigabe erteilen MUS-K1',
  'freigabe ablehnen MUS-K1 --grund x',
  'person liste MUS',
  'person anlegen MUS mus-winter --email w@example.com --als bearbeiter',
  'person sperren MUS mus-winter',
  'team sperren winter',
  'team zulassen winter',
  'zugang liste MUS',
  'zugang anlegen MUS --zweck erp',
  'zugang erneuern MUS --zweck erp',
  'zugang erneuern MUS --zweck erp --fertig',
  'zugang sperren MUS --zweck erp',
  `glaeubiger entscheiden ${A}_MUS-8H2M-5TWZ --als verschieden`,
];
/** Whoever sits there has a name: it goes along wherever the API takes one. */
const request = (line: string): Request =>
  requestOf(line.split(' '), { today: day('2026-03-02'), read: () => MANDATE }) as Request;

test.each(LINES)('%s', async (line) => {
  const asked = request(line);
  const { route, file, form } = routeOf(asked);
  expect(route.may).toContain('leitung');
  const { handler } = await import(`../../lambdas/${file}`);
  const { statusCode, body } = await handler(
    {
      routeKey: routeKey(route),
      requestContext: { authorizer: { lambda: { side: 'operator', role: 'leitung', who: 'desk' } } },
      headers: asked.headers,
      pathParameters: { ...form.exec(asked.path)?.groups },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    },
    { awsRequestId: 'test' },
  );
  // Of an empty table nothing is known (404), or its list is empty (200); the form is never wrong (400), and nothing
  // breaks (500).
  expect([200, 201, 404, 422].includes(statusCode) ? 'taken' : JSON.parse(body)).toBe('taken');
});
