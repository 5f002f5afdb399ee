import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Rejected } from '../../../domain/faults.ts';
import { notCsv, refused } from '../refusals.ts';

/**
 * Bytes, unless said otherwise. A sheet shrinks to a tenth or a thirtieth; what shrinks to a hundredth was made to blow
 * up.
 */
const LIMITS = { file: 20_000_000, inflated: 200_000_000, ratio: 100, ratioFrom: 1_000_000, parts: 1_000 } as const;

/**
 * The parts of a workbook by name. `open` gives a part's bytes as they are inflated, `undefined` where there is no such
 * part.
 */
export type Parts = Readonly<{
  names: readonly string[];
  size: (name: string) => number;
  open: (name: string) => Promise<Readable | undefined>;
}>;

export const damaged = (cause?: unknown): Rejected =>
  refused(
    'file.not-csv',
    'Die Excel-Arbeitsmappe ist beschädigt oder unvollständig. Bitte in Excel öffnen, neu speichern und erneut hochladen.',
    { cause },
  );
export const workbookTooLarge = (): Rejected =>
  refused(
    'file.too-large',
    `Die Excel-Arbeitsmappe ist zu groß (mehr als ${LIMITS.file / 1_000_000} MB, ausgepackt mehr als ${LIMITS.inflated / 1_000_000} MB). Bitte als CSV speichern oder auf mehrere Dateien aufteilen.`,
  );
const bomb = (): Rejected =>
  refused(
    'file.zip-bomb',
    'Die Datei ist so gepackt, dass sie ausgepackt ein Vielfaches des Üblichen belegt, und wurde nicht geöffnet. Bitte als CSV speichern und erneut hochladen.',
  );

const whole = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > LIMITS.file) throw workbookTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
};

/**
 * The directory at the end of the file says how large each part will be, so a bomb is refused before anything is
 * inflated.
 */
const entriesOf = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    inflated += entry.uncompressedSize;
    if (entry.uncompressedSize > LIMITS.ratioFrom && entry.uncompressedSize > entry.compressedSize * LIMITS.ratio)
      throw bomb();
    if (entries.size >= LIMITS.parts) throw bomb();
    if (entry.isEncrypted())
      throw refused(
        'file.not-csv',
        'Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern und erneut hochladen.',
      );
    entries.set(entry.fileName, entry);
  }
  // Somewhat more than allowed is a large workbook, ten times as much is none.
  if (inflated > LIMITS.inflated) throw inflated > LIMITS.inflated * 10 ? bomb() : workbookTooLarge();
  return entries;
};

/** What a ZIP file is that is no workbook we read. */
const otherKind = (entries: ReadonlyMap<string, Entry>): string => {
  if (entries.has('xl/workbook.bin')) return 'eine binäre Excel-Arbeitsmappe (.xlsb)';
  return entries.has('content.xml') ? 'ein OpenDocument' : 'ein ZIP-Archiv';
};

/**
 * Opens a ZIP file. yauzl holds every part to the size the directory states: one that lies ends as damaged, not as a
 * bomb.
 */
export const openZip = async (bytes: AsyncIterable<Uint8Array>): Promise<Parts> => {
  const buffer = await whole(bytes);
  const zip = await fromBufferPromise(buffer, { autoClose: false, lazyEntries: true }).catch((error: unknown) => {
    throw damaged(error);
  });
  const entries = await entriesOf(zip).catch((error: unknown) => {
    throw error instanceof Rejected ? error : damaged(error);
  });
  if (!entries.has('xl/workbook.xml')) throw notCsv(otherKind(entries));
  return {
    names: [...entries.keys()],
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    open: async (name) => {
      const entry = entries.get(name);
      return (
        entry &&
        zip.openReadStreamPromise(entry).catch((error: unknown) => {
          throw damaged(error);
        })
      );
    },
  };
};
