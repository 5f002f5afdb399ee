import * as z from 'zod';
import { unmatchedCsv } from '../../adapters/lists/unmatched.ts';
import { requestOf } from '../../cli/online.ts';
import { BankLineId, bookingIdOf, type BankEntry } from '../../domain/account/bank.ts';
import { day, Day } from '../../domain/calendar.ts';
import { AkteId, ClaimId, PaymentId } from '../../domain/ids.ts';
import { Cents, cents } from '../../domain/money.ts';
import { STANDARD } from '../../domain/procedure/shipped-procedures.ts';
import { memoryArchive, memoryMailbox, memoryOnce, recordedWorkflows } from '../../simulator/agency/stores.ts';
import { handOver } from '../../simulator/agency/world.ts';
import { assignBankLine, type Assigning } from '../../usecases/payments/assign-bank-line.ts';
import { bookBankStatement } from '../../usecases/payments/book-bank-statement.ts';
import { reversePayment } from '../../usecases/payments/reverse-payment.ts';
import { AKTE, aClaim } from './akte.ts';
import { aProcess } from './process.ts';

export const entry = (more: Partial<BankEntry>): BankEntry => ({
  id: BankLineId.parse('x'),
  account: 'DE02120300000000202051',
  bookedOn: day('2026-03-02'),
  valueDate: day('2026-03-02'),
  amount: cents(50_00),
  remittance: '',
  reversal: false,
  ...more,
});

/** An Akte, and the bank's statements as they arrive. */
export const aBank = async (claims = [aClaim()]) => {
  const process = await aProcess({ claims });
  const archive = memoryArchive();
  const mailbox = memoryMailbox();
  const once = memoryOnce();
  return {
    process,
    archive,
    mailbox,
    book: (entries: readonly BankEntry[], key = 'bank/1.xml') =>
      bookBankStatement({
        ...process.ports,
        archive,
        mailbox,
        once,
        finance: 'finanzen@example.com',
        unmatchedList: unmatchedCsv,
      })({
        key,
        entries,
      }),
  };
};

export const OTHER = AkteId.parse('MUS-7B9C-3DEF');
/** Money of nobody: it names no Akte. */
export const stranger = entry({
  id: BankLineId.parse('0b1c2d3e4f5a6b7c8d9e0f1a.2b3c4d5e'),
  amount: cents(45_00),
  remittance: 'Danke',
});
export const LINE = bookingIdOf(stranger.id);
export const ASSIGNED: Assigning = {
  akte: AKTE,
  id: LINE,
  amount: cents(45_00),
  valueDate: day('2026-03-02'),
  part: false,
  by: 'operator:x',
};

const Body = z.object({
  line: z.string().optional(),
  amountCents: Cents.optional(),
  valueDate: Day.optional(),
  claim: ClaimId.optional(),
  part: z.boolean().default(false),
  moved: z.boolean().default(false),
  payment: z.string().optional(),
});
const DESK = { today: day('2026-03-02'), name: 'Test', read: () => ({}) };
/** The commands a text names, as a person would copy them. */
export const commandsIn = (text: string): string[] =>
  [...text.matchAll(/mahnwerk (akte (?:zahlung|rueckbuchung) [^);]+)/g)].map(([, command = '']) => command);
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** What a command asks for, as a text names it. */
const askedBy = (command: string) => {
  const asked = requestOf(wordsOf(command), DESK);
  if ('help' in asked) throw new Error(`${command} asks for help`);
  return { akte: AkteId.parse(asked.path.split('/')[3]), ...Body.parse(asked.body) };
};
/** Why it was refused; fails where it was not. */
const refusal = (wish: Promise<unknown>): Promise<string> =>
  wish.then(
    () => Promise.reject(new Error('not refused')),
    (error: unknown) => String(error),
  );

/** Two Akten, and a statement that has been read. */
export const aStatement = async (lines: readonly BankEntry[], claims = [aClaim()]) => {
  const bank = await aBank(claims);
  const { ports, akten, clock } = bank.process;
  await handOver({ akten, people: ports.people, clock }, { akte: OTHER, procedure: STANDARD });
  await bank.book(lines);
  const assign = assignBankLine(ports);
  const reverse = (akte: AkteId, payment = LINE) =>
    reversePayment({ ...ports, workflows: recordedWorkflows() })({ akte, payment, reason: 'x', by: 'operator:x' });
  const paid = async (akte: AkteId) => (await akten.get(akte)).payments;
  /** Runs a command as it stands in a text. */
  const run = async (command: string): Promise<void> => {
    const { akte, line, amountCents: amount, valueDate, payment, claim, part, moved } = askedBy(command);
    if (payment !== undefined) await reverse(akte, PaymentId.parse(payment));
    else if (line !== undefined && amount !== undefined && valueDate !== undefined)
      await assign({
        akte,
        id: PaymentId.parse(line),
        amount,
        valueDate,
        ...(claim ? { claim } : {}),
        part,
        moved,
        by: 'operator:x',
      });
    else throw new Error(`${command} says too little`);
  };
  return {
    ...bank,
    assign,
    reverse,
    paid,
    /** What was booked in both, reversed or not, in cents. */
    both: async () => [(await paid(AKTE)).map((p) => p.amount), (await paid(OTHER)).map((p) => p.amount)],
    refusal,
    run,
  };
};
