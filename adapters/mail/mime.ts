import MailComposer from 'nodemailer/lib/mail-composer';

export type Attachment = Readonly<{ name: string; content: Uint8Array; type: string }>;
/** `messageId` without angle brackets; it and `date` are made up by the composer where they are missing. */
export type Mail = Readonly<{
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: readonly Attachment[];
  messageId?: string;
  date?: Date;
}>;

/**
 * A line break in an address would add a recipient. Addresses are checked where they come in; this is the last door.
 */
const address = (text: string): string => {
  if (/[\r\n]/.test(text)) throw new Error('Line break in a mail address');
  return text;
};

/**
 * The mail as raw MIME for SES `SendRawEmail`; umlauts in subject and file names are encoded (RFC 2047, RFC 2231). Says
 * that a machine wrote it (RFC 3834).
 */
export const mime = async (mail: Mail): Promise<Uint8Array> =>
  new MailComposer({
    from: address(mail.from),
    to: address(mail.to),
    ...(mail.replyTo === undefined ? {} : { replyTo: address(mail.replyTo) }),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    ...(mail.messageId === undefined ? {} : { messageId: `<${mail.messageId}>` }),
    ...(mail.date === undefined ? {} : { date: mail.date }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: (mail.attachments ?? []).map((a) => ({
      filename: a.name,
      content: Buffer.from(a.content),
      contentType: a.type,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
