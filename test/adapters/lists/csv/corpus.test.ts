import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expected } from '../../../../tools/corpus/case.ts';
import { readWhole } from '../../../support/lists.ts';

const folder = join(import.meta.dirname, '../../../corpus/hand-over');
type Entry = Readonly<{ file: string; tests: string }> & Expected;
const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as readonly Entry[];

test('the corpus has more than 200 files, each says what it tests, and none is without an entry', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  expect(files.filter((file) => file !== 'index.json').sort()).toEqual(index.map(({ file }) => file).sort());
  expect(index.length).toBeGreaterThanOrEqual(200);
  expect(index.filter(({ tests }) => tests.length < 3)).toEqual([]);
});

/** What the index states of a list; refused: its code and a German sentence. */
const outcome = async (
  bytes: Uint8Array,
  chunkSize: number | undefined,
  { refused, cells }: { refused?: string; cells?: Readonly<Record<string, string>> },
) => {
  try {
    const { encoding, delimiter, rows } = await readWhole(bytes, chunkSize);
    const [first] = rows;
    const read = Object.fromEntries(
      Object.keys(cells ?? {}).map((column) => [column, (first?.cells as Readonly<Record<string, string>>)[column]]),
    );
    return {
      encoding,
      delimiter,
      lines: rows.map((row) => row.line),
      faults: rows.filter((row) => row.fault !== undefined).map((row) => row.row),
      notes: (first?.notes ?? []).map((note) => note.code),
      cells: read,
    };
  } catch (error) {
    if (refused === undefined) throw error;
    return { refused: (error as { code?: string }).code };
  }
};
test.each(index.map((entry) => [entry.file, entry.tests, entry] as const))(
  '%s: %s',
  async (file, _, { file: _file, tests: _tests, ...expected }) => {
    const bytes = readFileSync(join(folder, file));
    const whole = 'refused' in expected ? expected : { faults: [], notes: [], cells: {}, ...expected };
    for (const chunkSize of [bytes.length < 5_000 ? 1 : 1_021, 4_096, undefined])
      expect(await outcome(bytes, chunkSize, expected)).toEqual(whole);
  },
);
