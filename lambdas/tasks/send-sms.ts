import { environment } from '../../config/settings.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { only } from '../../usecases/channels.ts';
import { sendMessage } from '../../usecases/send-message.ts';
import { snsSms } from '../../adapters/sns/sms.ts';
import { agencyOf, tablePorts } from '../live/deciding.ts';
import { taskHandler } from '../middleware/task.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'AGENCY', 'SMS_SENDER');
export const handler = taskHandler('send-sms', dunning.tasks.SendSms, sendMessage('sms', { ...tablePorts(settings), agency: agencyOf(settings.AGENCY), paper: null, posts: only('sms', snsSms(settings.SMS_SENDER)) }));
