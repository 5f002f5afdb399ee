import { referenceOf } from '../../../adapters/ses/mailer.ts';
import { mailTold } from '../../../lambdas/events/mail-told.ts';

const OURS = 'akte+MUS-4F7K-2QXR-M1-1-email@mail.example.com';
/** SES tells something of a mail; gives what was done, in order. */
const told = async (...messages: readonly object[]): Promise<readonly string[]> => {
  const done: string[] = [];
  const note = (what: string) => async (reference: string) => {
    done.push(`${what} ${reference}`);
  };
  const hear = mailTold({
    referenceOf,
    save: note('saved'),
    bounced: note('bounced'),
    count: (name) => {
      done.push(name);
    },
  });
  const Records = messages.map((m) => ({
    Sns: { Message: JSON.stringify({ mail: { source: OURS, messageId: 'p1' }, ...m }) },
  }));
  await hear({ Records } as Parameters<typeof hear>[0]);
  return done;
};
const SAVED = 'saved MUS-4F7K-2QXR-M1-1-email';

test('a delivery says that SES has the mail', async () => {
  expect(await told({ eventType: 'Delivery' })).toEqual([SAVED]);
});
test('a permanent bounce is counted and noted: the channel is closed', async () => {
  const bounce = { bounceType: 'Permanent' };
  expect(await told({ eventType: 'Bounce', bounce })).toEqual([
    SAVED,
    'mail.bounced',
    'bounced MUS-4F7K-2QXR-M1-1-email',
  ]);
});
test.each(['Transient', 'Undetermined'])('a bounce that may pass changes nothing (%s)', async (bounceType) => {
  expect(await told({ eventType: 'Bounce', bounce: { bounceType } })).toEqual([SAVED]);
});
test.each(['eventType', 'notificationType'])(
  'a complaint is counted and closes nothing, whichever way SES says it: %s',
  async (kind) => {
    expect(await told({ [kind]: 'Complaint' })).toEqual([SAVED, 'mail.complained']);
  },
);
test('a mail that bears no reference of ours is passed over, the next one is not', async () => {
  const foreign = { mail: { source: 'bounce@example.com', messageId: 'p0' }, eventType: 'Complaint' };
  expect(await told(foreign, { eventType: 'Delivery' })).toEqual([SAVED]);
});
test('what is no notification of SES is a fault, and comes again', async () => {
  await expect(told({ mail: null })).rejects.toMatchObject({ name: 'ZodError' });
});
