import { day, plusDays, type Day } from '../../domain/calendar.ts';
import { AkteId, ClaimId, MatterId } from '../../domain/claim.ts';
import type { Channel, Fact, MessageKey } from '../../domain/facts.ts';
import { Creditor, type Debtor } from '../../domain/parties.ts';
import { contactPointsOf } from '../../domain/person.ts';
import { STANDARD, type Procedure } from '../../domain/procedure.ts';
import { everyOrder, inTurns, type Handler } from '../../simulator/interleave.ts';
import { tasksOf } from '../../simulator/machine.ts';
import { recordedWorkflows } from '../../simulator/stores.ts';
import { aWorld, handOver } from '../../simulator/world.ts';
import { callList, noteCall, takeCall } from '../../usecases/call-debtor.ts';
import { noteAnswer } from '../../usecases/note-answer.ts';
import { readAkte } from '../../usecases/read-akte.ts';
import { START, aClaim, erika, musterversand } from '../support/akte.ts';
import { fakeMailbox, fakeOnce } from '../support/fakes.ts';

const F1 = ClaimId.parse('F1');
const M1 = MatterId.parse('M1');
const SHOP = AkteId.parse('MUS-0000-0001');
const SHOP_TOO = AkteId.parse('MUS-0000-0002');
const UTILITY = AkteId.parse('STW-0000-0001');
const STORE = AkteId.parse('LAD-0000-0001');
const creditors = ['MUS', 'STW', 'LAD'].map((id) => Creditor.parse({ ...musterversand, id, name: `Gläubiger ${id}` }));
/** One message and one call attempt in seven days: the first of two Akten uses it up. */
const ONE: Procedure = { ...STANDARD, contactBudget: { messages: 1, calls: 1 } };
const strangers = (n: number): Debtor => ({
  ...erika,
  name: `Person ${n}`,
  email: `person${n}@example.com`,
  phone: `+491511000010${n}`,
  address: { street: `Nebenweg ${n}`, postalCode: '44135', city: 'Dortmund', country: 'DE' },
});
const NEXT_WEEK = plusDays(day(START), 7);

const anAgency = async (procedure: Procedure, debtors: Readonly<Record<AkteId, Debtor>>) => {
  const world = aWorld({ start: day(START), procedures: [procedure], creditors });
  let asked = 0;
  const people = {
    ...world.people,
    sharing: async (points: readonly string[]) => {
      asked++;
      return world.people.sharing(points);
    },
  };
  const ports = { ...world.ports, people, workflows: recordedWorkflows(), mailbox: fakeMailbox(), once: fakeOnce() };
  for (const [akte, debtor] of Object.entries(debtors))
    await handOver(world, { akte: AkteId.parse(akte), debtor, procedure });
  const tasks = tasksOf(ports);
  const of = (akte: AkteId) => ({ akte, claim: F1, generation: 1 });
  const tell = async (id: AkteId, ...facts: Fact[]) =>
    world.akten.append(id, (await world.akten.get(id)).version, { by: 'test', facts });
  return {
    ...world,
    ports,
    tell,
    asked: () => asked,
    decide: (akte: AkteId) => tasks.Decide(of(akte)),
    mail: (akte: AkteId) => tasks.SendEmail(of(akte)),
    letter: (akte: AkteId) => tasks.SendLetter(of(akte)),
    on: (to: Day, hour?: number) => {
      world.clock.jumpTo(world.clock.instantOf(to, hour));
    },
  };
};
const key = (stage: number, channel: Channel, matter = M1): MessageKey => ({ matter, stage, channel });
const reserved = (message: MessageKey): Fact => ({
  kind: 'reserved',
  message,
  reference: `r${message.stage}${message.channel}`,
  at: `${START}T07:00:00Z`,
  by: 'x',
  demand: null,
});
const sent = (message: MessageKey, on: Day): Fact[] => [
  reserved(message),
  { kind: 'sent', message, reference: `r${message.stage}${message.channel}`, on, providerId: 'p', document: null },
];
const WAITS = {
  step: 'Beginn am nächsten Werktag',
  grund: 'Mahnung per E-Mail (Zahlungserinnerung) am 09.03.2026',
  frist: '09.03.2026',
};
const GOES = { step: 'Mahnung per E-Mail' };

describe('one contact budget for one person (reading 14)', () => {
  const { email, phone, address, ...nameless } = erika;
  const stranger = strangers(1);
  test.each<[string, AkteId, Debtor, object]>([
    ['two creditors', UTILITY, erika, WAITS],
    ['two customer numbers at one creditor', SHOP_TOO, { ...erika, customerNumber: 'K-2' }, WAITS],
    ['one mailbox, however it is spelt', UTILITY, { ...stranger, email: 'Erika+strom@Example.com' }, WAITS],
    ['one telephone and nothing else', UTILITY, { ...stranger, ...(phone ? { phone } : {}) }, WAITS],
    [
      'one letter box and nothing else',
      UTILITY,
      {
        ...nameless,
        email: 'e.beispiel@example.org',
        ...(address ? { address: { ...address, street: 'MUSTERWEG 5' } } : {}),
      },
      WAITS,
    ],
    ['another person', UTILITY, stranger, GOES],
    ['another name in the same house', UTILITY, { ...stranger, ...(address ? { address } : {}) }, GOES],
  ])('%s', async (_, akte, debtor, then) => {
    const a = await anAgency(ONE, { [SHOP]: erika, [akte]: debtor });
    expect(await a.decide(akte)).toMatchObject(GOES);
    await a.mail(SHOP);
    expect(await a.decide(akte)).toMatchObject(then);
    await a.mail(akte);
    expect(a.posts.email.sent.map((s) => s.message.to)).toEqual(then === GOES ? [email, debtor.email] : [email]);
  });

  test('what is seven days old does not count any more, and the message that waited goes', async () => {
    const a = await anAgency(ONE, { [SHOP]: erika, [UTILITY]: erika });
    await a.mail(SHOP);
    a.on(plusDays(NEXT_WEEK, -1));
    expect(await a.decide(UTILITY)).toMatchObject(WAITS);
    a.on(NEXT_WEEK);
    expect(await a.decide(UTILITY)).toMatchObject(GOES);
    await a.mail(UTILITY);
    expect(a.posts.email.sent.map((s) => s.on)).toEqual([START, NEXT_WEEK]);
  });

  test('three creditors, three messages; the fourth Akte waits, whoever it belongs to', async () => {
    const a = await anAgency(STANDARD, { [SHOP]: erika, [UTILITY]: erika, [STORE]: erika, [SHOP_TOO]: erika });
    for (const akte of [SHOP, UTILITY, STORE, SHOP_TOO]) await a.mail(akte);
    expect(a.posts.email.sent).toHaveLength(3);
    expect(await a.decide(SHOP_TOO)).toMatchObject(WAITS);
  });

  test('a new address moves the person: the old one counts no more, the new one does', async () => {
    const newcomer = strangers(2);
    const a = await anAgency(ONE, {
      [SHOP]: erika,
      [UTILITY]: { ...strangers(1), ...(email ? { email } : {}) },
      [STORE]: newcomer,
    });
    await a.mail(SHOP);
    expect(await a.decide(UTILITY)).toMatchObject(WAITS);
    const move = (to: string) =>
      noteAnswer(a.ports)({ akte: UTILITY, answer: { kind: 'contact', email: to }, by: 'operator:test' });
    const decideNow = async () => {
      const akte = await a.akten.get(UTILITY);
      return tasksOf(a.ports).Decide({ akte: UTILITY, claim: F1, generation: akte.generations['F1'] ?? 1 });
    };
    await move('ganz.neu@example.com');
    expect(await decideNow()).toMatchObject(GOES);
    await a.mail(STORE);
    expect(await decideNow()).toMatchObject(GOES);
    await move(newcomer.email ?? '');
    expect(await decideNow()).toMatchObject(WAITS);
  });

  test('a new contact point is on the list before the Akte says so, an unchanged one is not written again', async () => {
    const a = await anAgency(ONE, { [UTILITY]: erika });
    const order: string[] = [];
    const ports = {
      ...a.ports,
      people: {
        ...a.people,
        note: async (r: Parameters<typeof a.people.note>[0]) => {
          order.push(`list ${r.map((x) => x.points.length).join()}`);
          return a.people.note(r);
        },
      },
      akten: {
        ...a.akten,
        append: async (...of: Parameters<typeof a.akten.append>) => {
          order.push('act');
          return a.akten.append(...of);
        },
      },
    };
    await noteAnswer(ports)({
      akte: UTILITY,
      answer: { kind: 'contact', email: 'neu@example.com', ...(phone ? { phone } : {}) },
      by: 't',
    });
    await noteAnswer(ports)({ akte: UTILITY, answer: { kind: 'contact', email: 'neu@example.com' }, by: 't' });
    expect(order).toEqual(['list 1', 'act']);
    expect(await a.people.sharing(['email:neu@example.com'])).toEqual([UTILITY]);
  });

  test('a message that is just being sent, or of which nobody knows, takes its place already; one that was refused does not', async () => {
    const a = await anAgency(ONE, { [SHOP]: erika, [UTILITY]: erika });
    await a.tell(SHOP, reserved(key(0, 'email')));
    expect(await a.decide(UTILITY)).toMatchObject(WAITS);
    await a.tell(SHOP, { kind: 'unclear', message: key(0, 'email'), reference: 'r', on: day(START) });
    expect(await a.decide(UTILITY)).toMatchObject(WAITS);
    await a.tell(SHOP, reserved(key(0, 'email')), {
      kind: 'notSent',
      message: key(0, 'email'),
      reference: 'r',
      on: day(START),
      why: 'refused',
      reason: 'r',
    });
    expect(await a.decide(UTILITY)).toMatchObject(GOES);
  });

  test('one of another matter of the same Akte is that series beginning: the matter follows it; the own one is asked after first', async () => {
    const a = await anAgency(ONE, { [SHOP]: erika });
    const M2 = MatterId.parse('M2');
    await a.tell(
      SHOP,
      {
        kind: 'handedOver',
        handOver: 'h2',
        on: day(START),
        matter: M2,
        procedure: { id: ONE.id, version: ONE.version },
        claims: [aClaim(2, { matter: M2 })],
      },
      reserved(key(0, 'email', M2)),
    );
    expect(await a.decide(SHOP)).toMatchObject({ step: 'Zahlungserinnerung: Frist' });
    expect(await tasksOf(a.ports).Decide({ akte: SHOP, claim: ClaimId.parse('F2'), generation: 1 })).toMatchObject(
      GOES,
    );
  });

  test('a letter that never arrived gives its place back and is decided afresh: what was sent meanwhile counts', async () => {
    const { email: _, ...unmailed } = erika;
    const a = await anAgency(ONE, { [SHOP]: unmailed, [UTILITY]: erika });
    a.posts.letter.next.push('vanished');
    expect(await a.letter(SHOP)).toMatchObject({ step: 'Wartet auf Versandbestätigung' });
    expect(await a.decide(UTILITY)).toMatchObject(WAITS);
    a.on(NEXT_WEEK);
    await a.mail(UTILITY);
    expect(await a.letter(SHOP)).toMatchObject({ step: 'Beginn am nächsten Werktag', frist: '16.03.2026' });
    expect([a.posts.letter.sent, (await a.akten.get(SHOP)).messages]).toEqual([[], []]);
    a.on(plusDays(NEXT_WEEK, 7));
    await a.letter(SHOP);
    expect(a.posts.letter.sent).toHaveLength(1);
  });

  test('nobody looks for other Akten unless a message is due', async () => {
    const a = await anAgency(ONE, { [SHOP]: erika, [UTILITY]: erika });
    await a.mail(SHOP);
    const before = a.asked();
    expect(await a.decide(SHOP)).toMatchObject({ step: 'Zahlungserinnerung: Frist' });
    expect(a.asked()).toBe(before);
    await a.decide(UTILITY);
    expect(a.asked()).toBe(before + 1);
  });

  test('a list that is out of date costs a look and no more: an Akte that is not there, one that moved', async () => {
    const { email, phone, address } = strangers(3);
    const a = await anAgency(ONE, { [SHOP]: erika, [UTILITY]: erika });
    await a.tell(SHOP, ...sent(key(0, 'email'), day(START)), {
      kind: 'contactChanged',
      on: day(START),
      by: 't',
      source: 'debtor',
      email,
      phone,
      address,
    });
    await a.people.note([{ akte: STORE, points: contactPointsOf(erika) }]);
    expect(await a.decide(UTILITY)).toMatchObject(GOES);
  });
});

test('a creditor reads a later day, and nothing that tells of another creditor', async () => {
  const a = await anAgency(ONE, { [SHOP]: erika, [UTILITY]: erika });
  await a.mail(SHOP);
  const told = await a.decide(UTILITY);
  const read = await readAkte(a.ports)(UTILITY, { forCreditor: true });
  expect(read.forderungen[0]?.naechsterSchritt).toBe(
    'Beginn am nächsten Werktag: Mahnung per E-Mail (Zahlungserinnerung) am 09.03.2026',
  );
  expect(JSON.stringify([told, read])).not.toMatch(
    /MUS-|Musterversand|Gläubiger MUS|andere|Kontaktbudget|Budget|elsewhere|others/i,
  );
});

describe('calls', () => {
  /** Phone windows of two creditors that are open for the same person. */
  const calling = async (procedure: Procedure) => {
    const a = await anAgency(procedure, { [SHOP]: erika, [UTILITY]: erika });
    const from = plusDays(day(START), 14);
    for (const akte of [SHOP, UTILITY])
      await a.tell(
        akte,
        ...sent(key(0, 'email'), day(START)),
        ...sent(key(1, 'email'), plusDays(day(START), 1)),
        ...sent(key(1, 'sms'), plusDays(day(START), 1)),
        { kind: 'callsOpened', matter: M1, stage: 1, from, until: plusDays(from, 14) },
      );
    a.on(from, 10);
    const made = (akte: AkteId, by = 'operator:anna') => ({ akte, matter: M1, stage: 1, by });
    const list = async (akte: AkteId) =>
      (await callList(a.ports)(Creditor.shape.id.parse(akte.slice(0, 3)))).map((c) => c.akte);
    const note = (akte: AkteId, by?: string) =>
      noteCall(a.ports)({ ...made(akte, by), part: 'morning', outcome: 'not-reached' });
    return { ...a, from, made, list, note, take: (akte: AkteId, by?: string) => takeCall(a.ports)(made(akte, by)) };
  };
  const withoutLetters: Procedure = {
    ...STANDARD,
    levels: STANDARD.levels.map((l) => ({ ...l, letter: 'instead' as const })),
  };

  test('a fourth attempt in seven days is on nobody’s list, whoever made the three', async () => {
    const c = await calling(withoutLetters);
    await c.note(SHOP);
    await c.note(UTILITY);
    c.on(plusDays(c.from, 1), 10);
    await c.note(SHOP);
    expect([await c.list(SHOP), await c.list(UTILITY)]).toEqual([[], []]);
    await expect(c.take(UTILITY)).rejects.toMatchObject({ code: 'call.not-due' });
    await expect(c.note(UTILITY)).rejects.toMatchObject({ code: 'call.not-due' });
    c.on(plusDays(c.from, 8), 10);
    expect(await c.list(UTILITY)).toEqual([UTILITY]);
  });

  test('a call that somebody has taken counts until it is free again; the one who took it may make it and note it', async () => {
    const c = await calling({ ...withoutLetters, contactBudget: { messages: 3, calls: 1 } });
    await c.take(SHOP);
    expect([await c.list(SHOP), await c.list(UTILITY)]).toEqual([[SHOP], []]);
    await expect(c.take(UTILITY, 'operator:bernd')).rejects.toMatchObject({ code: 'call.not-due' });
    c.clock.pass(21 * 60);
    await c.take(UTILITY, 'operator:bernd');
    await c.note(UTILITY, 'operator:bernd');
    expect([(await c.akten.get(UTILITY)).calls.length, await c.list(SHOP)]).toEqual([1, []]);
  });

  test('two people of two creditors at once, one attempt left: in every order of their steps one of them takes it', async () => {
    const orders = await everyOrder(async () => {
      const c = await calling({ ...withoutLetters, contactBudget: { messages: 3, calls: 1 } });
      const handlers = [SHOP, UTILITY].map(
        (akte): Handler =>
          (turn) =>
            takeCall({ ...c.ports, akten: inTurns(c.akten, turn) })(c.made(akte)),
      );
      return {
        handlers,
        after: async (order) => {
          const taken = [await c.akten.get(SHOP), await c.akten.get(UTILITY)].flatMap((akte) => akte.callsTaken);
          expect([order, taken.length]).toEqual([order, 1]);
        },
      };
    });
    expect(orders).toBeGreaterThan(10);
  });

  test('a call that was taken rightly is noted, though another creditor’s was noted meanwhile', async () => {
    const c = await calling({ ...withoutLetters, contactBudget: { messages: 3, calls: 1 } });
    await c.take(SHOP);
    await c.tell(UTILITY, {
      kind: 'callMade',
      matter: M1,
      stage: 1,
      on: c.from,
      part: 'morning',
      outcome: 'not-reached',
      by: 'x',
    });
    await c.note(SHOP);
    expect((await c.akten.get(SHOP)).calls).toHaveLength(1);
  });
});
