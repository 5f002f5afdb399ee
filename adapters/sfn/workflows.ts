import { ExecutionAlreadyExists, ExecutionDoesNotExist, SFNClient, StartExecutionCommand, StopExecutionCommand, type SFNClientConfig } from '@aws-sdk/client-sfn';
import { Unavailable } from '../../domain/faults.ts';
import { executionName } from '../../statemachines/dunning.ts';
import type { Workflows } from '../../usecases/ports.ts';

/** Starts and stops executions. Starting twice is the same as once: the name says which claim in which generation. */
export const stepFunctions = (stateMachineArn: string, config: SFNClientConfig = {}): Workflows => {
  const client = new SFNClient(config);
  const executionArn = (name: string): string => `${stateMachineArn.replace(':stateMachine:', ':execution:').split(':').slice(0, 7).join(':')}:${name}`;
  return {
    start: async (akte, claim, generation) => {
      const of = { akte, claim, generation };
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name: executionName(of), input: JSON.stringify(of) }));
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return;
        if (error instanceof Error && /Throttl|ExecutionLimitExceeded/.test(error.name)) throw new Unavailable('Step Functions is busy', { cause: error });
        throw error;
      }
    },
    stop: async (akte, claim, generation) => {
      try {
        await client.send(new StopExecutionCommand({ executionArn: executionArn(executionName({ akte, claim, generation })), error: 'Abgelöst', cause: 'Eine jüngere Ausführung führt die Forderung weiter.' }));
      } catch (error) {
        // Tidying up only: the facts already keep a stopped execution from doing anything.
        if (!(error instanceof ExecutionDoesNotExist) && !(error instanceof Error && /Throttl|Validation/.test(error.name))) throw error;
      }
    },
  };
};
