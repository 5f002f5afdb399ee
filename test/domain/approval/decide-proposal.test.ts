import { byOperator } from '../../../domain/actor.ts';
import { decideApproval, decideProposing, decideRefusal } from '../../../domain/approval/decide-proposal.ts';
import { day } from '../../../domain/calendar.ts';
import { CHANGE, PROPOSAL, SOMMER, WINTER, doing } from './a-proposal.ts';

const refusal = (code: string, message: RegExp) =>
  expect.objectContaining({ name: 'Rejected', code, message: expect.stringMatching(message) });
const approved = decideApproval(PROPOSAL, doing(WINTER, '2026-04-08'));
const refused = decideRefusal(PROPOSAL, doing(WINTER, '2026-04-08'), 'nicht veranlasst');

describe('proposing', () => {
  test('given none of its kind, then it is the first, and may be decided for fourteen days', () => {
    expect(PROPOSAL).toEqual({
      id: 'MUS-K1',
      what: CHANGE,
      by: SOMMER,
      on: '2026-04-07',
      at: '2026-04-07T08:00:00.000Z',
      until: '2026-04-21',
      decision: null,
    });
  });
  test('given one that is open, then a second of its kind is refused: first somebody decides', () => {
    const deciding = () => decideProposing(CHANGE, doing(WINTER, '2026-04-21'), PROPOSAL);
    expect(deciding).toThrow(
      refusal(
        'proposal.open',
        /^„Auszahlungskonto ändern“ ist für MUS schon beantragt \(MUS-K1, von Frau Sommer am 07\.04\.2026\)\./,
      ),
    );
  });
  test.each([
    ['approved', approved, '2026-04-09'],
    ['refused', refused, '2026-04-09'],
    ['expired', PROPOSAL, '2026-04-22'],
  ])('given one that is %s, then the next one follows', (_, last, on) => {
    expect(decideProposing(CHANGE, doing(WINTER, on), last)).toMatchObject({ id: 'MUS-K2', decision: null });
  });
});

describe('approving', () => {
  test('given an open proposal, when a second person approves it, then it says who and when', () => {
    expect(approved).toEqual({
      ...PROPOSAL,
      decision: { approved: true, by: WINTER, on: '2026-04-08', at: '2026-04-08T08:00:00.000Z', reason: null },
    });
  });
  test.each([SOMMER, byOperator('frau sommer')])(
    'when who proposed it approves it (%s), then that is refused',
    (by) => {
      const deciding = () => decideApproval(PROPOSAL, doing(by, '2026-04-08'));
      expect(deciding).toThrow(
        refusal('proposal.same-person', /^MUS-K1 hat .* beantragt\. Freigeben muss es eine zweite Person\.$/),
      );
    },
  );
  test('on its last day it may be approved, the day after it has expired', () => {
    expect(decideApproval(PROPOSAL, doing(WINTER, '2026-04-21')).decision?.on).toBe(day('2026-04-21'));
    expect(() => decideApproval(PROPOSAL, doing(WINTER, '2026-04-22'))).toThrow(
      refusal('proposal.expired', /^MUS-K1 konnte bis zum 21\.04\.2026 entschieden werden und ist verfallen\./),
    );
  });
  test('said again by the same person it is the same, whenever; said by another it is refused', () => {
    expect(decideApproval(approved, doing(WINTER, '2026-05-30'))).toBe(approved);
    expect(() => decideApproval(approved, doing(byOperator('Frau Herbst'), '2026-04-08'))).toThrow(
      refusal('proposal.decided', /^MUS-K1 ist schon freigegeben, von Herr Winter am 08\.04\.2026\.$/),
    );
  });
  test('what was refused is not approved afterwards', () => {
    expect(() => decideApproval(refused, doing(WINTER, '2026-04-08'))).toThrow(
      refusal('proposal.decided', /^MUS-K1 ist schon abgelehnt, von Herr Winter/),
    );
  });
});

describe('refusing', () => {
  test.each([SOMMER, WINTER])('anybody may, with a reason: also %s', (by) => {
    expect(decideRefusal(PROPOSAL, doing(by, '2026-04-08'), 'nicht veranlasst').decision).toEqual({
      approved: false,
      by,
      on: '2026-04-08',
      at: '2026-04-08T08:00:00.000Z',
      reason: 'nicht veranlasst',
    });
  });
  test('said again it is the same; what was approved is not refused afterwards', () => {
    expect(decideRefusal(refused, doing(WINTER, '2026-04-09'), 'anders gesagt')).toBe(refused);
    expect(() => decideRefusal(approved, doing(WINTER, '2026-04-09'), 'zu spät')).toThrow(
      refusal('proposal.decided', /^MUS-K1 ist schon freigegeben/),
    );
  });
});
