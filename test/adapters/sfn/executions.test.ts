import { DescribeExecutionCommand, ExecutionDoesNotExist, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { stepFunctionsExecutions } from '../../../adapters/sfn/executions.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { AKTE } from '../../support/akte.ts';

const client = mockClient(SFNClient);
const ARN = 'arn:aws:states:eu-central-1:000000000000:stateMachine:Mahnlauf:live';
const executions = stepFunctionsExecutions(ARN, { region: 'eu-central-1' });
const of = { akte: AKTE, claim: ClaimId.parse('F1'), generation: 2 };
beforeEach(() => client.reset());

test('what runs is listed page by page, of the machine whichever version it was started through', async () => {
  const startDate = new Date('2026-03-02T08:00:00Z');
  const one = (name: string) => ({
    name,
    startDate,
    executionArn: 'x',
    stateMachineArn: 'x',
    status: 'RUNNING' as const,
  });
  client
    .on(ListExecutionsCommand)
    .resolvesOnce({ executions: [one('a'), one('b')], nextToken: 't' })
    .resolves({ executions: [one('c')] });
  const found: string[] = [];
  for await (const { name, startedAt } of executions.running()) {
    expect(startedAt).toBe(startDate.getTime());
    found.push(name);
  }
  expect(found).toEqual(['a', 'b', 'c']);
  const inputs = client.commandCalls(ListExecutionsCommand).map((call) => call.args[0].input);
  expect(inputs.map(({ nextToken }) => nextToken)).toEqual([undefined, 't']);
  for (const { stateMachineArn, statusFilter } of inputs)
    expect([stateMachineArn, statusFilter]).toEqual([ARN.replace(':live', ''), 'RUNNING']);
});

test.each([
  ['RUNNING', 'running'],
  ['SUCCEEDED', 'ended'],
  ['FAILED', 'ended'],
  ['ABORTED', 'ended'],
] as const)('one that is %s is %s', async (status, told) => {
  client.on(DescribeExecutionCommand).resolves({ status });
  expect(await executions.status(of)).toBe(told);
  expect(client.commandCalls(DescribeExecutionCommand)[0]?.args[0].input.executionArn).toMatch(/:Mahnlauf:.*-F1-g2$/);
});
test('one that never was is unknown; that AWS has no time is no answer', async () => {
  client.on(DescribeExecutionCommand).rejectsOnce(new ExecutionDoesNotExist({ message: 'x', $metadata: {} }));
  expect(await executions.status(of)).toBe('unknown');
  client.on(DescribeExecutionCommand).rejects(Object.assign(new Error('x'), { name: 'ThrottlingException' }));
  await expect(executions.status(of)).rejects.toMatchObject({ name: 'ThrottlingException' });
});
