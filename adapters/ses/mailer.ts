import { SESClient, SESServiceException, SendRawEmailCommand, type SESClientConfig } from '@aws-sdk/client-ses';
import { Unavailable, nameIn } from '../../domain/faults.ts';
import { MessageReference, ProviderId } from '../../domain/ids.ts';
import type { Agency } from '../../domain/parties/parties.ts';
import type { Mailbox, Post } from '../../usecases/ports/posts.ts';
import { mime } from '../mail/mime.ts';
import { AWS_CLIENT, isNotConnected } from '../transient.ts';

const REFUSED = new Set(['MessageRejected', 'InvalidParameterValue']);
/** A name in quotes cannot hold its quotes, nor what would end the header or pass for an address. */
const address = (name: string, email: string): string => `"${name.replace(/["\\<>\p{Cc}]+/gu, ' ').trim()}" <${email}>`;
/** `akte+MUS-…-email@example.com`: every SES notification repeats it and leads back to the Akte. */
export const envelopeSender = (domain: string, reference: MessageReference): string => `akte+${reference}@${domain}`;
export const referenceOf = (source: string): MessageReference | null =>
  MessageReference.safeParse(/akte\+([A-Z0-9a-z-]+)@/.exec(source)?.[1]).data ?? null;

/** `replyTo`: where answers go. The sending addresses of the domain receive nothing. */
type From = Readonly<{ domain: string; name: string; replyTo: string }>;
/** How an agency writes: under its name, from its mail domain, and answered at its service address. */
export const mailFrom = ({ name, email }: Pick<Agency, 'name' | 'email'>, domain: string): From => ({
  domain,
  name,
  replyTo: email,
});

const sender = (config: SESClientConfig) => {
  const client = new SESClient({ ...AWS_CLIENT, ...config, maxAttempts: 1 });
  return async (source: string, to: string, raw: Uint8Array): Promise<ProviderId> => {
    try {
      const mail = { Source: source, Destinations: [to], RawMessage: { Data: raw } };
      const { MessageId = '' } = await client.send(new SendRawEmailCommand(mail));
      return ProviderId.parse(MessageId);
    } catch (error) {
      // A client fault (throttled, paused, not allowed) was answered before anything was taken; a server fault or a
      // line that broke leaves it open.
      const answered = error instanceof SESServiceException && error.$fault === 'client' && !REFUSED.has(error.name);
      if (!answered && !isNotConnected(error)) throw error;
      const name = nameIn(error);
      throw new Unavailable(`SES did not take it: ${name}`, { cause: error });
    }
  };
};

/** Mail to debtors. `log` is what SES's own events reported: the place to look an unknown outcome up. */
export const sesPost = (
  from: From,
  log: { find(reference: MessageReference): Promise<ProviderId | null> },
  config: SESClientConfig = {},
): Post => {
  const send = sender(config);
  return {
    send: async ({ reference, to, subject = '', text, html, pdf, pdfName = 'brief.pdf', enclosures = [], shownAs }) => {
      const source = envelopeSender(from.domain, reference);
      const raw = await mime({
        from: address(shownAs?.name ?? from.name, source),
        to,
        replyTo: shownAs?.replyTo ?? from.replyTo,
        subject,
        text,
        ...(html ? { html } : {}),
        attachments: [...(pdf ? [{ name: pdfName, content: pdf }] : []), ...enclosures].map((a) => ({
          ...a,
          type: 'application/pdf',
        })),
      });
      try {
        return { outcome: 'accepted', providerId: await send(source, to, raw) };
      } catch (error) {
        if (error instanceof Error && REFUSED.has(error.name)) return { outcome: 'refused', reason: error.message };
        throw error;
      }
    },
    outcome: async (reference) => {
      const providerId = await log.find(reference);
      return providerId === null ? { outcome: 'unknown' } : { outcome: 'accepted', providerId };
    },
  };
};

/** Mail to creditors and to our own finance department. */
export const sesMailbox = (from: From, config: SESClientConfig = {}): Mailbox => {
  const send = sender(config);
  return {
    send: async ({ to, subject, text, attachments = [] }) => {
      const source = `mandanten@${from.domain}`;
      const { name, replyTo } = from;
      await send(source, to, await mime({ from: address(name, source), to, replyTo, subject, text, attachments }));
    },
  };
};
