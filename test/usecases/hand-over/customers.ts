import { day } from '../../../domain/calendar.ts';
import { fileCheck, type GoodRow } from '../../../domain/intake/check-file.ts';
import { ClaimBody, cellsOf } from '../../../domain/intake/from-api.ts';
import { goodRows } from '../../../domain/intake/judged.ts';
import { HandOverId, type AkteId } from '../../../domain/ids.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { memoryAkten } from '../../../simulator/agency/akten.ts';
import { virtualClock } from '../../../simulator/engine/clock.ts';
import { musterversand } from '../../../simulator/agency/people.ts';
import { startLot } from '../../../usecases/hand-over/start-lot.ts';
import { submitClaim, submitClaims } from '../../../usecases/hand-over/submit-claims.ts';
import { rheinbogen } from '../../support/notices.ts';
import { hashes } from '../../../adapters/hashes.ts';
import {
  memoryCreditors,
  memoryHandOvers,
  memoryMailbox,
  memoryOnce,
  memoryPeople,
  memoryProcedures,
  memoryWork,
  recordedWorkflows,
} from '../../../simulator/agency/stores.ts';
import { memoryTimers } from '../../../simulator/agency/timers.ts';

export const MUS = CreditorId.parse('MUS');
export const TODAY = day('2026-03-02');
const HOME = { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund' };
export const MOVED = { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg' };
export const aBody = (n: number, more: Partial<ClaimBody> = {}): ClaimBody =>
  ClaimBody.parse({
    customerNumber: 'K-1',
    invoiceNumber: `RE-${n}`,
    invoiceDate: '2026-01-05',
    amountCents: 12_990,
    name: 'Erika Beispiel',
    kind: 'privat',
    email: 'erika@example.com',
    ...HOME,
    ...more,
  });

/** What is good of these rows of one list, or of a lot of it. */
export const goodOf = (bodies: readonly ClaimBody[], mandate = musterversand): readonly GoodRow[] => {
  const check = fileCheck(mandate, TODAY, { rows: bodies.length });
  const read = (body: ClaimBody, i: number) => ({ row: i + 1, line: i + 1, text: '', cells: cellsOf(body) });
  return goodRows(bodies.map((body, i) => check.check(read(body, i))));
};

/** An agency that takes in claims of one customer of the creditor with this mandate. */
export const anAgency = (mandate = musterversand) => {
  const clock = virtualClock(TODAY);
  const ports = {
    akten: memoryAkten(clock.now),
    people: memoryPeople(),
    workflows: recordedWorkflows(),
    procedures: memoryProcedures(),
    timers: memoryTimers(),
    hashes,
    creditors: memoryCreditors(mandate),
    handOvers: memoryHandOvers(),
    mailbox: memoryMailbox(),
    once: memoryOnce(),
    clock,
    work: memoryWork(),
    agency: rheinbogen,
  };
  const submit = async (called: string, body: ClaimBody) => {
    const id = HandOverId.parse(called);
    const { handOver, claim } = await submitClaim(ports)({ creditor: MUS, id, cells: cellsOf(body) });
    return { ...handOver, claim };
  };
  const many = async (id: string, ...bodies: readonly ClaimBody[]) => {
    const answer = await submitClaims(ports)({ creditor: MUS, id: HandOverId.parse(id), rows: bodies.map(cellsOf) });
    for (const lot of ports.work.lots.splice(0)) await startLot(ports)(lot);
    return answer;
  };
  const only = async (): Promise<AkteId> => {
    const { items } = await ports.akten.list(MUS, { limit: 2, from: null });
    const [id, ...more] = items;
    if (!id || more.length > 0) throw new Error('there is one Akte');
    return id;
  };
  const akte = async () => ports.akten.get(await only());
  const tell = async (...facts: readonly Fact[]) => {
    const { id, version } = await akte();
    return ports.akten.append(id, version, { by: 'operator:x', facts });
  };
  return { ...ports, ports, submit, many, only, akte, tell };
};
