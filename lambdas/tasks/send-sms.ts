import { environment } from '../../config/settings.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { noting } from '../../usecases/akte/list-clarifications.ts';
import { sendMessage } from '../../usecases/dunning/send-message.ts';
import { snsSms } from '../../adapters/sns/sms.ts';
import { agencyOf, tablePorts } from '../live/deciding.ts';
import { counted } from '../middleware/counted.ts';
import { taskHandler } from '../middleware/task.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'AGENCY', 'SMS_SENDER');
const ports = tablePorts(settings);
export const handler = taskHandler(
  'send-sms',
  dunning.tasks.SendSms,
  noting(
    ports,
    sendMessage('sms', {
      ...ports,
      agency: agencyOf(settings.AGENCY),
      paper: null,
      post: counted('sms', snsSms(settings.SMS_SENDER)),
    }),
  ),
);
