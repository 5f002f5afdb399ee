import { nextStep } from '../../../domain/dunning/next-step.ts';
import { joiningOf } from '../../../domain/dunning/series.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, QueryId } from '../../../domain/ids.ts';
import { ClaimBody } from '../../../domain/intake/from-api.ts';
import { Creditor } from '../../../domain/parties/parties.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { musterversand } from '../../../simulator/agency/people.ts';
import { answerQuery } from '../../../usecases/akte/answer-query.ts';
import { registerClaims } from '../../../usecases/hand-over/register-claims.ts';
import { TODAY, anAgency as anAgencyOf, goodOf } from './customers.ts';
import { refusedFor } from '../../support/hand-overs.ts';

const Q1 = QueryId.parse('Q1');

const F1 = ClaimId.parse('F1');
const { contractSubject: _, ...bare } = musterversand;
/** A mandate that says nothing of contracts: the rows must. */
const mandate = Creditor.parse({ ...bare, contractDateIsInvoiceDate: false });

const aBody = (more: Partial<ClaimBody> = {}): ClaimBody =>
  ClaimBody.parse({
    customerNumber: 'K-1',
    invoiceNumber: 'RE-1',
    invoiceDate: '2026-01-05',
    amountCents: 12_990,
    name: 'Erika Beispiel',
    kind: 'privat',
    email: 'erika@example.com',
    ...more,
  });
const CONTRACT = { subject: 'Gartenmöbel', contractDate: day('2025-12-30') };

const anAgency = () => {
  const agency = anAgencyOf(mandate);
  const stepOf = async (claim: ClaimId = F1) =>
    nextStep(await agency.akte(), claim, { procedures: STANDARD, today: TODAY }).name;
  return { ...agency, stepOf };
};
const WAITS = 'Wartet auf Angaben';

test('a claim without contract was accepted and nobody was asked: the creditor is, in the Akte and by mail, once', async () => {
  const a = anAgency();
  await a.submit('h1', aBody());
  await a.submit('h1', aBody());
  expect(await a.stepOf()).toBe(WAITS);
  expect((await a.akte()).queries).toMatchObject([{ id: 'Q1', particularsOf: ['F1'], answer: null }]);
  expect(a.mailbox.mails).toHaveLength(1);
  expect(a.mailbox.mails[0]).toMatchObject({
    to: mandate.email,
    subject: expect.stringContaining('Angaben zum Vertrag'),
  });
  expect(a.mailbox.mails[0]?.text).toContain('noch einmal');
  expect(a.mailbox.mails[0]?.text).not.toContain('Beispiel');
});

test('a company need not be told, and is not asked for', async () => {
  const a = anAgency();
  await a.submit('h1', aBody({ kind: 'Firma', name: 'Beispiel GmbH' }));
  expect((await a.akte()).queries).toEqual([]);
  expect(a.mailbox.mails).toEqual([]);
});

test('the completed row came back as a conflict: it completes the claim, starts it anew, and says so the same way when it is retried', async () => {
  const a = anAgency();
  const first = await a.submit('h1', aBody());
  const done = await a.submit('h2', aBody(CONTRACT));
  expect(done).toMatchObject({ claim: first.claim, accepted: 0, rejected: 0, duplicates: 1 });
  expect(done.codes).toEqual({ 'invoice.completed': 1 });
  expect(await a.submit('h2', aBody(CONTRACT))).toMatchObject({ codes: { 'invoice.completed': 1 } });
  const akte = await a.akte();
  expect(akte.claims).toHaveLength(1);
  expect(akte.claims[0]).toMatchObject(CONTRACT);
  expect(akte.queries[0]?.answer).not.toBeNull();
  expect(await a.stepOf()).not.toBe(WAITS);
  expect(a.workflows.started).toContainEqual(`${akte.id}-F1-g2`);
  // From now on it is there, whatever else says it again.
  await expect(a.submit('h3', aBody(CONTRACT))).rejects.toMatchObject(refusedFor('invoice.duplicate'));
  await expect(a.submit('h4', aBody())).rejects.toMatchObject(refusedFor('invoice.duplicate'));
});

test('a row that completes only a part said „Mit den Angaben geht es weiter“ while the query stayed open: it names what is still missing', async () => {
  const a = anAgency();
  await a.submit('h1', aBody());
  const partly = { codes: { 'invoice.partly-completed': 1 }, duplicates: 1 };
  expect(await a.submit('h2', aBody({ subject: 'Gartenmöbel' }))).toMatchObject(partly);
  expect(await a.submit('h2', aBody({ subject: 'Gartenmöbel' }))).toMatchObject(partly);
  expect((await a.akte()).queries[0]?.answer).toBeNull();
  expect(await a.stepOf()).toBe(WAITS);
  const { issues } = await a.many('h3', aBody({ contractDate: CONTRACT.contractDate }));
  expect(issues.map((i) => i.code)).toEqual(['invoice.completed']);
  expect((await a.akte()).queries[0]?.answer).not.toBeNull();
  expect(await a.stepOf()).not.toBe(WAITS);
});

describe('one incomplete row held back the complete ones of the same customer in the same list', () => {
  const complete = (n: number) => aBody({ invoiceNumber: `RE-${n}`, ...CONTRACT });
  const matters = async (a: ReturnType<typeof anAgency>) => (await a.akte()).matters.map((m) => [m.id, m.claims]);
  test('they begin, and it waits in a matter of its own', async () => {
    const a = anAgency();
    await a.many('h1', complete(1), aBody({ invoiceNumber: 'RE-2' }), complete(3));
    expect(await matters(a)).toEqual([
      ['M1', ['F1', 'F3']],
      ['M2', ['F2']],
    ]);
    expect(await a.stepOf()).not.toBe(WAITS);
    expect(await a.stepOf(ClaimId.parse('F2'))).toBe(WAITS);
    expect((await a.akte()).queries).toMatchObject([{ particularsOf: ['F2'] }]);
  });
  test('where none is complete there is one matter, and what later lots of the list bring finds its place', async () => {
    const a = anAgency();
    const register = registerClaims(a.ports);
    const lot = (...bodies: ClaimBody[]) =>
      register({
        creditor: mandate,
        handOver: HandOverId.parse('h1'),
        on: TODAY,
        by: 'client:MUS',
        rows: goodOf(bodies, mandate),
      });
    await lot(aBody());
    expect(await matters(a)).toEqual([['M1', ['F1']]]);
    await lot(complete(2));
    await lot(complete(3), aBody({ invoiceNumber: 'RE-4' }));
    expect(await matters(a)).toEqual([
      ['M1', ['F1', 'F4']],
      ['M2', ['F2', 'F3']],
    ]);
  });
  test('once it is complete it goes on with them, in one series', async () => {
    const a = anAgency();
    await a.many('h1', complete(1), aBody({ invoiceNumber: 'RE-2' }));
    const id = await a.only();
    await answerQuery(a.ports)({ akte: id, query: Q1, by: 'client:MUS', ...CONTRACT });
    const joining = joiningOf(await a.akte(), STANDARD, TODAY);
    expect(joining).toMatchObject({ matter: 'M1', claims: ['F2'] });
    expect(await a.stepOf(ClaimId.parse('F2'))).not.toBe(WAITS);
  });
});

test('in a list the completed rows start their executions anew with its lot', async () => {
  const a = anAgency();
  await a.many('h1', aBody(), aBody({ invoiceNumber: 'RE-2', ...CONTRACT }));
  const before = a.workflows.started.length;
  const { handOver } = await a.many('h2', aBody(CONTRACT), aBody({ invoiceNumber: 'RE-2', ...CONTRACT }));
  expect(handOver).toMatchObject({ accepted: 0, duplicates: 2, rejected: 0 });
  expect(handOver.codes).toEqual({ 'invoice.completed': 1, 'invoice.duplicate': 1 });
  expect(a.workflows.started.length).toBeGreaterThan(before);
});

test.each([{ amountCents: 13_000 }, { customerNumber: 'K-2' }])(
  'a row that completes and contradicts (%j) is still a conflict, and completes nothing',
  async (other) => {
    const a = anAgency();
    await a.submit('h1', aBody());
    await expect(a.submit('h2', aBody({ ...CONTRACT, ...other }))).rejects.toMatchObject(
      refusedFor('invoice.conflict'),
    );
    expect((await a.akte()).claims[0]?.subject).toBeUndefined();
  },
);

test('what a debtor may have been told already is not changed by a later answer', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(CONTRACT));
  await expect(a.submit('h2', aBody({ ...CONTRACT, subject: 'Teppiche' }))).rejects.toMatchObject(
    refusedFor('invoice.conflict'),
  );
});
