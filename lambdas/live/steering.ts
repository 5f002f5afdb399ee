import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import type { ClockSetting } from '../../config/settings.ts';
import { tablePorts } from './deciding.ts';

/** What a function that begins executions is given. */
export const STEERING_SETTINGS = ['TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN'] as const;

/** Ports of whatever begins executions: of new claims, or anew where something changes what comes next. */
export const steeringPorts = (of: { TABLE_NAME: string; CLOCK: ClockSetting; STATE_MACHINE_ARN: string }) => {
  const ports = tablePorts(of);
  return { ...ports, workflows: stepFunctions(of.STATE_MACHINE_ARN, ports.timers) };
};
