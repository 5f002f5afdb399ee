import { executionArn, machineArn } from '../../../adapters/sfn/arns.ts';

const MACHINE = 'arn:aws:states:eu-central-1:000000000000:stateMachine:Mahnlauf';

test.each([MACHINE, `${MACHINE}:7`, `${MACHINE}:live`])('%s is a way to the machine itself', (arn) => {
  expect(machineArn(arn)).toBe(MACHINE);
  expect(executionArn(arn, 'MUS-4F7K-2QXR-F1-g1')).toBe(
    'arn:aws:states:eu-central-1:000000000000:execution:Mahnlauf:MUS-4F7K-2QXR-F1-g1',
  );
});
