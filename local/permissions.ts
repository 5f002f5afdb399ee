import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetRolePolicyCommand, IAMClient, ListRolePoliciesCommand, ListRolesCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import * as z from 'zod';
import { awsConfig } from './client.ts';
import type { Check } from './checks.ts';
import { playDemo } from './demo.ts';
import { example, type Running } from './stage.ts';
import type { Told } from './story.ts';

const Policy = z.object({ Version: z.string(), Statement: z.array(z.looseObject({ Action: z.union([z.string(), z.array(z.string())]) })) });

/** Takes one action from a role that needs it. */
const takeAway = async ({ cloud }: Running, role: RegExp, action: string): Promise<void> => {
  const iam = new IAMClient(awsConfig(cloud));
  const found = (await iam.send(new ListRolesCommand({ MaxItems: 1000 }))).Roles?.find((r) => role.test(r.RoleName ?? ''))?.RoleName;
  if (!found) throw new Error(`no role like ${String(role)}`);
  for (const PolicyName of (await iam.send(new ListRolePoliciesCommand({ RoleName: found }))).PolicyNames ?? []) {
    const { PolicyDocument } = await iam.send(new GetRolePolicyCommand({ RoleName: found, PolicyName }));
    const policy = Policy.parse(JSON.parse(decodeURIComponent(PolicyDocument ?? '{}')));
    const Statement = policy.Statement.map((s) => ({ ...s, Action: [s.Action].flat().filter((a) => a !== action) })).filter((s) => s.Action.length > 0);
    await iam.send(new PutRolePolicyCommand({ RoleName: found, PolicyName, PolicyDocument: JSON.stringify({ ...policy, Statement }) }));
  }
};

/** Plays the story with every permission enforced, then takes a needed one away and hands one more claim over. */
export const playPermissions = async (of: { folder: string; say: (text: string) => void }): Promise<{ whole: Check[]; withoutPermission: string }> => {
  let withoutPermission = '';
  const afterwards = async (running: Running, told: Told): Promise<void> => {
    await takeAway(running, /ClaimsRole/, 'dynamodb:PutItem');
    const body = { ...z.record(z.string(), z.unknown()).parse(JSON.parse(example('laedchen-claim-1.json').toString('utf8'))), invoiceNumber: 'LO-2026-99' };
    const reply = await told.apis.LAD.call('POST', '/v1/claims', body);
    const log = readFileSync(join(running.cloud.folder, 'ministack.log'), 'utf8');
    withoutPermission = reply.status === 500 ? `500 ${/AccessDenied\w*/.exec(log)?.[0] ?? reply.text}` : `${reply.status} ${reply.text}`;
  };
  const { checks } = await playDemo({ folder: of.folder, short: true, enforce: true, say: of.say, afterwards });
  return { whole: checks, withoutPermission };
};

if (process.argv[1] === import.meta.filename) console.log(await playPermissions({ folder: join(import.meta.dirname, '../out/e2e-iam'), say: (text) => { console.log(text); } }));
