import { byCreditor } from '../../domain/actor.ts';
import type { Day } from '../../domain/calendar.ts';
import { creditorOf } from '../../domain/akte/akte.ts';
import { HandOverId, type AkteId, type ProcedureRef } from '../../domain/ids.ts';
import type { Claim } from '../../domain/akte/claim.ts';
import type { WrittenTerms } from '../../domain/akte/terms.ts';
import type { Agency, Creditor, Debtor } from '../../domain/parties/parties.ts';
import { contactPointsOf } from '../../domain/akte/person.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { People } from '../../usecases/ports/people.ts';
import type { Akten } from '../../usecases/ports/akten.ts';
import type { Clock } from '../../usecases/ports/clock.ts';
import { memoryAkten } from './akten.ts';
import { virtualClock } from '../engine/clock.ts';
import { AKTE, MATTER, TERMS, aClaim, erika, musterversand, rheinbogen } from './people.ts';
import { memoryPost } from './post.ts';
import {
  blankPress,
  memoryArchive,
  memoryCreditors,
  memoryPeople,
  memoryProcedures,
  memoryProposals,
} from './stores.ts';
import { memoryTimers } from './timers.ts';

/** Where a simulation takes place: one agency in memory, on a clock of its own. */
export const aWorld = (
  of: Readonly<{ start: Day; procedures?: readonly Procedure[]; creditors?: readonly Creditor[]; agency?: Agency }>,
) => {
  const clock = virtualClock(of.start);
  const akten = memoryAkten(clock.now);
  const people = memoryPeople();
  const creditors = memoryCreditors(...(of.creditors ?? [musterversand]));
  // SES and SNS keep no record that could be asked for by our reference; the print house does.
  const posts = {
    email: memoryPost(clock.today, false),
    sms: memoryPost(clock.today, false),
    letter: memoryPost(clock.today),
  };
  const ports = {
    akten,
    bankLines: akten.bankLines,
    people,
    clock,
    posts,
    procedures: memoryProcedures(...(of.procedures ?? [])),
    creditors,
    proposals: memoryProposals(creditors),
    agency: of.agency ?? rheinbogen,
    timers: memoryTimers(),
    paper: { archive: memoryArchive(), press: blankPress() },
  };
  return { clock, akten, people, posts, ports };
};
export type World = ReturnType<typeof aWorld>;

export type HandedOver = Readonly<{
  akte?: AkteId;
  debtor?: Debtor;
  claims?: readonly Claim[];
  procedure: ProcedureRef;
  terms?: WrittenTerms;
  /** Their numbers as the store keeps them; none where nobody asks for them. */ invoices?: readonly string[];
}>;
/** A creditor hands claims over today: the Akte is there, its executions are not started. All claims are one matter. */
export const handOver = async (
  {
    akten,
    people,
    clock,
  }: Readonly<{ akten: Pick<Akten, 'append'>; people: Pick<People, 'note'>; clock: Pick<Clock, 'today'> }>,
  { akte = AKTE, debtor = erika, claims = [aClaim()], procedure, terms = TERMS, invoices = [] }: HandedOver,
): Promise<AkteId> => {
  await people.note([{ akte, points: contactPointsOf(debtor) }]);
  await akten.append(
    akte,
    0,
    {
      by: byCreditor(creditorOf(akte)),
      facts: [
        { kind: 'opened', debtor, terms },
        {
          kind: 'handedOver',
          handOver: HandOverId.parse('h1'),
          on: clock.today(),
          matter: claims[0]?.matter ?? MATTER,
          procedure: { id: procedure.id, version: procedure.version },
          claims: [...claims],
        },
      ],
    },
    { invoices },
  );
  return akte;
};
