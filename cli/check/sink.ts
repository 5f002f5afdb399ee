import { mkdirSync, renameSync, rmSync, statSync, createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { Rejected } from '../../domain/faults.ts';
import { whyNot } from '../files.ts';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Text that appears under its name only when it is complete. */
export class Sink {
  readonly #path: string;
  readonly #stream: WriteStream;
  private constructor(path: string, stream: WriteStream) {
    this.#path = path;
    this.#stream = stream;
  }
  /** What cannot be written is told before anything is judged. */
  static async at(path: string, option: string): Promise<Sink> {
    try {
      if (isFolder(path)) throw new Rejected('file.unwritable', `${option}: ${path} ist ein Ordner und keine Datei.`);
      mkdirSync(dirname(path), { recursive: true });
      const stream = createWriteStream(`${path}.teil`);
      await once(stream, 'open');
      return new Sink(path, stream);
    } catch (error) {
      const why = whyNot(error);
      if (why === undefined) throw error;
      throw new Rejected('file.unwritable', `${option}: ${path} lässt sich nicht schreiben: ${why}.`);
    }
  }
  async write(text: string): Promise<void> {
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }
  async close(keep: boolean): Promise<void> {
    this.#stream.end();
    await once(this.#stream, 'close');
    if (keep) renameSync(`${this.#path}.teil`, this.#path);
    else {
      rmSync(`${this.#path}.teil`);
      rmSync(this.#path, { force: true });
    }
  }
}
