import { CORPUS } from '../../../../tools/corpus.ts';
import { readWhole } from '../../../support/lists.ts';

test('the corpus has more than 200 lists, each says what it tests, and none has another’s name', () => {
  expect(new Set(CORPUS.map(({ file }) => file)).size).toBe(CORPUS.length);
  expect(CORPUS.length).toBeGreaterThanOrEqual(200);
  expect(CORPUS.filter(({ tests }) => tests.length < 3)).toEqual([]);
});

/** What the corpus states of a list; refused: its code and a German sentence. */
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
test.each(CORPUS.map((entry) => [entry.file, entry.tests, entry] as const))(
  '%s: %s',
  async (_file, _tests, { bytes, expected }) => {
    const whole = 'refused' in expected ? expected : { faults: [], notes: [], cells: {}, ...expected };
    for (const chunkSize of [bytes.length < 5_000 ? 1 : 1_021, 4_096, undefined])
      expect(await outcome(bytes, chunkSize, expected)).toEqual(whole);
  },
);
