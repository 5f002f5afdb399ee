import { fold } from '../../domain/akte/fold.ts';
import { generationOf, type Akte } from '../../domain/akte/akte.ts';
import { NotFound } from '../../domain/faults.ts';
import type { AkteId, ClaimId } from '../../domain/ids.ts';
import type { Written } from '../../domain/repeat/kept-request.ts';
import type { Akten } from '../ports/akten.ts';
import type { BankLines } from '../ports/bank-lines.ts';
import type { Clock } from '../ports/clock.ts';
import type { Timers } from '../ports/timers.ts';
import type { Workflows } from '../ports/workflows.ts';

/** What of a call's ports is replaced where it is only answered again. */
export type Replaced = Readonly<{
  akten: Akten;
  clock: Clock;
  bankLines?: BankLines;
  workflows?: Workflows;
  timers?: Pick<Timers, 'note'>;
}>;

/** The moment at which the entry was decided. */
const clockThen = (clock: Clock, { on, hour, at }: Written): Clock => ({
  ...clock,
  today: () => on,
  hour: () => hour,
  now: () => new Date(at),
});

/**
 * The Akten as they were when the entry was written: its own before the entry, and with it once it is appended, which
 * writes nothing; the others with what was written by then.
 */
const aktenThen = (akten: Akten, { akte, version, at }: Written): Akten => {
  let isAppended = false;
  const find = async (id: AkteId): Promise<Akte | null> => {
    const log = await akten.history(id);
    const own = isAppended ? version : version - 1;
    const then = id === akte ? log.slice(0, own) : log.filter((act) => act.at <= at);
    return then.length === 0
      ? null
      : fold(
          id,
          then.map(({ facts }) => facts),
        );
  };
  const get = async (id: AkteId): Promise<Akte> => {
    const found = await find(id);
    if (!found) throw new NotFound(`Es gibt keine Akte ${id}.`);
    return found;
  };
  return {
    ...akten,
    find,
    get,
    append: (id, before) => {
      if (id !== akte || before !== version - 1) throw new Error(`entry ${before + 1} of ${id} was never written`);
      isAppended = true;
      return get(id);
    },
  };
};

/** The line as it was before the entry took its share of it, which is the last one. */
const linesThen = (bankLines: BankLines, { line }: Written): BankLines => ({
  ...bankLines,
  find: async (id) =>
    line && line.entry.id === id
      ? { ...line, shares: line.shares.slice(0, -1), version: line.version - 1 }
      : bankLines.find(id),
});

/** Whether this is still the execution that ought to run: what was written since has begun another. */
const isCurrent = async (akten: Akten, akte: AkteId, claim: ClaimId, generation: number): Promise<boolean> =>
  generationOf(await akten.get(akte), claim) === generation;
const onlyCurrent = (akten: Akten, workflows: Workflows): Workflows => ({
  ...workflows,
  start: async (akte, claim, generation) => {
    if (await isCurrent(akten, akte, claim, generation)) await workflows.start(akte, claim, generation);
  },
});
const notedCurrent =
  (akten: Akten, note: Timers['note']): Timers['note'] =>
  async (of) => {
    if (await isCurrent(akten, of.akte, of.claim, of.generation)) await note(of);
  };

/**
 * Ports over which a deed that is done comes out again as it did, without being done: its answer is the same, and what
 * should have followed it (an execution that begins, a mail) follows now, unless it has been overtaken.
 */
export const asItWas = <P extends Replaced>(ports: P, written: Written): P => {
  const { akten, clock, bankLines, workflows, timers } = ports;
  return {
    ...ports,
    akten: aktenThen(akten, written),
    clock: clockThen(clock, written),
    ...(bankLines ? { bankLines: linesThen(bankLines, written) } : {}),
    ...(workflows ? { workflows: onlyCurrent(akten, workflows) } : {}),
    ...(timers ? { timers: { ...timers, note: notedCurrent(akten, timers.note) } } : {}),
  };
};
