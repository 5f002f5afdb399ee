import { Rejected } from '../../../domain/faults.ts';
import { memoryMailbox, memoryOnce } from '../../../simulator/agency/stores.ts';
import { refuseBankStatement } from '../../../usecases/payments/refuse-bank-statement.ts';
import { rheinbogen } from '../../../simulator/agency/people.ts';

const key = 'bank/auszug.xml';
const fault = new Rejected('bank.not-xml', 'Die Datei ist kein XML.');
const anOffice = () => {
  const mailbox = memoryMailbox();
  const refuse = refuseBankStatement({
    mailbox,
    once: memoryOnce(),
    agency: rheinbogen,
    finance: 'finanzen@example.com',
  });
  return { mailbox, refuse };
};

test('finance learns which statement is not booked, why, and what to do', async () => {
  const { mailbox, refuse } = anOffice();
  await refuse({ key, etag: 'a', fault });
  expect(mailbox.mails).toMatchObject([
    { to: 'finanzen@example.com', subject: 'Kontoauszug bank/auszug.xml ist nicht gebucht' },
  ]);
  expect(mailbox.mails[0]?.text).toContain('keine seiner Buchungen ist gebucht: Die Datei ist kein XML.');
  expect(mailbox.mails[0]?.text).toContain('Bitte den Auszug bei der Bank noch einmal abrufen');
});

test('the same file announced twice was told twice: it is told once', async () => {
  const { mailbox, refuse } = anOffice();
  await refuse({ key, etag: 'a', fault });
  await refuse({ key, etag: 'a', fault });
  expect(mailbox.mails).toHaveLength(1);
});

test('another file under the same name, which cannot be read either, is told again', async () => {
  const { mailbox, refuse } = anOffice();
  await refuse({ key, etag: 'a', fault });
  await refuse({ key, etag: 'b', fault });
  expect(mailbox.mails).toHaveLength(2);
});
