import { environment } from '../../config/settings.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { noting } from '../../usecases/akte/list-clarifications.ts';
import { sendMessage } from '../../usecases/dunning/send-message.ts';
import { mailFrom, sesPost } from '../../adapters/ses/mailer.ts';
import { dynamoMailLog } from '../../adapters/dynamodb/stores.ts';
import { writingPorts } from '../live/writing.ts';
import { counted } from '../middleware/counted.ts';
import { taskHandler } from '../middleware/task.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME', 'AGENCY', 'MAIL_DOMAIN');
const ports = writingPorts(settings);
export const handler = taskHandler(
  'send-email',
  dunning.tasks.SendEmail,
  noting(
    ports,
    sendMessage('email', {
      ...ports,
      paper: ports,
      post: counted('email', sesPost(mailFrom(ports.agency, settings.MAIL_DOMAIN), dynamoMailLog(ports.table))),
    }),
  ),
);
