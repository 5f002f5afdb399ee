import middy from '@middy/core';
import { dynamoMailLog } from '../../adapters/dynamodb/stores.ts';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { referenceOf } from '../../adapters/ses/mailer.ts';
import { environment } from '../../config/settings.ts';
import { noteBounce } from '../../usecases/akte/note-return.ts';
import { tablePorts } from '../live/deciding.ts';
import { countMail } from '../middleware/counted.ts';
import { observed } from '../middleware/observed.ts';
import { mailTold } from './mail-told.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const ports = tablePorts(settings);
const { save } = dynamoMailLog(ports.table);
const bounced = noteBounce({ ...ports, workflows: stepFunctions(settings.STATE_MACHINE_ARN, ports.timers) });

/** SNS hands on what SES reports of a mail. */
export const handler = middy(mailTold({ referenceOf, save, bounced, count: countMail })).use(
  observed('mail events recorded'),
);
