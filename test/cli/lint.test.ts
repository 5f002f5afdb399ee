import { LINT_HELP, lint } from '../../cli/lint.ts';
import { STANDARD } from '../../domain/procedure/shipped-procedures.ts';

const from = (json: unknown) => () => JSON.stringify(json);
const nothing = (): string => {
  throw new Error('ENOENT');
};

test('a shipped procedure by its name: in order, exit 0', () => {
  expect(lint(['standard'], nothing)).toEqual({ text: 'Mahnlauf standard, Version 1: in Ordnung.\n', exitCode: 0 });
});

test('what is refused names code, place, rule, source and how to mend it, exit 1', () => {
  const { text, exitCode } = lint(['m.json'], from({ ...STANDARD, id: 'eigen', messageHours: { from: 6, to: 22 } }));
  expect(exitCode).toBe(1);
  expect(text).toBe(`Abgelehnt · messages.quiet-hours · messageHours
  Nachrichten gehen von 6 bis 22 Uhr hinaus.
  Regel: Nachrichten gehen zwischen 8 und 20 Uhr Ortszeit hinaus.
  Quelle: Anforderungen, Lesart 14; § 4a UWG
  Abhilfe: messageHours auf Stunden zwischen 8 und 20 setzen.

Die Anforderungen und Lesarten stehen in docs/requirements.md.

Mahnlauf eigen, Version 1: abgelehnt (1 Fehler).
`);
});

test('in the form the API takes, too', () => {
  expect(lint(['m.json'], from({ procedure: { ...STANDARD, id: 'eigen' } })).exitCode).toBe(0);
});

test('hints alone do not refuse', () => {
  const { text, exitCode } = lint(['m.json'], from({ ...STANDARD, id: 'eigen', messageDays: 'monday-to-saturday' }));
  expect([exitCode, text.split('\n').at(-2)]).toEqual([0, 'Mahnlauf eigen, Version 1: in Ordnung (1 Hinweis).']);
});

test('as JSON', () => {
  const { text, exitCode } = lint(['m.json', '--json'], from({ ...STANDARD, id: 'eigen', shift: false }));
  expect(exitCode).toBe(1);
  expect(JSON.parse(text)).toMatchObject({
    procedure: 'eigen',
    version: 1,
    refused: true,
    findings: [
      { code: 'deadline.no-shift', place: 'shift', severity: 'error', source: '§ 193 BGB; Anforderungen, Lesart 2' },
    ],
  });
  expect(JSON.parse(lint(['receivables', '--json']).text)).toEqual({
    procedure: 'receivables',
    version: 1,
    refused: false,
    findings: [],
  });
});

test.each([
  [
    'a name that is neither a file nor shipped',
    nothing,
    'Mitgeliefert sind: standard, standard-no-phase1, standard-letter-anchored, receivables.',
  ],
  ['no JSON', () => '{', 'ist kein gültiges JSON'],
  ['a missing field', from({ ...STANDARD, levels: undefined }), 'Feld „levels“: Diese Angabe fehlt.'],
  [
    'a field that does not exist',
    from({ ...STANDARD, farbe: 'rot' }),
    'Feld „farbe“: Diese Angabe gibt es hier nicht.',
  ],
  [
    'a wrong kind deep inside',
    from({ ...STANDARD, levels: [{ ...STANDARD.levels[0], email: 'ja' }] }),
    'Feld „levels[0].email“: Erwartet wird: true oder false.',
  ],
  [
    'stages with a gap',
    from({ ...STANDARD, levels: [STANDARD.levels[0], STANDARD.levels[2]] }),
    'Die Mahnstufen müssen lückenlos aufsteigen.',
  ],
])('%s: unreadable, exit 2, in German', (_, read, says) => {
  const { text, exitCode } = lint(['x.json'], read);
  expect([exitCode, text]).toEqual([2, expect.stringContaining(says)]);
  expect(JSON.parse(lint(['x.json', '--json'], read).text)).toMatchObject({
    refused: true,
    error: expect.stringContaining(says),
  });
});

test('help, and help where something is missing', () => {
  expect(lint(['--help'])).toEqual({ text: LINT_HELP, exitCode: 0 });
  expect(lint([])).toMatchObject({ exitCode: 2, text: expect.stringContaining('Es fehlt der Mahnlauf.') });
  expect(lint(['a', 'b'])).toMatchObject({ exitCode: 2 });
  expect(lint(['--nope'])).toMatchObject({
    exitCode: 2,
    text: expect.stringContaining('versteht der Befehl lint nicht'),
  });
  expect(LINT_HELP).toContain('mahnwerk lint examples/stadtwerke.procedure.json');
});
