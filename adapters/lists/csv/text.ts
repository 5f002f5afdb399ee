import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { Encoding } from '../../../domain/intake/list.ts';
import { CODE_PAGES, codePageOf, inCodePage, type CodePage } from './code-pages.ts';
import { pieces } from '../pieces.ts';
import { notCsv } from '../refusals.ts';

/**
 * A text while it is read. `encoding` is what is known so far: a file without umlauts counts as UTF-8, the first umlaut
 * may show that it is in a code page.
 */
export type Text = Readonly<{ encoding: Encoding; blocks: AsyncGenerator<string, void, undefined> }>;

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);
/** UTF-16 without a byte order mark: German text then has a NUL in every second place, and none in the others. */
const nulSide = (head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const sides = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) sides[i % 2] = (sides[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = sides;
  if (even === 0 && odd > head.length * 0.4) return 'utf-16le';
  return odd === 0 && even > head.length * 0.4 ? 'utf-16be' : undefined;
};
const encodingOf = (head: Buffer): Encoding | undefined => {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return 'utf-8-bom';
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(head, 0xfe, 0xff) ? 'utf-16be' : nulSide(head.subarray(0, 4096));
};

const SEQUENCE = /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;
/**
 * Text with damaged characters: UTF-8 as long as more of it is whole UTF-8 characters than is not. In Windows-1252 such
 * sequences (`Ä“`) are rare chance.
 */
const isMostlyUtf8 = (piece: Buffer): boolean => {
  const bytes = piece.toString('latin1');
  const whole = bytes.match(SEQUENCE)?.length ?? 0;
  return whole > (bytes.replace(SEQUENCE, '').match(/[\u0080-\u00ff]/g)?.length ?? 0);
};

const isCodePage = (encoding: Encoding): encoding is CodePage => CODE_PAGES.some((page) => page === encoding);
/**
 * BOM, else strict UTF-8, else the code page in which the umlauts are umlauts, decided while streaming: ASCII is the
 * same in all of them, so the first piece (64 KiB) that is more than ASCII decides for the rest. What is no UTF-8 later
 * on becomes U+FFFD, which the check of the row reports; it is never silently read in another code page.
 */
class Decoder {
  encoding: Encoding | undefined;
  private decoder: TextDecoder | undefined;
  start(head: Buffer): void {
    this.encoding = encodingOf(head);
    if (this.encoding?.startsWith('utf-16')) this.decoder = new TextDecoder(this.encoding);
    else if (head.includes(0)) throw notCsv('eine Datei mit Binärdaten');
  }
  decode(piece: Buffer): string {
    if (!this.decoder && isAscii(piece)) return piece.toString('latin1');
    this.encoding ??= isUtf8(piece) || isMostlyUtf8(piece) ? 'utf-8' : codePageOf(piece);
    if (isCodePage(this.encoding)) return inCodePage(piece, this.encoding);
    return this.decoder?.decode(piece, { stream: true }) ?? piece.toString('utf8');
  }
  end(): string {
    return this.decoder?.decode() ?? '';
  }
}

async function* decoded(source: AsyncIterable<Uint8Array>, decoder: Decoder): AsyncGenerator<string, void, undefined> {
  let first = true;
  for await (const piece of pieces(source)) {
    if (first) decoder.start(piece);
    const text = decoder.decode(piece);
    if (text.includes('\0')) throw notCsv('eine Datei mit Binärdaten (Nullbytes)');
    yield first && text.startsWith('\uFEFF') ? text.slice(1) : text;
    first = false;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/**
 * The text of a file, in blocks of about 64 KiB, and how it is encoded. Refuses what is no text (`file.not-csv`,
 * `file.xls`).
 */
export const textOf = (source: AsyncIterable<Uint8Array>): Text => {
  const decoder = new Decoder();
  return {
    get encoding() {
      return decoder.encoding ?? 'utf-8';
    },
    blocks: decoded(source, decoder),
  };
};
