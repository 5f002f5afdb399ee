import { day, plusDays } from '../../domain/calendar.ts';
import { accountOf } from '../../domain/account/account.ts';
import { MatterId, PaymentId } from '../../domain/ids.ts';
import { STANDARD_LETTER_ANCHORED, STANDARD_NO_PHASE_1 } from '../../domain/procedure/shipped-procedures.ts';
import { noteCall } from '../../usecases/dunning/call-debtor.ts';
import { recordPayment } from '../../usecases/payments/record-payment.ts';
import { invoiceKey } from '../../usecases/invoice-key.ts';
import { AKTE, aClaim, after, musterversand } from '../support/akte.ts';
import { aProcess } from '../support/process.ts';
import { memoryCreditors, recordedWorkflows } from '../../simulator/agency/stores.ts';

/*
 * The Mahnlauf as it runs where nothing happens, by what the debtor can be reached with. Run with dunning.test.ts,
 * which asks in the end whether every state was entered.
 */

test('an unpaid standard case: reminder, three Mahnungen with text, letter and phone window, decision on day 87', async () => {
  const process = await aProcess();
  expect(await process.run()).toBe('Gerichtliches Mahnverfahren: Entscheidung');
  expect(await process.told()).toEqual([
    '0 email 0',
    '10 email 1',
    '10 sms 1',
    '18 letter 1',
    '21 calls 1',
    '36 email 2',
    '36 sms 2',
    '44 letter 2',
    '46 calls 2',
    '63 email 3',
    '63 sms 3',
    '71 letter 3',
    '74 calls 3',
    '87 court',
  ]);
});

test('due on a Saturday, the first message went on Monday, the last day to pay: it goes the day after, and default began there by contract (R2)', async () => {
  const told = async (start: string, dueOn: string, dueByContract: boolean): Promise<unknown> => {
    const invoiceDate = plusDays(day(start), -7);
    const claim = aClaim(1, { invoiceDate, contractDate: invoiceDate, dueOn: day(dueOn), dueByContract });
    const process = await aProcess({ without: ['phone'], start, claims: [claim] });
    await process.run('F1', 1, 30);
    const akte = await process.akten.get(AKTE);
    return [akte.messages[0]?.on, accountOf(akte, day('2026-12-01')).claims[0]?.default?.since];
  };
  expect(await told('2026-02-23', '2026-03-07', true)).toEqual(['2026-03-10', '2026-03-10']);
  expect(await told('2026-02-23', '2026-03-07', false)).toEqual(['2026-03-10', '2026-03-18']);
  // Corpus Christi in NW, a Thursday: payable until Friday, and nothing goes on the Saturday after.
  expect(await told('2026-05-26', '2026-06-04', true)).toEqual(['2026-06-08', '2026-06-06']);
});

test('without e-mail every demand goes by post at once, with no second letter', async () => {
  const process = await aProcess({ without: ['email'] });
  await process.run();
  expect(await process.told()).toEqual([
    '0 letter 0',
    '11 letter 1',
    '11 sms 1',
    '21 calls 1',
    '36 letter 2',
    '36 sms 2',
    '46 calls 2',
    '63 letter 3',
    '63 sms 3',
    '74 calls 3',
    '87 court',
  ]);
});

test("without phone there is no text and no phone window; the letter's own deadline passes first", async () => {
  const process = await aProcess({ without: ['phone'] });
  await process.run();
  expect(await process.told()).toEqual([
    '0 email 0',
    '10 email 1',
    '18 letter 1',
    '29 email 2',
    '37 letter 2',
    '46 email 3',
    '56 letter 3',
    '65 court',
  ]);
});

test('phase 1 skipped: the first Mahnung goes at once', async () => {
  const process = await aProcess({ procedure: STANDARD_NO_PHASE_1 });
  await process.run();
  expect((await process.told()).slice(0, 3)).toEqual(['0 email 1', '0 sms 1', '8 letter 1']);
});

test('anchored to the letter, on plain days, the run takes 106 days', async () => {
  const process = await aProcess({ procedure: STANDARD_LETTER_ANCHORED });
  await process.run();
  expect((await process.told()).at(-1)).toBe('109 court');
});

test('nobody can be reached: nothing is sent, address tracing is offered', async () => {
  const process = await aProcess({ without: ['email', 'phone', 'address'] });
  expect(await process.run('F1', 1, 60)).toBe('Nicht erreichbar');
  expect(await process.told()).toEqual([]);
});

test.each([0, 1, 9, 10, 17, 18, 21, 35, 36, 44, 46, 62, 63, 71, 74, 86, 87])(
  'a full payment on day %i ends the dunning; nothing is sent after it',
  async (n) => {
    const process = await aProcess();
    process.plan.push({
      day: after(n),
      act: async () => {
        const open = accountOf(await process.akten.get(AKTE), process.clock.today()).total;
        await recordPayment(process.ports)({
          akte: AKTE,
          id: PaymentId.parse('bank:1'),
          amount: open,
          valueDate: process.clock.today(),
          via: 'agency',
          source: 'test',
          by: 'operator:test',
        });
      },
    });
    expect(await process.run()).toBe(n <= 87 ? 'Erledigt' : '');
    const told = await process.told();
    expect(told.slice(told.findIndex((l) => l.includes('paid')) + 1)).toEqual([]);
  },
);

test('three calls that nobody answers: a text asks to call back, and the window goes on (D60)', async () => {
  const process = await aProcess();
  await process.run('F1', 1, 21);
  const note = noteCall({
    ...process.ports,
    creditors: memoryCreditors(musterversand),
    workflows: recordedWorkflows(),
  });
  for (const n of [21, 22, 23]) {
    process.clock.jumpTo(process.clock.instantOf(after(n)));
    await note({
      akte: AKTE,
      matter: MatterId.parse('M1'),
      stage: 1,
      by: 'operator:test',
      part: 'morning',
      outcome: 'not-reached',
    });
  }
  expect(await process.run('F1', 2, 35)).toBe('Mahnstufe 1: Telefoninkasso');
  expect(await process.told()).toEqual([
    '0 email 0',
    '10 email 1',
    '10 sms 1',
    '18 letter 1',
    '21 calls 1',
    '23 sms 1',
  ]);
});

test('the invoice that lies beside its claim goes with the mail of the stage that wants it; one that is not there is not named', async () => {
  const procedure = {
    ...STANDARD_NO_PHASE_1,
    id: 'own',
    levels: STANDARD_NO_PHASE_1.levels.map((l) => ({ ...l, attachInvoice: l.stage === 1 })),
  };
  const process = await aProcess({ procedure, claims: [aClaim(1), aClaim(2)] });
  process.ports.paper.archive.files[invoiceKey(musterversand.id, aClaim(1))] = '%PDF';
  await process.run('F1', 1, 30);
  expect(process.posts.email.sent.map((s) => (s.message.enclosures ?? []).map((e) => e.name))).toEqual([
    ['Rechnung-RE-1.pdf'],
    [],
  ]);
});

test('two claims of one matter get one letter each time: whoever comes first sends for all', async () => {
  const process = await aProcess({ claims: [aClaim(1), aClaim(2)] });
  await process.run('F1', 1, 20);
  await process.run('F2', 1, 20);
  expect((await process.told()).filter((l) => /email|letter|sms/.test(l))).toEqual([
    '0 email 0',
    '10 email 1',
    '10 sms 1',
    '18 letter 1',
  ]);
});

test('what one unpaid standard case costs: state transitions and acts in the log', async () => {
  const process = await aProcess();
  const path = await process.path();
  // A published figure (docs/cost.md): a change here is a change of price.
  expect({ transitions: path.length, acts: (await process.akten.history(AKTE)).length }).toMatchInlineSnapshot(`
{
  "acts": 25,
  "transitions": 62,
}
`);
});
