import {
  CreateStateMachineCommand,
  CreateStateMachineAliasCommand,
  PublishStateMachineVersionCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoClarifications, dynamoTimers } from '../../adapters/dynamodb/timers.ts';
import { stepFunctionsExecutions } from '../../adapters/sfn/executions.ts';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { ClaimId } from '../../domain/ids.ts';
import { awsConfig } from '../../local/client.ts';
import { AKTE } from '../support/akte.ts';
import { aCloud, createTable } from '../support/cloud.ts';
import { clarificationsContract, timersContract } from '../support/timer-contracts.ts';
import { memoryTimers } from '../../simulator/agency/timers.ts';

const { cloud } = aCloud();
const open = () => openTable('Table', awsConfig(cloud()));
const now = () => new Date('2026-03-02T08:00:00Z');

beforeAll(async () => {
  await createTable(cloud());
});

describe('timers on DynamoDB', () => {
  timersContract(() => dynamoTimers(open(), now));
});
describe('clarifications on DynamoDB', () => {
  clarificationsContract(() => dynamoClarifications(open(), now));
});

describe('executions on Step Functions', () => {
  const began = Date.now();
  const F1 = ClaimId.parse('F1');
  const of = (generation: number) => ({ akte: AKTE, claim: F1, generation });
  const running = async (arn: string): Promise<string[]> => {
    const found = [];
    for await (const e of stepFunctionsExecutions(arn, awsConfig(cloud())).running()) {
      // Whole seconds, perhaps; nothing here began before this file did, and nothing begins later than now.
      expect(e.startedAt).toBeGreaterThanOrEqual(began - 1_000);
      expect(e.startedAt).toBeLessThanOrEqual(Date.now());
      found.push(e.name);
    }
    return found;
  };

  test('what runs is listed, what was stopped has ended, what never was is unknown; through an alias, too', async () => {
    const sfn = new SFNClient(awsConfig(cloud()));
    const definition = JSON.stringify({
      QueryLanguage: 'JSONata',
      StartAt: 'Frist',
      States: { Frist: { Type: 'Wait', Seconds: 600, End: true } },
    });
    const { stateMachineArn = '' } = await sfn.send(
      new CreateStateMachineCommand({ name: 'waiting', definition, roleArn: 'arn:aws:iam::000000000000:role/any' }),
    );
    const { stateMachineVersionArn = '' } = await sfn.send(new PublishStateMachineVersionCommand({ stateMachineArn }));
    const { stateMachineAliasArn = '' } = await sfn.send(
      new CreateStateMachineAliasCommand({
        name: 'live',
        routingConfiguration: [{ stateMachineVersionArn, weight: 100 }],
      }),
    );
    const timers = memoryTimers();
    const workflows = stepFunctions(stateMachineAliasArn, timers, awsConfig(cloud()));
    const executions = stepFunctionsExecutions(stateMachineAliasArn, awsConfig(cloud()));
    await workflows.start(AKTE, F1, 1);
    await workflows.start(AKTE, F1, 1);
    await stepFunctions(stateMachineArn, timers, awsConfig(cloud())).start(AKTE, F1, 2);
    expect([
      (await running(stateMachineAliasArn)).sort(),
      await executions.status(of(1)),
      await executions.status(of(3)),
    ]).toEqual([[`${AKTE}-F1-g1`, `${AKTE}-F1-g2`], 'running', 'unknown']);
    expect(timers.lines.get(`${AKTE}-F1`)).toEqual(of(2));
    for (let twice = 0; twice < 2; twice++) await workflows.stop(AKTE, F1, 1);
    expect([await running(stateMachineArn), await executions.status(of(1))]).toEqual([[`${AKTE}-F1-g2`], 'ended']);
    await workflows.stop(AKTE, F1, 2);
  });
});
