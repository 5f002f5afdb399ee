import { generationOf, type Akte } from '../../domain/akte/akte.ts';
import { plusDays } from '../../domain/calendar.ts';
import type { AkteId } from '../../domain/ids.ts';
import { Conflict, NotFound, Rejected } from '../../domain/faults.ts';
import { nextStep } from '../../domain/dunning/next-step.ts';
import type { DunningInput } from '../../statemachines/dunning.ts';
import type { Command, Sequence } from './commands.ts';
import { doingOf } from './doings.ts';
import { brokenAccount, brokenLog, brokenMessages, brokenTimers, isLed, type Broken } from './invariants.ts';
import { isPassing, letPass } from './passing.ts';
import { AKTE, OTHER, STRANGER } from './beginning.ts';
import { stageOf, type Engine, type Stage } from './stage.ts';
import { brokenTenants } from './tenants.ts';

export type { Engine } from './stage.ts';

/** The Akte that a command is about. */
const targetOf = async ({ world }: Stage, command: Command): Promise<AkteId> =>
  'other' in command && command.other && (await world.akten.find(OTHER)) ? OTHER : AKTE;

const isRightlyRefused = (error: unknown): boolean =>
  error instanceof Rejected || error instanceof NotFound || error instanceof Conflict;
/** How many acts each Akte has: the same numbers, and nothing has changed. */
const versionsOf = ({ world }: Stage): string => [...world.akten.log.values()].map((acts) => acts.length).join();

const perform = async (stage: Stage, command: Command): Promise<void> => {
  if (isPassing(command)) {
    await letPass(stage, command);
    return;
  }
  try {
    const target = await targetOf(stage, command);
    const doing = await doingOf(stage, command, target);
    stage.target.akte = target;
    await doing();
    if (!('twice' in command) || !command.twice) return;
    const before = versionsOf(stage);
    await doing();
    if (versionsOf(stage) !== before)
      stage.broken.push(`I10 ${JSON.stringify(command)} a second time changes something`);
  } catch (error) {
    if (!isRightlyRefused(error)) throw error;
  } finally {
    stage.target.akte = null;
  }
};

/** The open claims of an Akte that no execution leads; whether a claim is open is asked only where none does. */
const unledClaims = async ({ world, workflows }: Stage, akte: Akte): Promise<DunningInput[]> => {
  const unled: DunningInput[] = [];
  for (const matter of akte.matters) {
    for (const claim of matter.claims) {
      const of = { akte: akte.id, claim, generation: generationOf(akte, claim) };
      if (isLed(workflows, of)) continue;
      const procedures = await world.ports.procedures.get(matter.procedure);
      const now = { procedures, today: world.clock.today(), hour: world.clock.hour() };
      if (nextStep(akte, claim, now).kind !== 'end') unled.push(of);
    }
  }
  return unled;
};

/**
 * What changes the course of an Akte begins its executions anew: money that came does not, it is seen at the next look.
 */
const BEGINS_ANEW: readonly Command['do'][] = [
  'reverse',
  'credit',
  'steer',
  'dispute',
  'proof',
  'promise',
  'deferral',
  'situation',
  'over',
  'contact',
  'returned',
  'instalments',
];

/** What must hold after every command, for each Akte that it changed. */
const brokenAfter = async (stage: Stage, command: Command, seen: Map<AkteId, number>): Promise<Broken[]> => {
  const { world, workflows } = stage;
  const akten = world.akten.all();
  const everywhere = command.do === 'lose' || command.do === 'sweep';
  const changed = akten.filter((a) => everywhere || seen.get(a.id) !== a.version);
  if (changed.length === 0) return [];
  const broken = brokenMessages(akten, world.posts);
  for (const akte of changed) {
    const led = akte.id !== STRANGER || stage.sequence.scene.stranger === 'runs';
    if (led)
      broken.push(
        ...(await brokenTimers(
          workflows,
          await unledClaims(stage, akte),
          command.do === 'sweep' || BEGINS_ANEW.includes(command.do),
        )),
      );
    seen.set(akte.id, akte.version);
  }
  return broken;
};

/** What must hold in the end. What costs much is asked of a part of the sequences. */
const brokenAtTheEnd = async ({ sequence: { seed, commands }, world, ports }: Stage): Promise<Broken[]> => {
  const today = world.clock.today();
  const broken: Broken[] = [];
  for (const akte of world.akten.all()) {
    // Without money there is nothing to share out: then a part of the sequences is enough.
    if (akte.id !== STRANGER && (seed % 4 === 0 || akte.payments.length > 0))
      broken.push(...brokenAccount(akte, seed % 4 === 0 ? plusDays(today, 365) : today));
    if (seed % 16 === 1) broken.push(...brokenLog(akte, world.akten.log.get(akte.id) ?? []));
  }
  if (seed % 8 === 2 || commands.some((c) => c.do === 'handOver'))
    broken.push(...(await brokenTenants({ world, ports })));
  return broken;
};

/** Plays a sequence and says what broke: nothing, where all is well. `look`: for whoever wants to see why. */
export const playSequence = async (
  sequence: Sequence,
  engine: Engine = 'direct',
  look: (stage: Stage) => void = () => undefined,
): Promise<readonly Broken[]> => {
  const stage = await stageOf(sequence, engine);
  look(stage);
  const { broken } = stage;
  const seen = new Map<AkteId, number>();
  for (const [i, command] of sequence.commands.entries()) {
    await perform(stage, command);
    broken.push(...(await brokenAfter(stage, command, seen)));
    if (broken.length > 0)
      return broken.map((b) => `seed ${sequence.seed}, command ${i} ${JSON.stringify(command)}: ${b}`);
  }
  broken.push(...(await brokenAtTheEnd(stage)));
  for (const ask of stage.finished) await ask();
  return broken.map((b) => `seed ${sequence.seed} at its end: ${b}`);
};
