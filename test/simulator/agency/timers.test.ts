import { memoryClarifications, memoryTimers } from '../../../simulator/agency/timers.ts';
import { clarificationsContract, timersContract } from '../../support/timer-contracts.ts';

const timers = memoryTimers();
describe('in memory: the list of timers', () => {
  timersContract(() => timers);
});
const clarifications = memoryClarifications();
describe('in memory: the list of cases', () => {
  clarificationsContract(() => clarifications);
});
