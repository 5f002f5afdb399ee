import { day } from '../../../domain/calendar.ts';
import { tellApproved, tellProposed } from '../../../usecases/operations/tell-proposal.ts';
import { CHANGE, PROPOSAL } from '../../domain/approval/a-proposal.ts';
import { aStore } from './a-mandate.ts';

test('every address hears once of the proposal and once of the approval; what failed is tried again', async () => {
  const { ports } = aStore();
  const proposal = { ...PROPOSAL, what: { ...CHANGE, tellTo: ['neu@example.com', 'alt@example.com'] } };
  const { mailbox } = ports;
  const fails = { yes: true };
  const send: typeof mailbox.send = async (mail) => {
    if (fails.yes && mail.to === 'alt@example.com') throw new Error('SES ist fort');
    return mailbox.send(mail);
  };
  const failing = { ...ports, mailbox: { ...mailbox, send } };
  await expect(tellProposed(failing)(proposal, 'Musterversand GmbH')).rejects.toThrow('SES ist fort');
  fails.yes = false;
  for (let i = 0; i < 2; i++) {
    await tellProposed(failing)(proposal, 'Musterversand GmbH');
    await tellApproved(failing)(proposal, 'Musterversand GmbH', day('2026-04-10'));
  }
  expect(mailbox.mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['neu@example.com', 'Ihr Auszahlungskonto soll geändert werden'],
    ['alt@example.com', 'Ihr Auszahlungskonto soll geändert werden'],
    ['neu@example.com', 'Ihr Auszahlungskonto ist geändert'],
    ['alt@example.com', 'Ihr Auszahlungskonto ist geändert'],
  ]);
});
