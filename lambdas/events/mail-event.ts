import middy from '@middy/core';
import { dynamoMailLog } from '../../adapters/dynamodb/stores.ts';
import { referenceOf } from '../../adapters/ses/mailer.ts';
import { environment } from '../../config/settings.ts';
import { noteBounce } from '../../usecases/akte/note-return.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import { countMail } from '../middleware/counted.ts';
import { observed } from '../middleware/observed.ts';
import { mailTold } from './mail-told.ts';

const ports = steeringPorts(environment(...STEERING_SETTINGS));
const { save } = dynamoMailLog(ports.table);
const bounced = noteBounce(ports);

/** SNS hands on what SES reports of a mail. */
export const handler = middy(mailTold({ referenceOf, save, bounced, count: countMail })).use(
  observed('mail events recorded'),
);
