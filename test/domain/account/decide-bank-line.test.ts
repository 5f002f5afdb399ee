import type { BankLine } from '../../../domain/account/bank.ts';
import { decideShare, paymentIdIn, standingOf } from '../../../domain/account/decide-bank-line.ts';
import type { LineWish } from '../../../domain/account/line-wish.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE } from '../../support/akte.ts';
import { F1, F2, OTHER, akteWith, booking, line, otherWith, paid, part, reversed, share, wish } from './lines.ts';

const refuses = (decided: () => unknown, code: string, field: string, ...words: string[]): void => {
  expect(decided).toThrow(expect.objectContaining({ name: 'Rejected', code, field }));
  for (const word of words) expect(decided).toThrow(word);
};

test('of a line’s shares those stand whose payment was not reversed', () => {
  const shares = [share(20_00), share(5_00, { n: 2 }), share(20_00, { akte: OTHER })];
  const akten = [akteWith(paid(20_00), paid(5_00, 2), reversed(2)), otherWith(paid(20_00))];
  expect(standingOf(line(...shares), akten)).toEqual({ held: [shares[0], shares[2]], reversed: [shares[1]] });
  expect(standingOf(line(...shares), [])).toEqual({ held: shares, reversed: [] });
});

describe('what a payment is called in an Akte', () => {
  const named = (akte: Akte, of: LineWish): string => paymentIdIn(akte, of);
  test('as the line; after reversals the next name', () => {
    expect(named(akteWith(), wish())).toBe(booking());
    expect(named(akteWith(paid(45_00), reversed()), wish())).toBe(booking(2));
    expect(named(akteWith(paid(45_00), reversed(), paid(45_00, 2), reversed(2)), wish())).toBe(booking(3));
  });
  test('whoever tries again finds the same name, where amount and claim are the same', () => {
    expect(named(akteWith(paid(45_00)), wish())).toBe(booking());
    expect(named(akteWith(paid(45_00, 1, { claim: F1 })), wish({ claim: F1 }))).toBe(booking());
    expect(named(akteWith(paid(45_00), reversed(), paid(45_00, 2)), wish())).toBe(booking(2));
    expect(named(akteWith(paid(20_00), paid(20_00, 2)), part(20_00, { payment: booking(2) }))).toBe(booking(2));
  });
  test('other money of the same line for the same Akte is refused, with what stands and both ways on', () => {
    const other = () => named(akteWith(paid(20_00)), part(25_00));
    refuses(other, 'payment.line-assigned', 'line', '20,00\u00a0€ ohne Forderung');
    refuses(other, 'payment.line-assigned', 'line', `rueckbuchung ${AKTE} --zahlung ${booking()} `);
    refuses(other, 'payment.line-assigned', 'line', `--kennung ${booking()} --betrag 25,00`, '--teil --umgebucht');
    refuses(other, 'payment.line-assigned', 'line', `mit der Kennung ${booking(2)} buchen`);
  });
  test('the whole line is no further part: only the correction is named', () => {
    const again = () => named(akteWith(paid(45_00)), wish({ claim: F2 }));
    refuses(again, 'payment.line-assigned', 'line');
    expect(again).not.toThrow('weiterer Teil');
  });
  test('a part for a claim of its own is a further one beside parts for other claims', () => {
    const first = akteWith(paid(20_00, 1, { claim: F1 }));
    expect(named(first, part(25_00, { claim: F2 }))).toBe(booking(2));
    refuses(() => named(first, part(25_00, { claim: F1 })), 'payment.line-assigned', 'line', 'auf F1');
    refuses(() => named(first, part(25_00)), 'payment.line-assigned', 'line');
    refuses(() => named(first, wish({ claim: F2 })), 'payment.line-assigned', 'line');
    const mixed = akteWith(paid(20_00, 1, { claim: F1 }), paid(5_00, 2));
    refuses(() => named(mixed, part(10_00, { claim: F2 })), 'payment.line-assigned', 'line');
  });
  test('a given name must be the next free one, or that of the same booking', () => {
    const first = akteWith(paid(20_00));
    expect(named(first, part(25_00, { payment: booking(2) }))).toBe(booking(2));
    expect(named(akteWith(), part(25_00, { payment: booking() }))).toBe(booking());
    expect(named(first, part(20_00, { payment: booking(2) }))).toBe(booking(2));
    refuses(() => named(first, part(25_00, { payment: booking(7) })), 'payment.line-name', 'line', booking(7));
    refuses(
      () => named(first, part(25_00, { payment: booking(7) })),
      'payment.line-name',
      'line',
      `die nächste freie ist ${booking(2)} (Befehl: mahnwerk akte zahlung ${AKTE} --kennung ${booking(2)} `,
    );
    refuses(() => named(first, part(25_00, { payment: booking() })), 'payment.line-assigned', 'line');
    const back = akteWith(paid(20_00), reversed());
    refuses(() => named(back, part(20_00, { payment: booking() })), 'payment.line-name', 'line');
  });
});

describe('the share that a line gets', () => {
  const shared = (of: LineWish, akte: Akte, kept: BankLine, ...others: Akte[]): BankLine =>
    decideShare(of, akte, { line: kept, standing: standingOf(kept, [akte, ...others]) });
  test('beside those that stand, as the next version of the line', () => {
    expect(shared(wish(), akteWith(), line())).toEqual({ ...line(share(45_00)), version: 4 });
    expect(shared(part(25_00), akteWith(), line(share(20_00, { akte: OTHER })), otherWith(paid(20_00)))).toEqual({
      ...line(share(20_00, { akte: OTHER }), share(25_00)),
      version: 4,
    });
  });
  test('what was reversed stands on it no longer', () => {
    const back = otherWith(paid(45_00), reversed());
    expect(shared(wish({ moved: true }), akteWith(), line(share(45_00, { akte: OTHER })), back).shares).toEqual([
      share(45_00),
    ]);
  });
  test('not the whole line where some of it stands: the refusal names the part and the way back', () => {
    const whole = () => shared(wish(), akteWith(), line(share(20_00, { akte: OTHER })), otherWith(paid(20_00)));
    refuses(whole, 'payment.line-assigned', 'line', `schon zugeordnet: ${OTHER} (20,00`, '„part“');
    refuses(whole, 'payment.line-assigned', 'line', `rueckbuchung ${OTHER} `, '--umgebucht');
  });
  test('not where nobody says why it was reversed, there or here', () => {
    const there = otherWith(paid(45_00), reversed());
    const reverted = () => shared(wish(), akteWith(), line(share(45_00, { akte: OTHER })), there);
    refuses(reverted, 'payment.line-reversed', 'line', `zurückgebucht: ${OTHER} (45,00`, '--umgebucht');
    const here = akteWith(paid(20_00), reversed());
    const back = () => shared(part(20_00), here, line(share(25_00, { akte: OTHER })), otherWith(paid(25_00)));
    refuses(back, 'payment.line-reversed', 'line', `zurückgebucht: ${AKTE} (20,00`);
    expect(
      shared(part(20_00, { moved: true }), here, line(share(25_00, { akte: OTHER })), otherWith(paid(25_00))).shares,
    ).toEqual([share(25_00, { akte: OTHER }), share(20_00, { n: 2 })]);
  });
  test('what was reversed here counts once, though the line names it, too', () => {
    const here = akteWith(paid(20_00), reversed());
    const twice = () => shared(part(20_00), here, line(share(20_00)));
    refuses(twice, 'payment.line-reversed', 'line', `zurückgebucht: ${AKTE} (20,00\u00a0€). Hat`);
  });
  test('each reversal that nobody has explained is named: elsewhere under the same name, here under another', () => {
    const here = akteWith(paid(20_00), reversed());
    const there = otherWith(paid(25_00), reversed());
    const both = () => shared(part(20_00), here, line(share(25_00, { akte: OTHER })), there);
    refuses(both, 'payment.line-reversed', 'line', `${OTHER} (25,00\u00a0€), ${AKTE} (20,00\u00a0€). Hat`);
    const twice = akteWith(paid(20_00), reversed(), paid(10_00, 2), reversed(2));
    const again = () => shared(part(20_00), twice, line(share(10_00, { n: 2 })));
    refuses(again, 'payment.line-reversed', 'line', `${AKTE} (10,00\u00a0€), ${AKTE} (20,00\u00a0€). Hat`);
  });
  test('what was reversed here before another part was booked here has been explained', () => {
    const here = akteWith(paid(20_00), reversed(), paid(25_00, 2, { claim: F1 }));
    expect(shared(part(20_00, { claim: F2 }), here, line(share(25_00, { n: 2 }))).shares).toEqual([
      share(25_00, { n: 2 }),
      share(20_00, { n: 3 }),
    ]);
  });
  test('nothing of a line that went out in full, not even a cent', () => {
    const full = line(share(45_00, { akte: OTHER }));
    const more = () => shared(part(1), akteWith(), full, otherWith(paid(45_00)));
    refuses(
      more,
      'payment.line-assigned',
      'line',
      `schon ganz zugeordnet: ${OTHER} (45,00`,
      'bitte zuerst zurückbuchen',
    );
  });
  test('a part within what is left', () => {
    const kept = line(share(20_00, { akte: OTHER }));
    expect(shared(part(25_00), akteWith(), kept, otherWith(paid(20_00))).shares).toHaveLength(2);
    const more = () => shared(part(25_01), akteWith(), kept, otherWith(paid(20_00)));
    refuses(
      more,
      'payment.line-amount',
      'amountCents',
      'noch 25,00',
      'angegeben sind 25,01',
      'Schon zugeordnet ist sie',
    );
    const fresh = () => shared(part(45_01), akteWith(), line());
    refuses(fresh, 'payment.line-amount', 'amountCents', 'noch 45,00');
    expect(fresh).not.toThrow('Schon zugeordnet');
    expect(shared(part(45_00), akteWith(), line()).shares).toEqual([share(45_00)]);
  });
  test('the whole line is all of it', () => {
    for (const amount of [44_99, 45_01])
      refuses(
        () => shared(wish({ amount: cents(amount) }), akteWith(), line()),
        'payment.line-amount',
        'amountCents',
        'lautet über 45,00',
        '--teil',
      );
  });
  test('under the name that it has in the Akte', () => {
    const here = akteWith(paid(20_00, 1, { claim: F1 }));
    expect(shared(part(25_00, { claim: F2 }), here, line(share(20_00))).shares[1]).toEqual(share(25_00, { n: 2 }));
    refuses(() => shared(part(25_00), here, line(share(20_00))), 'payment.line-assigned', 'line');
  });
});
