import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract, TaskOf } from '../../statemachines/contract.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { handToCollection } from '../../usecases/dunning/hand-to-collection.ts';
import type { Workflows } from '../../usecases/ports/workflows.ts';
import type { Posts } from '../../usecases/ports/posts.ts';
import { sendMessage, type Sending } from '../../usecases/dunning/send-message.ts';
import { decide, openCalls, presentToCourt, reportTrouble } from '../../usecases/dunning/steps.ts';
import { machineOf, type Asl, type Machine } from './asl.ts';

/** The state machine's file as it is deployed. */
export const aslFile = (file: string = dunning.file): Asl =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../statemachines', file), 'utf8')) as Asl;

let deployed: Machine | null = null;
/** The machine that is deployed today, read once. */
export const deployedMachine = (): Machine => (deployed ??= machineOf(aslFile()));

export type Tasks = { readonly [K in keyof typeof dunning.tasks]: TaskOf<(typeof dunning.tasks)[K]> };
export type Runnable = Readonly<Record<string, (input: unknown) => Promise<unknown>>>;

/**
 * Every task of the machine with its use case: what the functions in lambdas/tasks do. Without `workflows` nothing is
 * started: the caller plays each claim itself.
 */
export const tasksOf = (
  ports: Omit<Sending, 'post'> & Readonly<{ posts: Posts; workflows?: Pick<Workflows, 'start'> }>,
): Tasks => ({
  Decide: decide(ports),
  SendEmail: sendMessage('email', { ...ports, post: ports.posts.email }),
  SendSms: sendMessage('sms', { ...ports, post: ports.posts.sms }),
  SendLetter: sendMessage('letter', { ...ports, post: ports.posts.letter }),
  OpenCalls: openCalls(ports),
  PresentToCourt: presentToCourt(ports),
  ReportTrouble: reportTrouble(ports),
  HandToCollection: handToCollection({ ...ports, workflows: ports.workflows ?? { start: async () => undefined } }),
});

/**
 * Tasks as the machine calls them, by the placeholder in its file; what goes in and comes out is held to the contract.
 * `before` runs first, for whatever happens meanwhile.
 */
export const runnable = (tasks: Tasks, before: (task: string) => Promise<void> | void = () => undefined): Runnable =>
  Object.fromEntries(
    Object.entries(dunning.tasks).map(([name, contract]: [string, Contract]) => {
      // A cast: what goes in and comes out is parsed by the contract, here below.
      const task = tasks[name as keyof Tasks] as (input: unknown) => Promise<unknown>;
      return [
        `\${${name}}`,
        async (raw: unknown) => {
          const pause = before(name);
          if (pause) await pause;
          return contract.output.parse(await task(contract.input.parse(raw)));
        },
      ];
    }),
  );
