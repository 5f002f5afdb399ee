import type { CronOptions } from 'aws-cdk-lib/aws-events';
import type { CalledSource, WorkedSource } from '../config/sources.ts';
import type { Setting } from '../config/settings.ts';

/** A state of the Mahnlauf; which one says the name of the function (statemachines/dunning.ts). */
export const task = { kind: 'task' } as const;
/** Every call of the API, before its route. */
export const gateway = { kind: 'gateway' } as const;
/** Routes of the API; lib/routes.ts says which. */
export const routes = { kind: 'routes' } as const;
/** Whatever is laid into the filing under one of these patterns. */
export const upload = (source: CalledSource, files: readonly string[]) => ({ kind: 'upload', source, files }) as const;
/** What SES says of mails that are out. */
export const mailEvents = (source: CalledSource) => ({ kind: 'mailEvents', source }) as const;
/** The clock, in German time, with an empty input. The description is what one reads in the console. */
export const schedule = (source: CalledSource, description: string, at: CronOptions) =>
  ({ kind: 'schedule', source, description, at }) as const;
/** A queue that is worked off piece by piece, so many at once; whoever feeds it knows it by the setting. */
export const queue = (source: WorkedSource, setting: Setting, atOnce: number) =>
  ({ kind: 'queue', source, setting, atOnce }) as const;

/** What calls a function. Where nobody waits for the answer, the source of config/sources.ts keeps what fails. */
export type CalledBy =
  | typeof task
  | typeof gateway
  | typeof routes
  | ReturnType<typeof upload>
  | ReturnType<typeof mailEvents>
  | ReturnType<typeof schedule>
  | ReturnType<typeof queue>;
