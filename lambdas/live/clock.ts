import { systemClock, turnedClock } from '../../adapters/clock.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { LEAF_KEY, LeafItem } from '../../config/calendar.ts';
import type { ClockSetting } from '../../config/settings.ts';
import { day } from '../../domain/calendar.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import { beforeEachCall } from '../middleware/each-call.ts';

/** Real time, or the calendar that the demo turns, looked at before each call. */
export const clockOf = (setting: ClockSetting): Clock => {
  if (setting.kind === 'system') return systemClock(setting.zone);
  const table = openTable(setting.table);
  const clock = turnedClock({
    start: day(setting.start),
    msPerDay: setting.msPerDay,
    read: async () => {
      const leaf = await table.get(LEAF_KEY, LeafItem);
      return leaf && { day: day(leaf.day), since: new Date(leaf.since) };
    },
  });
  beforeEachCall(clock.look);
  return clock;
};
