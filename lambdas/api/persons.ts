import { cognitoSignIns } from '../../adapters/cognito/sign-ins.ts';
import { dynamoMembers } from '../../adapters/dynamodb/persons.ts';
import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { invitePerson, listPersons, revokePerson } from '../../usecases/operations/manage-persons.ts';
import { tablePorts } from '../live/deciding.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering, on } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownCreditor } from '../middleware/caller.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'PERSON_POOL_ID');
const live = tablePorts(settings);
const ports = { ...live, persons: dynamoMembers(live.table), signIns: cognitoSignIns(settings.PERSON_POOL_ID) };
const does = doing(ports);
const list = listPersons(ports);
const invite = invitePerson(ports);
const revoke = revokePerson(ports);

/** No name is longer; the table takes no key beyond a kilobyte. */
const LONGEST = 60;

/** A creditor's persons are listed, invited and shut out, by our own people or an owner. */
export const handler = answering(
  on(API.persons.list, async ({ caller, path }) => ({
    persons: await list(ownCreditor(caller, path.creditor)),
    next: null,
  })),
  does(API.persons.invite, ({ caller, body, path }) =>
    invite({ ...body, creditor: ownCreditor(caller, path.creditor), by: actorOf(caller) }),
  ),
  does(API.persons.revoke, ({ caller, path }) => {
    const creditor = ownCreditor(caller, path.creditor);
    return revoke({ creditor, name: path.name.slice(0, LONGEST), by: actorOf(caller) });
  }),
);
