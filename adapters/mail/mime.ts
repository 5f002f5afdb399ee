import MailComposer from 'nodemailer/lib/mail-composer';

export type Mail = Readonly<{ from: string; to: string; subject: string; text: string; html?: string; attachments: readonly Readonly<{ name: string; content: Uint8Array; type: string }>[] }>;

/** A mail as it travels: text, HTML and attachments, umlauts encoded where the format wants it. */
export const mime = (mail: Mail): Promise<Uint8Array> => new MailComposer({
  from: mail.from, to: mail.to, subject: mail.subject, text: mail.text, ...(mail.html ? { html: mail.html } : {}),
  attachments: mail.attachments.map((a) => ({ filename: a.name, content: Buffer.from(a.content), contentType: a.type })),
}).compile().build();
