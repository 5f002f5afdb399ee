import {
  endOfNotices,
  joinableSince,
  newcomersOf,
  nextNewcomer,
  noticeOfJoined,
  untoldSince,
} from '../../../domain/dunning/newcomers.ts';
import { runsOf } from '../../../domain/dunning/run.ts';
import type { Akte, Matter } from '../../../domain/akte/akte.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import { NO_CONTACTS } from '../../../domain/akte/person.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { F2, M1, M2, akte, askedBy, joined, on, refusedNotice, runOf, second, sent } from './two-matters.ts';

const LAST = STANDARD.levels.at(-1)!;
const THIRD = LAST.stage;

describe('what could go on with a matter that runs', () => {
  const newcomers = (of: Akte, n = 5) => newcomersOf(runOf(of, n));
  test('the open claims of another that has not begun, from the day they are due', () => {
    expect(newcomers(akte(second({ dueOn: on(7) })))).toEqual([{ claims: [F2], from: on(8) }]);
  });
  test('not what has begun itself, is paid, or lacks what the law wants told', () => {
    expect(newcomers(akte(second({}), ...sent(0, 'email', 3, M2)))).toEqual([]);
    const { contractDate: _, ...incomplete } = second({}).claims[0]!;
    expect(newcomers(akte({ ...second({}), claims: [incomplete] }))).toEqual([]);
    const paid = {
      kind: 'paid',
      id: PaymentId.parse('p'),
      amount: second({}).claims[0]!.principal,
      claim: F2,
    } as const;
    expect(
      newcomers(akte(second({}), { ...paid, valueDate: on(3), bookedOn: on(3), via: 'agency', source: '' })),
    ).toEqual([]);
  });
});

test('what the creditor’s own letters could ask without the contract, the agency’s could not', () => {
  const { contractDate: _, ...incomplete } = second({}).claims[0]!;
  const own = Procedure.parse({
    ...STANDARD,
    id: 'own',
    sender: 'creditor',
    levels: STANDARD.levels.map((l) => ({ ...l, collectionFee: false })),
  });
  const found = (claims: readonly Claim[], first: Procedure) => {
    const of = akte({ ...second({}), claims: [...claims] });
    const procedures = (matter: Matter) => (matter.id === M2 ? own : first);
    const runFor = runsOf(of, procedures, { today: on(30), hour: null, elsewhere: NO_CONTACTS });
    return newcomersOf(runFor(of.matters[0]!)).flatMap((n) => n.claims);
  };
  expect(found([incomplete], own)).toEqual([F2]);
  expect(found([incomplete], STANDARD)).toEqual([]);
  expect(found(second({}).claims, STANDARD)).toEqual([F2]);
});

describe('a claim that becomes due in the last stage', () => {
  const OVER = on(20);
  const due = (n: number) => akte(second({ dueOn: on(n) }));
  test('is to be told from its day on, while the stage runs', () => {
    expect(joinableSince(runOf(due(7), 8), OVER)).toBe(on(8));
    expect(joinableSince(runOf(due(7), 7), OVER)).toBeNull();
  });
  test('is looked at again on that day, where the stage is not over before', () => {
    expect(nextNewcomer(runOf(due(7), 5), OVER)).toBe(on(8));
    expect(nextNewcomer(runOf(due(7), 8), OVER)).toBe(OVER);
    expect(nextNewcomer(runOf(due(25), 5), OVER)).toBe(OVER);
  });
  test('still joins after the stage, until the court is put to a person', () => {
    expect(joinableSince(runOf(due(7), 30), OVER)).toBe(on(8));
    const put = akte(second({ dueOn: on(7) }), { kind: 'courtDecisionDue', matter: M1, on: on(21) });
    expect(joinableSince(runOf(put, 30), OVER)).toBeNull();
  });
});

describe('what has joined', () => {
  const grown = (...facts: Parameters<typeof akte>) => akte(second({}), joined(9), ...facts);
  test('is untold since the day it joined, until a message has asked for it', () => {
    expect(untoldSince(runOf(akte(second({})), 10))).toBeNull();
    expect(untoldSince(runOf(grown(), 10))).toBe(on(9));
    expect(untoldSince(runOf(grown(...askedBy(1, 10, [F2])), 10))).toBeNull();
  });
  test('is untold where the message came back', () => {
    const [reserved, went] = askedBy(1, 10, [F2]);
    const back = { kind: 'undeliverable', contact: 'email', message: went.message, on: on(12), reason: 'x' } as const;
    expect(untoldSince(runOf(grown(reserved, went, back), 13))).toBe(on(9));
  });
  test('is told by itself on the first written way that is open', () => {
    const notice = (of: Akte) => noticeOfJoined(runOf(of, 10), LAST, on(9));
    expect(notice(grown())).toEqual({ act: 'Mahnung per E-Mail', on: on(9), occasion: 'joined' });
    expect(notice(grown(...refusedNotice(THIRD, 'email', 9)))).toMatchObject({ act: 'Mahnung per Brief' });
    expect(notice(grown(...refusedNotice(THIRD, 'email', 9), ...refusedNotice(THIRD, 'letter', 9)))).toBe(
      'unreachable',
    );
  });
  test('keeps the stage from being over before the deadline of its notice is', () => {
    const of = grown(...askedBy(THIRD, 10, [F2], { occasion: 'joined', payBy: on(17) }));
    const matter = of.matters[0]!;
    expect(endOfNotices(of, matter, LAST)).toBe(on(18));
    expect(endOfNotices(of, matter, STANDARD.levels[1]!)).toBe(matter.on);
    expect(endOfNotices(grown(...askedBy(THIRD, 10, [F2], { payBy: on(17) })), matter, LAST)).toBe(matter.on);
    const [onlyReserved] = askedBy(THIRD, 10, [F2], { occasion: 'joined', payBy: on(17) });
    expect(endOfNotices(grown(onlyReserved), matter, LAST)).toBe(matter.on);
    const elsewhere = askedBy(THIRD, 10, [F2], { occasion: 'joined', payBy: on(17), matter: M2 });
    expect(endOfNotices(grown(...elsewhere), matter, LAST)).toBe(matter.on);
  });
});
