import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  ListExecutionsCommand,
  SFNClient,
  type SFNClientConfig,
} from '@aws-sdk/client-sfn';
import { executionName } from '../../statemachines/dunning.ts';
import type { Executions } from '../../usecases/ports/timers.ts';
import { AWS_CLIENT, saysWhatPasses } from '../transient.ts';
import { executionArn, machineArn } from './arns.ts';

/** A page. Frankfurt lets an account ask for two pages a second: a million running executions take nine minutes. */
const PAGE = 1000;

/**
 * What Step Functions knows of the executions of one state machine, whichever version or alias they were started
 * through.
 */
export const stepFunctionsExecutions = (arn: string, config: SFNClientConfig = {}): Executions => {
  const client = new SFNClient({ ...AWS_CLIENT, maxAttempts: 12, retryMode: 'adaptive', ...config });
  saysWhatPasses(client);
  return {
    running: async function* () {
      let nextToken: string | undefined;
      do {
        const page = await client.send(
          new ListExecutionsCommand({
            stateMachineArn: machineArn(arn),
            statusFilter: 'RUNNING',
            maxResults: PAGE,
            ...(nextToken ? { nextToken } : {}),
          }),
        );
        for (const e of page.executions ?? []) yield { name: e.name ?? '', startedAt: e.startDate?.getTime() ?? 0 };
        nextToken = page.nextToken;
      } while (nextToken);
    },
    status: async (of) => {
      try {
        const { status } = await client.send(
          new DescribeExecutionCommand({ executionArn: executionArn(arn, executionName(of)) }),
        );
        return status === 'RUNNING' ? 'running' : 'ended';
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return 'unknown';
        throw error;
      }
    },
  };
};
