import { join } from 'node:path';
import {
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
  type PutRolePolicyCommandInput,
} from '@aws-sdk/client-iam';
import { InvokeCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListExecutionsCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { API } from '../contracts/api.ts';
import { awsConfig } from './client.ts';
import type { Check } from './checks.ts';
import { playDemo } from './demo.ts';
import { eventually } from './eventually.ts';
import { mahnwerk } from './command.ts';
import { camt053 } from './payments.ts';
import { filing, payOut, runSweep, type Running } from './stage.ts';

const Policy = z.object({
  Version: z.string(),
  Statement: z.array(z.looseObject({ Action: z.union([z.string(), z.array(z.string())]) })),
});

/** Takes one action from a role that needs it; what it answers gives it back. */
const takeAway = async ({ cloud }: Running, role: RegExp, action: string): Promise<() => Promise<void>> => {
  const before: PutRolePolicyCommandInput[] = [];
  const iam = new IAMClient(awsConfig(cloud));
  const found = (await iam.send(new ListRolesCommand({ MaxItems: 1000 }))).Roles?.find((r) =>
    role.test(r.RoleName ?? ''),
  )?.RoleName;
  if (!found) throw new Error(`no role like ${String(role)}`);
  for (const PolicyName of (await iam.send(new ListRolePoliciesCommand({ RoleName: found }))).PolicyNames ?? []) {
    const { PolicyDocument } = await iam.send(new GetRolePolicyCommand({ RoleName: found, PolicyName }));
    const policy = Policy.parse(JSON.parse(decodeURIComponent(PolicyDocument ?? '{}')));
    before.push({ RoleName: found, PolicyName, PolicyDocument: JSON.stringify(policy) });
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
  return async () => {
    for (const policy of before) await iam.send(new PutRolePolicyCommand(policy));
  };
};

/** Calls a function as a rule does, without waiting for its answer. */
const callLater = async ({ cloud }: Running, named: RegExp, event: unknown): Promise<void> => {
  const lambda = new LambdaClient(awsConfig(cloud));
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({ MaxItems: 1000 }));
  const FunctionName = Functions.find((f) => named.test(f.FunctionName ?? ''))?.FunctionName;
  if (!FunctionName) throw new Error(`no function like ${String(named)}`);
  const Payload = new TextEncoder().encode(JSON.stringify(event));
  await lambda.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }));
};

/**
 * A bank statement comes while its function may not read it, and fails for good; when it may, our own people have it
 * done again.
 */
const loseAndDoAgain = async (running: Running): Promise<string[]> => {
  const files = filing(running);
  const key = 'bank/verloren.xml';
  const giveBack = await takeAway(running, /BankStatementArrivedRole/, 's3:GetObject');
  const line = { id: 'verloren-1', cents: 12_34, text: 'gehört zu nichts', payer: 'Unbekannt' };
  const day = running.calendar.dateOf(running.calendar.dayNumber());
  await files.put(key, camt053({ iban: 'DE02120300000000202051', day, lines: [line] }));
  // Once more by hand: a rule of the local cloud tries once only, and what fails then is gone (docs/local-cloud.md).
  await callLater(running, /BankStatementArrived/, { detail: { object: { key } } });
  await eventually(async () => {
    const { failures } = await running.operator.call(API.failures.list, {});
    return failures.some((f) => f.source === 'bank')
      ? { answer: true }
      : { still: 'den Kontoauszug unter den gescheiterten Ereignissen' };
  });
  await giveBack();
  await mahnwerk(running, ['betrieb', 'nachholen', 'bank']);
  return eventually(async () => {
    const beside = (await files.list('bank/verloren')).filter((found) => found !== key);
    return beside.length > 0 ? { answer: beside } : { still: 'das Ergebnis neben dem Kontoauszug' };
  });
};

/** Somebody stops an execution in the console. */
const stopOne = async ({ cloud, outputs }: Running): Promise<void> => {
  const sfn = new SFNClient(awsConfig(cloud));
  const { executions } = await sfn.send(
    new ListExecutionsCommand({ stateMachineArn: outputs.StateMachineArn, statusFilter: 'RUNNING', maxResults: 1 }),
  );
  await sfn.send(new StopExecutionCommand({ executionArn: executions?.[0]?.executionArn ?? '' }));
};

/** `doneAgain`: what booking a bank statement left beside it, after it had failed for good once. */
type Enforced = Readonly<{
  whole: Check[];
  swept: Awaited<ReturnType<typeof runSweep>>;
  doneAgain: string[];
  withoutPermission: string;
}>;
/**
 * Plays the story with every permission enforced, lets the sweep bring a stopped execution back, has a bank statement
 * done again that failed, then takes a needed permission away and runs the payout once more.
 */
export const playPermissions = async (of: { folder: string; say: (text: string) => void }): Promise<Enforced> => {
  let doneAgain: string[] = [];
  let withoutPermission = '';
  let swept: Awaited<ReturnType<typeof runSweep>> = {};
  const afterwards = async (running: Running): Promise<void> => {
    await stopOne(running);
    swept = await runSweep(running);
    doneAgain = await loseAndDoAgain(running);
    await takeAway(running, /RunPayoutRole/, 's3:PutObject');
    withoutPermission = await payOut(running, '2026-05').then(
      () => 'nothing missed it',
      (error: unknown) => String(error),
    );
  };
  const { checks } = await playDemo({ folder: of.folder, short: true, enforce: true, say: of.say, afterwards });
  return { whole: checks, swept, doneAgain, withoutPermission };
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
