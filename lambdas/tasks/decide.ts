import { environment } from '../../config/settings.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { noting } from '../../usecases/akte/list-clarifications.ts';
import { decide } from '../../usecases/dunning/steps.ts';
import { tablePorts } from '../live/deciding.ts';
import { taskHandler } from '../middleware/task.ts';

const settings = environment('TABLE_NAME', 'CLOCK');
const ports = tablePorts(settings);
export const handler = taskHandler('decide', dunning.tasks.Decide, noting(ports, decide(ports)));
