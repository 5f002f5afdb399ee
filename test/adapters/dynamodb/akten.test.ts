import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoAkten, Entry } from '../../../adapters/dynamodb/akten.ts';
import { dynamoBankLines } from '../../../adapters/dynamodb/stores.ts';
import { entryKey } from '../../../adapters/dynamodb/table.ts';
import { day } from '../../../domain/calendar.ts';
import { aTable } from '../../support/a-table.ts';
import { aktenContract, bankLinesContract, freshId } from '../../support/akten-contracts.ts';
import { TERMS, erika } from '../../support/akte.ts';

const open = aTable();
const akten = () => dynamoAkten(open(), () => new Date('2026-03-02T08:00:00Z'));

describe('Akten', () => {
  aktenContract(akten);
});
describe('lines of statements', () => {
  bankLinesContract(() => ({ akten: akten(), bankLines: dynamoBankLines(open()) }));
});

describe('the log is a chain', () => {
  /** An Akte of two acts, and its entries as they lie in the table. */
  const written = async () => {
    const id = freshId();
    const log = akten();
    await log.append(id, 0, { by: 'system', facts: [{ kind: 'opened', debtor: erika, terms: TERMS }] });
    await log.append(id, 1, {
      by: 'operator:b',
      facts: [{ kind: 'held', ground: 'paused', on: day('2026-03-03'), by: 'operator:b', reason: 'r' }],
    });
    const [first, second] = await Promise.all([1, 2].map((n) => open().get(entryKey(id, n), Entry)));
    return { id, first: first!, second: second! };
  };
  const overwrite = async (Item: Record<string, unknown>): Promise<void> => {
    await open().client.send(new PutCommand({ TableName: 'Table', Item }));
  };
  test('each entry names the hash of the one before it, and when it was written', async () => {
    const { id, first, second } = await written();
    expect([first.prev, second.prev]).toEqual(['', first.hash]);
    expect(second.at).toBe('2026-03-02T08:00:00.000Z');
    expect(await akten().verify(id)).toEqual({ acts: 2, brokenAt: null });
  });
  test.each([
    ['who did it', { by: 'somebody else' }],
    ['when', { at: '2026-03-02T09:00:00.000Z' }],
    ['what follows what', { prev: 'x' }],
  ])('an entry that was changed is found: %s', async (_, change) => {
    const { id, second } = await written();
    await overwrite({ ...entryKey(id, 2), ...second, ...change });
    expect(await akten().verify(id)).toEqual({ acts: 2, brokenAt: 2 });
  });
  test('the first one, too, and that an Akte is not there', async () => {
    const { id, first } = await written();
    await overwrite({ ...entryKey(id, 1), ...first, by: 'x' });
    expect(await akten().verify(id)).toMatchObject({ brokenAt: 1 });
    const unknown = freshId();
    await expect(akten().verify(unknown)).rejects.toMatchObject({ message: `Es gibt keine Akte ${unknown}.` });
  });
});
