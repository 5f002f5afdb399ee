import type { Actor } from '../../../domain/actor.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimBody } from '../../../domain/intake/from-api.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { MUS, MOVED, aBody, anAgency } from './customers.ts';

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

test('a claim handed over to a closed Akte was accepted and never dunned: it is refused by name, and goes on once the Akte is open again', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  const { id } = await a.akte();
  const steer = (action: 'close' | 'reopen', by: Actor = 'client:MUS') =>
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
