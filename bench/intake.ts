import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { buildSync } from 'esbuild';
import { BUNDLED_AS } from '../config/bundled-as.ts';
import { poisons } from './poisons.ts';

const folder = join(import.meta.dirname, '../.local/bench');
const HEADER = [
  'Kundennummer;Rechnungsnummer;Rechnungsdatum;Fälligkeit;Hauptforderung;Mahnkosten',
  'Anrede;Vorname;Nachname;Straße;PLZ;Ort;E-Mail;Telefon',
  'Art;Vertragsgegenstand;Vertragsdatum;Vorherige Mahnung;Datum der Mahnung;Bemerkung',
].join(';');
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
  const isBad = (i: number): boolean => badEvery > 0 && i % badEvery === badEvery - 1;
  for (let i = 0; i < rows; i += 1000) {
    const some = Array.from({ length: Math.min(1000, rows - i) }, (_, n) => row(i + n, isBad(i + n)));
    writeSync(file, `${some.join('\r\n')}\r\n`);
  }
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
 * Bundled as the functions are (config/bundled-as.ts): reading TypeScript as it stands costs memory that no
 * function has.
 */
const WORKER = join(folder, 'worker.cjs');
const bundle = (): void => {
  buildSync({
    entryPoints: [join(import.meta.dirname, 'intake-worker.ts')],
    outfile: WORKER,
    ...BUNDLED_AS,
  });
};
const measure = (what: string, file: string, flags: readonly string[] = []): Measured =>
  JSON.parse(
    execFileSync(execPath, [...flags, WORKER, what, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  ) as Measured;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const round = (n: number, digits: number): number => Number(n.toFixed(digits));

const ROWS = 1_000_000;
const ROUNDS = 3;
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const rowsPerMs = ({ ms }: Measured): string => `${Math.round(ROWS / ms)} rows/ms`;
/** How fast our reader is beside one that only cuts, and beside itself where rows are refused. */
const besideOthers = (large: string, bad: string) => {
  const ratios: number[] = [];
  const badRatios: number[] = [];
  let phones = 0;
  for (let n = 0; n < ROUNDS; n++) {
    const raw = measure('papa', large);
    const ours = measure('ours', large);
    const withBad = measure('ours', bad);
    if (raw.rows !== ROWS || ours.accepted !== ROWS || ours.reportBytes !== 0 || withBad.accepted !== ROWS - ROWS / 20)
      throw new Error(`rows were lost: ${raw.rows}, ${ours.accepted}, ${withBad.accepted}`);
    ratios.push(raw.ms / ours.ms);
    badRatios.push(ours.ms / withBad.ms);
    if (n === 0) phones = measure('phones', large).ms / ours.ms - 1;
    const speeds = `papaparse ${rowsPerMs(raw)}, ours ${rowsPerMs(ours)}, with 5 % bad rows ${rowsPerMs(withBad)}`;
    say(`round ${n + 1}: ${speeds}`);
  }
  return { parseRatio: round(median(ratios), 2), badRowsRatio: round(median(badRatios), 2), phones };
};
/** The memory a list takes, and how it grows with ten times the rows. */
const memory = (large: string, small: string, phones: number) => {
  const flat = measure('ours', large, FLAGS);
  const flatSmall = measure('ours', small, FLAGS);
  const seconds = round(flat.ms / 1000, 1);
  const tenth = `for a tenth of the rows ${round(flatSmall.rssMb, 0)} MB`;
  say(
    `phone numbers cost ${Math.round(phones * 100)} % more; under ${FLAGS.join(' ')} ${seconds} s, ${round(flat.rssMb, 0)} MB, ${tenth}`,
  );
  return { peakRssMb: round(flat.rssMb, 0), growth: round(flat.rssMb / flatSmall.rssMb, 2) };
};
/** How long and how much memory it takes at most to refuse what was made to hurt. */
const poisoned = () => {
  let ms = 0;
  let rssMb = 0;
  for (const [name, content] of poisons(HEADER)) {
    const path = join(folder, name);
    writeFileSync(path, content);
    const m = measure('refusal', path);
    if (m.refusal === 'none') throw new Error(`${name} was not refused`);
    ms = Math.max(ms, m.ms);
    rssMb = Math.max(rssMb, m.rssMb);
    say(`${name}: ${m.refusal} after ${Math.round(m.ms)} ms, ${Math.round(m.rssMb)} MB`);
  }
  return { poisonMs: round(ms, 0), poisonRssMb: round(rssMb, 0) };
};

/**
 * What taking a list in costs up to the table, as ratios in one run. The last line is JSON.
 */
export const benchIntake = (): string => {
  mkdirSync(folder, { recursive: true });
  try {
    bundle();
    const large = list('1e6.csv', ROWS, 0);
    const small = list('1e5.csv', ROWS / 10, 0);
    const bad = list('1e6-bad.csv', ROWS, 20);
    const { phones, ...ratios } = besideOthers(large, bad);
    return JSON.stringify({ ...ratios, ...memory(large, small, phones), ...poisoned() });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
