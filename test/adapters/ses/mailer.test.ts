import { mailFrom, sesMailbox, sesPost } from '../../../adapters/ses/mailer.ts';
import { MessageReference } from '../../../domain/ids.ts';
import { takesForms } from '../../support/aws-forms.ts';

const { taken, config } = takesForms();

test('a mail to a creditor or to finance is answered at the service address, too', async () => {
  const from = mailFrom({ name: 'Rheinbogen', email: 'service@rheinbogen.example.com' }, 'mail.example.com');
  await sesMailbox(from, config()).send({ to: 'kunde@example.com', subject: 'x', text: 'x' });
  const raw = Buffer.from(taken[0]!.get('RawMessage.Data') ?? '', 'base64').toString('latin1');
  expect(raw).toMatch(/^From: Rheinbogen <mandanten@mail\.example\.com>/m);
  expect(raw).toMatch(/^Reply-To: service@rheinbogen\.example\.com/m);
});

describe('a mail', () => {
  const post = () =>
    sesPost(
      mailFrom({ name: 'Rheinbogen Inkasso GmbH', email: 'service@rheinbogen.example.com' }, 'mail.example.com'),
      { find: () => Promise.resolve(null) },
      config(),
    );
  const send = async (more: object): Promise<{ source: string | null; head: string }> => {
    expect(
      await post().send({
        reference: MessageReference.parse('MUS-1'),
        to: 'erika@example.com',
        subject: 'x',
        text: 'x',
        ...more,
      }),
    ).toEqual({ outcome: 'accepted', providerId: 'm1' });
    const raw = Buffer.from(taken[0]!.get('RawMessage.Data') ?? '', 'base64').toString('latin1');
    return { source: taken[0]!.get('Source'), head: raw.slice(0, raw.indexOf('\r\n\r\n')) };
  };
  test("is the agency's; answers had gone to an address that nothing receives, and come to its service", async () => {
    const { source, head } = await send({});
    expect(source).toBe('akte+MUS-1@mail.example.com');
    expect(head).toContain('From: Rheinbogen Inkasso GmbH <akte+MUS-1@mail.example.com>');
    expect(head).toContain('Reply-To: service@rheinbogen.example.com');
  });
  test("in a creditor's name shows it, and its address for answers; it comes from ours, so that bounces lead back", async () => {
    const { source, head } = await send({ shownAs: { name: 'Teekontor', replyTo: 'service@example.com' } });
    expect(source).toBe('akte+MUS-1@mail.example.com');
    expect(head).toContain('From: Teekontor <akte+MUS-1@mail.example.com>');
    expect(head).toContain('Reply-To: service@example.com');
  });
  test('umlauts and commas in the name are encoded or quoted', async () => {
    expect((await send({ shownAs: { name: 'Müller, Söhne & Co.' } })).head).toMatch(
      /^From: (=\?UTF-8\?[QB]\?[^?]+\?=\s*)+ ?<akte\+MUS-1@mail\.example\.com>$/m,
    );
  });
  test('a name can add neither a header nor another address', async () => {
    for (const name of ['Tee\r\nBcc: b@example.com', 'Tee" <b@example.com>, "x', 'Tee\\']) {
      taken.splice(0);
      const { head } = await send({ shownAs: { name } });
      expect(head).not.toMatch(/^Bcc:/m);
      expect(head.match(/^From: .*(?:\r\n .*)*/m)?.[0]).toMatch(/<akte\+MUS-1@mail\.example\.com>$/);
      expect(head.match(/^From: .*(?:\r\n .*)*/m)?.[0]).not.toMatch(/^From: .*>.*>/);
    }
  });
});
