import type { Outgoing } from './ports.ts';

/** In whose name a message goes out where that is not the agency's: what a mail program or a phone shows. The address it comes from stays ours, so that bounces lead back. */
export type ShownAs = Readonly<{ name: string; replyTo?: string; smsSender?: string }>;
export type Signed = Outgoing & Readonly<{ shownAs?: ShownAs }>;
