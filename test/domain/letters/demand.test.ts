import { termsIn } from '../../../domain/akte/terms.ts';
import type { Akte, Message } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { cents, sum } from '../../../domain/money.ts';
import { AKTE, TERMS, aClaim, erika, musterversand } from '../../support/akte.ts';
import { rheinbogen } from '../../support/notices.ts';
import { M1, M2, message, akte, demand, REMINDED } from './demanded.ts';

/** The reminder of the Akte on 2 March 2026, by mail. */
const REMINDER = {
  agency: rheinbogen,
  creditor: musterversand,
  debtor: erika,
  akte: AKTE,
  reference: `${AKTE}-M1-0-email`,
  paymentReference: 'RF80MUS4F7K2QXR',
  date: '2026-03-02',
  payBy: '2026-03-09',
  stage: 0,
  lastStage: 3,
  title: 'Zahlungserinnerung',
  claims: [aClaim()],
  positions: [
    {
      label: 'Rechnung RE-1 vom 10.01.2026',
      why: 'Hauptforderung, fällig seit 24.01.2026: Gartenmöbel',
      amount: 120_00,
    },
  ],
  total: 120_00,
  fees: [],
  rises: [],
  risen: null,
  defaults: [{ invoiceNumber: 'RE-1', default: null }],
  interest: [],
  first: true,
  enclosures: ['Rechnung'],
  ownText: null,
};

describe('the reminder', () => {
  test('asks the invoice and nothing else, in seven days, and can say so in full', () => {
    const { facts, demand: asked } = demand(akte(), 0, '2026-03-02', { enclosures: ['Rechnung'] });
    expect(asked).toEqual({
      total: 120_00,
      asOf: '2026-03-02',
      payBy: '2026-03-09',
      claims: ['F1'],
      collectionFee: false,
    });
    expect(facts).toMatchObject(REMINDER);
  });
  test('by post there are three days more, and holidays of the Land', () => {
    expect(demand(akte(), 0, '2026-03-02', { channel: 'letter' }).demand.payBy).toBe('2026-03-12');
    expect([
      demand(akte(), 0, '2026-05-28').demand.payBy,
      demand(akte({}, [aClaim()], { ...erika, land: 'BE' }), 0, '2026-05-28').demand.payBy,
    ]).toEqual(['2026-06-05', '2026-06-04']);
  });
});

describe('a Mahnung', () => {
  test('asks interest and the fee that it may claim itself, with all that the letter explains', () => {
    const { facts, demand: asked } = demand(akte({ messages: REMINDED }), 1, '2026-03-12');
    expect(asked).toEqual({
      total: 120_00 + 21 + 30_90,
      asOf: '2026-03-12',
      payBy: '2026-03-17',
      claims: ['F1'],
      collectionFee: true,
      collectionOrderedOn: '2026-03-03',
      costs: { total: 30_90, parts: [{ claims: ['F1'], value: 120_00, rate: 50, reduced: false }] },
    });
    expect(facts).toMatchObject({
      stage: 1,
      title: '1. Mahnung',
      first: false,
      total: asked.total,
      defaults: [{ invoiceNumber: 'RE-1', default: { since: '2026-03-03' } }],
      interest: [
        {
          invoiceNumber: 'RE-1',
          steps: [{ principal: 120_00, rate: '6,27\u00a0%', from: '2026-03-03', to: '2026-03-12', fine: 20_61 }],
          total: 21,
        },
      ],
      fees: [
        {
          parts: [{ invoiceNumbers: ['RE-1'], value: 120_00, rate: '0,5', fee: 25_75, orderedOn: '2026-03-03' }],
          cap: null,
          fee: 25_75,
          expenses: 5_15,
          net: 30_90,
          vat: 0,
          credited: 0,
          total: 30_90,
          basis: 'Nr. 2300 VV RVG (0,5), § 13e Abs. 1 RDG, § 13 Abs. 1 RVG, Nr. 7002 VV RVG',
        },
      ],
    });
    expect(facts.positions.map((p) => p.amount)).toEqual([120_00, 21, 30_90]);
  });
  test('with VAT where the creditor cannot deduct it', () => {
    expect(
      demand(akte({ messages: REMINDED, terms: termsIn({ ...TERMS, deductsInputTax: false }) }), 1, '2026-03-12').facts
        .fees,
    ).toMatchObject([{ net: 30_90, vat: 5_87, total: 36_77 }]);
  });
  test('a fee that is paid is not told again', () => {
    const of = akte({
      messages: [...REMINDED, message('2026-03-12', 1)],
      payments: [
        {
          id: PaymentId.parse('p'),
          amount: cents(31_00),
          valueDate: day('2026-03-14'),
          bookedOn: day('2026-03-14'),
          via: 'agency',
          source: '',
        },
      ],
    });
    expect(demand(of, 2, '2026-03-20').facts.fees).toEqual([]);
    expect(demand({ ...of, payments: [] }, 2, '2026-03-20').facts.fees).toMatchObject([{ total: 30_90 }]);
  });
  test('names what is open and how it stands: paid claims are gone from it, what was paid is a line', () => {
    const of = akte(
      {
        messages: REMINDED,
        payments: [
          {
            id: PaymentId.parse('p'),
            amount: cents(75_50),
            valueDate: day('2026-03-02'),
            bookedOn: day('2026-03-02'),
            via: 'agency',
            source: '',
          },
        ],
      },
      [aClaim(1), aClaim(2, { principal: cents(75_50) })],
    );
    const { facts } = demand(of, 1, '2026-03-12');
    expect(facts.claims.map((c) => c.id)).toEqual(['F1']);
    expect(facts.positions.map((p) => p.amount)).toEqual([120_00, 21, 75_50, 30_90, -75_50]);
    expect(sum(facts.positions.map((p) => p.amount))).toBe(facts.total);
  });
  test('of several claims each says for itself since when, not the first for all', () => {
    const of = akte({ messages: [] }, [aClaim(1), aClaim(2, { dueByContract: true })]);
    expect(demand(of, 1, '2026-03-12').facts.defaults).toMatchObject([
      { invoiceNumber: 'RE-1', default: null },
      { invoiceNumber: 'RE-2', default: { since: '2026-01-27' } },
    ]);
  });
  test('fees of two matters stand each by itself: 0,5 for 86,52 € is the truth of neither', () => {
    const two: Akte = {
      ...akte(
        {
          messages: [
            message('2026-03-02', 0),
            message('2026-03-12', 1),
            message('2026-03-12', 1, { key: { matter: M2, stage: 1, channel: 'email' } }),
          ],
        },
        [aClaim(1, { dueByContract: true }), aClaim(2, { matter: M2, dueByContract: true, principal: cents(40_00) })],
      ),
    };
    const of: Akte = {
      ...two,
      matters: [
        { ...two.matters[0]!, claims: [two.claims[0]!.id] },
        { ...two.matters[0]!, id: M2, claims: [two.claims[1]!.id] },
      ],
    };
    expect(demand(of, 2, '2026-03-20').facts.fees).toMatchObject([
      { total: 30_90, parts: [{ invoiceNumbers: ['RE-1'] }], basis: expect.stringContaining('§ 13 Abs. 1 RVG') },
      { total: 18_90, parts: [{ invoiceNumbers: ['RE-2'] }], basis: expect.stringContaining('§ 13 Abs. 2 RVG') },
    ]);
  });
});

describe('a demand notes the day of the order for what it charges for first', () => {
  test('and none where an earlier one has charged for all', () => {
    const dunned = akte({ messages: [...REMINDED, message('2026-03-12', 1)] });
    expect(demand(dunned, 2, '2026-03-26').demand).not.toHaveProperty('collectionOrderedOn');
  });
  test('that of its own matter, not that of one in the same letter', () => {
    const one = akte({ messages: [...REMINDED, message('2026-03-12', 1)] }, [
      aClaim(1, { dueByContract: true }),
      aClaim(2, { matter: M2, dueByContract: true }),
    ]);
    const [first] = one.matters;
    const matters = [first!, { ...first!, id: M2, on: day('2026-04-01'), claims: [one.claims[1]!.id] }];
    const asked = demand({ ...one, matters }, 1, '2026-04-14', { matter: 1 }).demand;
    expect(asked.collectionOrderedOn).toBe('2026-04-01');
  });
});

describe('the first message of a matter', () => {
  const first = (...messages: Message[]): boolean => demand(akte({ messages }), 1, '2026-03-12').facts.first;
  test('is so until something in writing went out for it', () => {
    expect([
      first(),
      first(message('2026-03-02', 0)),
      first(message('2026-03-02', 0, { key: { matter: M1, stage: 0, channel: 'letter' } })),
    ]).toEqual([true, false, false]);
  });
  test('a text message, a refused one and one of another matter do not count', () => {
    expect([
      first(message('2026-03-02', 0, { key: { matter: M1, stage: 0, channel: 'sms' } })),
      first(message('2026-03-02', 0, { state: 'refused' })),
      first(message('2026-03-02', 0, { key: { matter: M2, stage: 0, channel: 'email' } })),
    ]).toEqual([true, true, true]);
  });
});
