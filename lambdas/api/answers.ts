import { environment } from '../../config/settings.ts';
import { API } from '../../contracts/api.ts';
import { holdsShown, queriesShown } from '../../usecases/akte/akte-shown.ts';
import { noteAnswer } from '../../usecases/akte/note-answer.ts';
import { mailingPorts } from '../live/mailing.ts';
import { STEERING_SETTINGS, steeringPorts } from '../live/steering.ts';
import { actorOf } from '../middleware/admitted.ts';
import { answering } from '../middleware/answering.ts';
import { doing } from '../middleware/doing.ts';
import { ownAkte } from '../middleware/caller.ts';

const settings = environment(...STEERING_SETTINGS, 'AGENCY', 'MAIL_DOMAIN');
const ports = {
  ...steeringPorts(settings),
  ...mailingPorts(settings),
};
const does = doing(ports);

/** For our own people: what the debtor has told us, or that a ground to wait is over. */
export const handler = answering(
  does(API.answers.note, async ({ caller, body: { answer }, path, over }) => {
    const akte = await noteAnswer(over(ports))({ akte: ownAkte(caller, path.akte), answer, by: actorOf(caller) });
    return { akte: akte.id, holds: holdsShown(akte, { forCreditor: false }), queries: queriesShown(akte) };
  }),
);
