import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dunning } from '../statemachines/dunning.ts';

const folder = join(import.meta.dirname, '../statemachines');
const RELEASED = /^(.+)-v(\d+)\.asl\.json$/;

/** A definition that was deployed somewhere: executions that began with it may run for a year. */
export type Release = Readonly<{ name: string; version: number; file: string }>;

/** Every released version of a state machine, the oldest first. */
export const releasesOf = (name: string): readonly Release[] =>
  readdirSync(join(folder, 'released'))
    .flatMap((file) => {
      const [, of, version] = RELEASED.exec(file) ?? [];
      return of === name ? [{ name, version: Number(version), file: `released/${file}` }] : [];
    })
    .sort((a, b) => a.version - b.version);

const meaning = (file: string): string => JSON.stringify(JSON.parse(readFileSync(join(folder, file), 'utf8')));
/** Whether the file says what its newest released version says; blanks do not count. */
export const isReleased = (file: string): boolean => {
  const newest = releasesOf(file.replace('.asl.json', '')).at(-1);
  return newest !== undefined && meaning(newest.file) === meaning(file);
};

/** Freezes the file as it is under its next version; nothing where it has not changed. */
export const release = (file: string): Release | null => {
  if (isReleased(file)) return null;
  const name = file.replace('.asl.json', '');
  const version = (releasesOf(name).at(-1)?.version ?? 0) + 1;
  const to = `released/${name}-v${version}.asl.json`;
  copyFileSync(join(folder, file), join(folder, to));
  return { name, version, file: to };
};

if (process.argv[1] === import.meta.filename) {
  const made = release(dunning.file);
  console.log(
    made
      ? `${made.file}: eingefroren. Bitte mit dieser Auslieferung einchecken.`
      : `${dunning.file} gleicht der neuesten ausgelieferten Fassung; nichts zu tun.`,
  );
}
