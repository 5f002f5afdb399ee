import { SYSTEM } from '../../domain/actor.ts';
import { akteOfReference, type Akte } from '../../domain/akte/akte.ts';
import { decideBounce } from '../../domain/akte/decide-return.ts';
import type { MessageReference } from '../../domain/ids.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Workflows } from '../ports/workflows.ts';
import { changeAkte } from './change-akte.ts';

/**
 * A mail came back for good (SES, permanent bounce). The executions look again at once: what it asked goes by letter.
 * The same report again, or one of a mail that the Akte does not know, changes nothing.
 */
export const noteBounce =
  (ports: Readonly<{ akten: Akten; workflows: Workflows; clock: Clock }>) =>
  (reference: MessageReference): Promise<Akte> => {
    const on = ports.clock.today();
    return changeAkte(ports, akteOfReference(reference), SYSTEM.ses, (akte) => decideBounce({ reference }, akte, on));
  };
