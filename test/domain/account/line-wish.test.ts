import { BankLineId } from '../../../domain/account/bank.ts';
import {
  bookingsOf,
  commandOf,
  placesOf,
  reversalsOf,
  shareOf,
  standingIn,
} from '../../../domain/account/line-wish.ts';
import { PaymentId } from '../../../domain/ids.ts';
import { formatEuro, cents } from '../../../domain/money.ts';
import { AKTE } from '../../support/akte.ts';
import { F1, NAME, OTHER, akteWith, booking, paid, reversed, share, wish } from './lines.ts';

test('of a line stands in an Akte what was booked of it and not reversed', () => {
  const akte = akteWith(paid(20_00), paid(25_00, 2), reversed(1), paid(5_00, 1, { id: PaymentId.parse('api:1') }));
  expect(bookingsOf(akte, NAME).map((p) => p.id)).toEqual([booking(), booking(2)]);
  expect(standingIn(akte, NAME).map((p) => p.id)).toEqual([booking(2)]);
  expect(bookingsOf(akte, BankLineId.parse('another.1'))).toEqual([]);
});
test('a payment is a share of its line', () => {
  const [payment] = bookingsOf(akteWith(paid(20_00)), NAME);
  expect(payment && shareOf(OTHER, payment)).toEqual(share(20_00, { akte: OTHER }));
});
test('where money went and how it is taken back, share by share', () => {
  const shares = [share(20_00), share(25_00, { akte: OTHER, n: 2 })];
  expect(placesOf(shares)).toBe(`${AKTE} (${formatEuro(cents(20_00))}), ${OTHER} (${formatEuro(cents(25_00))})`);
  expect(reversalsOf(shares)).toBe(
    `POST /v1/akten/${AKTE}/reversals; Befehl: mahnwerk akte rueckbuchung ${AKTE} --zahlung ${booking()} --grund "…"; POST /v1/akten/${OTHER}/reversals; Befehl: mahnwerk akte rueckbuchung ${OTHER} --zahlung ${booking(2)} --grund "…"`,
  );
});
describe('the command that books as wished', () => {
  const plain = `mahnwerk akte zahlung ${AKTE} --kennung ${booking()} --betrag 45,00 --wertstellung 02.03.2026`;
  test('names the line, its amount and its day', () => {
    expect(commandOf(AKTE, wish())).toBe(plain);
    expect(commandOf(AKTE, wish({ moved: false }))).toBe(plain);
  });
  test('the further booking, the claim, that it is a part and that it was moved, where it is', () => {
    expect(commandOf(AKTE, wish({ payment: booking(2) }))).toContain(`--kennung ${booking(2)} `);
    expect(commandOf(AKTE, wish({ claim: F1, part: true, moved: true }))).toBe(
      `${plain} --forderung F1 --teil --umgebucht`,
    );
  });
});
