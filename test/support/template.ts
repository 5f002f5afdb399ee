import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { stageOf, type Stage } from '../../config/stages.ts';
import { MahnwerkStack } from '../../lib/mahnwerk-stack.ts';

const Resource = z.looseObject({ Properties: z.record(z.string(), z.unknown()).default({}) });
const Statement = z.looseObject({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]).transform((a) => [a].flat()),
  Principal: z.unknown().optional(),
  Resource: z.unknown().optional(),
  Condition: z.unknown().optional(),
});
const Document = z.object({ Statement: z.array(Statement) });
export type Statement = z.infer<typeof Statement>;
export type Found = Readonly<{ id: string; properties: Readonly<Record<string, unknown>> }>;

/** A synthesised stack as a test asks it: resources by type, what they refer to, what a policy allows whom. */
export const aTemplate = (name: Stage['name']) => {
  const stack = new MahnwerkStack(new App(), 'Test', { stage: stageOf(name), env: { region: 'eu-central-1' } });
  const template = Template.fromStack(stack);
  const known = new Map<string, Found[]>();
  const read = (type: string): Found[] =>
    Object.entries(z.record(z.string(), Resource).parse(template.findResources(type))).map(([id, { Properties }]) => ({
      id,
      properties: Properties,
    }));
  const all = (type: string): Found[] => {
    const found = known.get(type) ?? read(type);
    known.set(type, found);
    return found;
  };
  return { stack, template, all };
};

/** The logical id behind `{Ref}` or `{Fn::GetAtt}`; null for anything else. */
export const refersTo = (value: unknown): string | null => {
  const parsed = z
    .union([
      z.object({ Ref: z.string() }).transform((r) => r.Ref),
      z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((g) => g['Fn::GetAtt'][0]),
    ])
    .safeParse(value);
  return parsed.success ? parsed.data : null;
};
/** All logical ids anywhere below a value. */
export const mentions = (value: unknown): string[] => {
  const id = refersTo(value);
  if (id !== null) return [id];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(mentions) : [];
};

export const statementsOf = (policy: unknown): Statement[] => Document.parse(policy).Statement;
/** Whether a policy lets a service of AWS do something. */
export const allows = (policy: unknown, service: string, action: RegExp): boolean =>
  statementsOf(policy).some(
    (s) =>
      s.Effect === 'Allow' &&
      JSON.stringify(s.Principal ?? '').includes(`"${service}"`) &&
      s.Action.some((a) => action.test(a)),
  );
