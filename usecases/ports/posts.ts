import type { MessageReference, ProviderId } from '../../domain/ids.ts';
import type { Channel } from '../../domain/procedure/channels.ts';

/** What a provider says about one message. Unavailable thrown: certainly not taken. Any other error: nobody knows. */
export type Delivery = Readonly<
  { outcome: 'accepted'; providerId: ProviderId } | { outcome: 'refused'; reason: string }
>;
/** What is known afterwards: `unknown` where the channel keeps no record of what it never took. */
export type KnownOutcome = Readonly<
  { outcome: 'accepted'; providerId: ProviderId } | { outcome: 'absent' } | { outcome: 'unknown' }
>;
/**
 * In whose name a message goes out where that is not the agency's: what a mail program or a phone shows. The address it
 * comes from stays ours, so that bounces lead back.
 */
export type ShownAs = Readonly<{ name: string; replyTo?: string; smsSender?: string }>;
export type Outgoing = Readonly<{
  reference: MessageReference;
  to: string;
  subject?: string;
  text: string;
  html?: string;
  pdf?: Uint8Array;
  pdfName?: string;
  enclosures?: readonly Readonly<{ name: string; content: Uint8Array }>[];
  shownAs?: ShownAs;
}>;
export interface Post {
  send(message: Outgoing): Promise<Delivery>;
  outcome(reference: MessageReference): Promise<KnownOutcome>;
}
export type Posts = Readonly<Record<Channel, Post>>;
/** Mail to creditors and staff: nothing legal hangs on it. */
export interface Mailbox {
  send(
    mail: Readonly<{
      to: string;
      subject: string;
      text: string;
      attachments?: readonly Readonly<{ name: string; content: Uint8Array; type: string }>[];
    }>,
  ): Promise<void>;
}
