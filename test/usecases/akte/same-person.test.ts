import { day, plusDays } from '../../../domain/calendar.ts';
import { AkteId, ClaimId, HandOverId, MatterId, MessageReference } from '../../../domain/ids.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { contactPointsOf } from '../../../domain/akte/person.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { type Procedure } from '../../../domain/procedure/procedure.ts';
import { tasksOf } from '../../../simulator/engine/machine.ts';
import { noteAnswer } from '../../../usecases/akte/note-answer.ts';
import { readAkte } from '../../../usecases/akte/read-akte.ts';
import { START, aClaim, erika } from '../../support/akte.ts';
import { F1, SHOP, UTILITY, anAgency, key, reserved, sent } from './people.ts';

const SHOP_TOO = AkteId.parse('MUS-0000-0002');
const STORE = AkteId.parse('LAD-0000-0001');
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
      return tasksOf(a.ports).Decide({ akte: UTILITY, claim: F1, generation: akte.generations[F1] ?? 1 });
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
      by: 'operator:t',
    });
    await noteAnswer(ports)({ akte: UTILITY, answer: { kind: 'contact', email: 'neu@example.com' }, by: 'operator:t' });
    expect(order).toEqual(['list 1', 'act']);
    expect(await a.people.sharing(['email:neu@example.com'])).toEqual([UTILITY]);
  });

  test('a message that is just being sent, or of which nobody knows, takes its place already; one that was refused does not', async () => {
    const a = await anAgency(ONE, { [SHOP]: erika, [UTILITY]: erika });
    await a.tell(SHOP, reserved(key(0, 'email')));
    expect(await a.decide(UTILITY)).toMatchObject(WAITS);
    await a.tell(SHOP, {
      kind: 'unclear',
      message: key(0, 'email'),
      reference: MessageReference.parse('r'),
      on: day(START),
    });
    expect(await a.decide(UTILITY)).toMatchObject(WAITS);
    await a.tell(SHOP, reserved(key(0, 'email')), {
      kind: 'notSent',
      message: key(0, 'email'),
      reference: MessageReference.parse('r'),
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
        handOver: HandOverId.parse('h2'),
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

  test('a list that is out of date costs a look and no more: an Akte that is not there, one that moved', async () => {
    const { email, phone, address } = strangers(3);
    const a = await anAgency(ONE, { [SHOP]: erika, [UTILITY]: erika });
    await a.tell(SHOP, ...sent(key(0, 'email'), day(START)), {
      kind: 'contactChanged',
      on: day(START),
      by: 'operator:t',
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
  expect(read.claims[0]).toMatchObject({
    state: 'Beginn am nächsten Werktag',
    why: 'Mahnung per E-Mail (Zahlungserinnerung) am 09.03.2026',
  });
  expect(JSON.stringify([told, read])).not.toMatch(
    /MUS-|Musterversand|Gläubiger MUS|andere|Kontaktbudget|Budget|elsewhere|others/i,
  );
});
