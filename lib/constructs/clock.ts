import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageClock } from '../../config/stages.ts';
import type { Handler } from './handler.ts';

/**
 * Says to every function what day it is. Real time needs nothing; a calendar that is turned lies in a table, which the
 * functions may only look at.
 */
export const setClock = (
  scope: Construct,
  { clock, calendarTable }: Readonly<{ clock: StageClock; calendarTable: string | null }>,
  readers: readonly Handler[],
): void => {
  const setting = JSON.stringify(calendarTable === null ? clock : { ...clock, table: calendarTable });
  for (const reader of readers) {
    reader.set('CLOCK', setting);
    if (calendarTable !== null) reader.may(['dynamodb:GetItem'], tableArn(scope, calendarTable));
  }
};

const tableArn = (scope: Construct, resourceName: string): string =>
  Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName });
