import { join } from 'node:path';
import {
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { ListExecutionsCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { awsConfig } from './client.ts';
import type { Check } from './checks.ts';
import { playDemo } from './demo.ts';
import { payOut, runSweep, type Running } from './stage.ts';

const Policy = z.object({
  Version: z.string(),
  Statement: z.array(z.looseObject({ Action: z.union([z.string(), z.array(z.string())]) })),
});

/** Takes one action from a role that needs it. */
const takeAway = async ({ cloud }: Running, role: RegExp, action: string): Promise<void> => {
  const iam = new IAMClient(awsConfig(cloud));
  const found = (await iam.send(new ListRolesCommand({ MaxItems: 1000 }))).Roles?.find((r) =>
    role.test(r.RoleName ?? ''),
  )?.RoleName;
  if (!found) throw new Error(`no role like ${String(role)}`);
  for (const PolicyName of (await iam.send(new ListRolePoliciesCommand({ RoleName: found }))).PolicyNames ?? []) {
    const { PolicyDocument } = await iam.send(new GetRolePolicyCommand({ RoleName: found, PolicyName }));
    const policy = Policy.parse(JSON.parse(decodeURIComponent(PolicyDocument ?? '{}')));
    const Statement = policy.Statement.map((s) => ({
      ...s,
      Action: [s.Action].flat().filter((a) => a !== action),
    })).filter((s) => s.Action.length > 0);
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: found,
        PolicyName,
        PolicyDocument: JSON.stringify({ ...policy, Statement }),
      }),
    );
  }
};

/** Somebody stops an execution in the console. */
const stopOne = async ({ cloud, outputs }: Running): Promise<void> => {
  const sfn = new SFNClient(awsConfig(cloud));
  const { executions } = await sfn.send(
    new ListExecutionsCommand({ stateMachineArn: outputs.StateMachineArn, statusFilter: 'RUNNING', maxResults: 1 }),
  );
  await sfn.send(new StopExecutionCommand({ executionArn: executions?.[0]?.executionArn ?? '' }));
};

/** Plays the story with every permission enforced, lets the sweep bring a stopped execution back, then takes a needed permission away and runs the payout once more. */
export const playPermissions = async (of: {
  folder: string;
  say: (text: string) => void;
}): Promise<{ whole: Check[]; swept: Awaited<ReturnType<typeof runSweep>>; withoutPermission: string }> => {
  let [withoutPermission, swept]: [string, Awaited<ReturnType<typeof runSweep>>] = ['', {}];
  const afterwards = async (running: Running): Promise<void> => {
    await stopOne(running);
    swept = await runSweep(running);
    await takeAway(running, /RunPayoutRole/, 's3:PutObject');
    withoutPermission = await payOut(running, '2026-05').then(
      () => 'nothing missed it',
      (error: unknown) => String(error),
    );
  };
  const { checks } = await playDemo({ folder: of.folder, short: true, enforce: true, say: of.say, afterwards });
  return { whole: checks, swept, withoutPermission };
};

if (process.argv[1] === import.meta.filename)
  console.log(
    await playPermissions({
      folder: join(import.meta.dirname, '../out/e2e-iam'),
      say: (text) => {
        console.log(text);
      },
    }),
  );
