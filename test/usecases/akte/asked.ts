import type { FactOf } from '../../../domain/akte/facts.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, QueryId } from '../../../domain/ids.ts';
import { memoryMailbox, memoryOnce, recordedWorkflows } from '../../../simulator/agency/stores.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { aProcess } from '../../support/process.ts';

export const F1 = ClaimId.parse('F1');
export const Q1 = QueryId.parse('Q1');
/** An Akte of which F1 has no contract, and the query for it. */
export const anAsked = async () => {
  const { subject: _s, contractDate: _d, ...bare } = aClaim();
  const process = await aProcess({ claims: [bare] });
  const asked: FactOf<'asked'> = {
    kind: 'asked',
    id: Q1,
    on: process.clock.today(),
    by: 'system',
    question: 'x',
    answerBy: day('2026-03-30'),
    particularsOf: [F1],
  };
  await process.akten.append(AKTE, 1, { by: 'system', facts: [asked] });
  const ports = { ...process.ports, workflows: recordedWorkflows(), mailbox: memoryMailbox(), once: memoryOnce() };
  return { ...process, ports };
};
