import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { handToCollection } from '../../usecases/dunning/hand-to-collection.ts';
import { noting } from '../../usecases/akte/list-clarifications.ts';
import { tablePorts } from '../live/deciding.ts';
import { taskHandler } from '../middleware/task.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN');
const ports = tablePorts(settings);
export const handler = taskHandler(
  'hand-to-collection',
  dunning.tasks.HandToCollection,
  noting(ports, handToCollection({ ...ports, workflows: stepFunctions(settings.STATE_MACHINE_ARN, ports.timers) })),
);
