import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { AkteId, ClaimId } from '../../domain/ids.ts';
import { partOf, type Position } from '../../domain/page.ts';
import { WAITS, type Wait } from '../../domain/procedure/states.ts';
import { Conflict } from '../../domain/faults.ts';
import type { Clarification, Clarifications, Timers } from '../../usecases/ports/timers.ts';
import type { DunningInput } from '../../statemachines/dunning.ts';
import type { Table } from './client.ts';
import {
  CLARIFICATIONS,
  TIMER_SHARDS,
  clarificationKey,
  clarificationsIn,
  timerKey,
  timersPartition,
} from './table.ts';

const Line = z.object({ akte: AkteId, claim: ClaimId, ended: z.boolean().default(false) });
const TimerLine = Line.extend({ generation: z.int().positive() });
const ClarificationLine = Line.extend({ state: z.enum(WAITS), since: z.string() });

/**
 * A line that is through is kept for so many days, then DynamoDB takes it away by itself (time to live): no function
 * may delete.
 */
const KEPT_DAYS = 7;
const expiryOf = (now: Date): number => Math.floor(now.getTime() / 1000) + KEPT_DAYS * 86_400;

type Condition = Readonly<{
  ConditionExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Record<string, unknown>;
}>;
const stillIs = (field: string, value: unknown): Condition => ({
  ConditionExpression: '#f = :v',
  ExpressionAttributeNames: { '#f': field },
  ExpressionAttributeValues: { ':v': value },
});
/** No younger generation stands there. */
const isYoungest = (generation: number): Condition => ({
  ConditionExpression: 'attribute_not_exists(PK) OR #ended = :ended OR #generation <= :generation',
  ExpressionAttributeNames: { '#ended': 'ended', '#generation': 'generation' },
  ExpressionAttributeValues: { ':ended': true, ':generation': generation },
});
/** Puts a line in place of what stands there; where that is something else, somebody was quicker, and it stays. */
const putWhere = async (table: Table, Item: Record<string, unknown>, condition: Condition): Promise<void> => {
  try {
    await table.guarded(() => table.client.send(new PutCommand({ TableName: table.name, Item, ...condition })));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
};
/** Replaces a line as long as `field` is still `value`. */
const replaceIf = (table: Table, item: Record<string, unknown>, field: string, value: unknown): Promise<void> =>
  putWhere(table, item, stillIs(field, value));

/**
 * About a hundred bytes a claim, one write unit when it starts and one when it ends. The whole list is read each time,
 * a shard after the other.
 */
export const dynamoTimers = (table: Table, now: () => Date): Timers => ({
  note: (of) => putWhere(table, { ...timerKey(of), ...of }, isYoungest(of.generation)),
  drop: (of) =>
    replaceIf(table, { ...timerKey(of), ...of, ended: true, expires: expiryOf(now()) }, 'generation', of.generation),
  all: async function* () {
    for (let shard = 0; shard < TIMER_SHARDS; shard++) {
      for await (const { ended, akte, claim, generation } of table.each({ pk: timersPartition(shard) }, TimerLine))
        if (!ended) yield { akte, claim, generation } satisfies DunningInput;
    }
  },
});

/** Its place on the list of its state: by the instant since which it waits. */
const placeOf = ({ since, akte, claim }: Clarification): string => `${since}#${akte}-${claim}`;
const listedAs = (of: Clarification) => ({ GSI1PK: clarificationsIn(of.state), GSI1SK: placeOf(of) });
const keyAt = (state: Wait, { after }: Position) => ({
  PK: CLARIFICATIONS,
  SK: after.slice(after.indexOf('#') + 1),
  GSI1PK: clarificationsIn(state),
  GSI1SK: after,
});

/** About two hundred bytes a case, and as much again in the index, as long as it waits. */
export const dynamoClarifications = (table: Table, now: () => Date): Clarifications => ({
  note: async (of) => {
    const key = clarificationKey(of);
    const line = { akte: of.akte, claim: of.claim, state: of.state, since: of.since, ...listedAs(of) };
    if (await table.putIfAbsent(key, line)) return;
    const known = await table.get(key, ClarificationLine);
    if (known && (known.ended || known.state !== of.state))
      await replaceIf(table, { ...key, ...line }, 'since', known.since);
  },
  // Without a place in the index it is on no list any more.
  drop: ({ akte, claim, state, since }) =>
    replaceIf(
      table,
      { ...clarificationKey({ akte, claim }), akte, claim, state, since, ended: true, expires: expiryOf(now()) },
      'since',
      since,
    ),
  list: async (states, { limit, from }) => {
    const ofEach = await Promise.all(
      states.map((state) => {
        const start = from && keyAt(state, from);
        return table.list({ pk: clarificationsIn(state), index: 'GSI1', limit, from: start }, ClarificationLine);
      }),
    );
    const lines = ofEach.flatMap(({ items }) =>
      items.map(({ akte, claim, state, since }) => ({ akte, claim, state, since })),
    );
    // Of each state as many are read as the page may have, and one more: whatever comes first is among them.
    const items = lines.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    return partOf({ items, cut: false }, { limit }, placeOf);
  },
});
