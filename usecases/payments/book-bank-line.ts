import type { Actor } from '../../domain/actor.ts';
import type { BankLine } from '../../domain/account/bank.ts';
import { decideShare, paymentIdIn, standingOf, type Standing } from '../../domain/account/decide-bank-line.ts';
import type { LineWish } from '../../domain/account/line-wish.ts';
import type { Akte } from '../../domain/akte/akte.ts';
import type { AkteId, PaymentId } from '../../domain/ids.ts';
import type { Akten, Also } from '../ports/akten.ts';
import type { BankLines } from '../ports/bank-lines.ts';
import { recordPayment } from './record-payment.ts';

export type LinePorts = Parameters<typeof recordPayment>[0] & Readonly<{ bankLines: BankLines }>;
export type LineBooking = LineWish & Readonly<{ akte: AkteId; source: string; by: Actor }>;

/** What became of a line's shares, as the Akten they are in say now. */
export const standingNow = async (akten: Akten, line: BankLine): Promise<Standing> => {
  const read: Akte[] = [];
  for (const id of new Set(line.shares.map((share) => share.akte))) read.push(await akten.get(id));
  return standingOf(line, read);
};

/** The line with one more Akte that it went to, decided from what is kept now. */
const sharedOut = async (ports: LinePorts, wish: LineWish, akte: Akte): Promise<Also> => {
  const line = await ports.bankLines.find(wish.line);
  if (!line) throw new Error(`bank line ${wish.line} vanished`);
  return { line: decideShare(wish, akte, { line, standing: await standingNow(ports.akten, line) }) };
};

/**
 * Books money of a line that is kept, and on the line where it went, in one step: whoever books it, and however often,
 * never more than arrived (B5, B7).
 */
export const bookBankLine =
  (ports: LinePorts) =>
  ({ akte, source, by, ...wish }: LineBooking): Promise<Akte> => {
    const { line: _line, payment: _payment, part: _part, moved: _moved, ...paid } = wish;
    const id = (seen: Akte): PaymentId => paymentIdIn(seen, wish);
    return recordPayment(ports)({ ...paid, akte, id, via: 'agency', source, by }, (seen) =>
      sharedOut(ports, wish, seen),
    );
  };
