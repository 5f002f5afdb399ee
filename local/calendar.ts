import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { LEAF_KEY, type LeafItem } from '../config/calendar.ts';
import { stageOf } from '../config/stages.ts';
import { awsConfig } from './client.ts';
import type { Cloud } from './cloud.ts';
import type { Outputs } from './deploy.ts';
import { eventually } from './eventually.ts';
import { watchExecutions } from './quiet.ts';

const MS_PER_REAL_DAY = 86_400_000;
/** The leaf is turned a moment before its second: who sleeps until that second wakes to the new day. */
const AHEAD_MS = 100;

/**
 * The demo's calendar; day 0 is Monday 2 March 2026. `until` turns it day by day: each begins when the work of the one
 * before is done, and it returns when that of day `n` is, too.
 */
export type Calendar = Readonly<{
  dayNumber: () => number;
  dateOf: (n: number) => string;
  until: (n: number) => Promise<void>;
}>;

const clockOfDemo = () => {
  const { clock } = stageOf('demo');
  if (clock.kind !== 'turned') throw new Error('the demo has no calendar to turn');
  return clock;
};
/** The first day of the demo (ISO). */
export const START = clockOfDemo().start;
export const dateOf = (n: number): string =>
  new Date(Date.parse(START) + n * MS_PER_REAL_DAY).toISOString().slice(0, 10);

type Where = Readonly<{ cloud: Cloud; outputs: Outputs }>;
/** Shows day `n` since an instant to whoever looks at the calendar. */
const leafIn = ({ cloud, outputs }: Where): ((n: number, since: number) => Promise<void>) => {
  const dynamo = new DynamoDBClient(awsConfig(cloud));
  return async (n, since) => {
    const leaf: LeafItem = { day: dateOf(n), since: new Date(since).toISOString() };
    await dynamo.send(
      new PutItemCommand({
        TableName: outputs.CalendarTable,
        Item: {
          PK: { S: LEAF_KEY.PK },
          SK: { S: LEAF_KEY.SK },
          day: { S: leaf.day },
          since: { S: leaf.since },
        },
      }),
    );
  };
};
/** Until the work of a day is done. */
const quietIn = (where: Where): ((n: number) => Promise<true>) => {
  const busyOn = watchExecutions(where);
  return (n) =>
    eventually(async () => {
      const busy = await busyOn(dateOf(n));
      return busy
        ? { still: `${busy.name} am ${dateOf(n)}: ${busy.doing} (${busy.event})` }
        : { answer: true as const };
    });
};

/** Hangs the calendar up at day 0. */
export const hangCalendar = async (where: Where): Promise<Calendar> => {
  const { msPerDay } = clockOfDemo();
  const show = leafIn(where);
  const quiet = quietIn(where);
  let today = 0;
  let since = Date.now();
  const turn = async (): Promise<void> => {
    // On the second, because Waits end on the second; never sooner than the day is long.
    const next = Math.max(since + msPerDay, Math.ceil((Date.now() + AHEAD_MS) / 1000) * 1000);
    await pause(Math.max(0, next - AHEAD_MS - Date.now()));
    await show(today + 1, next);
    today += 1;
    since = next;
  };
  await show(today, since);
  return {
    dayNumber: () => today,
    dateOf,
    until: async (n) => {
      await quiet(today);
      while (today < n) {
        await turn();
        await quiet(today);
      }
    },
  };
};
