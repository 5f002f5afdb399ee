import type { Mailbox } from './ports/posts.ts';
import type { Once } from './ports/once.ts';

type Mail = Parameters<Mailbox['send']>[0];

/**
 * Tells a creditor or our own people something, once. It is sent first and marked after: a mail that failed is not
 * marked, so that whoever tries again sends it; a crash in between tells it twice, which is better than never. `mail`
 * is made only where it is still to be sent. True where it was sent now.
 */
export const tellOnce = async (
  { once, mailbox }: Readonly<{ once: Once; mailbox: Mailbox }>,
  what: string,
  mail: () => Mail | Promise<Mail>,
): Promise<boolean> => {
  if (await once.isDone(what)) return false;
  await mailbox.send(await mail());
  await once.done(what);
  return true;
};
