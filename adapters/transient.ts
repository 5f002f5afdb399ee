import type { MiddlewareStack } from '@smithy/types';
import { Unavailable } from '../domain/faults.ts';

/**
 * How long a call to AWS may take, in milliseconds, and how often it is tried: all tries together are over before the
 * shortest of our functions is (30 s), or the function would end in the middle and nobody would learn what became of
 * the call. The SDK itself waits for ever.
 */
export const PATIENCE = { connect: 1_500, answer: 7_000, tries: 3 } as const;
/** What every client of AWS is made with. `throwOnRequestTimeout`: without it the SDK only writes a warning. */
export const AWS_CLIENT = {
  maxAttempts: PATIENCE.tries,
  requestHandler: {
    connectionTimeout: PATIENCE.connect,
    requestTimeout: PATIENCE.answer,
    throwOnRequestTimeout: true,
  },
} as const;

/**
 * What AWS calls a fault that passes by itself: of each service that we ask its own names, then those any of them may
 * answer with.
 */
const PASSING: ReadonlySet<string> = new Set([
  // DynamoDB, and the reasons inside a cancelled transaction, which are named differently
  'ProvisionedThroughputExceededException',
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'InternalServerError',
  // S3
  'SlowDown',
  'InternalError',
  'ServiceUnavailable',
  'OperationAborted',
  'BandwidthLimitExceeded',
  // Step Functions, Lambda, SQS, KMS behind a queue or secret
  'ExecutionLimitExceeded',
  'TooManyRequestsException',
  'ServiceException',
  'RequestThrottled',
  'OverLimit',
  'KMSThrottlingException',
  'KmsThrottled',
  // Cognito, Secrets Manager
  'InternalErrorException',
  'InternalServiceError',
  // any of them, and the SDK
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottledException',
  'LimitExceededException',
  'EC2ThrottledException',
  'PriorRequestNotComplete',
  'RequestTimeout',
  'RequestTimeoutException',
  'TimeoutError',
  'ServiceUnavailableException',
]);
/** Node's names where no connection came about: certainly nothing was taken. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** And where one broke: it may have been taken. */
const BROKEN: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

type Told = Readonly<{ name?: unknown; code?: unknown; cause?: unknown; errors?: unknown }>;
const asTold = (error: unknown): Told | null => (typeof error === 'object' && error !== null ? error : null);
/** The codes why a transaction was cancelled, one for each of its items. */
export const reasonsIn = (error: unknown): readonly string[] =>
  error instanceof Error && 'CancellationReasons' in error && Array.isArray(error.CancellationReasons)
    ? error.CancellationReasons.map((r: { Code?: string }) => r.Code ?? '')
    : [];
const statusOf = (error: object): number => {
  const about = '$metadata' in error ? error.$metadata : undefined;
  if (typeof about !== 'object' || about === null || !('httpStatusCode' in about)) return 0;
  return typeof about.httpStatusCode === 'number' ? about.httpStatusCode : 0;
};
/** The fault and what it was caused by: node wraps what went wrong with each address of a host. */
const layers = (error: unknown): readonly Told[] => {
  const told = asTold(error);
  if (!told) return [];
  const inner = Array.isArray(told.errors) ? told.errors.flatMap(layers) : [];
  return [told, ...inner, ...(told.cause === error ? [] : layers(told.cause))];
};
const named = (of: Told, names: ReadonlySet<string>): boolean =>
  [of.name, of.code].some((name) => typeof name === 'string' && names.has(name));

/** Certain that nothing was taken, because nobody was reached. */
export const isNotConnected = (error: unknown): boolean => layers(error).some((of) => named(of, NOT_CONNECTED));

/**
 * Whether it passes by itself: too much asked, a server or a line that failed, no answer in time. What was asked may
 * have been done all the same.
 */
export const isTransient = (error: unknown): boolean =>
  layers(error).some(
    (of) =>
      named(of, PASSING) ||
      named(of, NOT_CONNECTED) ||
      named(of, BROKEN) ||
      statusOf(of) >= 500 ||
      statusOf(of) === 429 ||
      ('$retryable' in of && of.$retryable !== undefined),
  ) || reasonsIn(error).some((code) => PASSING.has(code));

/** A fault that passes as Unavailable; any other as it came. */
export const translated = (error: unknown): unknown => {
  if (error instanceof Unavailable || !isTransient(error)) return error;
  const name = error instanceof Error ? error.name : 'fault';
  return new Unavailable(
    `Ein Dienst von AWS antwortet gerade nicht (${name}). Bitte in einer Minute noch einmal versuchen.`,
    { cause: error },
  );
};

/**
 * Lets every call of a client say Unavailable for what passes. Not for providers of messages: there only what was
 * certainly not taken may be said so (decision 5), and not for the table, where a failed condition has a meaning first.
 */
export const saysWhatPasses = <I extends object, O extends object>(client: {
  middlewareStack: MiddlewareStack<I, O>;
}): void => {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw translated(error);
      }
    },
    { name: 'saysWhatPasses', step: 'initialize', priority: 'high' },
  );
};
