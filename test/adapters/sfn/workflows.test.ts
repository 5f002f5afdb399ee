import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { stepFunctions } from '../../../adapters/sfn/workflows.ts';
import { Unavailable } from '../../../domain/faults.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { AKTE } from '../../support/akte.ts';

const client = mockClient(SFNClient);
const ARN = 'arn:aws:states:eu-central-1:000000000000:stateMachine:Mahnlauf:live';
const F1 = ClaimId.parse('F1');
let done: string[] = [];
const workflows = () =>
  stepFunctions(
    ARN,
    {
      note: async ({ akte, claim, generation }) => {
        done.push(`noted ${akte}-${claim}-g${generation}`);
      },
    },
    { region: 'eu-central-1' },
  );
beforeEach(() => {
  client.reset();
  done = [];
});

test('an execution is noted before it is started, so that the sweep misses it where it is lost', async () => {
  client.on(StartExecutionCommand).callsFake(({ name }: { name: string }) => {
    done.push(`started ${name}`);
    return {};
  });
  await workflows().start(AKTE, F1, 2);
  expect(done).toEqual([`noted ${AKTE}-F1-g2`, `started ${AKTE}-F1-g2`]);
  expect(client.commandCalls(StartExecutionCommand)[0]?.args[0].input).toMatchObject({
    stateMachineArn: ARN,
    input: JSON.stringify({ akte: AKTE, claim: 'F1', generation: 2 }),
  });
});
test('started twice is started once; what keeps it from starting is told', async () => {
  client.on(StartExecutionCommand).rejectsOnce(new ExecutionAlreadyExists({ message: 'x', $metadata: {} }));
  await expect(workflows().start(AKTE, F1, 2)).resolves.toBeUndefined();
  client.on(StartExecutionCommand).rejects(new Error('x'));
  await expect(workflows().start(AKTE, F1, 2)).rejects.toThrow('x');
});

test('an execution is stopped under its own name, with a reason that a person reads', async () => {
  client.on(StopExecutionCommand).resolves({});
  await workflows().stop(AKTE, F1, 1);
  expect(client.commandCalls(StopExecutionCommand)[0]?.args[0].input).toEqual({
    executionArn: `arn:aws:states:eu-central-1:000000000000:execution:Mahnlauf:${AKTE}-F1-g1`,
    error: 'Abgelöst',
    cause: 'Eine jüngere Ausführung führt die Forderung weiter.',
  });
});
test.each([
  ['one that never was', new ExecutionDoesNotExist({ message: 'x', $metadata: {} })],
  ['one that is over', Object.assign(new Error('x'), { name: 'ValidationException' })],
  ['one while AWS has no time', new Unavailable('x')],
])('to stop %s is tidying up, and no fault', async (_, error) => {
  client.on(StopExecutionCommand).rejects(error);
  await expect(workflows().stop(AKTE, F1, 1)).resolves.toBeUndefined();
});
test('without the right to stop somebody must hear of it', async () => {
  client.on(StopExecutionCommand).rejects(Object.assign(new Error('x'), { name: 'AccessDeniedException' }));
  await expect(workflows().stop(AKTE, F1, 1)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
