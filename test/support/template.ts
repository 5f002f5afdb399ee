import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { STACKS, type StackName } from '../../config/outputs.ts';
import { stageOf, type Stage } from '../../config/stages.ts';
import { mahnwerk } from '../../lib/mahnwerk.ts';

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

/** A reference of one stack to another; a strong one keeps what it refers to from being removed. */
export type CrossReference = Readonly<{ from: StackName; to: StackName; what: string; strong: boolean }>;

const Synthesised = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), DeletionPolicy: z.string().optional() })),
  Outputs: z
    .record(z.string(), z.looseObject({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});
export type Synthesised = z.infer<typeof Synthesised>;

/** The template of each stack, as it is deployed. */
const templatesOf = (stacks: ReturnType<typeof mahnwerk>): Readonly<Record<StackName, Synthesised>> => {
  const of = (name: StackName): Synthesised => Synthesised.parse(Template.fromStack(stacks[name]).toJSON());
  return {
    Data: of('Data'),
    Identity: of('Identity'),
    Application: of('Application'),
    Api: of('Api'),
    Watch: of('Watch'),
  };
};

type Said = Readonly<{ by: StackName; what: string; value: unknown }>;
/** What every stack says, under the name by which another may take it. */
const saidBy = (stage: string, templates: Readonly<Record<StackName, Synthesised>>): ReadonlyMap<string, Said> =>
  new Map(
    STACKS.flatMap((by) =>
      Object.entries(templates[by].Outputs).flatMap(([what, { Value: value, Export }]) =>
        [`Mahnwerk-${stage}-${by}.${what}`, Export?.Name ?? ''].map((key) => [key, { by, what, value }] as const),
      ),
    ),
  );

const Strong = z.object({ 'Fn::ImportValue': z.string() }).transform((r) => r['Fn::ImportValue']);
const Weak = z
  .object({ 'Fn::GetStackOutput': z.object({ StackName: z.string(), OutputName: z.string() }) })
  .transform(({ 'Fn::GetStackOutput': r }) => `${r.StackName}.${r.OutputName}`);

/** A value with what it takes from other stacks put in, as if there were only one; `taken` is told of each. */
const resolved = (value: unknown, taken: (key: string, strong: boolean) => unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((v) => resolved(v, taken));
  const strong = Strong.safeParse(value);
  if (strong.success) return resolved(taken(strong.data, true), taken);
  const weak = Weak.safeParse(value);
  if (weak.success) return resolved(taken(weak.data, false), taken);
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, resolved(v, taken)]));
};

/** All stacks as one: their resources, and what one takes of another. */
const together = (stage: string, templates: Readonly<Record<StackName, Synthesised>>) => {
  const said = saidBy(stage, templates);
  const references: CrossReference[] = [];
  const resources = STACKS.flatMap((from) =>
    Object.entries(templates[from].Resources).map(([id, resource]) => {
      const taken = (key: string, strong: boolean): unknown => {
        const found = said.get(key);
        if (!found) throw new Error(`${from} takes ${key}, which no stack says`);
        references.push({ from, to: found.by, what: found.what, strong });
        return found.value;
      };
      return [id, resolved(resource, taken)] as const;
    }),
  );
  const Resources = Object.fromEntries(resources);
  if (Object.keys(Resources).length < resources.length) throw new Error('two stacks have a resource of one name');
  return { template: Template.fromJSON({ Resources }), references };
};

/**
 * The whole app of a stage as a test asks it: the resources of all its stacks by type, what they refer to across all
 * stacks, what a policy allows whom; and each stack for itself.
 */
export const aTemplate = (name: Stage['name']) => {
  const app = new App();
  const stacks = mahnwerk(app, stageOf(name));
  const templates = templatesOf(stacks);
  const { template, references } = together(name, templates);
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
  return { app, stacks, templates, references, handlers: stacks.Application.handlers, template, all };
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
