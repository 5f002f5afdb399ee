import type { Akte, Message } from '../../../domain/akte/akte.ts';
import type { Claim } from '../../../domain/akte/claim.ts';
import { accountOf } from '../../../domain/account/account.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, MessageReference } from '../../../domain/ids.ts';
import { demandOf, positionsOf } from '../../../domain/letters/demand.ts';
import { cents } from '../../../domain/money.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import type { Stage } from '../../../domain/procedure/states.ts';
import { AKTE, aClaim, musterversand } from '../../support/akte.ts';
import { rheinbogen, werkstatt } from '../../support/notices.ts';
import { F1, F2, M2, DUNNED, REMINDED, akte, ask, paid } from '../account/cases.ts';

const F3 = ClaimId.parse('F3');
/** What the first matter writes on a day in a stage. */
const written = (of: Akte, stage: Stage, on: string, occasion?: 'joined') =>
  demandOf({
    akte: of,
    matter: of.matters[0]!,
    level: STANDARD.levels[stage]!,
    procedure: STANDARD,
    channel: 'email',
    ...(occasion ? { occasion } : {}),
    reference: MessageReference.parse(`${AKTE}-M1-${stage}-email`),
    today: day(on),
    agency: rheinbogen,
    creditor: musterversand,
    enclosures: [],
  });

describe('which claims a letter tells of though nothing of them is open', () => {
  const settled = (claims: Claim[], messages: Message[], payments: Akte['payments'] = []) =>
    written(akte(messages, [...payments], claims), 1, '2026-03-20').demand.settled;
  const reminder = ask('2026-03-02', 0, { claims: [F1] });
  // Paid before its reminder: no interest had accrued.
  const second = paid('p', 120_00, '2026-03-02', F2);
  const elsewhere = aClaim(2, { matter: M2 });
  test('a paid one of its own matter; not the open ones, nor where none is paid', () => {
    expect(settled([aClaim(1), aClaim(2), aClaim(3)], [reminder], [second])).toEqual([F2]);
    expect(settled([aClaim(1), aClaim(2)], [reminder])).toBeUndefined();
  });
  test('not one of a matter that it does not speak of, nor what is open there and is not asked for yet', () => {
    expect(settled([aClaim(1), elsewhere], [reminder], [second])).toBeUndefined();
    expect(settled([aClaim(1), elsewhere, aClaim(3, { matter: M2 })], [reminder], [second])).toBeUndefined();
  });
  test('one of a matter of which another claim is asked for', () => {
    const begun = ask('2026-03-02', 0, { matter: M2, claims: [F2, F3] });
    expect(settled([aClaim(1), elsewhere, aClaim(3, { matter: M2 })], [reminder, begun], [second])).toEqual([F2]);
  });
  test('one that this matter has asked for before', () => {
    expect(settled([aClaim(1), elsewhere], [ask('2026-03-02', 0, { claims: [F1, F2] })], [second])).toEqual([F2]);
    const silent: Message = { ...ask('2026-03-03', 0), demand: null };
    expect(settled([aClaim(1), elsewhere], [reminder, silent], [second])).toBeUndefined();
  });
  test('one of a matter of which the fee alone is left', () => {
    const small = aClaim(2, { matter: M2, dueByContract: true, principal: cents(5_00), dueOn: day('2026-03-09') });
    const dunned = ask('2026-03-12', 1, { matter: M2, claims: [F2] });
    expect(settled([aClaim(1), small], [reminder, dunned], [paid('p', 5_00, '2026-03-13', F2)])).toEqual([F2]);
  });
});

describe('a letter that speaks of two matters', () => {
  const two = akte(
    [REMINDED, DUNNED, ask('2026-03-12', 1, { matter: M2 })],
    [],
    [aClaim(1, { dueByContract: true }), aClaim(2, { matter: M2, dueByContract: true })],
  );
  test('says of its own fee what went before it free of charge', () => {
    const { fees } = written(two, 2, '2026-03-26').facts;
    expect(fees.map((f) => f.freeBefore.map((t) => t.on))).toEqual([['2026-03-02'], []]);
  });
  test('says that interest and costs grow while they do in one of them', () => {
    const waiver = { on: day('2026-03-20'), interest: day('2026-03-20'), reason: 'Kulanz' };
    const waived = (which: readonly number[]) =>
      written(
        { ...two, matters: two.matters.map((m, i) => (which.includes(i) ? { ...m, waiver } : m)) },
        2,
        '2026-03-26',
      ).facts.grows;
    expect(waived([0])).toEqual({ interest: true, costs: true });
    expect(waived([0, 1])).toEqual({ interest: false, costs: false });
  });
});

describe('the rows of a letter', () => {
  test('belong to their claim where they are what it asks; nothing else does', () => {
    const of = akte([REMINDED, DUNNED], [paid('p', 10_00, '2026-03-14')], [aClaim(1)]);
    const rows = positionsOf(of, accountOf(of, day('2026-03-20')));
    expect(rows.map((row) => [row.label, row.claim, 'part' in row])).toEqual([
      ['Rechnung RE-1 vom 10.01.2026', F1, true],
      ['Verzugszinsen', F1, true],
      ['Inkassokosten', undefined, false],
      ['Zahlung vom 14.03.2026', undefined, false],
    ]);
  });
  test('none comes to nothing: a fee that the lump sum covers is none', () => {
    const of = akte([DUNNED], [], [aClaim(1, { dueByContract: true })], { debtor: werkstatt });
    const rows = positionsOf(of, accountOf(of, day('2026-03-20')));
    expect(rows.filter((row) => row.amount === 0)).toEqual([]);
    expect(rows.map((row) => row.label)).not.toContain('Inkassokosten');
  });
});

test('a notice of what has joined has a title of its own, says why it comes, and announces nothing', () => {
  const of = akte([REMINDED, DUNNED, ask('2026-03-26', 2), ask('2026-04-09', 3)]);
  const { facts } = written(of, 3, '2026-04-20', 'joined');
  expect(facts).toMatchObject({ title: 'Neu hinzugekommene Rechnung', occasion: 'joined', announces: [] });
  expect(written(of, 3, '2026-04-20').facts).toMatchObject({ title: '3. Mahnung', announces: ['court'] });
  expect(written(of, 3, '2026-04-20').facts).not.toHaveProperty('occasion');
});
