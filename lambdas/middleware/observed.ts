import { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import { countFault } from './counted.ts';
import { prepareCall } from './each-call.ts';

const logger = new Logger({ serviceName: 'mahnwerk' });

/** Only these of an input are ever logged: keys, never a debtor's data. */
const IDS = ['akte', 'claim', 'generation', 'month', 'key', 'route'] as const;
const idsOf = (input: unknown): Record<string, string | number> => {
  if (typeof input !== 'object' || input === null) return {};
  return Object.fromEntries(
    IDS.flatMap((id) => {
      const value: unknown = Reflect.get(input, id);
      return typeof value === 'string' || typeof value === 'number' ? [[id, value]] : [];
    }),
  );
};

const told = (
  what: string,
  error: Error | null | undefined,
  requestId: string,
  ids: Record<string, string | number> = {},
): void => {
  const name = error?.name ?? 'Error';
  logger.error(`${what}: ${name}`, {
    requestId,
    fault: name,
    ...ids,
    ...(name === 'Error' && error?.stack ? { stack: error.stack } : {}),
  });
  countFault(name);
};
/** A fault that does not end its function: one message of several. */
export const logFault = (what: string, error: unknown, context: { awsRequestId: string }): void => {
  told(what, error instanceof Error ? error : new Error(String(error)), context.awsRequestId);
};

/**
 * Around every call of every function: what is prepared afresh before it; one line per fact after it happened, with ids
 * only; a fault counts under its name.
 */
export const observed = <R>(
  what: string,
  factOf: (result: R) => Record<string, unknown> = () => ({}),
): MiddlewareObj<unknown, R> => ({
  before: prepareCall,
  after: ({ event, response, context }) => {
    logger.info(what, {
      requestId: context.awsRequestId,
      ...idsOf(event),
      ...(response === null || response === undefined ? {} : factOf(response)),
    });
  },
  onError: ({ event, error, context }) => {
    told(what, error, context.awsRequestId, idsOf(event));
  },
});
