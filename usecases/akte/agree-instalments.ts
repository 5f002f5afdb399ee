import {
  decideInstalments,
  instalmentOffer,
  type Consent,
  type Offer,
  type Wish,
} from '../../domain/account/decide-instalments.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { AkteId } from '../../domain/ids.ts';
import type { Akten } from '../ports/akten.ts';
import type { Clock } from '../ports/clock.ts';
import type { Workflows } from '../ports/workflows.ts';
import { changeAkte } from './change-akte.ts';

type In = Readonly<{ akte: AkteId }>;

/** What a plan would cost, rate by rate; writes nothing. */
export const offerInstalments =
  (ports: Readonly<{ akten: Akten; clock: Clock }>) =>
  async ({ akte, ...wish }: In & Wish): Promise<Offer> =>
    instalmentOffer(wish, await ports.akten.get(akte), ports.clock.today());

/** Agrees on a plan that the debtor has accepted in text form, knowing its total. */
export const agreeInstalments =
  (ports: Readonly<{ akten: Akten; workflows: Workflows; clock: Clock }>) =>
  async ({ akte: id, ...consent }: In & Consent): Promise<Akte> => {
    const on = ports.clock.today();
    return changeAkte(ports, id, consent.by, (akte) => decideInstalments(consent, akte, on));
  };
