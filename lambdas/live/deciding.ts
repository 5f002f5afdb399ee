import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { dynamoCreditors } from '../../adapters/dynamodb/creditors.ts';
import { dynamoKeptRequests } from '../../adapters/dynamodb/kept-requests.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoBankLines, dynamoHandOvers, dynamoOnce, dynamoProcedures } from '../../adapters/dynamodb/stores.ts';
import { dynamoClarifications, dynamoTimers } from '../../adapters/dynamodb/timers.ts';
import { hashes } from '../../adapters/hashes.ts';
import type { ClockSetting } from '../../config/settings.ts';
import { Agency } from '../../domain/parties/parties.ts';
import { clockOf } from './clock.ts';

export const agencyOf = (setting: unknown): Agency => Agency.parse(setting);

/**
 * The live ports that need the table only. What weighs more (PDF, mail, Step Functions) stands in the files beside: a
 * bundle holds what its function does.
 */
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
    keptRequests: dynamoKeptRequests(table),
    hashes,
    timers: dynamoTimers(table, clock.now),
    clarifications: dynamoClarifications(table, clock.now),
  };
};
