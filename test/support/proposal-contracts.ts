import { byOperator } from '../../domain/actor.ts';
import { decideApproval, decideProposing } from '../../domain/approval/decide-proposal.ts';
import { day } from '../../domain/calendar.ts';
import { ProposalId } from '../../domain/ids.ts';
import { withApprovedAccount } from '../../domain/parties/decide-mandate.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { firstVersion } from '../../simulator/agency/stores.ts';
import type { Creditors } from '../../usecases/ports/creditors.ts';
import type { Proposals } from '../../usecases/ports/proposals.ts';
import { musterversand } from './akte.ts';

type Stores = Readonly<{ creditors: Creditors; proposals: Proposals }>;
let n = 0;
const doing = (name: string, on: string) => ({ by: byOperator(name), on: day(on), at: `${on}T08:00:00.000Z` });
/** A creditor that no other test knows, and another account for it that was proposed on this day. */
const aWish = (on = '2026-04-07') => {
  const id = CreditorId.parse(`P${String.fromCharCode(65 + n++)}`);
  const mandate = firstVersion({ ...musterversand, id });
  const to = { holder: 'Musterversand GmbH', iban: 'DE02120300000000202051' };
  const from = musterversand.account;
  const what = { kind: 'account', creditor: id, from, to, tellTo: [musterversand.email] } as const;
  const proposal = decideProposing(what, doing('Frau Sommer', on), null);
  const approved = decideApproval(proposal, doing('Herr Winter', on));
  const change = { proposal: proposal.id, payFrom: day('2026-04-10') };
  const next = withApprovedAccount(mandate, { account: to, change, ...doing('Herr Winter', on) });
  return { id, what, mandate, proposal, approved, next };
};

/** What the store of the proposals must do, in memory and on DynamoDB. */
export const proposalsContract = (make: () => Stores): void => {
  test('a proposal is found by its id, and the latest of its kind by its creditor', async () => {
    const { proposals } = make();
    const { id, what, proposal, approved } = aWish();
    expect([await proposals.find(proposal.id), await proposals.last(id, 'account')]).toEqual([null, null]);
    await proposals.write({ proposal, mandate: null });
    expect(await proposals.find(proposal.id)).toEqual(proposal);
    await proposals.write({ proposal: approved, mandate: null });
    const second = decideProposing(what, doing('Frau Sommer', '2026-04-08'), approved);
    await proposals.write({ proposal: second, mandate: null });
    expect(await proposals.last(id, 'account')).toEqual(second);
    expect(await proposals.find(proposal.id)).toEqual(approved);
    expect(await proposals.find(ProposalId.parse(`${id}-K3`))).toBeNull();
  });
  test('what may still be decided is listed, the one that expires first before the others; the rest is not', async () => {
    const { proposals } = make();
    const wishes = ['2026-04-09', '2026-04-07', '2026-04-08'].map(aWish);
    for (const { proposal } of wishes) await proposals.write({ proposal, mandate: null });
    const ours = new Set<string>(wishes.map(({ proposal }) => proposal.id));
    const open = async (on: string) =>
      (await proposals.open(day(on))).flatMap(({ id, until }) => (ours.has(id) ? [until] : []));
    expect(await open('2026-04-21')).toEqual(['2026-04-21', '2026-04-22', '2026-04-23']);
    expect(await open('2026-04-22')).toEqual(['2026-04-22', '2026-04-23']);
    const [latest] = wishes;
    if (latest) await proposals.write({ proposal: latest.approved, mandate: null });
    expect(await open('2026-04-22')).toEqual(['2026-04-22']);
  });
};

/** What is written once, and what together. */
export const proposalsWrittenContract = (make: () => Stores): void => {
  test('it is proposed once and decided once: whoever comes second is told so', async () => {
    const { proposals } = make();
    const { proposal, approved } = aWish();
    const conflict = { name: 'Conflict' };
    await expect(proposals.write({ proposal: approved, mandate: null })).rejects.toMatchObject(conflict);
    await proposals.write({ proposal, mandate: null });
    await expect(proposals.write({ proposal, mandate: null })).rejects.toMatchObject(conflict);
    await proposals.write({ proposal: approved, mandate: null });
    await expect(proposals.write({ proposal: approved, mandate: null })).rejects.toMatchObject(conflict);
    expect(await proposals.find(proposal.id)).toEqual(approved);
  });
  test('verdict and mandate are written together or not at all', async () => {
    const { creditors, proposals } = make();
    const { id, mandate, proposal, approved, next } = aWish();
    await creditors.append(mandate);
    await proposals.write({ proposal, mandate: null });
    const late = { ...next, version: 1 };
    await expect(proposals.write({ proposal: approved, mandate: late })).rejects.toMatchObject({ name: 'Conflict' });
    expect(await proposals.find(proposal.id)).toEqual(proposal);
    await proposals.write({ proposal: approved, mandate: next });
    expect(await creditors.history(id)).toEqual([mandate, next]);
    expect(await proposals.find(proposal.id)).toEqual(approved);
  });
};
