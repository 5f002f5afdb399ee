import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../domain/calendar.ts';
import { SHIPPED_PROCEDURES } from '../domain/procedure/shipped-procedures.ts';
import { calendarOf } from '../simulator/agency/calendar.ts';
import { dunning } from '../statemachines/dunning.ts';
import { drawMachine, type Asl } from './diagrams/machine.ts';
import { drawProcedure } from './diagrams/procedure.ts';

const root = join(import.meta.dirname, '..');
/** Where the pictures lie; docs/diagrams.md shows them. */
export const FOLDER = join(root, 'docs/diagrams');
/** Any Monday: on plain days the offsets are the same from every day. */
const FROM = day('2026-03-02');

const procedureFiles = (): Promise<[string, string][]> =>
  Promise.all(
    SHIPPED_PROCEDURES.map(async (procedure): Promise<[string, string]> => {
      const { rows } = await calendarOf({ procedure, from: FROM, land: null, email: true, phone: true, plain: true });
      return [`${procedure.id}.svg`, drawProcedure(procedure, rows)];
    }),
  );

/**
 * Every picture by its file's name: the state machine from its ASL file, each shipped procedure from what the simulator
 * does with it.
 */
export const diagrams = async (): Promise<Readonly<Record<string, string>>> => ({
  'mahnlauf.svg': drawMachine(
    JSON.parse(readFileSync(join(root, 'statemachines', dunning.file), 'utf8')) as Asl,
    'Der Mahnlauf einer Forderung',
  ),
  ...Object.fromEntries(await procedureFiles()),
});

if (process.argv[1] === import.meta.filename) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, svg] of Object.entries(await diagrams())) {
    writeFileSync(join(FOLDER, name), svg);
    console.log(`docs/diagrams/${name}`);
  }
}
