import { day } from '../../../domain/calendar.ts';
import { ProposalId } from '../../../domain/ids.ts';
import type { Creditor } from '../../../domain/parties/parties.ts';
import { approveProposal, listProposals, refuseProposal } from '../../../usecases/operations/decide-proposals.ts';
import { musterversand } from '../../support/akte.ts';
import { SOMMER, WINTER, aStore } from './a-mandate.ts';

const K1 = ProposalId.parse('MUS-K1');
const OTHER = { holder: 'Musterversand GmbH', iban: 'DE02120300000000202051' };
const elsewhere: Creditor = { ...musterversand, account: OTHER };
/** Frau Sommer has proposed another account on 7 April. */
const proposed = async () => {
  const store = aStore();
  await store.save(musterversand);
  await store.save(elsewhere);
  const approve = approveProposal(store.ports);
  const refuse = refuseProposal(store.ports);
  const open = async () => (await listProposals(store.ports)()).map(({ id }) => id);
  return { ...store, approve, refuse, open };
};

test('approved by a second person, the account stands in the next version of the mandate, and money waits three days', async () => {
  const { creditors, approve, open, on } = await proposed();
  on('2026-04-09');
  expect(await open()).toEqual([K1]);
  expect(await approve({ id: K1, by: WINTER })).toMatchObject({ decision: { approved: true, by: WINTER } });
  expect(await creditors.current(musterversand.id)).toMatchObject({
    creditor: elsewhere,
    version: 2,
    by: WINTER,
    accountChange: { proposal: K1, payFrom: day('2026-04-12') },
  });
  expect(await open()).toEqual([]);
});

test('what else was changed meanwhile stays changed', async () => {
  const { creditors, approve, save } = await proposed();
  await save({ ...musterversand, paymentTermDays: 30 });
  await approve({ id: K1, by: WINTER });
  expect(await creditors.get(musterversand.id)).toEqual({ ...elsewhere, paymentTermDays: 30 });
});

test('who proposed it does not approve it, and nothing is written', async () => {
  const { creditors, approve, open } = await proposed();
  await expect(approve({ id: K1, by: SOMMER })).rejects.toMatchObject({ code: 'proposal.same-person' });
  expect(await creditors.get(musterversand.id)).toEqual(musterversand);
  expect(await open()).toEqual([K1]);
});

test('of two who approve at the same time one is refused, and the account is changed once', async () => {
  const { creditors, approve } = await proposed();
  const both = [approve({ id: K1, by: WINTER }), approve({ id: K1, by: 'operator:Frau Herbst' })];
  const said = await Promise.allSettled(both);
  expect(said.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await creditors.history(musterversand.id)).toHaveLength(2);
});

test('refused, all stays as it is, and the next proposal is another one', async () => {
  const { creditors, refuse, save, approve } = await proposed();
  expect(await refuse({ id: K1, by: SOMMER, reason: 'verschrieben' })).toMatchObject({
    decision: { approved: false, by: SOMMER, reason: 'verschrieben' },
  });
  await refuse({ id: K1, by: SOMMER, reason: 'verschrieben' });
  expect(await creditors.get(musterversand.id)).toEqual(musterversand);
  await expect(approve({ id: K1, by: WINTER })).rejects.toMatchObject({ code: 'proposal.decided' });
  expect((await save(elsewhere)).proposal?.id).toBe('MUS-K2');
});

test('after fourteen days it is over, and may be proposed anew', async () => {
  const { approve, open, save, on } = await proposed();
  on('2026-04-22');
  expect(await open()).toEqual([]);
  await expect(approve({ id: K1, by: WINTER })).rejects.toMatchObject({ code: 'proposal.expired' });
  expect((await save(elsewhere)).proposal?.id).toBe('MUS-K2');
});

test('the creditor hears of the approval once, also where the mail failed first and the call is repeated a day later', async () => {
  const { ports, on } = await proposed();
  const { mailbox } = ports;
  const broken = { ...mailbox, send: () => Promise.reject(new Error('SES ist fort')) };
  await expect(approveProposal({ ...ports, mailbox: broken })({ id: K1, by: WINTER })).rejects.toThrow('SES ist fort');
  on('2026-04-08');
  const approve = approveProposal(ports);
  await approve({ id: K1, by: WINTER });
  await approve({ id: K1, by: WINTER });
  const told = mailbox.mails.filter(({ subject }) => subject === 'Ihr Auszahlungskonto ist geändert');
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('frühestens am 10.04.2026');
});

test('of what was never proposed there is nothing to decide', async () => {
  const { ports } = aStore();
  await expect(approveProposal(ports)({ id: K1, by: WINTER })).rejects.toMatchObject({ name: 'NotFound' });
});
