import type { Actor } from '../../../domain/actor.ts';
import { day } from '../../../domain/calendar.ts';
import { contactPointsOf } from '../../../domain/akte/person.ts';
import { AkteId, ClaimId, HandOverId } from '../../../domain/ids.ts';
import { ClaimBody } from '../../../domain/intake/from-api.ts';
import { musterversand } from '../../../simulator/agency/people.ts';
import { steerAkte } from '../../../usecases/akte/steer-akte.ts';
import { registerClaims, wokenBy, type Registering } from '../../../usecases/hand-over/register-claims.ts';
import type { Group } from '../../../usecases/hand-over/sift-rows.ts';
import { MUS, MOVED, TODAY, aBody, anAgency, goodOf } from './customers.ts';
import { refusedFor } from '../../support/hand-overs.ts';

/** These rows of one hand-over of the creditor. */
const groupOf = (handOver: string, ...bodies: ClaimBody[]): Group => ({
  creditor: musterversand,
  handOver: HandOverId.parse(handOver),
  on: TODAY,
  by: 'client:MUS',
  rows: goodOf(bodies),
});
/** Somebody else takes these rows in after we have looked, and before we write. */
const behind = (ports: Registering, quicker: Group): Registering => {
  let waits = true;
  const { append } = ports.akten;
  const akten: Registering['akten'] = {
    ...ports.akten,
    append: async (...act) => {
      const first = waits;
      waits = false;
      if (first) await registerClaims(ports)(quicker);
      return append(...act);
    },
  };
  return { ...ports, akten };
};

describe('two hand-overs of one customer at once', () => {
  test('whoever comes second reads again and goes on in the Akte that is there now', async () => {
    const a = anAgency();
    const done = await registerClaims(behind(a.ports, groupOf('h1', aBody(1))))(groupOf('h2', aBody(2)));
    const { id, claims } = await a.akte();
    expect(claims.map((c) => c.invoiceNumber)).toEqual(['RE-1', 'RE-2']);
    expect(done).toMatchObject({ accepted: [{ row: 1, akte: id, claim: 'F2' }], refused: [] });
  });
  test('an invoice that both bring is one claim: the second is told that it is there', async () => {
    const a = anAgency();
    const done = await registerClaims(behind(a.ports, groupOf('h1', aBody(1))))(groupOf('h2', aBody(1), aBody(2)));
    expect((await a.akte()).claims.map((c) => c.invoiceNumber)).toEqual(['RE-1', 'RE-2']);
    expect(done.accepted).toMatchObject([{ row: 2, claim: 'F2' }]);
    expect(done.refused).toMatchObject([{ row: 1, code: 'invoice.duplicate' }]);
  });
  test('the same hand-over delivered twice at once: each of its rows is one claim, and both are told which', async () => {
    const a = anAgency();
    const twice = groupOf('h1', aBody(1), aBody(2));
    const done = await registerClaims(behind(a.ports, twice))(twice);
    expect((await a.akte()).claims).toHaveLength(2);
    expect(done).toMatchObject({ accepted: [{ claim: 'F1' }, { claim: 'F2' }], refused: [] });
  });
  test('who is overtaken for ever gives up as a Conflict, and has written nothing', async () => {
    const a = anAgency();
    let tries = 0;
    const append: Registering['akten']['append'] = async (id) => {
      tries++;
      return a.akten.append(id, 99, { by: 'client:MUS', facts: [] });
    };
    const refused = registerClaims({ ...a.ports, akten: { ...a.akten, append } })(groupOf('h1', aBody(1)));
    await expect(refused).rejects.toMatchObject({ name: 'Conflict' });
    expect([tries > 1, a.akten.log.size]).toEqual([true, 0]);
  });
});

test('the same hand-over again recognises its own rows, and adds only what an earlier try had not come to', async () => {
  const a = anAgency();
  const register = registerClaims(a.ports);
  await register(groupOf('h1', aBody(1)));
  const done = await register(groupOf('h1', aBody(1), aBody(2)));
  expect(done.accepted).toMatchObject([
    { row: 1, claim: 'F1' },
    { row: 2, claim: 'F2' },
  ]);
  expect([done.refused, wokenBy(done)]).toEqual([[], []]);
  expect(await a.akten.history(await a.only())).toHaveLength(2);
});

test('a customer with more claims than one act holds is written in several, in one Akte and one matter', async () => {
  const a = anAgency();
  const bodies = Array.from({ length: 100 }, (_, n) => aBody(n));
  const { accepted } = await registerClaims(a.ports)(groupOf('h1', ...bodies));
  expect(accepted.map((r) => [r.row, r.claim])).toEqual(bodies.map((_, i) => [i + 1, `F${i + 1}`]));
  const { id, matters } = await a.akte();
  expect(matters.map((m) => m.claims.length)).toEqual([100]);
  const acts = await a.akten.history(id);
  expect(acts.map(({ facts }) => facts.flatMap((f) => (f.kind === 'handedOver' ? f.claims : [])).length)).toEqual([
    90, 10,
  ]);
});

test('two customers whose Aktenzeichen would be the same get two Akten', async () => {
  const a = anAgency();
  const alike = { sha256: (text: string) => (text.endsWith('\n0') ? '0' : '1').repeat(64) };
  const register = registerClaims({ ...a.ports, hashes: alike });
  const other = aBody(2, { customerNumber: 'K-2', name: 'Max Muster' });
  for (const [handOver, body] of Object.entries({ h1: aBody(1), h2: other, h3: { ...other, invoiceNumber: 'RE-3' } }))
    await register(groupOf(handOver, body));
  expect(a.akten.all().map((akte) => [akte.debtor.customerNumber, akte.claims.length])).toEqual([
    ['K-1', 1],
    ['K-2', 2],
  ]);
});

test('by whom a debtor is reached is known before the Akte says so: a crash in between leaves nobody unknown', async () => {
  const a = anAgency();
  const killed = { ...a.akten, append: () => Promise.reject(new Error('killed')) };
  await expect(registerClaims({ ...a.ports, akten: killed })(groupOf('h1', aBody(1)))).rejects.toThrow('killed');
  const { accepted } = await registerClaims(a.ports)(groupOf('h1', aBody(1)));
  const [known] = accepted.map((r) => r.akte);
  expect(await a.people.sharing(contactPointsOf((await a.akte()).debtor))).toEqual([known]);
});

test('an Akte whose debtor can be reached again is woken with the completed ones, each once', () => {
  const one = AkteId.parse('MUS-0000-0001');
  const two = AkteId.parse('MUS-0000-0002');
  const completed = [1, 2].map((row) => ({ row, akte: one, claim: ClaimId.parse(`F${row}`) }));
  expect(wokenBy({ accepted: [], refused: [], completed, revived: [one, two] })).toEqual([one, two]);
});

test("a customer number under another person's name joined that Akte in silence: it is a conflict that names both ways on", async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  const other = aBody(2, { name: 'Jürgen Probe' });
  const refused: unknown = await a.submit('h2', other).catch((error: unknown) => error);
  expect(refused).toMatchObject(refusedFor('customer.other-person'));
  expect(String(refused)).toContain('„Erika Beispiel“');
  expect(String(refused)).toContain('richtige Kundennummer');
  expect(String(refused)).toContain('formerName');
  expect((await a.akte()).claims).toHaveLength(1);
  // The way on for somebody else: its own customer number.
  await a.submit('h3', { ...other, customerNumber: 'K-2' });
  expect((await a.akten.list(MUS, { limit: 9, from: null })).items).toHaveLength(2);
});

test('the other way on: the same person under a new name, named by its former one', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  await expect(a.submit('h2', aBody(2, { name: 'Erika Muster' }))).rejects.toMatchObject(
    refusedFor('customer.other-person'),
  );
  await expect(a.submit('h3', aBody(2, { name: 'Erika Muster', formerName: 'Jutta Beispiel' }))).rejects.toMatchObject(
    refusedFor('customer.other-person'),
  );
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
  await expect(a.submit('h2', aBody(2, { name: 'Karl Feldmann', ...elsewhere }))).rejects.toMatchObject(
    refusedFor('customer.not-recognised'),
  );
  // The way on: the name we know, as the former one.
  await a.submit('h3', aBody(2, { name: 'Karl Feldmann', formerName: 'Feldmann', ...elsewhere }));
  await expect(a.submit('h4', aBody(3, { name: 'Rosa Feldmann', ...elsewhere }))).rejects.toMatchObject(
    refusedFor('customer.other-person'),
  );
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
    await expect(a.submit('other', bodies.at(-1)!)).rejects.toMatchObject(refusedFor('customer.other-person'));
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
  await expect(a.submit('h5', aBody(5, { name: 'Maria Schmidt' }))).rejects.toMatchObject(
    refusedFor('customer.other-person'),
  );
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
    expect(refused).toMatchObject(refusedFor(code));
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
  expect(refused).toMatchObject(refusedFor('customer.not-recognised'));
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
  await expect(a.submit('h4', aBody(3, { name: 'Anna Schmidt' }))).rejects.toMatchObject(
    refusedFor('invoice.duplicate'),
  );
});

test('a claim handed over to a closed Akte was accepted and never dunned: it is refused by name, and goes on once the Akte is open again', async () => {
  const a = anAgency();
  await a.submit('h1', aBody(1));
  const { id } = await a.akte();
  const steer = (action: 'close' | 'reopen', by: Actor = 'client:MUS') =>
    steerAkte(a)({ akte: id, action, by, reason: 'Kulanz' });
  await steer('close');
  const refused: unknown = await a.submit('h2', aBody(2)).catch((error: unknown) => error);
  expect(refused).toMatchObject(refusedFor('customer.closed'));
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
