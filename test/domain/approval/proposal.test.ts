import { KINDS, type Kind } from '../../../domain/approval/kinds.ts';
import { Proposal, partsOf, proposalId, stateOf } from '../../../domain/approval/proposal.ts';
import { day } from '../../../domain/calendar.ts';
import { keysOf } from '../../../domain/keys-of.ts';
import { CHANGE, PROPOSAL, WINTER } from './a-proposal.ts';

const MUS = CHANGE.creditor;

test('how it stands follows from the verdict and the day', () => {
  const verdict = { by: WINTER, on: day('2026-04-08'), at: '2026-04-08T08:00:00.000Z', reason: null };
  expect(stateOf(PROPOSAL, day('2026-04-21'))).toBe('open');
  expect(stateOf(PROPOSAL, day('2026-04-22'))).toBe('expired');
  expect(stateOf({ ...PROPOSAL, decision: { ...verdict, approved: true } }, day('2026-05-30'))).toBe('approved');
  expect(stateOf({ ...PROPOSAL, decision: { ...verdict, approved: false } }, day('2026-05-30'))).toBe('refused');
});

test('an id says whose it is, of which kind, and its place', () => {
  expect(partsOf(proposalId(MUS, 'account', 12))).toEqual({ creditor: 'MUS', letter: 'K', n: 12 });
});

test('no two kinds are numbered by the same letter, and each has days to be decided in', () => {
  const kinds: readonly Kind[] = keysOf(KINDS);
  expect(new Set(kinds.map((kind) => KINDS[kind].letter)).size).toBe(kinds.length);
  for (const kind of kinds)
    expect(KINDS[kind]).toMatchObject({ letter: expect.stringMatching(/^[A-Z]$/), openDays: 14 });
});

test('what nobody is told of is no proposal', () => {
  expect(Proposal.safeParse({ ...PROPOSAL, what: { ...CHANGE, tellTo: [] } }).success).toBe(false);
  expect(Proposal.safeParse(PROPOSAL).success).toBe(true);
});
