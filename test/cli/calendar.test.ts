import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendar } from '../../cli/calendar.ts';
import { STANDARD } from '../../domain/procedure/shipped-procedures.ts';

test('the dated plan as JSON, in the form that other programs read', async () => {
  const { text, exitCode } = await calendar(['standard', '--from', '2026-03-02', '--land', 'NW', '--json']);
  const rows = JSON.parse(text) as { day: number }[];
  expect([exitCode, rows[0], rows[2], rows.at(-1)]).toEqual([
    0,
    { day: 0, date: '2026-03-02', step: 'reminder', channel: 'email', mahnstufe: 0 },
    { day: 10, date: '2026-03-12', step: 'sms', channel: 'sms', mahnstufe: 1 },
    { day: 87, date: '2026-05-28', step: 'courtDecision', channel: 'none', mahnstufe: 3 },
  ]);
  expect([...new Set(rows.map((r) => r.day))]).toEqual([0, 10, 18, 21, 36, 44, 46, 63, 71, 74, 87]);
});

test('a window that may be batched has its latest day', async () => {
  const { text } = await calendar(['receivables', '--from', '2026-03-02', '--plain', '--json']);
  expect(JSON.parse(text)).toEqual([
    { day: 21, date: '2026-03-23', step: 'reminder', channel: 'email', mahnstufe: 0, latestDay: 24 },
    { day: 35, date: '2026-04-06', step: 'mahnung', channel: 'email', mahnstufe: 1 },
    { day: 49, date: '2026-04-20', step: 'mahnung', channel: 'post', mahnstufe: 2 },
    { day: 63, date: '2026-05-04', step: 'handOver', channel: 'none', mahnstufe: 2, latestDay: 70 },
  ]);
});

test('as a table in German', async () => {
  const { text } = await calendar([
    'standard-no-phase1',
    '--from',
    '02.03.2026',
    '--land',
    'nw',
    '--no-email',
    '--no-phone',
  ]);
  expect(text).toMatchInlineSnapshot(`
"Standard ohne Phase 1 ab Mo 02.03.2026, mit den Feiertagen von NW, ohne E-Mail, ohne Telefon

   Tag  Datum          Stufe  Schritt
     0  Mo 02.03.2026      1  1. Mahnung per Brief
    16  Mi 18.03.2026      2  2. Mahnung per Brief
    36  Di 07.04.2026      3  3. Mahnung per Brief
    52  Do 23.04.2026      3  Entscheidung: gerichtliches Mahnverfahren?

Tag 0 ist der Tag der Übergabe; Stufe 0 ist die Zahlungserinnerung.
"
`);
});

test("where the sender changes, the plan shows which messages are still the creditor's", async () => {
  const { text } = await calendar(['examples/teekontor.procedure.json', '--from', '2026-03-02']);
  expect(text.match(/im Namen des Gläubigers/g)).toHaveLength(1);
  expect(text).toContain('Zahlungserinnerung per E-Mail im Namen des Gläubigers\n');
  expect((await calendar(['receivables', '--from', '2026-03-02'])).text).not.toContain('im Namen');
});

test('a procedure from a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mahnwerk-'));
  const own = join(folder, 'own.json');
  const broken = join(folder, 'broken.json');
  const none = join(folder, 'none.json');
  writeFileSync(own, JSON.stringify({ ...STANDARD, id: 'own', levels: STANDARD.levels.slice(0, 1), after: 'none' }));
  writeFileSync(broken, JSON.stringify({ ...STANDARD, levels: 3 }));
  writeFileSync(none, '{');
  try {
    expect((await calendar([own, '--from', '2026-03-02'])).text).toContain(
      'Danach sieht dieser Mahnlauf nichts mehr vor.',
    );
    expect(await calendar([broken, '--from', '2026-03-02'])).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining('levels') as string,
    });
    expect(await calendar([none, '--from', '2026-03-02'])).toMatchObject({
      exitCode: 2,
      text: expect.stringContaining('JSON') as string,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [['foo', '--from', '2026-03-02'], 'standard-letter-anchored'],
  [['standard'], '--from: fehlt'],
  [['standard', '--from', '31.02.2026'], '--from: „31.02.2026“'],
  [['standard', '--from', '2060-01-01'], 'reicht vom 01.10.2021'],
  [['standard', '--from', '2026-03-02', '--land', 'XX'], '--land: „XX“'],
  [['standard', '--from', '2026-03-02', '--jsn'], '--jsn: passt hier nicht'],
  [['standard', 'receivables', '--from', '2026-03-02'], 'zu viel'],
])('a mistake is said in German, with the way out: %j', async (args, message) => {
  expect(await calendar(args)).toEqual({ exitCode: 2, text: expect.stringContaining(message) as string });
});

test('help with examples', async () => {
  expect((await calendar(['--help'])).exitCode).toBe(0);
  expect(await calendar([])).toEqual({ exitCode: 2, text: expect.stringContaining('Beispiele:') as string });
});
