import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { calendar } from '../../cli/calendar.ts';
import { check } from '../../cli/check.ts';
import { GROUPS } from '../../cli/commands.ts';
import type { DeskCommand } from '../../cli/desk-help.ts';
import { desk } from '../../cli/desk.ts';
import { requestOf } from '../../cli/online.ts';
import { template } from '../../cli/template.ts';
import { day } from '../../domain/calendar.ts';
import { oddText } from '../support/mutated.ts';
import { ends, isOurs, A } from './ours.ts';

const DESK = { today: day('2026-03-02'), read: () => ({ creditor: {} }) };
const RIGHT: Readonly<Record<string, string>> = { AKTENZEICHEN: A, GLÄUBIGER: 'MUS', RÜCKFRAGE: 'Q1', QUELLE: 'bank' };
/** Texts that options are asked for, right ones and others. */
const value = fc.oneof(
  oddText,
  fc.constantFrom(
    '31.12.2026',
    '2026-03-02',
    '12,50',
    '1.234',
    '2',
    'M1',
    'erp',
    'privat',
    'NW',
    '44135',
    'kontakt',
    'lage',
    'zusage',
  ),
  fc.constantFrom(
    'widerspruch',
    'insolvenz',
    'nicht-erhalten',
    'vormittags',
    'erreicht',
    '0,9',
    '2 Wochen',
    '36500 Jahre',
    '99999999999,99',
  ),
);
const options = (names: readonly string[]): fc.Arbitrary<string[]> =>
  fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names, 'x') }, { weight: 1, arbitrary: oddText }),
        value,
      ),
      {
        maxLength: 6,
      },
    )
    .map((given) => given.flatMap(([name, v]) => [`--${name}=${v}`]));

const online = Object.entries(GROUPS).flatMap(([noun, group]) =>
  Object.entries(group.commands).map(([verb, command]) => ({ line: `${noun} ${verb}`, noun, verb, command })),
);
test.each(online)('mahnwerk $line: whatever is typed, a request or a German message', ({ noun, verb, command }) => {
  const operand = (name: string) => fc.oneof(fc.constant(RIGHT[name] ?? 'mandat.json'), oddText);
  fc.assert(
    fc.property(
      fc.tuple(...command.operands.map(operand)),
      options(Object.keys(command.options ?? {})),
      fc.array(oddText, { maxLength: 1 }),
      (operands, given, more) => {
        const typed = [...operands, ...given, ...more];
        isOurs(
          ends(() => requestOf([noun, verb, ...typed], DESK)),
          [
            ...typed,
            ...given.map((g) => g.replace(/^[^=]*=/, '')),
            ...typed.map((t) => JSON.stringify(t).slice(1, -1)),
          ],
        );
      },
    ),
    { numRuns: 60 },
  );
});

const DESK_OPTIONS: Readonly<Record<DeskCommand, readonly string[]>> = {
  fee: ['wert', 'auftrag', 'beendet', 'satz'],
  interest: ['betrag', 'ab', 'bis', 'schuldner', 'entstanden', 'satz', 'zaehlung'],
  deadline: ['ereignis', 'frist', 'plz', 'land', 'entstanden', 'kenntnis'],
};
const DESK_RIGHT: Readonly<Record<DeskCommand, readonly string[]>> = {
  fee: ['--wert=100,00', '--auftrag=02.03.2026'],
  interest: ['--betrag=100,00', '--ab=02.03.2026', '--bis=02.06.2026'],
  deadline: ['--ereignis=02.03.2026', '--frist=2 Wochen', '--entstanden=02.03.2024'],
};
const FLAGS = ['--verjaehrung', '--bestritten', '--mit-umsatzsteuer', '--help=1', '-x', 'wort'];
test.each(Object.entries(DESK_OPTIONS))(
  'mahnwerk %s: whatever is typed, an answer or a German message',
  (command, names) => {
    fc.assert(
      fc.property(options(names), fc.subarray(FLAGS, { maxLength: 1 }), (given, flags) => {
        const typed = [...DESK_RIGHT[command as DeskCommand], ...given, ...flags];
        isOurs(
          ends(() => desk(command as DeskCommand, typed)),
          [...typed, ...given.map((g) => g.replace(/^[^=]*=/, ''))],
        );
      }),
      { numRuns: 300 },
    );
  },
);

test('mahnwerk template: whatever is typed, a template or a German message', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('goods', 'x'),
      options(['format']),
      fc.array(oddText, { maxLength: 1 }),
      (kind, given, more) => {
        ends(() => template([kind, ...given, ...more]));
      },
    ),
    { numRuns: 100 },
  );
});

test('mahnwerk calendar: whatever is typed, a calendar or a German message', async () => {
  const from = fc.oneof(value, fc.constantFrom('1800-01-01', '2199-12-31', '2035-12-31', '2026-03-02'));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('standard', 'x', '\u0000'),
      from,
      options(['land', 'json', 'plain']),
      async (name, on, given) => {
        const { exitCode, text } = await calendar([name, `--from=${on}`, ...given]);
        expect(text).not.toBe('');
        if (exitCode !== 0) isOurs(text, [on, ...given, ...given.map((g) => g.replace(/^[^=]*=/, ''))]);
      },
    ),
    { numRuns: 60 },
  );
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mahnwerk-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const checked = async (args: readonly string[]): Promise<readonly [exitCode: number, said: string]> => {
  let said = '';
  const streams = {
    out: async (text: string) => {
      said += text;
    },
    err: (text: string) => {
      said += text;
    },
    interactive: false,
  };
  return [await check(args, day('2026-03-02'), streams), said];
};
test.each([
  ['a folder', tmpdir(), 'ist ein Ordner. Geprüft wird eine Datei'],
  ['a device', '/dev/null', 'ist keine Datei, die sich zweimal lesen lässt'],
  ['a file that is not there', join(tmpdir(), 'keine', 'liste.csv'), 'gibt es nicht.'],
])('of %s to be checked it is said what it is, not that it does not exist', async (_, path, said) => {
  expect(await checked([path])).toEqual([2, expect.stringContaining(`${path} ${said}`)]);
});
test.each([
  ['an option that does not exist', ['--nope'], '--nope: passt hier nicht.'],
  ['no value', ['--on'], '--on: Der Wert fehlt.'],
  ['a day that does not exist', ['--on=31.02.2026'], '--on: „31.02.2026“ ist kein Datum'],
  ['two files', ['b.csv'], '„b.csv“ ist zu viel'],
  [
    'a mandate that is not there',
    ['--creditor=FOLDER/x.json'],
    '--creditor: FOLDER/x.json ist nicht lesbar: diese Datei gibt es nicht.',
  ],
  [
    'a folder as a mandate',
    ['--creditor=FOLDER'],
    '--creditor: FOLDER ist nicht lesbar: das ist ein Ordner und keine Datei.',
  ],
  ['a mandate that is no JSON', ['--creditor=FOLDER/liste.csv'], '--creditor: FOLDER/liste.csv ist kein gültiges JSON'],
  [
    'reports under a file',
    ['--report=FOLDER/liste.csv/x'],
    '--report: FOLDER/liste.csv/x/fehlerbericht.csv lässt sich nicht schreiben',
  ],
  ['claims into a folder', ['--claims=FOLDER'], '--claims: FOLDER ist ein Ordner und keine Datei.'],
  ['a name that is none', ['--claims=a\u0000b'], 'lässt sich nicht schreiben: das ist kein Name einer Datei.'],
  ['claims that are not there', ['--known=FOLDER/x'], '--known: FOLDER/x ist nicht lesbar'],
])('mahnwerk check ended with an English message or a stack: %s', async (_, args, expected) => {
  const list = join(folder, 'liste.csv');
  writeFileSync(list, readFileSync(new URL('../../examples/musterversand.csv', import.meta.url)));
  const [exitCode, said] = await checked([list, ...args.map((a) => a.replace('FOLDER', folder))]);
  expect(exitCode).toBe(2);
  expect(said).toContain(expected.replaceAll('FOLDER', folder));
  isOurs(said, []);
});
test('mahnwerk check: whatever is typed, an exit code and a German message', async () => {
  await fc.assert(
    fc.asyncProperty(oddText, options(['on', 'creditor', 'known', 'json']), async (file, given) => {
      const [exitCode, said] = await checked([file, ...given]);
      if (!given.includes('--help') && file !== '--help') expect(exitCode).toBe(2);
      expect(said).not.toBe('');
      isOurs(said, [file, ...given, ...given.map((g) => g.replace(/^[^=]*=/, ''))]);
    }),
    { numRuns: 100 },
  );
});
