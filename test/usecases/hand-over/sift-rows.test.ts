import { day } from '../../../domain/calendar.ts';
import { HandOverId, type AkteId } from '../../../domain/ids.ts';
import { musterversand } from '../../../simulator/agency/people.ts';
import { sift } from '../../../usecases/hand-over/sift-rows.ts';
import { TODAY, aBody, anAgency, goodOf } from './customers.ts';

/** Claims 1 and 2 are there; a later hand-over brings some of them and more. */
const sifted = async (handOver: string, ...bodies: readonly ReturnType<typeof aBody>[]) => {
  const a = anAgency();
  await a.many('h1', aBody(1), aBody(2));
  const before = await a.akten.history(await a.only());
  const read: AkteId[] = [];
  const akten = {
    ...a.akten,
    get: async (id: AkteId) => {
      read.push(id);
      return a.akten.get(id);
    },
  };
  const group = {
    creditor: musterversand,
    handOver: HandOverId.parse(handOver),
    on: TODAY,
    by: 'client:MUS',
    rows: goodOf(bodies),
  } as const;
  const found = await sift({ akten }, group);
  expect(await a.akten.history(await a.only())).toEqual(before);
  return { found, read, id: await a.only() };
};

test('an invoice that nobody has handed over is fresh, and no Akte is opened for it', async () => {
  const { found, read } = await sifted('h2', aBody(3), aBody(4, { customerNumber: 'K-2' }));
  expect(found.fresh.map(({ claim }) => claim.invoiceNumber)).toEqual(['RE-3', 'RE-4']);
  expect([found.ours, found.completing, found.refused, read]).toEqual([[], [], [], []]);
});

test('what is there already comes back with its reason; however many rows lead to an Akte, it is read once', async () => {
  const { found, read, id } = await sifted('h2', aBody(1), aBody(2, { amountCents: 1_00 }), aBody(3));
  expect(found.refused).toMatchObject([
    { row: 1, code: 'invoice.duplicate' },
    { row: 2, code: 'invoice.conflict' },
  ]);
  expect([found.fresh.map((row) => row.row), read]).toEqual([[3], [id]]);
});

test('what an earlier try of this very hand-over has written is its own', async () => {
  const { found, id } = await sifted('h1', aBody(1), aBody(3));
  expect(found.ours).toEqual([{ row: 1, akte: id, claim: 'F1' }]);
  expect(found.fresh.map((row) => row.row)).toEqual([2]);
});

test('a row that brings something new of its debtor is told apart from one that says nothing new', async () => {
  const { found, id } = await sifted('h2', aBody(1, { birthDate: day('1980-05-24') }), aBody(2));
  expect(found.completing).toMatchObject([{ row: { row: 1 }, akte: id, claim: 'F1' }]);
  expect(found.refused.map((issue) => issue.code)).toEqual(['invoice.contact', 'invoice.duplicate']);
});
