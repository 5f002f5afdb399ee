import type { Stage } from '../../../domain/procedure/states.ts';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte, Message } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import fc from 'fast-check';
import { day, plusDays } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId, MessageReference } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { beginOfDefault } from '../../../domain/account/default.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { cents } from '../../../domain/money.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { AKTE, TERMS, aClaim, erika } from '../../support/akte.ts';

const M1 = MatterId.parse('M1');
const F1 = ClaimId.parse('F1');
const message = (
  on: string,
  channel: Channel = 'email',
  more: Partial<Omit<Message, 'state' | 'on'>> & { state?: 'sent' | 'refused' | 'unclear' } = {},
): Message => ({
  key: { matter: M1, stage: 0, channel },
  reference: MessageReference.parse('r'),
  state: 'sent',
  reservedAt: '',
  demand: null,
  on: day(on),
  document: null,
  ...more,
});
const akte = (claim: Claim, messages: Message[] = [], debtor: Debtor = erika): Akte => ({
  ...fold(AKTE, [
    [
      { kind: 'opened', debtor, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims: [claim],
      },
    ],
  ]),
  messages,
});
const begin = (claim: Claim, messages: Message[] = [], debtor: Debtor = erika): [string, string] | null => {
  const d = beginOfDefault(akte(claim, messages, debtor), claim);
  return d && [d.since, d.ground];
};
const byContract = (dueOn: string): Claim => aClaim(1, { dueOn: day(dueOn), dueByContract: true });

describe('§ 286(2) Nr. 1 BGB: the contract fixes the day', () => {
  test('default begins the day after', () => {
    expect(begin(byContract('2026-02-04'))).toEqual([
      '2026-02-05',
      'Der Zahlungstag 04.02.2026 stand vertraglich fest (§ 286 Abs. 2 Nr. 1 BGB).',
    ]);
  });
  test("a due day on a weekend or on a holiday of the debtor's Land moves first (§ 193 BGB)", () => {
    expect(begin(byContract('2026-02-07'))?.[0]).toBe('2026-02-10');
    expect(begin(byContract('2026-06-04'))?.[0]).toBe('2026-06-06');
    expect(begin(byContract('2026-06-04'), [], { ...erika, land: 'BE' })?.[0]).toBe('2026-06-05');
  });
});
describe('§ 286(1) BGB: somebody has asked', () => {
  test('the creditor, on a day we know: from the fourth day on', () => {
    for (const kind of ['reminder', 'mahnung'] as const)
      expect(begin(aClaim(1, { priorDunning: { kind, on: day('2026-02-10') } }))).toEqual([
        '2026-02-14',
        'Der Gläubiger hat am 10.02.2026 gemahnt (§ 286 Abs. 1 BGB).',
      ]);
  });
  test('without a day, or where nobody did, it is no ground', () => {
    expect(begin(aClaim(1, { priorDunning: { kind: 'mahnung' } }))).toBeNull();
    expect(begin(aClaim(1, { priorDunning: { kind: 'none', on: day('2026-02-10') } }))).toBeNull();
  });
  test('on the due day itself it was too early', () => {
    expect(begin(aClaim(1, { priorDunning: { kind: 'mahnung', on: day('2026-01-24') } }))).toBeNull();
    expect(begin(aClaim(), [message('2026-01-24')])).toBeNull();
  });
  test('a demand of the weekend on which the claim was due was too early: it could be paid until Monday (R2)', () => {
    for (const on of ['2026-01-25', '2026-01-26']) {
      expect(begin(aClaim(), [message(on)])).toBeNull();
      expect(begin(aClaim(1, { priorDunning: { kind: 'mahnung', on: day(on) } }))).toBeNull();
    }
    expect(begin(aClaim(), [message('2026-01-27')])?.[0]).toBe('2026-01-28');
  });
  test("the deadline that the creditor's own Mahnung gave passes first, where we were told of it; without one its arrival counts", () => {
    const dunned = (payBy: string) =>
      begin(aClaim(1, { priorDunning: { kind: 'mahnung', on: day('2026-02-10'), payBy: day(payBy) } }));
    expect(dunned('2026-02-24')).toEqual([
      '2026-02-25',
      'Der Gläubiger hat am 10.02.2026 gemahnt und dafür eine Frist bis zum 24.02.2026 gesetzt (§ 286 Abs. 1 BGB).',
    ]);
    expect(dunned('2026-02-21')?.[0]).toBe('2026-02-24');
    expect(dunned('2026-02-11')?.[0]).toBe('2026-02-14');
  });
  test('we, without a deadline: by e-mail at once, by post after three days', () => {
    expect(begin(aClaim(), [message('2026-03-02')])).toEqual([
      '2026-03-03',
      'Die Zahlungserinnerung vom 02.03.2026 ist rechtlich eine Mahnung (§ 286 Abs. 1 BGB).',
    ]);
    expect(begin(aClaim(), [message('2026-03-02', 'letter')])?.[0]).toBe('2026-03-06');
  });
  test.each<[string, Message]>([
    ['a text message, which names no sum', message('2026-03-02', 'sms')],
    ['a message that was refused', message('2026-03-02', 'email', { state: 'refused' })],
    ['one that is only reserved', { ...message('2026-03-02', 'email'), state: 'open', on: null }],
    ['one of which nobody knows', message('2026-03-02', 'letter', { state: 'unclear' })],
    ['one that came back', { ...message('2026-03-02', 'letter'), state: 'returned' }],
    ['one that came back before anybody noted its day', { ...message('2026-03-02'), state: 'returned', on: null }],
    [
      'one about another matter',
      message('2026-03-02', 'email', { key: { matter: MatterId.parse('M2'), stage: 0, channel: 'email' } }),
    ],
  ])('%s asks for nothing', (_, m) => {
    expect(begin(aClaim(), [m])).toBeNull();
  });
});
describe('a deadline that we gave', () => {
  const giving = (on: string, payBy: string, channel: 'email' | 'letter' = 'email', stage: Stage = 0): Message =>
    message(on, channel, {
      key: { matter: M1, stage, channel },
      demand: { total: cents(120_00), asOf: day(on), payBy: day(payBy), claims: [F1], collectionFee: false },
    });
  test('our reminder until 9 March cut short what the creditor had given until 30 March: default began on the 10th', () => {
    const given = (kind: 'mahnung' | 'reminder') =>
      aClaim(1, { priorDunning: { kind, on: day('2026-02-27'), payBy: day('2026-03-30') } });
    const reminded = [giving('2026-03-02', '2026-03-09')];
    for (const kind of ['mahnung', 'reminder'] as const) expect(begin(given(kind), reminded)?.[0]).toBe('2026-03-31');
  });

  test('default was counted from the reminder although that gave until the 12th: it begins the day after (R3)', () => {
    expect(begin(aClaim(), [giving('2026-03-02', '2026-03-12', 'letter')])).toEqual([
      '2026-03-13',
      'Die Zahlungserinnerung vom 02.03.2026 mit Frist bis zum 12.03.2026 ist rechtlich eine Mahnung (§ 286 Abs. 1 BGB).',
    ]);
    expect(begin(aClaim(), [giving('2026-03-02', '2026-03-09')])?.[0]).toBe('2026-03-10');
  });
  test('is never shortened by a demand that gives less, and is moved by one that gives more before it is over', () => {
    const first = giving('2026-03-02', '2026-03-12');
    expect(begin(aClaim(), [first, giving('2026-03-04', '2026-03-06')])?.[0]).toBe('2026-03-13');
    expect(begin(aClaim(), [first, giving('2026-03-12', '2026-03-20')])?.[0]).toBe('2026-03-21');
  });
  test('what it brought about when it was over stays, whatever a later demand gives', () => {
    expect(begin(aClaim(), [giving('2026-03-02', '2026-03-12'), giving('2026-03-13', '2026-03-31')])?.[0]).toBe(
      '2026-03-13',
    );
  });
  test('also holds off what would bring default about without it, and says so', () => {
    const business = { ...erika, kind: 'business' as const };
    // Thirty days would be over on 23 February.
    expect(begin(aClaim(), [giving('2026-02-20', '2026-02-27')], business)).toEqual([
      '2026-02-28',
      'Seit Fälligkeit und Zugang der Rechnung sind 30 Tage vergangen (§ 286 Abs. 3 BGB). Bis zum 27.02.2026 lief aber noch eine Frist.',
    ]);
    expect(begin(aClaim(), [giving('2026-02-24', '2026-03-03')], business)?.[0]).toBe('2026-02-24');
  });
  test('for another claim says nothing of this one', () => {
    const other = giving('2026-03-02', '2026-03-12');
    expect(begin(aClaim(), [{ ...other, demand: { ...other.demand!, claims: [ClaimId.parse('F2')] } }])).toBeNull();
  });
  test('that came back was given to nobody', () => {
    expect(begin(aClaim(), [{ ...giving('2026-03-02', '2026-03-12'), state: 'returned' }])).toBeNull();
  });
  test('for any demands: default never begins on a day on which a deadline given before still runs', () => {
    const demands = fc.array(
      fc.record({ on: fc.integer({ min: 0, max: 60 }), term: fc.integer({ min: 0, max: 30 }) }),
      {
        maxLength: 6,
      },
    );
    const flags = fc.record({ dueByContract: fc.boolean(), announcesDefault: fc.boolean() });
    fc.assert(
      fc.property(demands, flags, (given, more) => {
        const messages = given.map(({ on, term }) => {
          const sent = plusDays(day('2026-01-20'), on);
          return giving(sent, plusDays(sent, term));
        });
        const since = begin(aClaim(1, more), messages)?.[0];
        for (const { on, demand } of messages)
          if (since !== undefined && on !== null && on < since) expect(demand!.payBy < since).toBe(true);
      }),
    );
  });
});
describe("a claim that moved on from the creditor's own dunning", () => {
  const M2 = MatterId.parse('M2');
  const M3 = MatterId.parse('M3');
  const collected = aClaim(1, { matter: M2 });
  const since = (matter: MatterId, claim = collected): string | undefined => {
    const own = akte(claim, [message('2026-03-02', 'email', { key: { matter, stage: 0, channel: 'email' } })]);
    return beginOfDefault(
      {
        ...own,
        matters: [
          { ...own.matters[0]!, id: M3 },
          { ...own.matters[0]!, id: M1 },
          { ...own.matters[0]!, id: M2, from: M1 },
        ],
      },
      claim,
    )?.since;
  };
  test('has been asked for there already', () => {
    for (const matter of [M1, M2]) expect(since(matter)).toBe('2026-03-03');
  });
  test('not in a matter it did not come from, nor one that stayed behind in the matter it went to', () => {
    expect(since(M3)).toBeUndefined();
    expect(since(M2, aClaim(1))).toBeUndefined();
  });
});
describe('§ 286(3) BGB: thirty days', () => {
  const business = { ...erika, kind: 'business' as const };
  test('after due day and receipt, whichever is later, for a business', () => {
    expect(begin(aClaim(), [], business)).toEqual([
      '2026-02-24',
      'Seit Fälligkeit und Zugang der Rechnung sind 30 Tage vergangen (§ 286 Abs. 3 BGB).',
    ]);
    expect(begin(aClaim(1, { dueOn: day('2026-01-10') }), [], business)?.[0]).toBe('2026-02-13');
  });
  test('for a consumer only where the invoice said so', () => {
    expect(begin(aClaim())).toBeNull();
    expect(begin(aClaim(1, { announcesDefault: true }))?.[0]).toBe('2026-02-24');
  });
  test('the thirtieth day moves off a holiday of the Land', () => {
    expect(begin(aClaim(1, { dueOn: day('2026-05-05'), announcesDefault: true }))?.[0]).toBe('2026-06-06');
    expect(
      begin(aClaim(1, { dueOn: day('2026-05-05'), announcesDefault: true }), [], { ...erika, land: 'BE' })?.[0],
    ).toBe('2026-06-05');
  });
});
test('of several grounds the earliest counts, of equal ones the first by law', () => {
  const claim = aClaim(1, { announcesDefault: true, priorDunning: { kind: 'mahnung', on: day('2026-02-10') } });
  expect(begin(claim, [message('2026-03-02')])?.[0]).toBe('2026-02-14');
  expect(begin(claim, [message('2026-02-03')])?.[0]).toBe('2026-02-04');
  expect(begin(aClaim(1, { dueByContract: true }), [message('2026-01-27')])?.[1]).toContain('vertraglich');
});
test('before its day default is none; on its day it is', () => {
  const on = (asOf: string, claim: Claim) => accountOf(akte(claim), day(asOf)).claims[0]?.default;
  expect(on('2026-02-04', byContract('2026-02-04'))).toBeNull();
  expect(on('2026-02-05', byContract('2026-02-04'))?.since).toBe('2026-02-05');
  expect(on('2030-01-01', aClaim())).toBeNull();
});

test('what brought default about is called what its reader knows it as', () => {
  const of = (stage: 0 | 1): string | undefined =>
    begin(aClaim(), [message('2026-03-02', 'email', { key: { matter: M1, stage, channel: 'email' } })])?.[1];
  expect([of(0), of(1)]).toEqual([
    'Die Zahlungserinnerung vom 02.03.2026 ist rechtlich eine Mahnung (§ 286 Abs. 1 BGB).',
    'Die Mahnung vom 02.03.2026 blieb ohne vollständige Zahlung (§ 286 Abs. 1 BGB).',
  ]);
});
