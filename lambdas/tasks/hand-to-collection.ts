import { environment } from '../../config/settings.ts';
import { dunning } from '../../statemachines/dunning.ts';
import { handToCollection } from '../../usecases/dunning/hand-to-collection.ts';
import { noting } from '../../usecases/akte/list-clarifications.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import { taskHandler } from '../middleware/task.ts';

const ports = steeringPorts(environment(...STEERING_SETTINGS));
export const handler = taskHandler(
  'hand-to-collection',
  dunning.tasks.HandToCollection,
  noting(ports, handToCollection(ports)),
);
