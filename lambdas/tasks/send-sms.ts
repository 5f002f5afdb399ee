import { environment } from '../../config/settings.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { only } from '../../usecases/channels.ts';
import { sendMessage } from '../../usecases/send-message.ts';
import { snsSms } from '../../adapters/sns/sms.ts';
import { writingPorts } from '../live/writing.ts';
import { taskHandler } from '../middleware/task.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME', 'AGENCY', 'SMS_SENDER');
const ports = writingPorts(settings);
export const handler = taskHandler('send-sms', dunning.tasks.SendSms, sendMessage('sms', { ...ports, posts: only('sms', snsSms(settings.SMS_SENDER)) }));
