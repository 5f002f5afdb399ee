/**
 * Schemathesis asks the API on the local cloud whatever docs/openapi.json lets one ask, as a creditor's program, as one
 * of our own people and as nobody: no fault of ours, no status and no form that is not written down, no wrong form
 * taken. `node test/e2e/api.ts [--short]`; ends with `N passed, N failed`, where one is a route asked by one caller.
 * How much is asked is fixed, not how long it takes (decision 121): alone about ten minutes, `--short` about two.
 */
import { join } from 'node:path';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { SOURCE_NAMES } from '../../config/sources.ts';
import { API } from '../../contracts/api.ts';
import { handOverFile } from '../../local/handing-over.ts';
import { WINTER } from '../../local/persons.ts';
import { askAll, type Asking, type Outcome, type Places } from '../../local/schemathesis.ts';
import { addCreditor, openAccess, setStage, type Running } from '../../local/stage.ts';
import { akteOf } from '../../local/told.ts';

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const folder = join(import.meta.dirname, '../../out/e2e-api');
const started = Date.now();
const say = (text: string): void => {
  stdout.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);
};

const MEMBER = 'mus-fruehling';
/** One creditor with some Akten, two ways in and a person; what of it a path may name. */
const seed = async (running: Running): Promise<{ token: string; places: Places }> => {
  const api = await addCreditor(running, 'musterversand');
  const { handOver } = await handOverFile(running, api, 'MUS', 'musterversand-kurz.csv');
  await openAccess(running, 'MUS', 'erp');
  const body = { name: MEMBER, email: 'fruehling@example.com', role: 'reader' } as const;
  await running.operator.call(API.persons.invite, { path: { creditor: 'MUS' }, body });
  return {
    token: api.token,
    places: {
      akte: [...new Set(handOver.claims.map(akteOf))],
      claim: handOver.claims,
      creditor: ['MUS'],
      // Not the one that the program itself has come in by.
      purpose: ['erp'],
      // Nor the colleague who asks.
      name: [MEMBER, WINTER.name],
      id: [handOver.id],
      month: ['2026-03'],
      state: ['alle', 'nicht-erreichbar'],
      source: SOURCE_NAMES,
    },
  };
};

const report = (name: string, { passed, failed, calls, findings }: Outcome & { findings: string }): void => {
  say(`${failed === 0 ? '✓' : '✗'} ${name}: ${calls} Aufrufe, ${passed} Routen wie beschrieben, ${failed} nicht`);
  if (failed > 0) stdout.write(`${findings}\n`);
};

const ask = async (running: Running): Promise<readonly Outcome[]> => {
  const { token, places } = await seed(running);
  say('Gläubiger MUS hat Akten; jetzt wird gefragt');
  const at = { endpoint: running.cloud.endpoint, host: new URL(running.outputs.ApiUrl).host };
  const signedIn = { at, places, calls: values.short ? 6 : 40, systematic: !values.short } as const;
  const callers: readonly Omit<Asking, 'folder'>[] = [
    { ...signedIn, name: 'nobody', token: null, calls: 1, systematic: false },
    { ...signedIn, name: 'program', token },
    { ...signedIn, name: 'leitung', token: running.operator.token },
  ];
  const outcomes: Outcome[] = [];
  for (const caller of callers) {
    const outcome = await askAll({ ...caller, folder: join(folder, 'asked', caller.name) });
    report(caller.name, outcome);
    outcomes.push(outcome);
  }
  return outcomes;
};

const running = await setStage({ folder, say });
try {
  const outcomes = await ask(running);
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((n, outcome) => n + of(outcome), 0);
  const failed = sum((o) => o.failed);
  say(`${new Set(outcomes.flatMap((o) => o.accepted)).size} Routen haben wenigstens einmal ja gesagt`);
  stdout.write(`${sum((o) => o.passed)} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await running.stop();
}
