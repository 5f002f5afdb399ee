const PIECE = 65_536;
const LINE_FEED = 0x0a;

/** How many bytes a UTF-8 character has that begins with this one. */
const lengthBy = (lead: number): number => {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
};
/** How many bytes at the end are the beginning of a UTF-8 character whose rest is still to come. */
const unfinished = (bytes: Uint8Array): number => {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return lengthBy(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
};
const cutOf = (full: Buffer): number => full.lastIndexOf(LINE_FEED) + 1 || full.length - unfinished(full);

/**
 * The source in pieces of at most 64 KiB that end with a line, or at least with a whole UTF-8 character: however the
 * bytes arrive, the pieces are the same, so a character or a `\r\n` is never seen in halves. All pieces share one
 * memory: each is valid until the next is asked for.
 */
export async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  const buffer = Buffer.allocUnsafeSlow(PIECE);
  let filled = 0;
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length;) {
      const taken = Math.min(PIECE - filled, chunk.length - from);
      buffer.set(chunk.subarray(from, from + taken), filled);
      filled += taken;
      from += taken;
      if (filled < PIECE) continue;
      const cut = cutOf(buffer);
      yield buffer.subarray(0, cut);
      buffer.copyWithin(0, cut);
      filled = PIECE - cut;
    }
  }
  if (filled > 0) yield buffer.subarray(0, filled);
}

const HEAD = 64;
/**
 * The first bytes (64, or all there are), and the whole again. `close` ends the source for whoever does not want the
 * whole.
 */
export const peek = async (
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array>; close: () => Promise<void> }> => {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    seen.push(next.value);
    length += next.value.length;
    if (length >= HEAD) break;
  }
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  async function* all(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (const chunk of seen.splice(0)) yield chunk;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await close();
    }
  }
  return { head: Buffer.concat(seen).subarray(0, HEAD), all: all(), close };
};
