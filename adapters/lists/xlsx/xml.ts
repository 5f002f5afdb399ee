import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { Rejected } from '../../../domain/faults.ts';
import { damaged } from './zip.ts';

/** What happens while a part is read. Names come without their namespace; `text` may come in several pieces. */
export type Listener = Readonly<{
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}>;
/**
 * Between two tags of a sheet there is one cell's text: 32,767 characters at most. Somebody who writes more wants to
 * fill our memory.
 */
const BETWEEN_TAGS = 500_000;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
const listening = (listener: Listener, seen: () => void): SaxesParser => {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw damaged(error);
  });
  parser.on('opentag', ({ name, attributes }) => {
    seen();
    listener.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    seen();
    listener.close?.(local(name));
  });
  parser.on('text', (text) => {
    listener.text?.(text);
  });
  parser.on('cdata', (text) => {
    listener.text?.(text);
  });
  return parser;
};

/**
 * Reads a part as it is inflated and tells the listener; yields after each chunk, so that who listens can pass on what
 * it has, or stop.
 */
export async function* reading(part: Readable, listener: Listener): AsyncGenerator<void, void, undefined> {
  let read = 0;
  let lastTag = 0;
  const parser = listening(listener, () => {
    lastTag = read;
  });
  part.setEncoding('utf8');
  try {
    // A cast: a stream with an encoding gives text.
    for await (const chunk of part as AsyncIterable<string>) {
      read += chunk.length;
      parser.write(chunk);
      if (read - lastTag > BETWEEN_TAGS) throw damaged();
      yield;
    }
    parser.close();
  } catch (error) {
    throw error instanceof Rejected ? error : damaged(error);
  } finally {
    part.destroy();
  }
}

/** Reads a part to its end; nothing happens where there is none. */
export const readPart = async (part: Readable | undefined, listener: Listener): Promise<void> => {
  if (part)
    for await (const _ of reading(part, listener)) {
      /* the listener has it all */
    }
};
