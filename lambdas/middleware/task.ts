import middy from '@middy/core';
import type * as z from 'zod';
import type { Contract, TaskOf } from '../../statemachines/contract.ts';
import { observed } from './observed.ts';

const factOf = (result: unknown): Record<string, unknown> =>
  typeof result === 'object' && result !== null && 'step' in result ? { next: result.step } : {};

/** A Step Functions task: what comes in and what goes out are held against the contract. */
export const taskHandler = <C extends Contract>(name: string, contract: C, run: TaskOf<C>) =>
  middy(
    async (event: unknown): Promise<z.output<C['output']>> =>
      contract.output.parse(await run(contract.input.parse(event) as z.output<C['input']>)) as z.output<C['output']>,
  ).use(observed(name, factOf));
