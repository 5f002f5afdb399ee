import type * as z from 'zod';

/** What a task of a state machine takes and gives. Use case, handler, CDK and tests all read it from here. */
export type Contract = Readonly<{ input: z.ZodType; output: z.ZodType }>;
export const task = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
/** The use case behind a task. */
export type TaskOf<C extends Contract> = (input: z.output<C['input']>) => Promise<z.input<C['output']>>;
/**
 * A state machine: its file beside this one, what an execution begins with, and its tasks by the placeholder in the
 * file.
 */
export type Workflow = Readonly<{ file: string; input: z.ZodType; tasks: Readonly<Record<string, Contract>> }>;
