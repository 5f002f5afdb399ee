import * as z from 'zod';

/** What is asked of the table, as IAM is told of it; `keys`: the partition keys it names, null where it names none. */
export type TableRequest = Readonly<{ action: string; on: 'table' | 'index'; keys: readonly string[] | null }>;

const Values = z.union([z.string(), z.array(z.string())]).transform((v) => [v].flat());
/** Only what our policies use: any other operator or key is a fault, so that nothing is judged without being known. */
const Condition = z
  .strictObject({
    'ForAllValues:StringLike': z.strictObject({ 'dynamodb:LeadingKeys': Values }).optional(),
    Null: z.strictObject({ 'dynamodb:LeadingKeys': z.enum(['true', 'false']) }).optional(),
  })
  .default({});
export const TableStatement = z.strictObject({
  Effect: z.enum(['Allow', 'Deny']),
  Action: Values,
  Resource: z.unknown(),
  Condition,
});
export type TableStatement = z.infer<typeof TableStatement>;

/** Which keys a statement is about. */
export const patternsOf = ({ Condition: condition }: TableStatement): readonly string[] =>
  condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];

/** Whether a text is like a pattern of IAM: `*` any text, also none; `?` one character; case counts. */
export const isLike = (text: string, pattern: string): boolean => {
  const parts = [...pattern].map((char) => ({ '*': '.*', '?': '.' })[char] ?? char.replace(/[\\^$.|+()[\]{}]/, '\\$&'));
  return new RegExp(`^${parts.join('')}$`, 'su').test(text);
};

/** `ForAllValues`: every key of the request is like one of the patterns; true where there is no key at all. */
const areAllLike = (keys: TableRequest['keys'], patterns: readonly string[]): boolean =>
  (keys ?? []).every((key) => patterns.some((pattern) => isLike(key, pattern)));

const isMet = (condition: TableStatement['Condition'], keys: TableRequest['keys']): boolean => {
  const patterns = condition['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  const isNull = condition.Null?.['dynamodb:LeadingKeys'];
  return (
    (patterns === undefined || areAllLike(keys, patterns)) &&
    (isNull === undefined || (keys === null) === (isNull === 'true'))
  );
};
/** A resource of a template as text: the table, or its index. */
const isAbout = (resource: unknown, on: TableRequest['on']): boolean =>
  /\/index\/GSI1"/.test(JSON.stringify(resource)) === (on === 'index');

const applies = ({ Action, Resource, Condition: condition }: TableStatement, request: TableRequest): boolean =>
  Action.some((action) => isLike(request.action, action)) &&
  isAbout(Resource, request.on) &&
  isMet(condition, request.keys);

/** As IAM decides: something allows it, and nothing denies it. Each statement is asked for itself, for all the keys. */
export const isAllowed = (statements: readonly TableStatement[], request: TableRequest): boolean => {
  const found = statements.filter((statement) => applies(statement, request)).map(({ Effect }) => Effect);
  return found.includes('Allow') && !found.includes('Deny');
};
