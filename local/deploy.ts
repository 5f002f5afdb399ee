import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ACCOUNT, REGION, run, type Cloud } from './cloud.ts';

const Outputs = z.object({
  ApiUrl: z.string(),
  UserPoolId: z.string(),
  OperatorClientId: z.string(),
  TableName: z.string(),
  BucketName: z.string(),
  StateMachineArn: z.string(),
  PostSecret: z.string(),
  PayoutFunction: z.string(),
  SweepFunction: z.string(),
  CalendarTable: z.string(),
});
export type Outputs = z.infer<typeof Outputs>;

/** From a folder in which no app lies: it would be synthesised for nothing. */
export const bootstrap = (cloud: Cloud): Promise<void> =>
  run(cloud, 'cdk', ['bootstrap', `aws://${ACCOUNT}/${REGION}`], { cwd: cloud.folder });

/** Deploys the very app that goes to AWS, in the stage `demo`. */
export const deploy = async (cloud: Cloud): Promise<Outputs> => {
  const outputs = join(cloud.folder, 'outputs.json');
  await run(cloud, 'cdk', [
    'deploy',
    '--all',
    '--require-approval',
    'never',
    '--outputs-file',
    outputs,
    '-o',
    join(cloud.folder, 'cdk.out'),
    '-c',
    'stage=demo',
  ]);
  return Outputs.parse(
    Object.values(z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(outputs, 'utf8'))))[0],
  );
};
