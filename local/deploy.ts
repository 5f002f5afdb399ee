import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { OUTPUTS, type OutputName } from '../config/outputs.ts';
import { ACCOUNT, REGION, run, type Cloud } from './cloud.ts';

/** What the demo must know of its stage, whichever stack says it (config/outputs.ts). */
export type Outputs = Readonly<Record<OutputName, string>>;
const isOutput = (name: string): name is OutputName => Object.hasOwn(OUTPUTS, name);
const OUTPUT_NAMES = Object.keys(OUTPUTS).filter(isOutput);
const Told = z.record(z.string(), z.record(z.string(), z.string()));

/** From the file that `cdk deploy --outputs-file` writes: the outputs of each stack under its name. */
export const outputsIn = (file: unknown): Outputs => {
  const said = Object.values(Told.parse(file)).flatMap((stack) => Object.entries(stack));
  return z.record(z.enum(OUTPUT_NAMES), z.string()).parse(Object.fromEntries(said.filter(([name]) => isOutput(name))));
};

/** From a folder in which no app lies: it would be synthesised for nothing. */
export const bootstrap = (cloud: Cloud): Promise<void> =>
  run(cloud, 'cdk', ['bootstrap', `aws://${ACCOUNT}/${REGION}`], { cwd: cloud.folder });

/** Deploys the very app that goes to AWS, in the stage `demo`: every stack, each after those it stands on. */
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
  return outputsIn(JSON.parse(readFileSync(outputs, 'utf8')));
};
