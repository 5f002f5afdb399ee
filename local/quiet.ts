import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
  type ExecutionStatus,
} from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { awsConfig } from './client.ts';
import type { Cloud } from './cloud.ts';
import type { Outputs } from './deploy.ts';

type Execution = Readonly<{ name: string; status: string; arn: string }>;
type Where = Readonly<{ cloud: Pick<Cloud, 'endpoint'>; outputs: Pick<Outputs, 'StateMachineArn'> }>;

/** Executions by name and status, page by page; all of them, or those of one status. */
export const executions = async (
  { cloud, outputs }: Where,
  statusFilter?: ExecutionStatus,
): Promise<readonly Execution[]> => {
  const sfn = new SFNClient(awsConfig(cloud));
  const found: Execution[] = [];
  let nextToken: string | undefined;
  do {
    const page = await sfn.send(
      new ListExecutionsCommand({
        stateMachineArn: outputs.StateMachineArn,
        maxResults: 1000,
        ...(statusFilter ? { statusFilter } : {}),
        ...(nextToken ? { nextToken } : {}),
      }),
    );
    for (const { name = '', status = '', executionArn: arn = '' } of page.executions ?? [])
      found.push({ name, status, arn });
    nextToken = page.nextToken;
  } while (nextToken);
  return found;
};

/** What an execution says when it lies down in a Wait: the day on which it next has something to do. */
const Resting = z.object({ frist: z.string().regex(/^\d\d\.\d\d\.\d{4}$/) });
const isoOf = (frist: string): string => frist.split('.').reverse().join('-');
const restingUntil = (input: string | undefined): string | null => {
  const said = Resting.safeParse(JSON.parse(input ?? 'null'));
  return said.success ? isoOf(said.data.frist) : null;
};

/**
 * Somebody who is still at work, or has not woken yet although its day has come; `event` changes with whatever it does.
 */
export type Busy = Readonly<{ name: string; doing: string; event: number }>;

/**
 * Looks who is still busy on a day (ISO): null where every execution has ended or sleeps until a later one. What sleeps
 * is asked once, not each day.
 */
export const watchExecutions = (where: Where): ((today: string) => Promise<Busy | null>) => {
  const sfn = new SFNClient(awsConfig(where.cloud));
  const sleeping = new Map<string, string>();
  const look = async ({ name, arn }: Execution, today: string): Promise<Busy | null> => {
    const { events = [] } = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn: arn, reverseOrder: true, maxResults: 1 }),
    );
    const [last] = events;
    const until = last?.type === 'WaitStateEntered' ? restingUntil(last.stateEnteredEventDetails?.input) : null;
    if (until !== null && until > today) {
      sleeping.set(name, until);
      return null;
    }
    return { name, doing: last?.stateEnteredEventDetails?.name ?? last?.type ?? 'nichts', event: last?.id ?? 0 };
  };
  return async (today) => {
    for (;;) {
      // Only a list taken after everybody has been asked proves anything: who was asked may have begun another
      // execution.
      const running = await executions(where, 'RUNNING');
      const doubtful = running.filter(({ name }) => (sleeping.get(name) ?? '') <= today);
      if (doubtful.length === 0) return null;
      for (const execution of doubtful) {
        const busy = await look(execution, today);
        if (busy) return busy;
      }
    }
  };
};
