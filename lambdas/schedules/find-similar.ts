import middy from '@middy/core';
import * as z from 'zod';
import { dynamoDebtors } from '../../adapters/dynamodb/debtors.ts';
import { dynamoSuggestions } from '../../adapters/dynamodb/suggestions.ts';
import { environment } from '../../config/settings.ts';
import { findSimilarDebtors } from '../../usecases/akte/find-similar-debtors.ts';
import { tablePorts } from '../live/deciding.ts';
import { observed } from '../middleware/observed.ts';

const ports = tablePorts(environment('TABLE_NAME', 'CLOCK'));
const find = findSimilarDebtors({
  ...ports,
  debtors: dynamoDebtors(ports.table),
  suggestions: dynamoSuggestions(ports.table),
});
const Event = z.strictObject({});

/** Each night: customers of one creditor that may be one and the same are put before staff. */
export const handler = middy(async (event: unknown) => {
  Event.parse(event);
  return find();
}).use(
  observed('similar debtors', (result: Record<string, unknown>) => ({
    debtors: result['debtors'],
    added: result['added'],
    tooCommon: result['tooCommon'],
  })),
);
