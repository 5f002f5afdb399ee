import { cognitoTeam } from '../../adapters/cognito/sign-ins.ts';
import { dynamoPersons } from '../../adapters/dynamodb/persons.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { readmitColleague, revokeColleague } from '../../usecases/operations/manage-team.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'TEAM_POOL_ID');
const live = tablePorts(settings);
const ports = { ...live, team: dynamoPersons(live.table), signIns: cognitoTeam(settings.TEAM_POOL_ID) };
const does = doing(ports);
const revoke = revokeColleague(ports);
const readmit = readmitColleague(ports);

/** Cognito takes no longer name. */
const LONGEST = 128;
const nameIn = ({ name }: Readonly<{ name: string }>): string => name.slice(0, LONGEST);

/** Our own people are shut out when they leave, and let in again. */
export const handler = answering(
  does(API.team.revoke, ({ caller, path }) => revoke({ name: nameIn(path), by: actorOf(caller) })),
  does(API.team.readmit, ({ caller, path }) => readmit({ name: nameIn(path), by: actorOf(caller) })),
);
