import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { HandOverId, MatterId, MessageReference, PaymentId, ProviderId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { cents } from '../../../domain/money.ts';
import { Creditor } from '../../../domain/parties/parties.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { termsIn, termsOf, type Terms } from '../../../domain/akte/terms.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika, musterversand } from '../../../simulator/agency/people.ts';

const M1 = MatterId.parse('M1');
const OURS = {
  message: { matter: M1, stage: 1, channel: 'email' },
  reference: MessageReference.parse('r'),
} as const;
const paidInPart = (terms: Partial<Terms>): Akte => {
  const facts: Fact[] = [
    { kind: 'opened', debtor: erika, terms: { ...TERMS, ...terms } },
    {
      kind: 'handedOver',
      handOver: HandOverId.parse('h'),
      on: day('2026-03-02'),
      matter: M1,
      procedure: { id: 'standard', version: 1 },
      claims: [aClaim(1, { dueByContract: true })],
    },
    {
      kind: 'reserved',
      ...OURS,
      at: '2026-03-12T08:00:00Z',
      by: 'operator:x',
      demand: {
        total: cents(151_00),
        asOf: day('2026-03-12'),
        payBy: day('2026-03-17'),
        claims: EVERY_CLAIM,
        collectionFee: true,
      },
    },
    { kind: 'sent', ...OURS, on: day('2026-03-12'), providerId: ProviderId.parse('p'), document: null },
    {
      kind: 'paid',
      id: PaymentId.parse('p'),
      amount: cents(50_00),
      valueDate: day('2026-04-20'),
      bookedOn: day('2026-04-20'),
      via: 'agency',
      source: '',
    },
  ];
  return fold(AKTE, [facts]);
};

test('the terms of the mandate that decide about money were constants: a mandate states them, and states none as before', () => {
  expect(termsOf(musterversand)).toEqual(TERMS);
  const stated = Creditor.parse({
    ...musterversand,
    waivesCosts: true,
    innerAllocation: 'lawful',
    leastAmount: 1_000,
  });
  expect(termsOf(stated)).toEqual({ ...TERMS, waivesCosts: true, innerAllocation: 'lawful', leastAmount: 1_000 });
});

test('an Akte says each of its terms, also those that are usual and were not written', () => {
  expect(termsIn(TERMS)).toEqual({
    ...TERMS,
    waivesCosts: false,
    simpleFeeWhilePlanKept: true,
    innerAllocation: 'creditor-first',
  });
  const unusual = { waivesCosts: true, simpleFeeWhilePlanKept: false, innerAllocation: 'lawful' } as const;
  expect(termsIn({ ...TERMS, ...unusual })).toEqual({ ...TERMS, ...unusual });
  expect(termsIn(termsOf(Creditor.parse({ ...musterversand, ...unusual })))).toMatchObject(unusual);
  expect(fold(AKTE, [[{ kind: 'opened', debtor: erika, terms: TERMS }]]).terms).toEqual(termsIn(TERMS));
});

test.each([-1, 0.5, 10_001])('a least amount of %p cents is refused', (leastAmount) => {
  expect(Creditor.safeParse({ ...musterversand, leastAmount }).success).toBe(false);
});

test('the inner allocation was always creditor first: a mandate may share a payment as the law does towards the debtor', () => {
  const [first, lawful] = (['creditor-first', 'lawful'] as const).map((innerAllocation) => {
    const akte = paidInPart({ innerAllocation });
    const account = accountOf(akte, day('2026-04-20'));
    const section = statementOf(akte, account).sections.find((s) => s.id === 'creditor');
    return { payment: account.payments[0], why: section?.lines[0]?.why };
  });
  expect(first?.payment?.inner).toMatchObject({ toPrincipal: 50_00, toFees: 0 });
  expect(lawful?.payment?.outer.toFees).toBeGreaterThan(0);
  expect(lawful?.payment?.inner).toEqual(lawful?.payment?.outer);
  expect(first?.why).toContain('kommt der Gläubiger zuerst');
  expect(lawful?.why).toContain('dieselbe Reihenfolge wie gegenüber dem Schuldner');
});
