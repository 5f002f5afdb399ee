import type { Actor } from '../../domain/actor.ts';
import { arrived, decideAssignment, lineMeant, type Assignment } from '../../domain/account/decide-assignment.ts';
import { paymentIdIn } from '../../domain/account/decide-bank-line.ts';
import { standingIn } from '../../domain/account/line-wish.ts';
import type { Akte, Payment } from '../../domain/akte/akte.ts';
import type { AkteId, PaymentId } from '../../domain/ids.ts';
import { bookBankLine, type LinePorts } from './book-bank-line.ts';

/** By whom a line is assigned to which Akte. */
export type Assigning = Assignment & Readonly<{ akte: AkteId; by: Actor }>;

/** What became of it: the Akte, what the payment is called in it, and all that stands in it of the line. */
export type Assigned = Readonly<{ akte: Akte; payment: PaymentId; booked: readonly Payment[] }>;

/**
 * Books a line of a bank statement that a person has assigned to an Akte (B7). The same amount for the same claim of
 * the same Akte is the same payment, whoever books it. Anything else of the line is refused with the way on, unless it
 * is said to be a part: for another Akte, for another claim, or under the next free name (`bank:…#2`); never more of it
 * than arrived. What was reversed is booked anew, there or elsewhere, where somebody says that it had been booked by
 * mistake.
 */
export const assignBankLine =
  (ports: LinePorts) =>
  async ({ akte: id, by, ...assignment }: Assigning): Promise<Assigned> => {
    const line = arrived(await ports.bankLines.find(lineMeant(assignment.id)), assignment.id);
    const wish = decideAssignment(assignment, await ports.akten.get(id), line);
    const akte = await bookBankLine(ports)({ ...wish, akte: id, source: 'von Hand zugeordnet', by });
    return { akte, payment: paymentIdIn(akte, wish), booked: standingIn(akte, wish.line) };
  };
