import type { Member } from '../../domain/access/person.ts';
import type { Actor } from '../../domain/actor.ts';
import { NotFound, wrongField } from '../../domain/faults.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Persons, SignIns } from '../ports/persons.ts';

type Ports = Readonly<{
  creditors: Pick<Creditors, 'get'>;
  persons: Persons;
  signIns: SignIns;
  clock: Pick<Clock, 'now'>;
}>;
type Inviting = Readonly<{ creditor: CreditorId; by: Actor } & Pick<Member, 'name' | 'email' | 'role'>>;

export const listPersons =
  ({ creditors, persons }: Ports) =>
  async (creditor: CreditorId): Promise<readonly Member[]> => {
    await creditors.get(creditor);
    return persons.list(creditor);
  };

const isSameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Somebody may sign in for a creditor from now on, in one role. Asked again for whoever may already, nothing changes
 * but their role; whoever has never signed in is sent a new first password. A name is one person's for ever: whoever
 * was shut out comes back under another.
 */
export const invitePerson =
  (ports: Ports) =>
  async ({ creditor, name, email, role, by }: Inviting): Promise<Member> => {
    const { creditors, persons, signIns, clock } = ports;
    await creditors.get(creditor);
    const seen = await persons.find(creditor, name);
    const changed = { role, since: clock.now().toISOString(), by };
    if (seen?.state === 'active') {
      const next: Member = seen.role === role ? seen : { ...seen, ...changed };
      if (next !== seen) await persons.replace(creditor, seen, next);
      await signIns.remind(name);
      return next;
    }
    const { sub, email: theirs } = await signIns.invite({ name, email });
    // A name that the pool knows and the table does not is left by an invitation that broke. At another address it was
    // somebody else's, perhaps of another creditor, who must not come in as this one's.
    if (!isSameAddress(theirs, email) || (await persons.isKnown(sub)))
      throw wrongField('person.taken', 'name', `Den Namen „${name}“ hat oder hatte schon jemand.`);
    const next: Member = { name, email, sub, state: 'active', ...changed };
    await persons.replace(creditor, seen, next);
    return next;
  };

/** From now on they come in nowhere (the authorizer remembers its last answer for 50 seconds), nor sign in. */
export const revokePerson =
  (ports: Ports) =>
  async ({ creditor, name, by }: Pick<Inviting, 'creditor' | 'name' | 'by'>): Promise<Member> => {
    const { persons, signIns, clock } = ports;
    const seen = await persons.find(creditor, name);
    if (!seen) throw new NotFound(`${creditor} hat keine Person „${name}“.`);
    const revoked: Member =
      seen.state === 'revoked' ? seen : { ...seen, state: 'revoked', since: clock.now().toISOString(), by };
    if (revoked !== seen) await persons.replace(creditor, seen, revoked);
    await signIns.shut(name);
    return revoked;
  };
