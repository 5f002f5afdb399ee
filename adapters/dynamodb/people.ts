import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AkteId } from '../../domain/ids.ts';
import { MOST_SHARING, type People } from '../../usecases/ports/people.ts';
import type { Table } from './client.ts';
import { personKey, personPartition } from './table.ts';

const Line = z.object({ SK: AkteId });
const hashOf = (point: string): string => createHash('sha256').update(point).digest('hex').slice(0, 32);

/** One write unit for each contact point of an Akte, when it is opened and when a debtor has a new one. */
export const dynamoPeople = (table: Table): People => {
  const named = async (point: string): Promise<readonly AkteId[]> => {
    const lines = await table.query({ pk: personPartition(hashOf(point)), most: MOST_SHARING + 1 }, Line);
    return lines.length > MOST_SHARING ? [] : lines.map((line) => line.SK);
  };
  return {
    note: (reached) =>
      table.putMany(reached.flatMap(({ akte, points }) => points.map((point) => personKey(hashOf(point), akte)))),
    sharing: async (points) => [...new Set((await Promise.all(points.map(named))).flat())],
  };
};
