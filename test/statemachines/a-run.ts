import { aslFile } from '../../simulator/engine/machine.ts';

export const asl = aslFile();
