import type { Stage } from '../../../domain/procedure/states.ts';
import * as fc from 'fast-check';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day, plusDays, type Day } from '../../../domain/calendar.ts';
import { composeNotice } from '../../../domain/letters/compose.ts';
import { risenInWords, risesInWords } from '../../../domain/letters/costs.ts';
import type { CostRise } from '../../../domain/letters/facts.ts';
import { leftToCredit } from '../../../domain/account/credits.ts';
import { PaymentId, type ClaimId } from '../../../domain/ids.ts';
import type { Notice } from '../../../domain/letters/notice.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { reversePayment } from '../../../usecases/payments/reverse-payment.ts';
import { anAgencyAtWork, anInvoice } from '../../support/agency.ts';
import { cents, formatEuro, sum, ZERO } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';
import { aPayment, afterSending, anAkte, askedOn, letterOn } from '../../support/letters.ts';
import { facts, werkstatt } from '../../support/notices.ts';
import { plain, reminded } from './dunned.ts';

const chargedOn = (of: Akte, on: Day): number => sum(accountOf(of, on).matters.map((m) => m.fee?.total ?? ZERO));
const dunned = afterSending(reminded, 1, '2026-03-12');

describe('costs rose from 0,5 to 0,9 without a word', () => {
  test('before: until when they stay, what they become, and what is to pay on the last day', () => {
    const said = plain(letterOn(reminded, 1, '2026-03-12').closing);
    expect(said).toMatch(
      /Zahlen Sie bis zum 26\.03\.2026 alles, bleiben die Inkassokosten bei 30,90 €; danach sind es 55,62 €\. Nach dem 17\.03\.2026 kommen bis dahin nur Zinsen hinzu: Am 26\.03\.2026 sind zusammen 151,\d\d € zu zahlen\./,
    );
  });
  test('after: from what, to what, why; only in the stage after, by every channel', () => {
    const risen =
      'Die Inkassokosten sind von 30,90 € auf 55,62 € gestiegen, weil bis zum 26.03.2026 nicht alles bezahlt war (Nr. 2300 Anm. 2 VV RVG).';
    const second = afterSending(dunned, 2, '2026-04-07');
    for (const channel of ['email', 'letter'] as const) {
      expect(plain(letterOn(dunned, 2, '2026-04-07', { channel }).opening)).toContain(risen);
      expect(plain(letterOn(second, 3, '2026-05-04', { channel }).opening)).not.toContain('gestiegen');
    }
    expect(plain(letterOn(second, 2, '2026-04-15', { channel: 'letter' }).opening)).toContain(risen);
  });
  describe('a letter warned of interest and costs that had been waived', () => {
    const waivedFor = (akte: Akte, interest: Day | null): Akte => ({
      ...akte,
      matters: akte.matters.map((m) => ({ ...m, waiver: { on: day('2026-03-20'), interest, reason: 'Kulanz' } })),
    });
    const urgencyOf = (akte: Akte): string => plain(letterOn(akte, 2, '2026-04-07').closing);
    test('it names what still grows, and nothing else', () => {
      expect(urgencyOf(dunned)).toContain('vermeiden Sie weitere Zinsen und Kosten.');
      expect(urgencyOf(waivedFor(dunned, null))).toContain('vermeiden Sie weitere Zinsen.');
      expect(urgencyOf(waivedFor(dunned, day('2026-03-20')))).toContain(
        'Wenn Sie jetzt zahlen, ist die Sache erledigt.',
      );
      expect(urgencyOf(waivedFor(dunned, day('2026-03-20')))).not.toMatch(/weitere (Zinsen|Kosten)/);
    });
    test('nor does a reminder or a level that announces its fee', () => {
      const waived = facts({ stage: 0, announces: ['fee'], grows: { interest: true, costs: false } });
      expect(plain(composeNotice(waived).closing)).not.toContain('weitere Kosten');
    });
  });
  test('nothing where they do not rise: the rate is capped, costs are waived, or they have risen', () => {
    const level = { feeRate: 50 };
    const waiver = { on: day('2026-03-10'), interest: null, reason: 'Kulanz' };
    const waived: Akte = { ...reminded, matters: reminded.matters.map((m) => ({ ...m, waiver })) };
    const rises = [
      askedOn(reminded, 1, '2026-03-12', { level }).facts.rises,
      askedOn(waived, 1, '2026-03-12').facts.rises,
      askedOn(dunned, 2, '2026-04-07').facts.rises,
      askedOn(anAkte(), 0, '2026-03-02').facts.rises,
    ];
    expect(rises).toEqual([[], [], [], []]);
    expect(risesInWords({ rises: [], payBy: day('2026-03-17') })).toEqual([]);
    expect(risenInWords({ risen: null })).toEqual([]);
  });
  test('costs that a lump sum covers so far are not said to “stay at 0,00 €”', () => {
    const rise: CostRise = { until: day('2026-03-26'), total: cents(1), costs: ZERO, then: cents(15_62) };
    expect(plain(risesInWords({ rises: [rise], payBy: day('2026-03-26') }))).toBe(
      'Zahlen Sie bis zum 26.03.2026 alles, entstehen keine Inkassokosten; danach sind es 15,62 €.',
    );
  });
  test('a cap that ends and invoices that are charged for later are reasons of their own', () => {
    const risen = {
      from: cents(30_90),
      to: cents(80_00),
      late: [],
      invoiceNumbers: ['RE-2'],
      reduced: true,
      again: [],
      onMore: false,
    };
    expect(plain(risenInWords({ risen }))).toBe(
      'Die Inkassokosten sind von 30,90 € auf 80,00 € gestiegen, weil sie nun auch zu der Rechnung RE-2 verlangt werden, und weil wir vorher weniger verlangt haben, als das Gesetz erlaubt.',
    );
  });
  test('whatever a letter says of a rise is what the account has on those days: whoever pays then has paid all, whoever does not owes that', () => {
    const story = fc.record({
      principal: fc.integer({ min: 20_00, max: 5_000_00 }),
      channel: fc.constantFrom('email' as const, 'letter' as const),
      later: fc.integer({ min: 0, max: 25 }),
      business: fc.boolean(),
      deductsInputTax: fc.boolean(),
      paid: fc.integer({ min: 0, max: 30_00 }),
    });
    fc.assert(
      fc.property(story, ({ principal, channel, later, business, deductsInputTax, paid }) => {
        const start = anAkte(
          {
            claims: [aClaim(1, { principal: cents(principal), dueByContract: true })],
            terms: { deductsInputTax },
            ...(business ? { debtor: werkstatt } : {}),
          },
          paid > 0 ? { payments: [aPayment('z', Math.min(paid, principal - 1), '2026-02-20')] } : {},
        );
        const on = plusDays(day('2026-03-12'), later);
        const before = afterSending(start, 1, '2026-03-12');
        const of = later === 0 ? start : before;
        const way = { channel: later === 0 ? channel : ('letter' as const) };
        const { facts: said } = askedOn(of, 1, on, way);
        const asked = afterSending(of, 1, on, way);
        for (const { until, total, costs, then } of said.rises) {
          const paidAll = { ...asked, payments: [...asked.payments, aPayment('all', total, until)] };
          const settled = accountOf(paidAll, plusDays(until, 30));
          expect([settled.total, settled.overpaid]).toEqual([0, 0]);
          expect(chargedOn(paidAll, plusDays(until, 30))).toBe(costs);
          expect(chargedOn(asked, plusDays(until, 1))).toBe(then);
        }
        if (said.rises.length === 0) expect(chargedOn(asked, plusDays(on, 60))).toBe(chargedOn(asked, on));
      }),
      { numRuns: 80 },
    );
  });
});

const aCredit = (id: string, claim: ClaimId, amount: number, on: string): Akte['credits'][number] => ({
  id,
  claim,
  amount: cents(amount),
  on: day(on),
  by: 'client:x',
  reason: 'Retoure',
});
/** What may happen between two messages. */
type Happening = Readonly<{ kind: 'pays' | 'reversed' | 'credited'; amount: number; second: boolean }>;
const HAPPENINGS = fc.array(
  fc.record({
    kind: fc.constantFrom('pays' as const, 'reversed' as const, 'credited' as const),
    amount: fc.integer({ min: 1_00, max: 400_00 }),
    second: fc.boolean(),
  }),
  { maxLength: 2 },
);
/** The Akte after it; nothing happens where nothing can. */
const happened = (of: Akte, { kind, amount, second }: Happening, id: string, when: Day): Akte => {
  const claim = of.claims[second ? 1 : 0];
  const back = of.payments.find((p) => !p.reversed);
  if (kind === 'pays') return { ...of, payments: [...of.payments, aPayment(`p${id}`, amount, when)] };
  if (kind === 'reversed' && back) {
    const reversed = { ...back, reversed: { on: when, reason: 'x' } };
    return { ...of, payments: of.payments.map((p) => (p === back ? reversed : p)) };
  }
  if (kind === 'credited' && claim && amount <= leftToCredit(of, claim))
    return { ...of, credits: [...of.credits, aCredit(`g${id}`, claim.id, amount, when)] };
  return of;
};
const STAGES: readonly (readonly [Stage, string, 'email' | 'letter'])[] = [
  [0, '2026-03-02', 'email'],
  [1, '2026-03-12', 'email'],
  [1, '2026-03-20', 'letter'],
  [2, '2026-04-07', 'email'],
  [2, '2026-04-15', 'letter'],
  [3, '2026-05-04', 'email'],
];

describe('that costs have risen was told untruly or not at all', () => {
  const risenIn = (of: Akte, stage: Stage, on: string): string => plain(risenInWords(askedOn(of, stage, on).facts));
  const lettered = afterSending(dunned, 1, '2026-03-20', { channel: 'letter' });

  test('“weil bis zum 26.03. nicht alles bezahlt war”, where the letter had promised until the 30th', () => {
    expect(plain(letterOn(dunned, 1, '2026-03-20', { channel: 'letter' }).closing)).toContain(
      'Zahlen Sie bis zum 30.03.2026 alles, bleiben die Inkassokosten bei 30,90 €; danach sind es 55,62 €.',
    );
    expect(risenIn(lettered, 2, '2026-04-07')).toBe(
      'Die Inkassokosten sind von 30,90 € auf 55,62 € gestiegen, weil bis zum 30.03.2026 nicht alles bezahlt war (Nr. 2300 Anm. 2 VV RVG).',
    );
  });
  test('the statement said the same earlier day, and nothing of the letter that may still be paid', () => {
    const whyOn = (on: string): string => {
      const sections = statementOf(lettered, accountOf(lettered, day(on))).sections;
      const lines = sections.find((s) => s.id === 'fees')?.lines.flatMap((l) => l.lines) ?? [];
      return plain([lines.find((l) => l.label === 'Geschäftsgebühr')?.why ?? '']);
    };
    const still = ' Wer bis zum 30.03.2026 bezahlt, was unser Schreiben verlangt, schuldet nicht mehr.';
    expect(whyOn('2026-03-19')).toBe(
      'Nur 0,5 einer vollen Gebühr, weil bis zum 26.03.2026 ein einfacher Fall vorliegt; danach sind es 0,9.',
    );
    expect(whyOn('2026-03-25')).toBe(
      `Nur 0,5 einer vollen Gebühr, weil bis zum 26.03.2026 ein einfacher Fall vorliegt; danach sind es 0,9.${still}`,
    );
    expect(whyOn('2026-03-30')).toBe(
      `Bis zum 26.03.2026 wurde nicht alles bezahlt; deshalb ist es kein einfacher Fall mehr.${still}`,
    );
    expect(whyOn('2026-03-31')).toBe(
      'Bis zum 30.03.2026 wurde nicht alles bezahlt; deshalb ist es kein einfacher Fall mehr.',
    );
  });
  test('a credit note between mail and letter: no word of the rise, or a sum that the letter had not asked', () => {
    const two = anAkte({ claims: [aClaim(1, { principal: cents(600_00) }), aClaim(2, { principal: cents(100_00) })] });
    const mailed = afterSending(afterSending(two, 0, '2026-03-02'), 1, '2026-03-12');
    const [F1] = two.claims;
    const credited = { ...mailed, credits: F1 ? [aCredit('G1', F1.id, 600_00, '2026-03-17')] : [] };
    const written = afterSending(credited, 1, '2026-03-20', { channel: 'letter' });
    expect(askedOn(credited, 1, '2026-03-20', { channel: 'letter' }).facts.fees[0]?.total).toBe(30_90);
    expect(risenIn(written, 2, '2026-04-07')).toContain('sind von 30,90 € auf 55,62 € gestiegen');
  });
  test('costs that a lump sum had covered rose from nothing in silence', () => {
    const firm = anAkte({ claims: [aClaim(1, { principal: cents(500_00) })], debtor: werkstatt });
    const first = afterSending(afterSending(firm, 0, '2026-03-02'), 1, '2026-03-12');
    expect(first.messages.at(-1)?.demand?.costs?.total).toBe(0);
    expect(risenIn(first, 2, '2026-04-07')).toBe(
      'Bisher waren keine Inkassokosten zu zahlen; jetzt sind es 15,62 €, weil bis zum 26.03.2026 nicht alles bezahlt war (Nr. 2300 Anm. 2 VV RVG).',
    );
  });
  test('the first costs of a series are not said to have risen', () => {
    expect(risenIn(reminded, 1, '2026-03-12')).toBe('');
  });
  test('a payment taken back makes them dearer without a new rate: computed from more', () => {
    const paid = anAkte(
      { claims: [aClaim(1, { principal: cents(1_200_00), dueByContract: true })] },
      { payments: [aPayment('p', 900_00, '2026-03-05')] },
    );
    const first = afterSending(paid, 1, '2026-03-12', { level: { feeRate: 50 } });
    const payments = [aPayment('p', 900_00, '2026-03-05', { reversed: { on: day('2026-03-20'), reason: 'x' } })];
    const { facts: said } = askedOn({ ...first, payments }, 2, '2026-04-07', { level: { feeRate: 50 } });
    expect(plain(risenInWords(said))).toMatch(
      /^Die Inkassokosten sind von .* gestiegen, weil der Betrag, aus dem sie berechnet werden, gestiegen ist\.$/,
    );
  });
  test('whatever happens between, what is said of the costs before is what the last message had said, with a reason', () => {
    fc.assert(
      fc.property(
        fc.array(HAPPENINGS, { minLength: STAGES.length, maxLength: STAGES.length }),
        fc.boolean(),
        (between, business) => {
          let of = anAkte({
            claims: [aClaim(1, { principal: cents(600_00) }), aClaim(2, { principal: cents(450_00) })],
            ...(business ? { debtor: werkstatt } : {}),
          });
          let said: Readonly<{ stage: Stage; total: number; charged: boolean }> | null = null;
          STAGES.forEach(([stage, on, channel], i) => {
            for (const [n, happening] of (between[i] ?? []).entries())
              of = happened(of, happening, `${i}.${n}`, plusDays(day(on), -1));
            if (accountOf(of, day(on)).total <= 0) return;
            const { facts: asked } = askedOn(of, stage, on, { channel });
            const total = sum(asked.positions.filter((p) => p.label === 'Inkassokosten').map((p) => p.amount));
            if (said && said.stage < stage && said.charged) {
              expect(asked.risen?.from ?? null).toBe(total > said.total ? said.total : null);
              if (asked.risen) expect(plain(risenInWords(asked))).toContain(', weil ');
            }
            said = { stage, total, charged: asked.fees.length > 0 || stage > 0 };
            of = afterSending(of, stage, on, { channel });
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});
describe('in the letters of an agency at work', () => {
  const COSTS = ['Inkassokosten', 'Davon hier nicht verlangt'];
  const costsIn = (notice: Notice): number =>
    sum(notice.positions.filter((p) => COSTS.includes(p.label)).map((p) => p.amount));
  test('costs were said to have been 61,80 €, which no letter had told: what was taken back of one matter came to another', async () => {
    const agency = anAgencyAtWork();
    await agency.handIn(anInvoice(1, -20, 163.44));
    await agency.until(20);
    await agency.pay(accountOf(await agency.akte(), agency.on(20)).total);
    await agency.until(40);
    await agency.handIn(anInvoice(2, 35, 100));
    await agency.until(60);
    const [payment] = (await agency.akte()).payments;
    await reversePayment(agency.ports)({
      akte: agency.id,
      payment: PaymentId.parse(payment?.id),
      reason: 'R',
      by: 'operator:x',
    });
    await agency.until(160);
    const risen = agency.notices().flatMap((notice, n, all) => {
      const [, from] = /Inkassokosten sind von ([\d.,]+ €) auf/.exec(plain(notice.opening)) ?? [];
      const before = all.slice(0, n).findLast((m) => m.subject !== notice.subject);
      return from && before ? [[from, plain([formatEuro(cents(costsIn(before)))])]] : [];
    });
    expect(risen.length).toBeGreaterThan(0);
    for (const [from, told] of risen) expect(from).toBe(told);
  });
});
