import * as z from 'zod';
import { HandOverId, ProviderId, sameProcedure, type MessageReference } from '../../domain/ids.ts';
import { BankLine, statementOf, type BankLineId } from '../../domain/account/bank.ts';
import { NotFound } from '../../domain/faults.ts';
import { HandOver, Lot } from '../../domain/intake/hand-over.ts';
import { partOf, type Position } from '../../domain/page.ts';
import type { CreditorId } from '../../domain/parties/parties.ts';
import { Payout } from '../../domain/payout/payout.ts';
import { Procedure } from '../../domain/procedure/procedure.ts';
import { SHIPPED_PROCEDURES } from '../../domain/procedure/shipped-procedures.ts';
import type { BankLines } from '../../usecases/ports/bank-lines.ts';
import type { Procedures } from '../../usecases/ports/creditors.ts';
import type { HandOvers } from '../../usecases/ports/hand-overs.ts';
import type { Once } from '../../usecases/ports/once.ts';
import type { Payouts } from '../../usecases/ports/payouts.ts';
import type { Table } from './client.ts';
import {
  bankLineKey,
  bankLinesPartition,
  handOverKey,
  handOversIndex,
  lotKey,
  lotsPartition,
  mailKey,
  onceKey,
  payoutKey,
  procedureKey,
  creditorPartition,
} from './table.ts';

/** Shipped procedures come with the code; a creditor's own ones are data. */
export const dynamoProcedures = (table: Table): Procedures => ({
  get: async (ref) => {
    const shipped = SHIPPED_PROCEDURES.find((p) => sameProcedure(p, ref));
    const stored = shipped ? null : await table.get(procedureKey(ref), z.object({ procedure: Procedure }));
    const procedure = shipped ?? stored?.procedure;
    if (!procedure) throw new NotFound(`Es gibt keinen Mahnlauf ${ref.id} in Version ${ref.version}.`);
    return procedure;
  },
  save: async (procedure) => {
    await table.put(procedureKey(procedure), { procedure });
  },
});

const HandOverItem = z.object({ handOver: HandOver });
/** Its place among a creditor's: by the instant at which it came. */
const placeOf = ({ receivedAt, id }: HandOver): string => `${receivedAt}#${id}`;
const handOverAt = (creditor: CreditorId, { after }: Position) => {
  const id = HandOverId.parse(after.slice(after.indexOf('#') + 1));
  return { ...handOverKey(creditor, id), GSI1PK: handOversIndex(creditor), GSI1SK: after };
};
const newestFirst = (creditor: CreditorId) =>
  ({ pk: handOversIndex(creditor), index: 'GSI1', backwards: true }) as const;
const LotItem = z.object({ lot: Lot });
export const dynamoHandOvers = (table: Table): HandOvers => ({
  save: async (handOver) => {
    const { creditor, id } = handOver;
    await table.put(handOverKey(creditor, id), {
      handOver,
      GSI1PK: handOversIndex(creditor),
      GSI1SK: placeOf(handOver),
    });
  },
  find: async (creditor, id) => (await table.get(handOverKey(creditor, id), HandOverItem))?.handOver ?? null,
  list: async (creditor, { limit, from }) => {
    const start = from && handOverAt(creditor, from);
    const read = await table.list({ ...newestFirst(creditor), limit, from: start }, HandOverItem);
    const items = read.items.map(({ handOver }) => handOver);
    return partOf({ ...read, items }, { limit }, placeOf);
  },
  each: async function* (creditor) {
    for await (const { handOver } of table.each(newestFirst(creditor), HandOverItem)) yield handOver;
  },
  saveLot: async (creditor, id, lot) => {
    await table.put(lotKey(creditor, id, lot.n), { lot });
  },
  findLot: async (creditor, id, n) => (await table.get(lotKey(creditor, id, n), LotItem))?.lot ?? null,
  lots: async function* (creditor, id) {
    for await (const { lot } of table.each({ pk: lotsPartition(creditor, id), begins: 'LOT#' }, LotItem)) yield lot;
  },
});

const PayoutItem = z.object({ payout: Payout });
export const dynamoPayouts = (table: Table): Payouts => ({
  find: async (creditor, month) => (await table.get(payoutKey(creditor, month), PayoutItem))?.payout ?? null,
  latest: async (creditor, before) =>
    (await table.query({ pk: creditorPartition(creditor), begins: 'PAYOUT#', backwards: true }, PayoutItem))
      .map((i) => i.payout)
      .find((p) => p.month < before) ?? null,
  put: async (payout) => {
    const key = payoutKey(payout.creditorId, payout.month);
    if (await table.putIfAbsent(key, { payout })) return payout;
    const first = await table.get(key, PayoutItem);
    if (!first) throw new Error(`payout ${payout.id} vanished`);
    return first.payout;
  },
});

export const dynamoOnce = (table: Table): Once => ({
  isDone: async (what) => (await table.get(onceKey(what), z.object({}))) !== null,
  done: async (what) => {
    await table.put(onceKey(what), {});
  },
});

const BankLineItem = z.object({ line: BankLine });
export const dynamoBankLines = (table: Table): BankLines => {
  const find = async (id: BankLineId): Promise<BankLine | null> =>
    (await table.get(bankLineKey(id), BankLineItem))?.line ?? null;
  return {
    find,
    keep: async (entry) => {
      const fresh = { entry, shares: [], version: 0 };
      if (await table.putIfAbsent(bankLineKey(entry.id), { line: fresh })) return fresh;
      const kept = await find(entry.id);
      if (!kept) throw new Error(`bank line ${entry.id} vanished`);
      return kept;
    },
    alike: async (id) =>
      (await table.query({ pk: bankLinesPartition(id), begins: 'L#' }, BankLineItem))
        .map((item) => item.line)
        .filter(({ entry }) => statementOf(entry.id) !== statementOf(id)),
  };
};

const Mail = z.object({ providerId: ProviderId });
/** What SES itself reported of a mail, under our own reference. */
export const dynamoMailLog = (table: Table) => ({
  find: async (reference: MessageReference): Promise<ProviderId | null> =>
    (await table.get(mailKey(reference), Mail))?.providerId ?? null,
  save: async (reference: MessageReference, providerId: ProviderId): Promise<void> => {
    await table.put(mailKey(reference), { providerId });
  },
});
