import { INDEX_PARTITIONS, PARTITIONS } from '../../config/partitions.ts';
import { TableStatement, isAllowed, isLike } from '../support/iam.ts';

const ALL = { ...PARTITIONS, ...INDEX_PARTITIONS };
const KEYS = [
  PARTITIONS.akte.of('MUS', 'MUS-4F7K-2QXR'),
  PARTITIONS.calls.of('MU'),
  PARTITIONS.creditor.of('MU'),
  PARTITIONS.creditor.of('MUSTER'),
  PARTITIONS.lots.of('MUS', '2026-03-27-0a1b2c3d4e'),
  PARTITIONS.requests.of('MUS', '0a1b'),
  PARTITIONS.requests.of(null, '0a1b'),
  PARTITIONS.people.of('0a1b'),
  PARTITIONS.clients.of('1abc'),
  PARTITIONS.subs.of('1abc'),
  PARTITIONS.procedures.of('standard'),
  PARTITIONS.timers.of('07'),
  PARTITIONS.clarifications.of(),
  PARTITIONS.once.of('payout C#MUS#A#x'),
  PARTITIONS.bankLines.of('0a1b'),
  PARTITIONS.mails.of('MUS-4F7K-2QXR-M1'),
  INDEX_PARTITIONS.aktenByDay.of('MUS'),
  INDEX_PARTITIONS.handOversByTime.of('MU'),
  INDEX_PARTITIONS.clarificationsByState.of('Klärung'),
  INDEX_PARTITIONS.creditors.of(),
  INDEX_PARTITIONS.openProposals.of(),
];

test('a key is of one family, and of every family there is a key', () => {
  const families = KEYS.map((key) =>
    Object.entries(ALL)
      .filter(([, { patterns }]) => patterns.some((pattern) => isLike(key, pattern)))
      .map(([name]) => name),
  );
  for (const [n, of] of families.entries()) expect([KEYS[n], of]).toEqual([KEYS[n], [expect.any(String)]]);
  expect([...new Set(families.flat())].toSorted()).toEqual(Object.keys(ALL).toSorted());
});

test('a pattern takes the whole of a key, and letters as they are', () => {
  expect(isLike('C#MUS', 'C#???')).toBe(true);
  expect(isLike('C#MUS#A', 'C#???')).toBe(false);
  expect(isLike('xC#MUS', 'C#???')).toBe(false);
  expect(isLike('client#1', 'CLIENT#*')).toBe(false);
  expect(isLike('ONCE#', 'ONCE#*')).toBe(true);
  expect(isLike('ONCE#a\nb', 'ONCE#*')).toBe(true);
  expect(isLike('A+B', 'A+B')).toBe(true);
});

describe('as IAM reads a statement', () => {
  const statement = (more: object) =>
    TableStatement.parse({ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: 'table', ...more });
  const asks = (keys: readonly string[] | null) => ({ action: 'dynamodb:PutItem', on: 'table', keys }) as const;
  const all = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['A#*', 'B'] } };
  const told = { ...all, Null: { 'dynamodb:LeadingKeys': 'false' } };

  test('all keys of a request are like one of its patterns', () => {
    const allow = [statement({ Condition: told })];
    expect(isAllowed(allow, asks(['A#1', 'B']))).toBe(true);
    expect(isAllowed(allow, asks(['A#1', 'C']))).toBe(false);
    expect(isAllowed(allow, { ...asks(['B']), action: 'dynamodb:Scan' })).toBe(false);
    expect(isAllowed(allow, { ...asks(['B']), on: 'index' })).toBe(false);
  });
  test('without the null check a request that names no key passes', () => {
    expect(isAllowed([statement({ Condition: all })], asks(null))).toBe(true);
    expect(isAllowed([statement({ Condition: told })], asks(null))).toBe(false);
  });
  test('two statements do not share the keys of a request; what is denied is not allowed', () => {
    const of = (pattern: string, Effect = 'Allow') =>
      statement({ Effect, Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': pattern } } });
    expect(isAllowed([of('A'), of('B')], asks(['A', 'B']))).toBe(false);
    expect(isAllowed([of('*'), of('A', 'Deny')], asks(['A']))).toBe(false);
  });
  test('a condition that is not known is not judged', () => {
    expect(() => statement({ Condition: { StringEquals: {} } })).toThrow();
  });
});
