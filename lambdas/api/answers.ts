import * as z from 'zod';
import { mailFrom, sesMailbox } from '../../adapters/ses/mailer.ts';
import { stepFunctions } from '../../adapters/sfn/workflows.ts';
import { environment } from '../../config/settings.ts';
import { ContactSource } from '../../domain/akte/contact-data.ts';
import { GivenDay, givenLine, givenProse } from '../../domain/given-text.ts';
import { DISPUTES, HOLDS, HOLD_GROUNDS, SITUATIONS } from '../../domain/procedure/holds.ts';
import { Debtor } from '../../domain/parties/parties.ts';
import { noteAnswer } from '../../usecases/akte/note-answer.ts';
import { agencyOf, tablePorts } from '../live/deciding.ts';
import { operatorOnly, ownAkte } from '../middleware/caller.ts';
import { route } from '../middleware/route.ts';

const settings = environment('TABLE_NAME', 'CLOCK', 'STATE_MACHINE_ARN', 'AGENCY', 'MAIL_DOMAIN');
const agency = agencyOf(settings.AGENCY);
const live = tablePorts(settings);
const ports = {
  ...live,
  workflows: stepFunctions(settings.STATE_MACHINE_ARN, live.timers),
  agency,
  mailbox: sesMailbox(mailFrom(agency, settings.MAIL_DOMAIN)),
};
const note = noteAnswer(ports);
const Text = givenProse(400);
const { name, address, email, phone, land } = Debtor.shape;
const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dispute'), reason: z.enum(DISPUTES), note: Text.optional() }),
  z.strictObject({ kind: z.literal('proof'), note: Text }),
  z.strictObject({ kind: z.literal('promise'), payBy: GivenDay, note: Text.optional() }),
  z.strictObject({ kind: z.literal('deferral'), until: GivenDay, note: Text }),
  z.strictObject({
    kind: z.literal('contact'),
    source: ContactSource.optional(),
    name: name.optional(),
    address,
    email,
    phone,
    land,
  }),
  z.strictObject({
    kind: z.literal('situation'),
    ground: z.enum(SITUATIONS as [string, ...string[]]).pipe(z.enum(HOLD_GROUNDS)),
    note: Text,
    until: GivenDay.optional(),
  }),
  z.strictObject({ kind: z.literal('returned'), reference: givenLine(60), note: Text }),
  z.strictObject({ kind: z.literal('over'), ground: z.enum(HOLD_GROUNDS), note: Text }),
]);
const Body = z.strictObject({ answer: Answer, by: givenLine(60).optional() });

/** POST /v1/akten/{akte}/answers, for our own people: what the debtor has told us, or that a ground to wait is over. */
export const handler = route(
  Body,
  ports.clients,
  async ({ caller, body, path }) => {
    operatorOnly(caller);
    const akte = await note({
      akte: ownAkte(caller, path['akte'] ?? ''),
      answer: body.answer as Parameters<typeof note>[0]['answer'],
      by: `operator:${body.by ?? caller.client}`,
    });
    return {
      aktenzeichen: akte.id,
      ruht: akte.holds.map((h) => `${HOLDS[h.ground].state}: ${h.reason}`),
      rueckfragen: akte.queries,
    };
  },
  201,
);
