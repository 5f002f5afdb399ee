import { cognitoTeam } from '../../adapters/cognito/sign-ins.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoPersons } from '../../adapters/dynamodb/persons.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { readmitColleague, revokeColleague } from '../../usecases/operations/manage-team.ts';
import { clockOf } from '../live/clock.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';

const { TABLE_NAME, CLOCK, TEAM_POOL_ID } = environment('TABLE_NAME', 'CLOCK', 'TEAM_POOL_ID');
const ports = {
  team: dynamoPersons(openTable(TABLE_NAME)),
  signIns: cognitoTeam(TEAM_POOL_ID),
  clock: clockOf(CLOCK),
};
const revoke = revokeColleague(ports);
const readmit = readmitColleague(ports);

/** Cognito takes no longer name. */
const LONGEST = 128;
const nameIn = ({ name }: Readonly<{ name: string }>): string => name.slice(0, LONGEST);

/** Our own people are shut out when they leave, and let in again. */
export const handler = answering(
  on(API.team.revoke, ({ caller, path }) => revoke({ name: nameIn(path), by: actorOf(caller) })),
  on(API.team.readmit, ({ caller, path }) => readmit({ name: nameIn(path), by: actorOf(caller) })),
);
