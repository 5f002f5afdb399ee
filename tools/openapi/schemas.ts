import * as z from 'zod';
import { COMPONENTS } from '../../contracts/components.ts';

export type Json = z.core.JSONSchema.BaseSchema;
/** Which way something goes over the wire: what whoever asks may give, or what whoever answers sends. */
type Way = 'input' | 'output';
/** What goes one way: of each form its schema, and the named parts these are made of. */
export type Schemas = Readonly<{ of: (form: z.ZodType) => Json; parts: Readonly<Record<string, Json>> }>;

const PLACE = '#/components/schemas/';
export const refTo = (name: string): Json => ({ $ref: `${PLACE}${name}` });

/**
 * What zod says that means something else to a reader of OpenAPI. `readOnly` is a word of TypeScript's here; an empty
 * list of items is none by the meta-schema; a reply may get further keys.
 */
const asRead = (way: Way) => (written: Readonly<{ jsonSchema: Json }>) => {
  const { jsonSchema: schema } = written;
  delete schema.readOnly;
  if (schema.prefixItems?.length === 0) delete schema.prefixItems;
  if (way === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
};

const CENTS = 'Whole euro cents.';
/** An amount says that it is one, where it is no `Cents` that says so itself. */
const inCents = (schema: Json): Json => {
  const { properties } = schema;
  if (properties === undefined) return schema;
  const told = Object.entries(properties).map(([key, of]): [string, Json | boolean] => {
    const isBare = key.endsWith('Cents') && typeof of === 'object' && of.$ref === undefined && of.anyOf === undefined;
    return [key, isBare ? { description: CENTS, ...of } : of];
  });
  return { ...schema, properties: Object.fromEntries(told) };
};

/** By its place in the document it is called, not by an address of its own. */
const withoutNames = (schema: Json): Json =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));

const partsIn = (schema: unknown): readonly string[] =>
  [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);
/** The parts that schemas are made of, and those that these are made of. */
const reached = (from: readonly unknown[], all: Readonly<Record<string, Json>>): ReadonlySet<string> => {
  const found = new Set<string>();
  let open = from.flatMap(partsIn);
  while (open.length > 0) {
    const fresh = [...new Set(open)].filter((name) => !found.has(name));
    for (const name of fresh) found.add(name);
    open = fresh.flatMap((name) => partsIn(all[name]));
  }
  return found;
};

/** The schemas of what goes one way. Throws where a form is none, or one that contains itself has no name. */
export const schemasOf = (way: Way, forms: readonly z.ZodType[]): Schemas => {
  const registry = z.registry<{ id: string }>();
  const words = new Map<string, string>();
  for (const [name, part] of Object.entries(COMPONENTS)) {
    const id = way === 'input' ? (part.given ?? name) : name;
    registry.add(part.form, { id });
    words.set(id, part.words);
  }
  const unnamed = forms.filter((form) => !registry.has(form));
  for (const [i, form] of [...new Set(unnamed)].entries()) registry.add(form, { id: `unnamed ${i}` });
  const { schemas } = z.toJSONSchema(registry, {
    io: way,
    uri: (id) => `${PLACE}${id}`,
    unrepresentable: 'throw',
    override: asRead(way),
  });
  if ('__shared' in schemas) throw new Error('a schema that contains itself is no component');
  const all = Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, inCents(withoutNames(schema))]));
  const of = (form: z.ZodType): Json => {
    const id = registry.get(form)?.id ?? '';
    return words.has(id) ? refTo(id) : (all[id] ?? {});
  };
  const parts = [...reached(forms.map(of), all)].map((name): [string, Json] => [
    name,
    { description: words.get(name) ?? '', ...all[name] },
  ]);
  return { of, parts: Object.fromEntries(parts) };
};

/** The parts of both ways together, in the order of their names. Throws where one is not the same both ways. */
export const partsOf = (...ways: readonly Schemas[]): Readonly<Record<string, Json>> => {
  const all = new Map<string, Json>();
  for (const [name, schema] of ways.flatMap(({ parts }) => Object.entries(parts))) {
    const known = all.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(`${name} is given in one form and answered in another: it needs a second name`);
    all.set(name, schema);
  }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
};
