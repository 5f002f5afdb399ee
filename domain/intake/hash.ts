/** One round of Murmur3 (Austin Appleby, public domain) over 32 bits. */
const mixed = (hash: number, block: number, c1: number, c2: number): number => {
  const k = Math.imul(block, c1);
  const h = hash ^ Math.imul((k << 15) | (k >>> 17), c2);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
};
const finished = (hash: number): number => {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const UPPER = 32;
/** The unit of a normalised invoice number that an ASCII unit stands for; 0: none. */
const normalised = (unit: number): number => (unit >= 97 && unit <= 122 ? unit - UPPER : (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) ? unit : 0);

/**
 * A hash of what one row says, in plain arithmetic: two lanes of 32 bits with constants of their own, together 64 bits. It allocates nothing, so that
 * a million rows leave nothing behind. Not against somebody who looks for collisions: a creditor could only spoil a list of its own.
 */
export class Hasher {
  private a = 0;
  private b = 0;

  start(): this { this.a = 0x2c1b3c6d; this.b = 0x297a2d39; return this; }
  get high(): number { return finished(this.a); }
  get low(): number { return finished(this.b); }

  private block(block: number): void { this.a = mixed(this.a, block, 0xcc9e2d51, 0x1b873593); this.b = mixed(this.b, block, 0xab0e9789, 0x38b34ae5); }
  /** Text with its length before it, so that `ab` + `c` is not `a` + `bc`; nothing at all is not the empty text. */
  text(value: string | undefined): this {
    if (value === undefined) { this.block(-1); return this; }
    this.block(value.length);
    for (let i = 0; i < value.length; i += 2) this.block(value.charCodeAt(i) | (i + 1 < value.length ? value.charCodeAt(i + 1) << 16 : 0));
    return this;
  }
  /** A whole number that a double holds exactly. */
  number(value: number): this { this.block(value | 0); this.block(Math.floor(value / 0x1_0000_0000)); return this; }
  /** Text unit by unit, as `capitals` takes it. */
  units(value: string): void { for (let i = 0; i < value.length; i++) this.block(value.charCodeAt(i)); }
  /** Only the letters and digits of ASCII text, letters as capitals: `normaliseInvoiceNumber` without making the text. False where the text is not ASCII. */
  capitals(value: string): boolean {
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      if (unit > 126) return false;
      const meant = normalised(unit);
      if (meant !== 0) this.block(meant);
    }
    return true;
  }
}
