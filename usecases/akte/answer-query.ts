import type { Akte } from '../../domain/akte/akte.ts';
import { decideQueryAnswer, type Answering } from '../../domain/akte/decide-query-answer.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Workflows } from '../ports/workflows.ts';
import { changeAkte } from './change-akte.ts';

/**
 * The creditor answers a query. What follows from it a person decides (`over` of the dispute, or closing); what was
 * asked of contracts lets the dunning go on by itself.
 */
export const answerQuery =
  (ports: Readonly<{ akten: Akten; workflows: Workflows; clock: Clock }>) =>
  async ({ akte: id, ...answering }: Readonly<{ akte: AkteId }> & Answering): Promise<Akte> => {
    const on = ports.clock.today();
    return changeAkte(ports, id, answering.by, (akte) => decideQueryAnswer(answering, akte, on));
  };
