import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { deflateRawSync } from 'node:zlib';
import { buildSync } from 'esbuild';

const folder = join(import.meta.dirname, '../.local/bench');
const HEADER =
  'Kundennummer;Rechnungsnummer;Rechnungsdatum;Fälligkeit;Hauptforderung;Mahnkosten;Anrede;Vorname;Nachname;Straße;PLZ;Ort;E-Mail;Telefon;Art;Vertragsgegenstand;Vertragsdatum;Vorherige Mahnung;Datum der Mahnung;Bemerkung';
const NAMES = ['Beispiel', 'Müller', 'Schröder', 'Weiß', 'Okafor', 'Yılmaz', 'Nowak', 'von der Heide'];
const PLACES = ['44135;Dortmund', '01067;Dresden', '80331;München', '20095;Hamburg', '50667;Köln'];
const pick = (of: readonly string[], i: number): string => of[i % of.length] ?? '';
/** A row as shops export them, two to a customer; `bad`: the amount is ambiguous. */
const row = (i: number, bad: boolean): string => {
  const c = i >> 1;
  return [
    `K-${100_000 + c}`,
    `RE-2026-${1_000_000 + i}`,
    `${String((i % 18) + 11).padStart(2, '0')}.01.2026`,
    '15.02.2026',
    bad ? '1.234' : `${(i % 900) + 10},${String(i % 100).padStart(2, '0')}`,
    '2,50',
    c % 2 ? 'Herr' : 'Frau',
    c % 2 ? 'Max' : 'Erika',
    pick(NAMES, c),
    `Musterweg ${(c % 200) + 1}`,
    pick(PLACES, c),
    `kunde${c}@example.com`,
    `0151 1${String(c % 10_000_000).padStart(7, '0')}`,
    'privat',
    'Kaufvertrag über Gartenmöbel',
    '10.01.2026',
    'Erinnerung',
    '20.02.2026',
    i % 50 === 0 ? '"Ware; ""nachgeliefert"""' : 'Ware nachgeliefert',
  ].join(';');
};

/** A list of so many rows, `badEvery`: each so-many-th is refused. Written once and kept between rounds of one run. */
const list = (name: string, rows: number, badEvery: number): string => {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  writeSync(file, `${HEADER}\r\n`);
  for (let i = 0; i < rows; i += 1000)
    writeSync(
      file,
      `${Array.from({ length: Math.min(1000, rows - i) }, (_, n) => row(i + n, badEvery > 0 && (i + n) % badEvery === badEvery - 1)).join('\r\n')}\r\n`,
    );
  closeSync(file);
  return path;
};

type Measured = Readonly<{
  ms: number;
  rssMb: number;
  rows: number;
  accepted: number;
  reportBytes: number;
  refusal: string;
}>;
const FLAGS = ['--max-semi-space-size=4', '--max-old-space-size=64'];
/**
 * Bundled as the functions are (lib/constructs/handler.ts): reading TypeScript as it stands costs memory that no
 * function has.
 */
const WORKER = join(folder, 'worker.cjs');
const bundle = (): void => {
  buildSync({
    entryPoints: [join(import.meta.dirname, 'intake-worker.ts')],
    outfile: WORKER,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
  });
};
const measure = (what: string, file: string, flags: readonly string[] = []): Measured =>
  JSON.parse(
    execFileSync(execPath, [...flags, WORKER, what, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  ) as Measured;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const round = (n: number, digits: number): number => Number(n.toFixed(digits));

/**
 * A workbook whose sheet inflates to 2 GB of blanks, a few kilobytes long: local headers and a central directory by
 * hand.
 */
const zipBomb = (): Buffer => {
  const entry = (name: string, raw: Buffer, size: number): { local: Buffer; central: (offset: number) => Buffer } => {
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
      local: Buffer.concat([fields(0x04034b50, Buffer.alloc(0)), Buffer.from(name), raw]),
      central: (offset) => {
        const tail = Buffer.alloc(14);
        tail.writeUInt32LE(offset, 10);
        return Buffer.concat([fields(0x02014b50, Buffer.from([20, 0])), tail, Buffer.from(name)]);
      },
    };
  };
  const blanks = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32), { level: 9 });
  const parts = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'].map((name) =>
    entry(name, blanks, 2_000_000_000),
  );
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    centrals.push(part.central(offset));
    locals.push(part.local);
    offset += part.local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(centrals).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...centrals, end]);
};

/** Files made to hurt: name, content. */
const poisons = (): readonly (readonly [string, Buffer])[] => {
  const head = Buffer.from(`${HEADER}\r\n`);
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

const ROWS = 1_000_000;
const ROUNDS = 3;
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/**
 * What taking a list in costs up to the table, as ratios in one run (targets P1, P4, P5, P6). The last line is JSON.
 */
export const benchIntake = (): string => {
  mkdirSync(folder, { recursive: true });
  try {
    bundle();
    const large = list('1e6.csv', ROWS, 0);
    const small = list('1e5.csv', ROWS / 10, 0);
    const bad = list('1e6-bad.csv', ROWS, 20);
    const ratios: number[] = [];
    const badRatios: number[] = [];
    let phones = 0;
    for (let n = 0; n < ROUNDS; n++) {
      const raw = measure('papa', large);
      const ours = measure('ours', large);
      const withBad = measure('ours', bad);
      if (
        raw.rows !== ROWS ||
        ours.accepted !== ROWS ||
        ours.reportBytes !== 0 ||
        withBad.accepted !== ROWS - ROWS / 20
      )
        throw new Error(`rows were lost: ${raw.rows}, ${ours.accepted}, ${withBad.accepted}`);
      ratios.push(raw.ms / ours.ms);
      badRatios.push(ours.ms / withBad.ms);
      if (n === 0) phones = measure('phones', large).ms / ours.ms - 1;
      say(
        `round ${n + 1}: papaparse ${Math.round(ROWS / raw.ms)} rows/ms, ours ${Math.round(ROWS / ours.ms)} rows/ms, with 5 % bad rows ${Math.round(ROWS / withBad.ms)} rows/ms`,
      );
    }
    const flat = measure('ours', large, FLAGS);
    const flatSmall = measure('ours', small, FLAGS);
    say(
      `phone numbers cost ${Math.round(phones * 100)} % more; under ${FLAGS.join(' ')} ${round(flat.ms / 1000, 1)} s, ${round(flat.rssMb, 0)} MB, for a tenth of the rows ${round(flatSmall.rssMb, 0)} MB`,
    );
    let poisonMs = 0;
    let poisonRssMb = 0;
    for (const [name, content] of poisons()) {
      const path = join(folder, name);
      writeFileSync(path, content);
      const m = measure('refusal', path);
      if (m.refusal === 'none') throw new Error(`${name} was not refused`);
      [poisonMs, poisonRssMb] = [Math.max(poisonMs, m.ms), Math.max(poisonRssMb, m.rssMb)];
      say(`${name}: ${m.refusal} after ${Math.round(m.ms)} ms, ${Math.round(m.rssMb)} MB`);
    }
    return JSON.stringify({
      parseRatio: round(median(ratios), 2),
      badRowsRatio: round(median(badRatios), 2),
      peakRssMb: round(flat.rssMb, 0),
      growth: round(flat.rssMb / flatSmall.rssMb, 2),
      poisonMs: round(poisonMs, 0),
      poisonRssMb: round(poisonRssMb, 0),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
