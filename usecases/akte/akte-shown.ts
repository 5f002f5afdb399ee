import type { Akte } from '../../domain/akte/akte.ts';
import { HOLDS } from '../../domain/procedure/holds.ts';
import { reasonForCreditor } from '../../domain/akte/history.ts';
import type { Plan } from '../../domain/akte/plan.ts';

/** Who reads: the creditor of an Akte, or our own people. */
export type Reader = Readonly<{ forCreditor: boolean }>;

/** Why an Akte rests, as far as whoever reads may know it. */
export const holdsShown = ({ holds }: Pick<Akte, 'holds'>, { forCreditor }: Reader) =>
  holds.map((hold) => ({
    ground: hold.ground,
    until: hold.until ?? null,
    words: `${HOLDS[hold.ground].state}: ${forCreditor ? reasonForCreditor(hold) : hold.reason}`,
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
