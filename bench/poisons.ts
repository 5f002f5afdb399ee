import { deflateRawSync } from 'node:zlib';

const ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const CENTRAL_END = 0x06054b50;

/** A part of a ZIP file: what stands before its bytes, and what the directory says of it, with its offset. */
type Part = Readonly<{ local: Buffer; central: (offset: number) => Buffer }>;
/** `size`: what the part claims to inflate to. */
const partOf = (name: string, raw: Buffer, size: number): Part => {
  const fields = (signature: number, extra: Buffer): Buffer => {
    const b = Buffer.alloc(26);
    b.writeUInt16LE(20, 0);
    b.writeUInt16LE(8, 4);
    b.writeUInt32LE(raw.length, 14);
    b.writeUInt32LE(size, 18);
    b.writeUInt16LE(name.length, 22);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(signature);
    return Buffer.concat([head, extra, b]);
  };
  return {
    local: Buffer.concat([fields(ENTRY, Buffer.alloc(0)), Buffer.from(name), raw]),
    central: (offset) => {
      const tail = Buffer.alloc(14);
      tail.writeUInt32LE(offset, 10);
      return Buffer.concat([fields(CENTRAL_ENTRY, Buffer.from([20, 0])), tail, Buffer.from(name)]);
    },
  };
};
/** The end of the directory, where reading a ZIP file begins. */
const endOf = (parts: number, directory: Buffer, offset: number): Buffer => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(CENTRAL_END, 0);
  end.writeUInt16LE(parts, 8);
  end.writeUInt16LE(parts, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
};

/**
 * A workbook whose sheet inflates to 2 GB of blanks, a few kilobytes long: local headers and a central directory by
 * hand.
 */
const zipBomb = (): Buffer => {
  const blanks = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32), { level: 9 });
  const parts = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'].map((name) =>
    partOf(name, blanks, 2_000_000_000),
  );
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    centrals.push(part.central(offset));
    locals.push(part.local);
    offset += part.local.length;
  }
  const directory = Buffer.concat(centrals);
  return Buffer.concat([...locals, directory, endOf(parts.length, directory, offset)]);
};

/** Files made to hurt: name, content. `header`: the first line of a list. */
export const poisons = (header: string): readonly (readonly [string, Buffer])[] => {
  const head = Buffer.from(`${header}\r\n`);
  return [
    ['unterminated-quote-40-mb.csv', Buffer.concat([head, Buffer.from('K-1;"'), Buffer.alloc(40 * 1024 * 1024, 'x')])],
    [
      'unterminated-quote-40-mb-of-lines.csv',
      Buffer.concat([head, Buffer.from('K-1;"'), Buffer.alloc(40 * 1024 * 1024, 'Zeile;"um;Zeile\r\n')]),
    ],
    ['a-million-columns.csv', Buffer.alloc(8_000_000, 'Spalte;')],
    [
      'cell-of-10-mb.csv',
      Buffer.concat([head, Buffer.from('K-1;'), Buffer.alloc(10 * 1024 * 1024, 'x'), Buffer.from('\r\n')]),
    ],
    ['zip-bomb.xlsx', zipBomb()],
  ];
};
