import { day } from '../../../domain/calendar.ts';
import { accountApprovedMail, accountProposedMail } from '../../../domain/letters/account-change.ts';
import { rheinbogen } from '../../support/notices.ts';
import { CHANGE, PROPOSAL } from '../approval/a-proposal.ts';

const told = { agency: rheinbogen, name: 'Musterversand GmbH', proposal: PROPOSAL };
const payFrom = day('2026-04-11');

test('that another account is asked for is told with the last digits, what holds, and whom to call', () => {
  const { subject, text } = accountProposedMail(told);
  expect(subject).toBe('Ihr Auszahlungskonto soll geändert werden');
  expect(text).toContain(
    'am 07.04.2026 ist für Auszahlungen an Sie eine Änderung beantragt worden: das Konto mit den Endziffern 2051 (bisher: Endziffern 5030)',
  );
  expect(text).toContain('Noch gilt das bisherige Konto.');
  expect(text).toContain(`Haben Sie das nicht veranlasst? Dann rufen Sie uns bitte sofort an: ${rheinbogen.phone}.`);
});

test('that it was approved is told with the day from which money goes there', () => {
  const { subject, text } = accountApprovedMail({ ...told, payFrom });
  expect(subject).toBe('Ihr Auszahlungskonto ist geändert');
  expect(text).toContain('Ausgezahlt wird darauf frühestens am 11.04.2026. Bis dahin zahlen wir nichts aus');
  expect(text).toContain(`Dann rufen Sie uns bitte sofort an: ${rheinbogen.phone}.`);
});

test('a mail is a postcard: no IBAN and no holder of the new account stands in either', () => {
  const what = { ...CHANGE, to: { ...CHANGE.to, holder: 'Jemand Anderes' } };
  for (const mail of [
    accountProposedMail({ ...told, proposal: { ...PROPOSAL, what } }),
    accountApprovedMail({ ...told, proposal: { ...PROPOSAL, what }, payFrom }),
  ]) {
    const said = mail.subject + mail.text;
    for (const secret of [CHANGE.to.iban, CHANGE.from.iban, CHANGE.to.iban.slice(-5), 'Jemand Anderes'])
      expect(said).not.toContain(secret);
  }
});

test('where the IBAN stays, it is said that holder or BIC change', () => {
  const what = { ...CHANGE, to: { ...CHANGE.from, holder: 'Jemand Anderes' } };
  expect(accountProposedMail({ ...told, proposal: { ...PROPOSAL, what } }).text).toContain('(Kontoinhaber oder BIC)');
});
