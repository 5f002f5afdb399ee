import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { dynamoHandOvers } from '../../adapters/dynamodb/stores.ts';
import { dynamoTimers } from '../../adapters/dynamodb/timers.ts';
import { day } from '../../domain/calendar.ts';
import { AkteId, ClaimId, HandOverId, MatterId, MessageReference } from '../../domain/ids.ts';
import { fileCheck } from '../../domain/intake/check-file.ts';
import type { Cells } from '../../domain/intake/reading.ts';
import { tallyOf } from '../../domain/intake/tally.ts';
import { goodRows } from '../../domain/intake/judged.ts';
import { LOT_ROWS } from '../../domain/intake/hand-over.ts';
import { registerClaims } from '../../usecases/hand-over/register-claims.ts';
import { TERMS, erika } from '../support/akte.ts';
import { musterladen } from '../support/notices.ts';
import { writeUnitsOf } from '../../tools/cost/write-units.ts';
import { hashes } from '../../adapters/hashes.ts';
import { memoryProcedures } from '../../simulator/agency/stores.ts';
import { memoryTimers } from '../../simulator/agency/timers.ts';

/** A row with everything a creditor usually gives, long names and a remark. */
const row = (customer: number, invoice: number): Cells => ({
  customerNumber: `K-2026-${100_000 + customer}`,
  invoiceNumber: `RE-2026-${1_000_000 + invoice}`,
  invoiceDate: '05.01.2026',
  dueDate: '19.01.2026',
  amount: '1.234,56',
  ownCosts: '5,00',
  salutation: 'Frau',
  firstName: 'Anna-Katharina',
  lastName: 'Freifrau von Beispielhausen',
  street: 'Ernst-August-Musterstraße 123a',
  postalCode: '44135',
  city: 'Dortmund',
  email: 'anna-katharina.von.beispielhausen@example.com',
  phone: '0151 10000001',
  subject: 'Kaufvertrag über Gartenmöbel und Zubehör',
  contractDate: '02.01.2026',
  priorDunning: 'Mahnung',
  priorDunningOn: '05.02.2026',
  remark: 'Ware wurde am 8. Januar nachgeliefert, bitte freundlich mahnen',
});
const creditor = { ...musterladen, contractSubject: 'Warenlieferung', contractDateIsInvoiceDate: true };
const items = new Map<string, Record<string, unknown>>();
const take = async (handOver: string, rows: readonly Cells[]): Promise<number> => {
  const table = openTable('Table', { region: 'eu-central-1' });
  const check = fileCheck(creditor, day('2026-03-02'), { rows: rows.length });
  const verdicts = rows.map((cells, i) => check.check({ row: i + 1, line: i + 2, text: '', cells }));
  const akten = dynamoAkten(table, () => new Date('2026-03-02T08:00:00Z'));
  const handOvers = dynamoHandOvers(table);
  return writeUnitsOf(async () => {
    const { accepted } = await registerClaims({
      akten,
      people: dynamoPeople(table),
      hashes,
      procedures: memoryProcedures(),
      timers: memoryTimers(),
    })({
      creditor,
      handOver: HandOverId.parse(handOver),
      on: day('2026-03-02'),
      by: 'client:MUS',
      rows: goodRows(verdicts),
    });
    expect(accepted).toHaveLength(rows.length);
    const lot = {
      n: 1,
      ...tallyOf(verdicts),
      claims: accepted.map((a) => `${a.akte}-${a.claim}`),
      woken: [],
      started: false,
    };
    // Written when the lot is done, and again when its executions have been started.
    await handOvers.saveLot(creditor.id, HandOverId.parse(handOver), lot);
    await handOvers.saveLot(creditor.id, HandOverId.parse(handOver), { ...lot, started: true });
  }, items);
};
const rows = Array.from({ length: LOT_ROWS }, (_, i) => i);

test('a claim that opens an Akte costs at most ten write units, one that joins a known Akte at most six, checkpoints included', async () => {
  const opening =
    (await take(
      'first',
      rows.map((i) => row(i, i)),
    )) / LOT_ROWS;
  const joining =
    (await take(
      'second',
      rows.map((i) => row(i, LOT_ROWS + i)),
    )) / LOT_ROWS;
  expect({ opening: Math.round(opening * 100) / 100, joining: Math.round(joining * 100) / 100 }).toMatchInlineSnapshot(`
{
  "joining": 4.04,
  "opening": 8.04,
}
`);
  expect(opening).toBeLessThanOrEqual(10);
  expect(joining).toBeLessThanOrEqual(6);
});

test('the sweep costs a claim two write units in its life: one when it starts, one when it is through', async () => {
  const of = { akte: AkteId.parse('MUS-4F7K-2QXR'), claim: ClaimId.parse('F12'), generation: 3 };
  const timers = dynamoTimers(openTable('Table', { region: 'eu-central-1' }), () => new Date('2026-03-02T08:00:00Z'));
  expect(
    await writeUnitsOf(async () => {
      await timers.note(of);
      await timers.drop(of);
    }, items),
  ).toBe(2);
});

test('a message to a person with other Akten costs the transaction and two units for each of them; to nobody else nothing more', async () => {
  const akten = dynamoAkten(openTable('Table', { region: 'eu-central-1' }), () => new Date('2026-03-02T08:00:00Z'));
  const id = AkteId.parse('MUS-0000-0007');
  const others = [1, 2].map((n) => ({ id: AkteId.parse(`STW-0000-000${n}`), version: 4 }));
  const reserving = {
    by: 'operator:x' as const,
    facts: [
      {
        kind: 'reserved' as const,
        message: { matter: MatterId.parse('M1'), stage: 0, channel: 'email' } as const,
        reference: MessageReference.parse(`${id}-M1-0-email`),
        at: '2026-03-02T08:00:00Z',
        by: 'operator:x' as const,
        demand: null,
      },
    ],
  };
  await writeUnitsOf(
    () => akten.append(id, 0, { by: 'operator:x', facts: [{ kind: 'opened', debtor: erika, terms: TERMS }] }),
    items,
  );
  const of = (unmoved: typeof others) =>
    writeUnitsOf(() => akten.append(id, 1, reserving, { unmoved }), new Map(items));
  expect([await of([]), await of(others)]).toEqual([1, 2 + 2 * 2]);
});
