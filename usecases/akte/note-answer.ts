import type { Actor } from '../../domain/actor.ts';
import { creditorOf, type Akte } from '../../domain/akte/akte.ts';
import type { Answer } from '../../domain/akte/answer.ts';
import { decideAnswer } from '../../domain/akte/decide-answer.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { apply } from '../../domain/akte/fold.ts';
import { furtherPoints } from '../../domain/akte/person.ts';
import type { AkteId } from '../../domain/ids.ts';
import { queryMail } from '../../domain/letters/queries.ts';
import type { Agency } from '../../domain/parties/parties.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { Once } from '../ports/once.ts';
import type { People } from '../ports/people.ts';
import type { Mailbox } from '../ports/posts.ts';
import type { Workflows } from '../ports/workflows.ts';
import { tellOnce } from '../tell-once.ts';
import { changeAkte } from './change-akte.ts';

type Ports = Readonly<{
  akten: Akten;
  people: People;
  workflows: Workflows;
  clock: Clock;
  creditors: Creditors;
  mailbox: Mailbox;
  once: Once;
  agency: Agency;
}>;

/** Asks the creditor, once for each query. The mail names the Aktenzeichen and no debtor: it is a postcard. */
const askCreditor = async (ports: Ports, akte: Akte): Promise<void> => {
  // What is asked of contracts stands in the mail about the hand-over.
  const query = akte.queries.findLast((q) => q.answer === null && q.particularsOf === undefined);
  if (!query) return;
  await tellOnce(ports, `query-mail:${akte.id}:${query.id}`, async () => {
    const creditor = await ports.creditors.get(creditorOf(akte.id));
    return { to: creditor.email, ...queryMail({ agency: ports.agency, creditor, akte: akte.id, query }) };
  });
};

/** Before the Akte says how the debtor is reached from now on, the list of people does. */
const notePerson = async (
  { akten, people }: Pick<Ports, 'akten' | 'people'>,
  id: AkteId,
  facts: (akte: Akte) => readonly Fact[],
): Promise<void> => {
  const akte = await akten.get(id);
  const after = facts(akte).reduce((before, fact) => apply(before, fact, id), akte);
  const points = furtherPoints(akte.debtor, [after.debtor]);
  if (points.length > 0) await people.note([{ akte: id, points }]);
};

/**
 * Notes what a debtor has answered; from this instant on the case rests or goes on as the answer says. A dispute, and
 * post that leaves nobody to be reached, ask the creditor.
 */
export const noteAnswer =
  (ports: Ports) =>
  async ({ akte: id, ...told }: Readonly<{ akte: AkteId; answer: Answer; by: Actor }>): Promise<Akte> => {
    const on = ports.clock.today();
    const decided = (seen: Akte): readonly Fact[] => decideAnswer(told, seen, on);
    const { kind } = told.answer;
    if (kind === 'contact') await notePerson(ports, id, decided);
    const akte = await changeAkte(ports, id, told.by, decided);
    if (kind === 'dispute' || kind === 'returned') await askCreditor(ports, akte);
    return akte;
  };
