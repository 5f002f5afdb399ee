import { systemClock, turnedClock } from '../../adapters/clock.ts';
import { dynamoClients } from '../../adapters/dynamodb/accesses.ts';
import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { dynamoCreditors } from '../../adapters/dynamodb/creditors.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoBankLines, dynamoHandOvers, dynamoOnce, dynamoProcedures } from '../../adapters/dynamodb/stores.ts';
import { dynamoClarifications, dynamoTimers } from '../../adapters/dynamodb/timers.ts';
import { hashes } from '../../adapters/hashes.ts';
import { LEAF_KEY, LeafItem } from '../../config/calendar.ts';
import type { ClockSetting } from '../../config/settings.ts';
import { day } from '../../domain/calendar.ts';
import { Agency } from '../../domain/parties/parties.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import { beforeEachCall } from '../middleware/each-call.ts';

/**
 * The live ports that need the table only. What weighs more (PDF, mail, Step Functions) stands in the files beside: a
 * bundle holds what its function does.
 */
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
export const agencyOf = (setting: unknown): Agency => Agency.parse(setting);

export const tablePorts = (of: { TABLE_NAME: string; CLOCK: ClockSetting }) => {
  const table = openTable(of.TABLE_NAME);
  const clock = clockOf(of.CLOCK);
  return {
    table,
    clock,
    akten: dynamoAkten(table, clock.now),
    people: dynamoPeople(table),
    procedures: dynamoProcedures(table),
    creditors: dynamoCreditors(table),
    handOvers: dynamoHandOvers(table),
    bankLines: dynamoBankLines(table),
    once: dynamoOnce(table),
    clients: dynamoClients(table),
    hashes,
    timers: dynamoTimers(table, clock.now),
    clarifications: dynamoClarifications(table, clock.now),
  };
};
