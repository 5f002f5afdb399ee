import { unmatchedCsv } from '../../../adapters/lists/unmatched.ts';
import { makeReference } from '../../../domain/akte/references.ts';
import { day } from '../../../domain/calendar.ts';
import { BankLineId } from '../../../domain/account/bank.ts';
import { ClaimId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { memoryMailbox, memoryOnce } from '../../../simulator/agency/stores.ts';
import { bookBankStatement } from '../../../usecases/payments/book-bank-statement.ts';
import { AKTE } from '../../support/akte.ts';
import { ASSIGNED, LINE, OTHER, aBank, aStatement, entry, stranger } from '../../support/bank.ts';

const F1 = ClaimId.parse('F1');
const part = (amount: number, claim?: ClaimId) => ({
  ...ASSIGNED,
  part: true,
  amount: cents(amount),
  ...(claim ? { claim } : {}),
});
const MOVED = { ...ASSIGNED, moved: true };

test.each([
  ['its RF reference', { reference: makeReference(AKTE) }],
  [
    'the reference in free text, in groups of four',
    { remittance: `Zahlung ${makeReference(AKTE).replace(/(.{4})/g, '$1 ')}danke` },
  ],
  ['the Aktenzeichen', { remittance: `az mus-4f7k-2qxr rest folgt` }],
  ['the Aktenzeichen with blanks', { remittance: `MUS 4F7K 2QXR` }],
])('a bank line is matched by %s', async (_, line) => {
  const { book, process } = await aBank();
  expect(await book([entry(line)])).toMatchObject({ booked: 1, unmatched: [] });
  expect((await process.akten.get(AKTE)).payments).toHaveLength(1);
});

test('a line of nobody, a wrong check digit, an outgoing or returned one is listed for a person; the same file again books nothing', async () => {
  const { book, process, archive, mailbox } = await aBank();
  const lines = [
    entry({ id: BankLineId.parse('a'), remittance: 'Miete' }),
    entry({ id: BankLineId.parse('b'), reference: 'RF00MUS4F7K2QXR' }),
    entry({ id: BankLineId.parse('c'), amount: cents(-5), remittance: AKTE }),
    entry({ id: BankLineId.parse('d'), reversal: true, remittance: AKTE }),
    entry({ id: BankLineId.parse('e'), remittance: `=2+3 ${AKTE}` }),
  ];
  expect((await book(lines)).unmatched.map((u) => u.entry.id)).toEqual(['a', 'b', 'c', 'd']);
  await book(lines);
  expect((await process.akten.get(AKTE)).payments).toHaveLength(1);
  expect(String(archive.files['bank/1.xml.nicht-zugeordnet.csv'])).toContain('Miete');
  expect(mailbox.mails.map((m) => m.to)).toEqual(['finanzen@example.com']);
});

test('a line that cannot be booked is listed with its reason and keeps no other line from being booked', async () => {
  const { book, process, archive } = await aBank();
  const lines = [
    entry({ id: BankLineId.parse('a'), remittance: AKTE, valueDate: day('2025-12-30') }),
    entry({ id: BankLineId.parse('b'), remittance: AKTE }),
    entry({ id: BankLineId.parse('c'), remittance: AKTE, valueDate: day('2026-03-03') }),
  ];
  const { booked, unmatched } = await book(lines);
  expect([booked, unmatched.map((u) => [u.entry.id, u.reason])]).toEqual([
    1,
    [
      ['a', expect.stringContaining('vor der ältesten Rechnung')],
      ['c', expect.stringContaining('in der Zukunft')],
    ],
  ]);
  expect((await process.akten.get(AKTE)).payments.map((p) => p.id)).toEqual(['bank:b']);
  expect(String(archive.files['bank/1.xml.nicht-zugeordnet.csv'])).toContain('Feld „valueDate“');
});

describe('a line that was reversed counted as booked for good, when its statement came under another name', () => {
  const named = { ...stranger, remittance: AKTE };
  const again = 'bank/2.xml';
  const reasons = async (read: Promise<{ unmatched: readonly { reason: string }[] }>) =>
    (await read).unmatched.map((u) => u.reason);

  test('it is listed with where it stood, in the file and in the mail, and not booked again by itself', async () => {
    const { book, reverse, both, archive, mailbox } = await aStatement([named]);
    await reverse(AKTE);
    expect(await book([named], again)).toMatchObject({ booked: 0, unmatched: [{ entry: { id: stranger.id } }] });
    const list = String(archive.files[`${again}.nicht-zugeordnet.csv`]);
    expect(list).toContain(`Zurückgebucht: ${AKTE} (45,00\u00a0€); offen sind 45,00\u00a0€`);
    expect(list).toContain('--umgebucht');
    expect(mailbox.mails.at(-1)?.text).toContain('Zurückgebucht');
    expect(await both()).toEqual([[45_00], []]);
  });
  test('booked anew it is listed no more; reversed once more it is', async () => {
    const { book, assign, reverse } = await aStatement([named]);
    await reverse(AKTE);
    await assign({ ...MOVED, akte: OTHER });
    expect(await book([named], again)).toMatchObject({ booked: 1, unmatched: [] });
    await reverse(OTHER);
    expect(await reasons(book([named], again))).toEqual([expect.stringContaining(`Zurückgebucht: ${OTHER}`)]);
  });
  test('of a line in parts, what stands and what was taken back are told apart', async () => {
    const { book, assign, reverse } = await aStatement([stranger]);
    await assign(part(20_00));
    await assign({ ...part(25_00), akte: OTHER });
    await reverse(AKTE);
    const [reason = ''] = await reasons(book([stranger], again));
    expect(reason).toMatch(/zugeordnet: MUS-7B9C-3DEF \(25,00.*Zurückgebucht: MUS-4F7K-2QXR \(20,00.*sind 20,00/);
    expect(reason).toContain('--umgebucht --teil');
    await assign({ ...part(20_00), akte: OTHER, claim: F1, id: PaymentId.parse(`${LINE}#2`), moved: true });
    expect(await reasons(book([stranger], again))).toEqual([]);
  });
  test('the same line on another statement was said to be booked there, although it had been reversed', async () => {
    const { book, reverse } = await aStatement([named]);
    await reverse(AKTE);
    const other = { ...named, id: BankLineId.parse('0b1c2d3e4f5a6b7c8d9e0f1a.ffffffff') };
    expect(await reasons(book([other], again))).toEqual([expect.stringContaining('ist zurückgebucht: MUS-4F7K-2QXR')]);
  });
});

test('a mail that is throttled was lost, because it was marked before it was sent: the next try sends it (A6)', async () => {
  const { process, archive } = await aBank();
  const mailbox = memoryMailbox();
  let throttled = true;
  const ports = {
    ...process.ports,
    archive,
    once: memoryOnce(),
    unmatchedList: unmatchedCsv,
    finance: 'finanzen@example.com',
    mailbox: {
      send: async (mail: Parameters<typeof mailbox.send>[0]) => {
        if (throttled) throw new Error('Throttling');
        await mailbox.send(mail);
      },
    },
  };
  const book = () => bookBankStatement(ports)({ key: 'bank/1.xml', entries: [entry({ remittance: 'Miete' })] });
  await expect(book()).rejects.toThrow('Throttling');
  throttled = false;
  await book();
  await book();
  expect(mailbox.mails).toHaveLength(1);
});
