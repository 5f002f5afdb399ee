type Slot = number;
/** A key by its hash: two halves of 32 bits, signed. */
export type Key = Readonly<{ high: number; low: number }>;
const HIGH = 0;
const LOW = 1;
const CONTENT = 2;
const LINE = 3;
const WIDTH = 4;

/**
 * Which line said something first. A table of fixed size for `rows` different keys: 16 bytes an entry (64 bits of the
 * key's hash, 32 bits of what the row says, its line), four slots for three rows, found by linear probing. One million
 * rows take 21 MB, whatever they say. More rows than promised double it.
 *
 * Two different keys out of a million look alike with a probability of n² / 2⁶⁵ = 0.000 000 03; two rows with one key
 * that differ look equal with 2⁻³².
 */
export class FirstSeen {
  private slots: Int32Array;
  private size: number;
  private used = 0;

  constructor(rows: number) {
    this.size = Math.max(8, Math.ceil((rows * 4) / 3));
    this.slots = new Int32Array(this.size * WIDTH);
  }

  /** Where the key stands, or would stand. */
  find({ high, low }: Key): Slot {
    const { slots, size } = this;
    let slot = Math.floor((high / 0x1_0000_0000 + 0.5) * size);
    for (;;) {
      const at = slot * WIDTH;
      if (slots[at + LINE] === 0 || (slots[at + LOW] === low && slots[at + HIGH] === high)) return slot;
      slot = slot + 1 === size ? 0 : slot + 1;
    }
  }
  /** The line of the first row with this key; 0: there is none yet. */
  lineAt(slot: Slot): number {
    return this.slots[slot * WIDTH + LINE] ?? 0;
  }
  contentAt(slot: Slot): number {
    return this.slots[slot * WIDTH + CONTENT] ?? 0;
  }

  /** Takes an empty slot that `find` gave; lines count from 1. */
  put(slot: Slot, key: Key, content: number, line: number): void {
    this.write(slot, key, content, line);
    this.used++;
    if (this.used * 8 > this.size * 7) this.grow();
  }

  private write(slot: Slot, { high, low }: Key, content: number, line: number): void {
    const at = slot * WIDTH;
    this.slots[at + HIGH] = high;
    this.slots[at + LOW] = low;
    this.slots[at + CONTENT] = content;
    this.slots[at + LINE] = line;
  }
  private grow(): void {
    const old = this.slots;
    this.size *= 2;
    this.slots = new Int32Array(this.size * WIDTH);
    for (let at = 0; at < old.length; at += WIDTH) {
      const [high = 0, low = 0, content = 0, line = 0] = old.subarray(at, at + WIDTH);
      const key = { high, low };
      if (line !== 0) this.write(this.find(key), key, content, line);
    }
  }
}
