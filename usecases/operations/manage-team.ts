import type { Colleague } from '../../domain/access/person.ts';
import { byOperator, type Actor } from '../../domain/actor.ts';
import { NotFound, wrongField } from '../../domain/faults.ts';
import type { Clock } from '../ports/clock.ts';
import type { Team, TeamSignIns } from '../ports/persons.ts';

type Ports = Readonly<{ team: Team; signIns: TeamSignIns; clock: Pick<Clock, 'now'> }>;
type About = Readonly<{ name: string; by: Actor }>;

const subOf = async ({ signIns }: Ports, name: string): Promise<string> => {
  const sub = await signIns.subOf(name);
  if (sub === null) throw new NotFound(`Bei uns meldet sich niemand als „${name}“ an.`);
  return sub;
};
/** What is kept of them from now on; the very same where it was said before. */
const keep = async (ports: Ports, sub: string, next: Colleague): Promise<Colleague> => {
  const seen = await ports.team.withSub(sub);
  if (seen?.side === 'operator' && seen.state === next.state) return seen;
  await ports.team.keep(sub, next);
  return next;
};
const changed = ({ clock }: Ports, { name, by }: About, state: Colleague['state']): Colleague => ({
  side: 'operator',
  name,
  state,
  since: clock.now().toISOString(),
  by,
});

/**
 * Whoever leaves comes in nowhere (the authorizer remembers its last answer for 50 seconds), and then signs in no more.
 * Repeated, it ends what a broken try has begun. Nobody shuts out themselves: the last one who could let somebody in
 * would be gone.
 */
export const revokeColleague =
  (ports: Ports) =>
  async (about: About): Promise<Colleague> => {
    if (byOperator(about.name.toLowerCase()) === about.by.toLowerCase())
      throw wrongField(
        'team.self',
        'name',
        'Sich selbst kann niemand sperren; das macht eine zweite Person der Leitung.',
      );
    const revoked = await keep(ports, await subOf(ports, about.name), changed(ports, about, 'revoked'));
    await ports.signIns.shut(about.name);
    return revoked;
  };

/** They may sign in again, and come in as what their groups say. */
export const readmitColleague =
  (ports: Ports) =>
  async (about: About): Promise<Colleague> => {
    const sub = await subOf(ports, about.name);
    await ports.signIns.open(about.name);
    return keep(ports, sub, changed(ports, about, 'active'));
  };
