import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { logFault, observed } from './observed.ts';

/**
 * A queue's messages one after the other; those that fail come again alone, and after some tries wait in the
 * dead-letter queue.
 */
export const queueHandler = <S extends z.ZodType>(
  what: string,
  schema: S,
  run: (message: z.output<S>, context: Context) => Promise<void>,
) =>
  middy<SQSEvent, SQSBatchResponse>(async (event: SQSEvent, context: Context) => {
    const failed: { itemIdentifier: string }[] = [];
    for (const { body, messageId } of event.Records) {
      try {
        await run(schema.parse(JSON.parse(body)), context);
      } catch (error) {
        logFault(what, error, context);
        failed.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures: failed };
  }).use(observed<SQSBatchResponse>(what, (result) => ({ failed: result.batchItemFailures.length })));
