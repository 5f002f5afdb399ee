import { day } from '../../domain/calendar.ts';
import { ClaimBody, cellsOf } from '../../domain/intake/from-api.ts';
import { CreditorId } from '../../domain/parties.ts';
import { contactPointsOf } from '../../domain/person.ts';
import type { Fact } from '../../domain/facts.ts';
import { memoryAkten } from '../../simulator/akten.ts';
import { virtualClock } from '../../simulator/clock.ts';
import { musterversand } from '../../simulator/people.ts';
import {
  memoryCreditors,
  memoryHandOvers,
  memoryTimers,
  memoryMailbox,
  memoryOnce,
  memoryPeople,
  memoryProcedures,
  memoryWork,
  recordedWorkflows,
} from '../../simulator/stores.ts';
import { startLot } from '../../usecases/start-lot.ts';
import { steerAkte } from '../../usecases/steer-akte.ts';
import { submitClaim, submitClaims } from '../../usecases/submit-claims.ts';
import { hashes } from '../support/fakes.ts';
import { rheinbogen } from '../support/notices.ts';

const MUS = CreditorId.parse('MUS');
const TODAY = day('2026-03-02');
const HOME = { street: 'Musterweg 5', postalCode: '44135', city: 'Dortmund' };
const MOVED = { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg' };
const aBody = (n: number, more: Partial<ClaimBody> = {}): ClaimBody =>
  ClaimBody.parse({
    customerNumber: 'K-1',
    invoiceNumber: `RE-${n}`,
    invoiceDate: '2026-01-05',
    amountCents: 12_990,
    name: 'Erika Beispiel',
    kind: 'privat',
    email: 'erika@example.com',
    ...HOME,
    ...more,
  });

const anAgency = () => {
  const clock = virtualClock(TODAY);
  const ports = {
    akten: memoryAkten(clock.now),
    people: memoryPeople(),
    workflows: recordedWorkflows(),
    procedures: memoryProcedures(),
    timers: memoryTimers(),
    hashes,
    creditors: memoryCreditors(musterversand),
    handOvers: memoryHandOvers(),
    mailbox: memoryMailbox(),
    once: memoryOnce(),
    clock,
    work: memoryWork(),
    agency: rheinbogen,
  };
  const submit = (id: string, body: ClaimBody) => submitClaim(ports)({ creditor: MUS, id, cells: cellsOf(body) });
  const many = async (id: string, ...bodies: readonly ClaimBody[]) => {
    const answer = await submitClaims(ports)({ creditor: MUS, id, rows: bodies.map(cellsOf) });
    for (const lot of ports.work.lots.splice(0)) await startLot(ports)(lot);
    return answer;
  };
  const akte = async () => {
    const [id, ...more] = await ports.akten.listOf(MUS);
    if (!id || more.length > 0) throw new Error('there is one Akte');
    return ports.akten.get(id);
  };
  const tell = async (...facts: readonly Fact[]) => {
    const { id, version } = await akte();
    return ports.akten.append(id, version, { by: 'x', facts });
  };
  return { ...ports, submit, many, akte, tell };
};

test("a customer number under another person's name joined that Akte in silence: it is a conflict that names both ways on", async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  const other = aBody(2, { name: 'Jürgen Probe' });
  const refused: unknown = await a.submit('h2', other).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'Rejected', code: 'customer.other-person' });
  expect(String(refused)).toContain('„Erika Beispiel“');
  expect(String(refused)).toContain('richtige Kundennummer');
  expect(String(refused)).toContain('formerName');
  expect((await a.akte()).claims).toHaveLength(1);
  // The way on for somebody else: its own customer number.
  await a.submit('h3', { ...other, customerNumber: 'K-2' });
  expect(await a.akten.listOf(MUS)).toHaveLength(2);
});

test('the other way on: the same person under a new name, named by its former one', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await expect(a.submit('h2', aBody(2, { name: 'Erika Muster' }))).rejects.toMatchObject({
    code: 'customer.other-person',
  });
  await expect(a.submit('h3', aBody(2, { name: 'Erika Muster', formerName: 'Jutta Beispiel' }))).rejects.toMatchObject({
    code: 'customer.other-person',
  });
  await a.submit('h4', aBody(2, { name: 'Erika Muster', formerName: 'Erika Beispiel' }));
  const akte = await a.akte();
  expect(akte.debtor.name).toBe('Erika Muster');
  expect(akte.claims).toHaveLength(2);
  await a.submit('h5', aBody(3, { name: 'Erika Muster' }));
  expect((await a.akte()).claims).toHaveLength(3);
});

test('two people under one customer number within one list were one: the second comes back', async () => {
  const a = anAgency();
  const { handOver, issues } = await a.many('h1', aBody(1), aBody(2, { name: 'Max Beispiel' }), aBody(3));
  expect(handOver).toMatchObject({ accepted: 2, rejected: 1 });
  expect(issues.filter((i) => i.severity === 'conflict')).toMatchObject([{ row: 2, code: 'customer.other-person' }]);
});

test("Karl's Akte took Rosa's bill because it had once been opened as „Feldmann“: the fuller name is the one that counts from then on", async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1, { name: 'Feldmann' }));
  const elsewhere = { ...MOVED, email: 'karl@example.com' };
  await expect(a.submit('h2', aBody(2, { name: 'Karl Feldmann', ...elsewhere }))).rejects.toMatchObject({
    code: 'customer.not-recognised',
  });
  // The way on: the name we know, as the former one.
  await a.submit('h3', aBody(2, { name: 'Karl Feldmann', formerName: 'Feldmann', ...elsewhere }));
  await expect(a.submit('h4', aBody(3, { name: 'Rosa Feldmann', ...elsewhere }))).rejects.toMatchObject({
    code: 'customer.other-person',
  });
  const akte = await a.akte();
  expect(akte.debtor).toMatchObject({ name: 'Karl Feldmann', email: 'karl@example.com' });
  expect(akte.claims).toHaveLength(2);
});
test('within one list, too, the fuller name of one mailbox is what the next row is judged by', async () => {
  const a = anAgency();
  const { handOver } = await a.many(
    'h1',
    aBody(1, { name: 'Feldmann' }),
    aBody(2, { name: 'Karl Feldmann' }),
    aBody(3, { name: 'Rosa Feldmann' }),
  );
  expect(handOver).toMatchObject({ accepted: 2, rejected: 1 });
  expect((await a.akte()).debtor.name).toBe('Karl Feldmann');
});

test.each([
  [['Maria Schmidt', 'Anna-Maria Schmidt', 'Anna Schmidt'], 'Anna-Maria Schmidt'],
  [['Anna-Maria Schmidt', 'Maria Schmidt', 'Anna Schmidt'], 'Anna-Maria Schmidt'],
  [['Karl Müller', 'Karl Peter Müller', 'Peter Müller'], 'Karl Peter Müller'],
  [['Müller', 'Karl Peter Müller', 'Karl Müller', 'Peter Müller'], 'Karl Peter Müller'],
])(
  'two people shared an Akte over the bridge of a double name (%j): every name it has borne must agree, row by row and in one list',
  async (names, last) => {
    const bodies = names.map((name, i) => aBody(i + 1, { name }));
    const a = anAgency();
    const b = anAgency();
    for (const [i, body] of bodies.slice(0, -1).entries()) await a.submit(`h${i}`, body);
    await expect(a.submit('other', bodies.at(-1)!)).rejects.toMatchObject({ code: 'customer.other-person' });
    expect(await b.many('h1', ...bodies)).toMatchObject({ handOver: { accepted: names.length - 1, rejected: 1 } });
    for (const { akte } of [a, b]) expect((await akte()).debtor.name).toBe(last);
  },
);
test('over a double name nobody came in, and nobody could say that Anna is who was called Anna-Maria: the former name ends the doubt', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1, { name: 'Maria Schmidt' }));
  await a.submit('h2', aBody(2, { name: 'Anna-Maria Schmidt' }));
  await a.submit('h3', aBody(3, { name: 'Anna Schmidt', formerName: 'Anna-Maria Schmidt' }));
  await a.submit('h4', aBody(4, { name: 'Anna Schmidt' }));
  expect((await a.akte()).names).toEqual([{ name: 'Anna Schmidt' }]);
  await expect(a.submit('h5', aBody(5, { name: 'Maria Schmidt' }))).rejects.toMatchObject({
    code: 'customer.other-person',
  });
});
test.each<
  Readonly<{ what: string; before: Partial<ClaimBody>; now: Partial<ClaimBody>; code: string; named: string[] }>
>([
  {
    what: 'another birthday',
    before: { birthDate: day('1980-01-01') },
    now: { birthDate: day('1980-01-10') },
    code: 'customer.other-birth-date',
    named: ['geboren am 01.01.1980', 'geboren am 10.01.1980'],
  },
  {
    what: 'another salutation',
    before: { salutation: 'Frau' },
    now: { salutation: 'Herr' },
    code: 'customer.other-salutation',
    named: ['Frau', 'Herr'],
  },
])(
  '$what was told as „gehört zu X; diese Zeile nennt X“, with marriage as the way on: it says what differs, and its ways on lead on',
  async ({ before, now, code, named }) => {
    const a = anAgency();
    await a.submit('h1', aBody(1, before));
    const refused: unknown = await a.submit('h2', aBody(2, now)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'Rejected', code });
    for (const text of named) expect(String(refused)).toContain(text);
    expect(String(refused)).not.toContain('Heirat');
    await a.submit('h3', aBody(2));
    await a.submit('h4', aBody(3, { ...now, formerName: 'Erika Beispiel' }));
    expect((await a.akte()).debtor).toMatchObject(now);
    await a.submit('h5', aBody(4, now));
    expect((await a.akte()).claims).toHaveLength(4);
  },
);
test('a longer name without a sign was told as another person, with marriage as the way on: it says what is missing', async () => {
  const a = anAgency();
  const body = (n: number) => aBody(n, { name: 'Erika Maria Beispiel', email: 'neu@example.com' });
  await a.submit('h1', aBody(1));
  const refused: unknown = await a.submit('h2', body(2)).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'customer.not-recognised' });
  expect(String(refused)).toContain('E-Mail-Adresse, Telefonnummer, IBAN oder das Geburtsdatum');
  await a.submit('h3', { ...body(2), email2: 'erika@example.com' });
  expect((await a.akte()).debtor.name).toBe('Erika Maria Beispiel');
});
test('a name that an earlier one contradicts is told with that one, not with the present one that it agrees with', async () => {
  const a = anAgency();
  for (const [i, name] of ['Maria Schmidt', 'Anna-Maria Schmidt'].entries())
    await a.submit(`h${i}`, aBody(i, { name }));
  await expect(a.submit('h3', aBody(3, { name: 'Anna Schmidt' }))).rejects.toThrow('zu „Maria Schmidt“');
});
test('a shorter name that is told again is noted once', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1, { name: 'Anna-Maria Schmidt' }));
  for (const n of [2, 3]) await a.submit(`h${n}`, aBody(n, { name: 'Anna Schmidt' }));
  expect((await a.akte()).names).toEqual([{ name: 'Anna-Maria Schmidt' }, { name: 'Anna Schmidt' }]);
  await expect(a.submit('h4', aBody(3, { name: 'Anna Schmidt' }))).rejects.toMatchObject({ code: 'invoice.duplicate' });
});

test('new contact data of the same person were dropped: they are facts, with their day and source, and the person is known by them', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await a.submit('h2', aBody(2, { name: 'E. Beispiel', email: 'neu@example.com', phone: '0151 10000002', ...MOVED }));
  const akte = await a.akte();
  expect(akte.debtor).toMatchObject({ name: 'Erika Beispiel', email: 'neu@example.com', address: MOVED, land: 'HH' });
  expect(akte.origins).toEqual({
    address: { source: 'creditor', on: TODAY },
    email: { source: 'creditor', on: TODAY },
    phone: { source: 'creditor', on: TODAY },
  });
  expect(await a.people.sharing(contactPointsOf(akte.debtor))).toContain(akte.id);
  const acts = await a.akten.history(akte.id);
  expect(acts.flatMap((act) => act.facts).filter((f) => f.kind === 'contactChanged')).toHaveLength(1);
});

test('the same row again with a new address was a duplicate and nothing else: a debtor nobody could reach is reached', async () => {
  const a = anAgency();
  const { street: _, postalCode: __, city: ___, email: ____, ...lost } = aBody(1);
  await a.submit('h1', lost);
  expect((await a.akte()).debtor.address).toBeUndefined();
  const again = await a.submit('h2', { ...lost, ...MOVED });
  expect(again).toMatchObject({ duplicates: 1, codes: { 'invoice.contact': 1 } });
  const akte = await a.akte();
  expect(akte.debtor.address).toMatchObject(MOVED);
  expect(a.workflows.started).toContainEqual(`${akte.id}-F1-g2`);
  await expect(a.submit('h3', { ...lost, ...MOVED })).rejects.toMatchObject({ code: 'invoice.duplicate' });
});

test('a later row of a list revives a dead mailbox only with another one, and wakes what waits', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await a.tell({ kind: 'undeliverable', channel: 'email', on: TODAY, reason: 'Postfach gibt es nicht' });
  await a.submit('h2', aBody(2));
  expect((await a.akte()).dead).toEqual(['email']);
  await a.submit('h3', aBody(3, { email: 'neu@example.com' }));
  const akte = await a.akte();
  expect(akte.dead).toEqual([]);
  expect(a.workflows.started).toContainEqual(`${akte.id}-F1-g2`);
});

test.each<[string, Partial<ClaimBody>, object]>([
  ['an account', { iban: 'DE02120300000000202051' }, { iban: 'DE02120300000000202051' }],
  ['a second mailbox', { email2: 'c@example.com' }, { furtherEmails: ['c@example.com'], email: 'erika@example.com' }],
  ['a birthday', { birthDate: day('1980-05-24') }, { birthDate: '1980-05-24' }],
  ['a language', { language: 'tr' }, { language: 'tr' }],
  ['a salutation', { salutation: 'Frau' }, { salutation: 'Frau' }],
  [
    'two numbers',
    { phone: '030 23125001', phone2: '0151 10000002' },
    { phone: '+4915110000002', furtherPhones: ['+493023125001'] },
  ],
])(
  '%s that a later row brought was lost in silence, with another invoice and with the same one',
  async (_, more, kept) => {
    for (const n of [1, 2]) {
      const a = anAgency();
      await a.submit('h1', aBody(1));
      const answer = await a.submit('h2', aBody(n, more));
      expect(Object.keys(answer.codes ?? {})).toEqual(
        n === 1 ? expect.arrayContaining(['invoice.contact']) : expect.not.arrayContaining(['invoice.contact']),
      );
      const akte = await a.akte();
      expect(akte.debtor).toMatchObject(kept);
      const told = (await a.akten.history(akte.id)).flatMap((act) =>
        act.facts.filter((f) => f.kind === 'contactChanged'),
      );
      expect(told).toMatchObject(
        [{ ...kept, on: TODAY, source: 'creditor' }].map(({ email: __, ...fact }: Record<string, unknown>) => fact),
      );
      // Said again, it is no news.
      await expect(a.submit('h3', aBody(n, more))).rejects.toMatchObject({ code: 'invoice.duplicate' });
    }
  },
);
test('two lists that tell two accounts in turns are news twice, and not with every list', async () => {
  const a = anAgency();
  const one = 'DE02120300000000202051';
  const other = 'DE02500105170137075030';
  await a.submit('h1', aBody(1, { iban: one }));
  await a.submit('h2', aBody(2, { iban: other }));
  await a.submit('h3', aBody(3, { iban: one }));
  await a.submit('h4', aBody(4, { iban: other }));
  const akte = await a.akte();
  expect(akte.debtor.iban).toBe(other);
  const facts = (await a.akten.history(akte.id)).flatMap((act) => act.facts);
  expect(facts.filter((f) => f.kind === 'contactChanged')).toHaveLength(1);
});
test('an account told of a debtor whom nobody reaches opens no way to them', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await a.tell({ kind: 'undeliverable', channel: 'email', on: TODAY, reason: 'Postfach gibt es nicht' });
  await a.submit('h2', aBody(2, { iban: 'DE02120300000000202051' }));
  expect((await a.akte()).dead).toEqual(['email']);
  expect(a.workflows.started).not.toContainEqual(`${(await a.akte()).id}-F1-g2`);
});

test('what the debtor has told us is not weakened by a row that knows less', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await a.tell({ kind: 'contactChanged', on: TODAY, by: 'x', source: 'debtor', email: 'selbst@example.com' });
  await a.submit('h2', aBody(2, { email: 'erika@example.com' }));
  await a.submit('h3', aBody(3, { email: 'dritte@example.com' }));
  expect((await a.akte()).debtor).toMatchObject({ email: 'selbst@example.com', furtherEmails: ['dritte@example.com'] });
});

test('a claim handed over to a closed Akte was accepted and never dunned: it is refused by name, and goes on once the Akte is open again', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  const { id } = await a.akte();
  const steer = (action: 'close' | 'reopen', by = 'client:MUS') =>
    steerAkte(a)({ akte: id, action, by, reason: 'Kulanz' });
  await steer('close');
  const refused: unknown = await a.submit('h2', aBody(2)).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'Rejected', code: 'customer.closed' });
  expect(String(refused)).toContain(`POST /v1/akten/${id}/reopen`);
  expect(String(refused)).toContain('seit dem 02.03.2026 geschlossen');
  // In a list, and for an invoice that is there already, too.
  const { issues } = await a.many('h3', aBody(1), aBody(3));
  expect(issues.filter((i) => i.severity === 'conflict').map((i) => i.code)).toEqual([
    'customer.closed',
    'customer.closed',
  ]);
  expect((await a.akte()).claims).toHaveLength(1);
  await steer('reopen');
  await a.submit('h4', aBody(2));
  expect((await a.akte()).claims).toHaveLength(2);
});

test('what the agency has closed a creditor does not open again, and is told whom to ask', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  const { id } = await a.akte();
  await steerAkte(a)({ akte: id, action: 'close', by: 'operator:test', reason: 'Identität gestohlen' });
  await expect(steerAkte(a)({ akte: id, action: 'reopen', by: 'client:MUS', reason: 'x' })).rejects.toMatchObject({
    code: 'reopen.by-us',
    message: expect.stringContaining('Bitte dort melden'),
  });
  expect((await steerAkte(a)({ akte: id, action: 'reopen', by: 'operator:test', reason: 'x' })).closed).toBeNull();
});
