import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  type SFNClientConfig,
} from '@aws-sdk/client-sfn';
import { Unavailable } from '../../domain/faults.ts';
import { AWS_CLIENT, saysWhatPasses } from '../transient.ts';
import { executionName } from '../../statemachines/dunning.ts';
import type { Workflows } from '../../usecases/ports/workflows.ts';
import type { Timers } from '../../usecases/ports/timers.ts';
import { executionArn } from './arns.ts';

/**
 * Starts and stops executions. Starting twice is the same as once: the name says which claim in which generation. What
 * is started is noted before, so that the sweep misses it where it is lost; that the list comes as an argument is what
 * keeps anybody from forgetting it.
 */
export const stepFunctions = (
  stateMachineArn: string,
  timers: Pick<Timers, 'note'>,
  config: SFNClientConfig = {},
): Workflows => {
  const client = new SFNClient({ ...AWS_CLIENT, ...config });
  saysWhatPasses(client);
  return {
    start: async (akte, claim, generation) => {
      const of = { akte, claim, generation };
      await timers.note(of);
      try {
        await client.send(
          new StartExecutionCommand({ stateMachineArn, name: executionName(of), input: JSON.stringify(of) }),
        );
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return;
        throw error;
      }
    },
    stop: async (akte, claim, generation) => {
      try {
        await client.send(
          new StopExecutionCommand({
            executionArn: executionArn(stateMachineArn, executionName({ akte, claim, generation })),
            error: 'Abgelöst',
            cause: 'Eine jüngere Ausführung führt die Forderung weiter.',
          }),
        );
      } catch (error) {
        // Tidying up only: the facts already keep a stopped execution from doing anything.
        if (
          !(error instanceof ExecutionDoesNotExist) &&
          !(error instanceof Unavailable) &&
          !(error instanceof Error && error.name.startsWith('Validation'))
        )
          throw error;
      }
    },
  };
};
