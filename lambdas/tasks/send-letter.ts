import { environment } from '../../config/settings.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { noting } from '../../usecases/akte/list-clarifications.ts';
import { sendMessage } from '../../usecases/dunning/send-message.ts';
import { postFromSecret } from '../../adapters/secrets.ts';
import { writingPorts } from '../live/writing.ts';
import { counted } from '../middleware/counted.ts';
import { taskHandler } from '../middleware/task.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'BUCKET_NAME', 'AGENCY', 'POST_SECRET');
const ports = writingPorts(settings);
export const handler = taskHandler(
  'send-letter',
  dunning.tasks.SendLetter,
  noting(
    ports,
    sendMessage('letter', {
      ...ports,
      paper: ports,
      post: counted('letter', postFromSecret(settings.POST_SECRET)),
    }),
  ),
);
