import { day } from '../../../domain/calendar.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { inLegalOrder, routeOf, type Debt } from '../../../domain/account/designation.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';

const ON = day('2026-03-02');
const debt = (n: number, more: Partial<Claim> = {}, burden = 500, principal = n * 100): Debt => ({
  claim: aClaim(n, more),
  burden,
  principal: cents(principal),
  reachedOn: ON,
  handOver: 0,
});
const ids = (groups: readonly (readonly Debt[])[]): string[][] => groups.map((g) => g.map((d) => d.claim.id));
const pay = (amount: number, debts: Debt[], claim?: string) => {
  const { groups, principalOnly, ground } = routeOf(
    { amount: cents(amount), ...(claim ? { claim: ClaimId.parse(claim) } : {}) },
    debts,
    ON,
  );
  return { groups: ids(groups), principalOnly, ground };
};

describe('§ 366(2) BGB: the order of the law', () => {
  test('the due debt first; due is what is due today', () => {
    expect(ids(inLegalOrder([debt(1, { dueOn: day('2026-03-03') }, 900), debt(2, { dueOn: ON }, 0)], ON))).toEqual([
      ['F2'],
      ['F1'],
    ]);
  });
  test('then the more burdensome, whichever is older', () => {
    expect(ids(inLegalOrder([debt(1, { invoiceDate: day('2025-01-01') }, 500), debt(2, {}, 900)], ON))).toEqual([
      ['F2'],
      ['F1'],
    ]);
  });
  test('then the older: by invoice, then by due day', () => {
    expect(ids(inLegalOrder([debt(1), debt(2, { invoiceDate: day('2026-01-09') })], ON))).toEqual([['F2'], ['F1']]);
    expect(ids(inLegalOrder([debt(1, { invoiceDate: day('2026-01-09') }), debt(2)], ON))).toEqual([['F1'], ['F2']]);
    expect(ids(inLegalOrder([debt(1), debt(2, { dueOn: day('2026-01-23') })], ON))).toEqual([['F2'], ['F1']]);
    expect(ids(inLegalOrder([debt(1, { dueOn: day('2026-01-23') }), debt(2)], ON))).toEqual([['F1'], ['F2']]);
  });
  test('equals together, in the order of their numbers, not of their letters', () => {
    expect(ids(inLegalOrder([debt(10), debt(9), debt(2), debt(1, { dueOn: day('2026-04-01') })], ON))).toEqual([
      ['F2', 'F9', 'F10'],
      ['F1'],
    ]);
  });
  test('nothing owed: nowhere to go', () => {
    expect(inLegalOrder([], ON)).toEqual([]);
  });
});

describe('§ 366(1) BGB: what the payer said', () => {
  const debts = [debt(1), debt(2), debt(3, { invoiceDate: day('2025-12-01') })];
  test('a named claim comes first, the others after it in the order of the law', () => {
    expect(pay(50, debts, 'F2')).toEqual({
      groups: [['F2'], ['F3'], ['F1']],
      principalOnly: false,
      ground: 'Für Rechnung RE-2 gezahlt: So hat es der Zahler bestimmt (§ 366 Abs. 1 BGB).',
    });
    expect(pay(50, debts, 'F3').groups).toEqual([['F3'], ['F1', 'F2']]);
  });
  test('with exactly its principal, the principal is paid', () => {
    expect(pay(200, debts, 'F2')).toMatchObject({
      principalOnly: true,
      ground: expect.stringMatching(/Abs\. 1 BGB\), und zwar genau die Hauptforderung\.$/),
    });
    expect(pay(201, debts, 'F2').principalOnly).toBe(false);
  });
  test('a claim that is not owed any more names nothing', () => {
    expect(pay(50, debts, 'F9')).toMatchObject({ groups: [['F3'], ['F1', 'F2']], principalOnly: false });
  });
  test('exactly one principal means that claim; of two equal ones the first by law', () => {
    expect(pay(100, debts)).toEqual({
      groups: [['F1']],
      principalOnly: true,
      ground:
        'Der Betrag ist genau die offene Hauptforderung der Rechnung RE-1: Damit ist bestimmt, worauf gezahlt wird (§ 366 Abs. 1 BGB).',
    });
    expect(pay(700, [debt(1, {}, 500, 700), debt(2, { invoiceDate: day('2025-01-01') }, 500, 700)]).groups).toEqual([
      ['F2'],
    ]);
  });
  test('exactly all principals means all of them', () => {
    expect(pay(600, debts)).toEqual({
      groups: [['F3'], ['F1', 'F2']],
      principalOnly: true,
      ground:
        'Der Betrag ist genau die Summe der offenen Hauptforderungen: Damit ist bestimmt, worauf gezahlt wird (§ 366 Abs. 1 BGB).',
    });
  });
  test('any other amount says nothing', () => {
    expect(pay(599, debts)).toEqual({
      groups: [['F3'], ['F1', 'F2']],
      principalOnly: false,
      ground:
        'Ohne Bestimmung des Zahlers: erst die fällige, dann die lästigere, dann die ältere Schuld, unter gleichen anteilig (§ 366 Abs. 2 BGB).',
    });
  });
  test('with one debt there is no choice', () => {
    expect(pay(50, [debt(1)])).toEqual({
      groups: [['F1']],
      principalOnly: false,
      ground: 'Verrechnet in der gesetzlichen Reihenfolge.',
    });
  });
  test('a debt of costs and interest alone has no principal that could be meant', () => {
    expect(pay(0, [debt(1, {}, 500, 0)])).toMatchObject({
      principalOnly: false,
      ground: 'Verrechnet in der gesetzlichen Reihenfolge.',
    });
    expect(pay(0, [debt(1, {}, 500, 0)], 'F1').principalOnly).toBe(false);
  });
});
