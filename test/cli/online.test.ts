import { ONLINE_OVERVIEW, inOptions, isOnline } from '../../cli/online.ts';
import { SOURCES } from '../../config/sources.ts';
import { A, MANDATE, RUN, asked, request, refusal, wire } from './asked.ts';

test('which words ask the API', () => {
  expect(
    [
      'akte',
      'anrufe',
      'klaerung',
      'Klärung',
      'betrieb',
      'glaeubiger',
      'freigabe',
      'zugang',
      'person',
      'team',
      'check',
      'toString',
      'creditor',
      undefined,
    ].filter(isOnline),
  ).toEqual(['akte', 'anrufe', 'klaerung', 'Klärung', 'betrieb', 'glaeubiger', 'freigabe', 'zugang', 'person', 'team']);
});

describe('anrufe', () => {
  test.each<[string, unknown[]]>([
    ['anrufe liste mus', ['GET /v1/creditors/MUS/calls']],
    [`anrufe nehmen ${A} --angelegenheit M1 --stufe 1`, [`POST /v1/akten/${A}/calls`, { matter: 'M1', stage: 1 }]],
    [
      `anrufe notieren ${A} --angelegenheit M1 --stufe 0 --zeit vormittags --ergebnis nicht-erreicht`,
      [`POST /v1/akten/${A}/calls`, { matter: 'M1', stage: 0, made: { part: 'morning', outcome: 'not-reached' } }],
    ],
    ...(
      [
        ['erreicht', 'reached'],
        ['zusage', 'promise'],
        ['raten', 'instalments'],
        ['bestritten', 'dispute'],
        ['falsche-nummer', 'wrong-number'],
      ] as const
    ).map(([typed, outcome]): [string, unknown[]] => [
      `anrufe notieren ${A} --angelegenheit M2 --stufe 3 --zeit abends --ergebnis ${typed} --notiz "Ruft zurück"`,
      [
        `POST /v1/akten/${A}/calls`,
        { matter: 'M2', stage: 3, made: { part: 'evening', outcome, note: 'Ruft zurück' } },
      ],
    ]),
  ])('%s', (line, sent) => {
    expect(wire(line)).toEqual(sent);
  });
  test('as JSON', () => {
    const said = ['anrufe liste MUS', 'anrufe liste MUS --json'].map((line) => request(line).shown({ calls: [] }));
    expect(said).toEqual(['Heute steht kein Anruf an.\n', '{\n  "calls": []\n}\n']);
  });
  test.each([
    ['anrufe', 'Zu „anrufe“ fehlt noch ein Wort.'],
    ['anrufe liste', 'Es fehlt: GLÄUBIGER.'],
    ['anrufe liste M', 'GLÄUBIGER: „M“ ist kein Gläubigerkürzel wie MUS.'],
    [`anrufe nehmen ${A} --stufe 1`, '--angelegenheit: fehlt, zum Beispiel --angelegenheit M1'],
    [`anrufe nehmen ${A} --angelegenheit M1`, '--stufe: fehlt'],
    [`anrufe nehmen ${A} --angelegenheit M1 --stufe 1 --zeit abends`, '--zeit: passt hier nicht.'],
    [
      `anrufe notieren ${A} --angelegenheit M1 --stufe 1`,
      '--zeit: fehlt; möglich sind vormittags, nachmittags, abends.',
    ],
    [
      `anrufe notieren ${A} --angelegenheit M1 --stufe 1 --zeit nachts`,
      '--zeit: „nachts“ gibt es nicht; möglich sind vormittags, nachmittags, abends.',
    ],
    [
      `anrufe notieren ${A} --angelegenheit M1 --stufe 1 --zeit abends --ergebnis weg`,
      '--ergebnis: „weg“ gibt es nicht; möglich sind erreicht, zusage, raten, bestritten, falsche-nummer, nicht-erreicht.',
    ],
  ])('refuses %s', (line, message) => {
    expect(refusal(line)).toContain(message);
  });
});

describe('zugang: the creditors’ ways into the API', () => {
  test.each<[string, unknown[]]>([
    ['zugang liste mus', ['GET /v1/creditors/MUS/accesses']],
    ['zugang anlegen MUS', ['POST /v1/creditors/MUS/accesses', { purpose: 'api' }]],
    ['zugang anlegen MUS --zweck ERP', ['POST /v1/creditors/MUS/accesses', { purpose: 'erp' }]],
    ['zugang erneuern MUS --zweck erp', ['POST /v1/creditors/MUS/accesses/erp/renew', { days: 30 }]],
    ['zugang erneuern MUS --tage 7', ['POST /v1/creditors/MUS/accesses/api/renew', { days: 7 }]],
    ['zugang erneuern MUS --fertig', ['POST /v1/creditors/MUS/accesses/api/settle', { keep: 'new' }]],
    ['zugang erneuern MUS --zurueck', ['POST /v1/creditors/MUS/accesses/api/settle', { keep: 'old' }]],
    ['zugang sperren MUS --zweck erp', ['POST /v1/creditors/MUS/accesses/erp/revoke', {}]],
  ])('%s', (line, sent) => {
    expect(wire(line)).toEqual(sent);
  });
  test.each([
    ['zugang anlegen', 'Es fehlt: GLÄUBIGER.'],
    ['zugang anlegen MUS --zweck "unser ERP"', '--zweck: „unser ERP“ geht nicht;'],
    ['zugang sperren MUS --zweck -x-', '--zweck'],
    ['zugang erneuern MUS --tage 0', '--tage: „0“ geht nicht; eine Zahl von 1 bis 90.'],
    ['zugang erneuern MUS --tage 91', '--tage: „91“ geht nicht;'],
    ['zugang erneuern MUS --tage bald', '--tage: „bald“ geht nicht;'],
    ['zugang erneuern MUS --fertig --zurueck', '--fertig und --zurueck: Nur eines'],
    ['zugang erneuern MUS --tage 3 --fertig', '--tage und --fertig: Nur eines'],
  ])('refuses %s', (line, message) => {
    expect(refusal(line)).toContain(message);
  });
});

describe('betrieb: what failed', () => {
  test.each<[string, unknown[]]>([
    ['betrieb liste', ['GET /v1/failures']],
    ['betrieb nachholen bank', ['POST /v1/failures/bank', {}]],
    ['betrieb nachholen Datenqualität --hoechstens 3', ['POST /v1/failures/datenqualitaet', { most: 3 }]],
  ])('%s', (line, sent) => {
    expect(wire(line)).toEqual(sent);
  });
  test.each([
    ['betrieb nachholen', 'Es fehlt: QUELLE.'],
    ['betrieb nachholen kasse', 'QUELLE: „kasse“ gibt es nicht; möglich sind uebergaben, bank, '],
    ['betrieb nachholen bank --hoechstens 0', '--hoechstens: „0“ ist keine ganze Zahl von 1 bis 100.'],
    ['betrieb nachholen bank --hoechstens 101', '--hoechstens: „101“ ist keine ganze Zahl von 1 bis 100.'],
  ])('refuses %s', (line, message) => {
    expect(refusal(line)).toContain(message);
  });
  test('the help names every source and what it is', () => {
    const help = asked('betrieb nachholen --help');
    for (const [name, what] of Object.entries(SOURCES))
      expect('help' in help ? help.help : '').toMatch(new RegExp(`${name} +${what}`));
  });
});

describe('klaerung and glaeubiger', () => {
  test.each<[string, unknown[]]>([
    ['klaerung liste', ['GET /v1/clarifications']],
    ['klaerung liste --hoechstens 20', ['GET /v1/clarifications?limit=20']],
    ['klaerung liste --hoechstens 250', ['GET /v1/clarifications?limit=100']],
    ['klaerung liste --zustand nicht-erreichbar', ['GET /v1/clarifications/nicht-erreichbar']],
    ['klaerung liste --zustand "Widerspruch in Prüfung"', ['GET /v1/clarifications/widerspruch-in-pruefung']],
    ['klaerung liste --zustand alle', ['GET /v1/clarifications/alle']],
    ['glaeubiger anlegen mandat.json', ['POST /v1/creditors', MANDATE]],
    ['glaeubiger anlegen mandat.json --mahnlauf lauf.json', ['POST /v1/creditors', { ...MANDATE, procedure: RUN }]],
    ['glaeubiger zeigen mus --json', ['GET /v1/creditors/MUS']],
    ['gläubiger verlauf MUS', ['GET /v1/creditors/MUS/history']],
    ['glaeubiger aendern mandat.json --version 3', ['POST /v1/creditors', MANDATE, '"3"']],
    ['gläubiger ändern gelesen.json', ['POST /v1/creditors', MANDATE, '"2"']],
    [
      'glaeubiger aendern gelesen.json --version 3 --mahnlauf lauf.json',
      ['POST /v1/creditors', { ...MANDATE, procedure: RUN }, '"3"'],
    ],
    ['glaeubiger aehnliche MUS', ['GET /v1/creditors/MUS/suggestions']],
    ['gläubiger ähnliche mus', ['GET /v1/creditors/MUS/suggestions']],
    [
      `glaeubiger entscheiden ${A}_MUS-8H2M-5TWZ --als same`,
      [`POST /v1/creditors/MUS/suggestions/${A}_MUS-8H2M-5TWZ`, { decision: 'same' }],
    ],
    [
      `glaeubiger entscheiden ${A}_MUS-8H2M-5TWZ --als verschieden`,
      [`POST /v1/creditors/MUS/suggestions/${A}_MUS-8H2M-5TWZ`, { decision: 'different' }],
    ],
  ])('%s', (line, sent) => {
    expect(wire(line)).toEqual(sent);
  });
  test.each([
    ['klaerung', 'Zu „klaerung“ fehlt noch ein Wort.'],
    ['klaerung liste MUS', '„MUS“ ist zu viel.'],
    [
      'glaeubiger entscheiden MUS-4F7K-2QXR --als same',
      'VORSCHLAG: „MUS-4F7K-2QXR“ ist kein Vorschlag wie MUS-4F7K-2QXR_MUS-8H2M-5TWZ.',
    ],
    // A half of a character ended the command with „URI malformed“.
    [
      'glaeubiger entscheiden \ud800 --als same',
      'VORSCHLAG: „\ud800“ ist kein Vorschlag wie MUS-4F7K-2QXR_MUS-8H2M-5TWZ.',
    ],
    [`glaeubiger entscheiden ${A}_MUS-8H2M-5TWZ`, '--als: fehlt; möglich sind derselbe, verschieden.'],
    ['glaeubiger aendern mandat.json', '--version: fehlt, und in der Datei steht keine.'],
    ['glaeubiger aendern mandat.json --version drei', '--version: „drei“ ist keine Version wie 3.'],
    ['glaeubiger anlegen', 'Es fehlt: DATEI.json.'],
    [
      'kasse zeigen',
      'Den Befehl „kasse“ gibt es nicht; möglich sind akte, anrufe, klaerung, betrieb, glaeubiger, freigabe, zugang, person, team.',
    ],
  ])('refuses %s', (line, message) => {
    expect(refusal(line)).toContain(message);
  });
});

describe('team: our own people', () => {
  test.each<[string, unknown[]]>([
    ['team sperren Winter', ['POST /v1/team/winter/revoke', {}]],
    ['team zulassen winter', ['POST /v1/team/winter/readmit', {}]],
  ])('%s', (line, sent) => {
    expect(wire(line)).toEqual(sent);
  });
  test.each([
    ['team sperren', 'Es fehlt: NAME.'],
    ['team sperren "Frau Winter"', 'NAME: „Frau Winter“ geht nicht;'],
  ])('refuses %s', (line, message) => {
    expect(refusal(line)).toContain(message);
  });
});

describe('freigabe: what waits for a second person', () => {
  test.each<[string, unknown[]]>([
    ['freigabe liste', ['GET /v1/proposals']],
    ['freigabe erteilen mus-k1', ['POST /v1/proposals/MUS-K1/approve', {}]],
    [
      'freigabe ablehnen MUS-K1 --grund "nicht veranlasst"',
      ['POST /v1/proposals/MUS-K1/refuse', { reason: 'nicht veranlasst' }],
    ],
  ])('%s', (line, sent) => {
    expect(wire(line)).toEqual(sent);
  });
  test.each([
    ['freigabe erteilen', 'Es fehlt: ANTRAG.'],
    ['freigabe erteilen MUS', 'ANTRAG: „MUS“ ist kein Antrag wie MUS-K1.'],
    ['freigabe ablehnen MUS-K1', '--grund: fehlt'],
  ])('refuses %s', (line, message) => {
    expect(refusal(line)).toContain(message);
  });
});

describe('help', () => {
  const help = (line: string): string => {
    const made = asked(line);
    return 'help' in made ? made.help : '';
  };
  test.each(['akte', 'anrufe', 'klaerung', 'glaeubiger', 'freigabe'])('%s --help: every command, examples', (noun) => {
    expect(help(`${noun} --help`)).toMatch(/ {2}mahnwerk .*Beispiele:\n {2}mahnwerk /s);
  });
  test('a command by itself: its kinds, its examples', () => {
    expect(help('akte antwort --help')).toMatch(/--art vorbei.*Beispiele:\n {2}mahnwerk akte antwort/s);
    expect(help('akte raten -h')).toContain('--zustimmung GESAMTBETRAG');
    expect(help('akte raten -h')).not.toContain('akte zeigen');
  });
  test('every example of the help is a request', () => {
    const examples = ['akte', 'anrufe', 'klaerung', 'glaeubiger', 'freigabe']
      .flatMap((noun) => help(`${noun} --help`).split('Beispiele:\n')[1]?.trim().split('\n') ?? [])
      .map((line) => line.trim().replace(/^mahnwerk /, ''));
    expect(examples.length).toBeGreaterThan(12);
    for (const example of examples) expect(request(example).path).toMatch(/^\/v1\//);
  });
  test('the overview names every command', () => {
    expect(ONLINE_OVERVIEW).toMatch(
      /akte +zeigen\|optionen\|pausieren.*anrufe +liste\|nehmen\|notieren.*klaerung +liste.*glaeubiger +anlegen/s,
    );
  });
});

test('what the API says of its fields is said of the options, and a name has no prefix', () => {
  expect(inOptions('Feld „payBy“: Der 01.01.2026 liegt nicht in der Zukunft.')).toBe(
    '--bis: Der 01.01.2026 liegt nicht in der Zukunft.',
  );
  expect(inOptions('Feld „account.iban“: Die Prüfziffern der IBAN stimmen nicht.')).toBe(
    'Feld „account.iban“: Die Prüfziffern der IBAN stimmen nicht.',
  );
  expect(inOptions('operator:Frau Sommer hat diesen Anruf übernommen.')).toBe(
    'Frau Sommer hat diesen Anruf übernommen.',
  );
});

describe('a list that has pages', () => {
  const of = (...cases: readonly string[]) => ({ cases, next: 'c+' });
  const last = { cases: ['z'], next: null };
  const walked = (line: string, ...answers: readonly unknown[]) => {
    const { pages } = request(line);
    if (!pages) throw new Error('it has none');
    return { next: pages.following(answers)?.path ?? null, joined: pages.joined(answers) };
  };
  test('is read to its end, and shown as one', () => {
    expect(walked('klaerung liste', of('a', 'b')).next).toBe('/v1/clarifications?cursor=c%2B');
    expect(walked('klaerung liste', of('a', 'b'), of())).toMatchObject({ next: '/v1/clarifications?cursor=c%2B' });
    expect(walked('klaerung liste', of('a', 'b'), of(), last)).toEqual({
      next: null,
      joined: { cases: ['a', 'b', 'z'], next: null },
    });
  });
  test('or as far as is wanted; that there is more is shown', () => {
    expect(walked('klaerung liste --hoechstens 3', of('a', 'b')).next).toBe('/v1/clarifications?limit=1&cursor=c%2B');
    expect(walked('klaerung liste --hoechstens 3', of('a', 'b'), of('c'))).toEqual({
      next: null,
      joined: { cases: ['a', 'b', 'c'], next: 'c+' },
    });
  });
  test.each([[null], ['text'], [{ waiting: 0 }], [{ cases: 'a', next: 5 }]])(
    'what answers %j, which is no page, is shown as it came',
    (answer) => {
      expect(walked('klaerung liste', answer)).toEqual({ next: null, joined: answer });
    },
  );
  test.each(['0', '-1', '1.5', 'viele'])('--hoechstens %s is refused', (most) => {
    expect(refusal(`klaerung liste --hoechstens=${most}`)).toContain('--hoechstens: ');
  });
});
