import { mailFrom, sesMailbox } from '../../adapters/ses/mailer.ts';
import { agencyOf } from './deciding.ts';

/** Who we are, and the mailbox from which we write to creditors and our own people. */
export const mailingPorts = (of: Readonly<{ AGENCY: unknown; MAIL_DOMAIN: string }>) => {
  const agency = agencyOf(of.AGENCY);
  return { agency, mailbox: sesMailbox(mailFrom(agency, of.MAIL_DOMAIN)) };
};
