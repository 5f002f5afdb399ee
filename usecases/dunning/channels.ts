import type { Channel } from '../../domain/procedure/channels.ts';
import type { Post, Posts } from '../ports/posts.ts';

const nothing: Post = {
  send: () => Promise.reject(new Error('this function does not send on this channel')),
  outcome: () => Promise.resolve({ outcome: 'unknown' }),
};

/** A function that sends on one channel has the permissions of that channel only; the other two are closed. */
export const only = (channel: Channel, post: Post): Posts => ({
  email: nothing,
  sms: nothing,
  letter: nothing,
  [channel]: post,
});
