import type { Akte } from '../../domain/akte/akte.ts';
import { HOLDS } from '../../domain/procedure/holds.ts';
import { reasonTold, type Reader } from '../../domain/akte/told-to.ts';
import type { Plan } from '../../domain/akte/plan.ts';

/** Why an Akte rests, as far as whoever reads may know it. */
export const holdsShown = ({ holds }: Pick<Akte, 'holds'>, reader: Reader) =>
  holds.map((hold) => ({
    ground: hold.ground,
    until: hold.until ?? null,
    words: `${HOLDS[hold.ground].state}: ${reasonTold(hold, reader)}`,
  }));

/** What the creditor was asked, and has answered. */
export const queriesShown = ({ queries }: Pick<Akte, 'queries'>) =>
  queries.map(({ id, on, question, answerBy, particularsOf = [], answer }) => ({
    id,
    on,
    question,
    answerBy,
    particularsOf,
    answer,
  }));

export const planShown = ({ rate, fee, ...plan }: Plan) => ({ ...plan, rateCents: rate, feeCents: fee });
