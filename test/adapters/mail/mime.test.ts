import { mime } from '../../../adapters/mail/mime.ts';

describe('raw MIME', () => {
  const mail = {
    from: 'post@rheinbogen.example.com',
    to: 'erika@example.org',
    subject: '1. Mahnung – Übergröße für Erika',
    text: 'Guten Tag ä',
    html: '<p>ä</p>',
    messageId: 'a@example.com',
    date: new Date('2026-03-16T08:00:00Z'),
    attachments: [{ name: 'Mahnung-Müller.pdf', content: new Uint8Array([37, 80, 68, 70]), type: 'application/pdf' }],
  };
  const built = async (more: object = {}): Promise<string> =>
    Buffer.from(await mime({ ...mail, ...more })).toString('latin1');
  test('is plain ASCII with subject and file name encoded', async () => {
    const raw = await built();
    expect(raw).toMatch(/^[\x00-\x7f]*$/);
    expect(raw.replace(/\?=\s+=\?UTF-8\?Q\?/gi, '')).toContain('=C3=9Cbergr=C3=B6=C3=9Fe');
    expect(raw).toMatch(/filename\*0\*=utf-8''Mahnung-M%C3%BCller\.pdf/i);
    expect(raw).toContain('JVBERg==');
    expect(raw).toContain('Message-ID: <a@example.com>');
  });
  test('a line break in the subject adds no header, one in an address is refused', async () => {
    expect(await built({ subject: 'x\r\nBcc: b@example.org' })).not.toMatch(/^Bcc:/m);
    await expect(mime({ ...mail, to: 'a@example.org\r\nBcc: b@example.org' })).rejects.toThrow('Line break');
  });
});
