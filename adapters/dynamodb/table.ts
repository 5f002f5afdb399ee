import { INDEX_PARTITIONS, PARTITIONS, type Partition } from '../../config/partitions.ts';
import type { Month } from '../../domain/calendar.ts';
import type { AkteId, ClaimId, HandOverId, MessageReference, ProcedureRef } from '../../domain/ids.ts';
import { contentOf, type BankLineId } from '../../domain/account/bank.ts';
import type { partsOf } from '../../domain/approval/proposal.ts';
import type { RequestId } from '../../domain/repeat/kept-request.ts';
import { creditorOf } from '../../domain/akte/akte.ts';
import type { Wait } from '../../domain/procedure/states.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';

/**
 * One table. Each line is a question the system asks, and the one key that answers it. Keys begin with the creditor, so
 * that a creditor's data can be told apart, exported and erased; what belongs to nobody (procedures, markers, client
 * ids) says so. A person may owe several creditors: its lines hold a hash (SHA-256, 32 hex digits) and an Aktenzeichen,
 * and nothing is lost with them.
 *
 * | question                                  | index | partition key          | sort key                          |
 * | an Akte with all that happened            | main  | C#MUS#A#‹akte›         | E#000001 · E#000002 …             |
 * | a creditor's Akten and debtors, by day    | GSI1  | C#MUS#AKTEN            | 2026-03-02#‹akte›                 |
 * | has this invoice been handed over         | main  | C#MUS                  | I#2026 ‹number›  (put if absent)  |
 * | a hand-over                               | main  | C#MUS                  | H#‹id›                            |
 * | a creditor's hand-overs (Abgabehistorie)  | GSI1  | C#MUS#HANDOVERS        | ‹instant it came›#‹id›            |
 * | what became of a hand-over's rows         | main  | C#MUS#H#‹id›           | LOT#000001 · LOT#000002 …         |
 * | a creditor's Akten that may be one debtor | main  | C#MUS                  | S#‹akte a›#‹akte b›  (put if absent) |
 * | a creditor's mandate, in all versions     | main  | C#MUS                  | CREDITOR#000001 …  (put if absent) |
 * | all creditors                             | GSI1  | CREDITORS              | MUS                               |
 * | which phone windows are open              | main  | C#MUS#CALLS            | 2026-04-07#‹akte›  (end of window)|
 * | a creditor's payout of a month            | main  | C#MUS                  | PAYOUT#2026-03  (put if absent)   |
 * | what waits for a second person, by kind   | main  | C#MUS                  | PROPOSAL#K#00001 …                |
 * | all that may still be decided, by last day| GSI1  | PROPOSALS              | 2026-04-21#MUS-K1                 |
 * | a creditor's ways into the API            | main  | C#MUS                  | ACCESS#‹purpose›                  |
 * | whose machine client is this              | main  | CLIENT#‹id›            | CLIENT                            |
 * | a creditor's persons who may sign in      | main  | C#MUS                  | PERSON#‹name›                     |
 * | who is this person, by the pool's id      | main  | SUB#‹sub›              | SUB                               |
 * | a procedure in a version                  | main  | PROCEDURE#‹id›         | V#1                               |
 * | which executions ought to run             | main  | TIMER#07  (16 shards)  | ‹akte›-‹claim›                    |
 * | does this claim wait for a person         | main  | CLARIFY                | ‹akte›-‹claim›                    |
 * | which claims wait in a state, by instant  | GSI1  | CLARIFY#‹state›        | ‹instant›#‹akte›-‹claim›          |
 * | which Akten share this contact point      | main  | PERSON#‹hash of it›    | ‹akte›                            |
 * | has this been done                        | main  | ONCE#‹what›            | ONCE  (put if absent)             |
 * | what became of a call with this key       | main  | C#MUS#KEY#‹hash›, KEY#‹hash› | KEY  (put if as seen)     |
 * | where did a line of a statement go        | main  | BANK#‹what it says›    | ‹statement›  (put if absent)      |
 * | did SES take this mail                    | main  | MAIL#‹reference›       | MAIL                              |
 */
export type Key = Readonly<{ PK: Partition; SK: string }>;
export const aktePartition = (id: AkteId): Partition => PARTITIONS.akte.of(creditorOf(id), id);
/** What a creditor has that is no partition of its own. */
export const creditorPartition = (creditor: CreditorId): Partition => PARTITIONS.creditor.of(creditor);
export const entryKey = (id: AkteId, n: number): Key => ({
  PK: aktePartition(id),
  SK: `E#${String(n).padStart(6, '0')}`,
});
export const aktenIndex = (creditor: CreditorId): Partition => INDEX_PARTITIONS.aktenByDay.of(creditor);
export const invoiceKey = (creditor: CreditorId, invoice: string): Key => ({
  PK: creditorPartition(creditor),
  SK: `I#${invoice}`,
});
export const handOverKey = (creditor: CreditorId, id: HandOverId): Key => ({
  PK: creditorPartition(creditor),
  SK: `H#${id}`,
});
export const handOversIndex = (creditor: CreditorId): Partition => INDEX_PARTITIONS.handOversByTime.of(creditor);
export const lotsPartition = (creditor: CreditorId, handOver: HandOverId): Partition =>
  PARTITIONS.lots.of(creditor, handOver);
export const lotKey = (creditor: CreditorId, handOver: HandOverId, n: number): Key => ({
  PK: lotsPartition(creditor, handOver),
  SK: `LOT#${String(n).padStart(6, '0')}`,
});
/** How the sort keys of a mandate's versions begin. */
export const MANDATES = 'CREDITOR#';
export const mandateKey = (id: CreditorId, version: number): Key => ({
  PK: creditorPartition(id),
  SK: `${MANDATES}${String(version).padStart(6, '0')}`,
});
/** Their first versions stand in it: who there is, not what their mandates say. */
export const CREDITORS_INDEX = INDEX_PARTITIONS.creditors.of();
/** How the sort keys of proposals of one kind begin. */
export const proposalsOf = (letter: string): string => `PROPOSAL#${letter}#`;
export const proposalKey = ({ creditor, letter, n }: ReturnType<typeof partsOf>): Key => ({
  PK: creditorPartition(creditor),
  SK: `${proposalsOf(letter)}${String(n).padStart(5, '0')}`,
});
export const OPEN_PROPOSALS = INDEX_PARTITIONS.openProposals.of();
export const callsPartition = (creditor: CreditorId): Partition => PARTITIONS.calls.of(creditor);
export const callKey = (creditor: CreditorId, until: string, akte: AkteId): Key => ({
  PK: callsPartition(creditor),
  SK: `${until}#${akte}`,
});
export const payoutKey = (creditor: CreditorId, month: Month): Key => ({
  PK: creditorPartition(creditor),
  SK: `PAYOUT#${month}`,
});
export const accessKey = (creditor: CreditorId, purpose: string): Key => ({
  PK: creditorPartition(creditor),
  SK: `ACCESS#${purpose}`,
});
export const clientKey = (id: string): Key => ({ PK: PARTITIONS.clients.of(id), SK: 'CLIENT' });
export const memberKey = (creditor: CreditorId, name: string): Key => ({
  PK: creditorPartition(creditor),
  SK: `PERSON#${name}`,
});
export const subKey = (sub: string): Key => ({ PK: PARTITIONS.subs.of(sub), SK: 'SUB' });
export const procedureKey = ({ id, version }: ProcedureRef): Key => ({
  PK: PARTITIONS.procedures.of(id),
  SK: `V#${version}`,
});
export const onceKey = (what: string): Key => ({ PK: PARTITIONS.once.of(what), SK: 'ONCE' });
/** A creditor's calls are its own; those of our own people are nobody's. */
export const requestKey = ({ creditor, hash }: RequestId): Key => ({
  PK: PARTITIONS.requests.of(creditor, hash),
  SK: 'KEY',
});
export const bankLinesPartition = (line: BankLineId): Partition => PARTITIONS.bankLines.of(contentOf(line));
export const bankLineKey = (line: BankLineId): Key => ({
  PK: bankLinesPartition(line),
  SK: `L#${line.slice(contentOf(line).length + 1)}`,
});
export const mailKey = (reference: MessageReference): Key => ({ PK: PARTITIONS.mails.of(reference), SK: 'MAIL' });
export const personPartition = (hash: string): Partition => PARTITIONS.people.of(hash);
export const personKey = (hash: string, akte: AkteId): Key => ({ PK: personPartition(hash), SK: akte });
/**
 * The sweep's own list: the one place where keys do not begin with a creditor (decision 26). Sixteen shards, so
 * that a large list does not begin in one partition.
 */
export const TIMER_SHARDS = 16;
type OfClaim = Readonly<{ akte: AkteId; claim: ClaimId }>;
export const timersPartition = (shard: number): Partition => PARTITIONS.timers.of(String(shard).padStart(2, '0'));
const shardOf = (akte: AkteId): number =>
  [...akte].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 65_521, 0) % TIMER_SHARDS;
export const timerKey = ({ akte, claim }: OfClaim): Key => ({
  PK: timersPartition(shardOf(akte)),
  SK: `${akte}-${claim}`,
});
export const CLARIFICATIONS = PARTITIONS.clarifications.of();
export const clarificationsIn = (state: Wait): Partition => INDEX_PARTITIONS.clarificationsByState.of(state);
export const clarificationKey = ({ akte, claim }: OfClaim): Key => ({ PK: CLARIFICATIONS, SK: `${akte}-${claim}` });
