import { akte } from './commands/akte.ts';
import { anrufe } from './commands/anrufe.ts';
import { betrieb } from './commands/betrieb.ts';
import type { Group } from './commands/command.ts';
import { freigabe } from './commands/freigabe.ts';
import { glaeubiger } from './commands/glaeubiger.ts';
import { klaerung } from './commands/klaerung.ts';
import { person } from './commands/person.ts';
import { team } from './commands/team.ts';
import { zugang } from './commands/zugang.ts';

/** Every command that asks the API. */
export const GROUPS: Readonly<Record<string, Group>> = {
  akte,
  anrufe,
  klaerung,
  betrieb,
  glaeubiger,
  freigabe,
  zugang,
  person,
  team,
};
