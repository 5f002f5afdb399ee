import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { CALCULATORS, answer } from '../../cli/calc.ts';
import { calendar } from '../../cli/calendar.ts';
import { check, creditorFrom } from '../../cli/check.ts';
import { GROUPS } from '../../cli/commands.ts';
import type { DeskCommand } from '../../cli/desk-help.ts';
import { desk } from '../../cli/desk.ts';
import { lint } from '../../cli/lint.ts';
import { requestOf } from '../../cli/online.ts';
import { explain } from '../../cli/statement/explain.ts';
import { lastDayOf, readStatementFile } from '../../cli/statement/file.ts';
import { template } from '../../cli/template.ts';
import { statementHtml } from '../../adapters/html/statement.ts';
import { statementJson } from '../../adapters/json/statement.ts';
import { day } from '../../domain/calendar.ts';
import { Rejected } from '../../domain/faults.ts';
import { SHIPPED_PROCEDURES } from '../../domain/procedure.ts';
import { mutated, oddText } from '../support/mutated.ts';

/** What zod and Node say of themselves when nobody has given them words. */
const NOT_OURS =
  /invalid input|invalid option|too (?:big|small)|unrecognized|ungültige eingabe|must match|eine andere (?:angabe|schreibweise)|\(union\)|\bat .*\.ts:|TypeError|unknown option|unexpected|ENOENT|no such file|das ging schief|\[object/i;
/** Either it goes, or a Rejected says in German what is wrong; everything else is a fault of ours. */
const ends = (run: () => unknown): string => {
  try {
    const answered = run();
    return typeof answered === 'string' ? answered : JSON.stringify(answered);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    expect(error.message).not.toBe('');
    return error.message;
  }
};
/** What was typed may stand in a message, whatever language it is in. */
const isOurs = (said: string, typed: readonly string[]): void => {
  const bare = typed.filter((t) => t.length > 1).reduce((text, t) => text.replaceAll(t, '…'), said);
  expect(bare).not.toMatch(NOT_OURS);
};

const DESK = { today: day('2026-03-02'), name: 'Frau Sommer', read: () => ({ creditor: {} }) };
const A = 'MUS-4F7K-2QXR';
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

const example = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8'));
test('mahnwerk lint: whatever stands in the file, findings or a German message with the field', () => {
  fc.assert(
    fc.property(fc.oneof(mutated(example('stadtwerke.procedure.json')), ...SHIPPED_PROCEDURES.map(mutated)), (json) => {
      const { text, exitCode } = lint(['mahnlauf.json'], () => JSON.stringify(json));
      expect(text).not.toBe('');
      if (exitCode === 2) isOurs(text, []);
    }),
    { numRuns: 500 },
  );
});
test('mahnwerk check --creditor: whatever stands in the file, a mandate or a German message with the field', () => {
  fc.assert(
    fc.property(mutated(example('creditors/musterversand.json')), (json) => {
      isOurs(
        ends(() => creditorFrom(json)),
        [],
      );
    }),
    { numRuns: 500 },
  );
});

const STATEMENT = {
  akte: A,
  orderedOn: '2026-03-02',
  creditor: { name: 'Musterversand GmbH', deductsInputTax: true, leastAmount: '5.00', claimsLumpSum: true },
  debtor: { name: 'Erika Beispiel', kind: 'private', land: 'NW' },
  claims: [
    {
      id: 'F1',
      invoiceNumber: 'RE-1',
      invoiceDate: '2026-01-15',
      dueOn: '2026-01-29',
      principal: '100.00',
      ownCosts: '2.50',
      kind: 'goods',
      contractDate: '2026-01-10',
      priorDunning: { kind: 'mahnung', on: '2026-02-10', payBy: '2026-02-20' },
    },
    {
      id: 'F2',
      invoiceNumber: 'RE-2',
      invoiceDate: '2026-02-15',
      dueOn: '2026-02-28',
      principal: '50',
      orderedOn: '2026-04-01',
    },
  ],
  demands: [
    {
      on: '2026-03-09',
      channel: 'letter',
      collectionFee: true,
      total: '140.00',
      payBy: '2026-03-23',
      orderedOn: '2026-03-02',
    },
  ],
  payments: [{ id: 'Z1', amount: '20.00', valueDate: '2026-03-20', via: 'agency', claim: 'F1' }],
  reversals: [{ payment: 'Z1', on: '2026-03-25', reason: 'Rückbuchung' }],
  credits: [{ id: 'GS-1', amount: '10.00', on: '2026-03-20', claim: 'F1', reason: 'Rücksendung' }],
  refunds: [],
};
test('mahnwerk statement: whatever stands in the file, a statement or a German message with the field', () => {
  fc.assert(
    fc.property(
      mutated(STATEMENT),
      fc.constantFrom(null, '0001-01-01', '1949-12-31', '2026-12-31', '2100-01-01', '9999-12-31'),
      (json, asOf) => {
        isOurs(
          ends(() => {
            const file = readStatementFile(json);
            const shown = explain(file, asOf === null ? lastDayOf(file) : day(asOf));
            statementHtml(shown);
            statementJson(shown);
            return '';
          }),
          [],
        );
      },
    ),
    { numRuns: 500 },
  );
});

const ASKED: Readonly<Record<string, object>> = {
  basiszins: { validFrom: '2026-01-01' },
  rate: { date: '2026-01-01', oldB2bMargin: '8.00' },
  interest: {
    principal: '100',
    firstInterestDay: '2026-01-01',
    lastInterestDay: '2026-06-30',
    margin: '5',
    fixedRate: null,
  },
  interest_days: { dueDate: '2026-01-01', paidOn: '2026-02-01', state: 'NW', postalCode: '44135' },
  fee_table: { table: 'RVG2025', value: '100' },
  rvg_fee_only: { table: 'RVG2025', value: '100', rate: '0.9', on: '2026-01-01' },
  rvg_fee: {
    table: 'RVG2025',
    value: '100',
    rate: '0.9',
    undisputedInkasso: true,
    creditorCannotDeductVat: true,
    on: '2026-01-01',
    completedOn: '2026-02-01',
  },
  rvg_bill: { table: 'RVG2025', value: '100', items: ['1.0', '3305:1.3'], on: '2026-01-01', completedOn: '2026-02-01' },
  zahlungsvereinbarung: { table: 'RVG2025', claim: '100', rate: '0.7', valueShare: '50', on: '2026-01-01' },
  court_fee_mahnbescheid: { table: 'GKG2025', value: '100', minimum: '36', filedOn: '2026-01-01' },
  court_dunning_total: {
    rvg: 'RVG2025',
    gkg: 'GKG2025',
    claim: '100',
    geschaeftsgebuehr: '0.9',
    undisputed: true,
    on: '2026-01-01',
    filedOn: '2026-02-01',
    completedOn: '2026-03-01',
  },
  allocation: { payment: '10', rule: '367', buckets: { costs: '1', interest: '2', principal: '3' } },
  deadline: { event: '2026-01-01', period: 'P2W', state: 'NW', postalCode: '44135' },
  limitation: { accrued: '2024-01-01', knowledge: '2024-02-01', state: null, postalCode: null },
  limitation_max: { accrued: '2024-01-01', years: 10 },
  iso11649_make: { base: 'MUS4F7K2QXR' },
  iso11649_validate: { reference: 'RF18539007547034' },
  epc069_12: {
    name: 'Muster',
    iban: 'DE02120300000000202051',
    amount: '5',
    text: 'x',
    bic: 'BYLADEM1001',
    purpose: 'GDDS',
  },
};
test('every calculation is tried', () => {
  expect(Object.keys(CALCULATORS).sort()).toEqual(Object.keys(ASKED).sort());
});
test.each(Object.entries(ASKED))(
  'mahnwerk calc, %s: whatever stands in a line, a result or a German message with the field',
  (type, input) => {
    const periods = fc.constantFrom('P36500Y', 'P0D', 'P9999M', 'P1Y2M3W4D');
    fc.assert(
      fc.property(
        fc.oneof(
          mutated({ id: 1, type, input }),
          periods.map((period) => ({ id: 1, type, input: { ...input, period } })),
        ),
        (asked) => {
          const answered = answer(JSON.stringify(asked));
          if ('error' in answered) {
            expect(answered.error.message).not.toBe('');
            isOurs(answered.error.message, []);
          } else expect(JSON.stringify(answered.result)).not.toMatch(/NaN|Infinity|null,"days/);
        },
      ),
      { numRuns: 120 },
    );
  },
);

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
