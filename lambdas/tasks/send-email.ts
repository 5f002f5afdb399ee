import { environment } from '../../config/settings.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { only } from '../../usecases/channels.ts';
import { sendMessage } from '../../usecases/send-message.ts';
import { sesPost } from '../../adapters/ses/mailer.ts';
import { dynamoMailLog } from '../../adapters/dynamodb/stores.ts';
import { writingPorts } from '../live/writing.ts';
import { taskHandler } from '../middleware/task.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME', 'AGENCY', 'MAIL_DOMAIN');
const ports = writingPorts(settings);
export const handler = taskHandler('send-email', dunning.tasks.SendEmail, sendMessage('email', { ...ports, paper: ports, posts: only('email', sesPost({ domain: settings.MAIL_DOMAIN, name: ports.agency.name }, dynamoMailLog(ports.table))) }));
