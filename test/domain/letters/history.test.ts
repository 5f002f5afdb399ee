import * as fc from 'fast-check';
import type { Akte, Message } from '../../../domain/akte/akte.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { ClaimId, MatterId, MessageReference, PlanId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { addressOf, mailRepeatedBy } from '../../../domain/letters/history.ts';
import { STANDARD, STANDARD_NO_PHASE_1 } from '../../../domain/procedure/shipped-procedures.ts';
import { aClaim, erika } from '../../support/akte.ts';
import { afterSending, anAkte, askedOn, headings, letterOn, partOf } from '../../support/letters.ts';
import { werkstatt } from '../../support/notices.ts';

const INTEREST = 'Berechnung der Zinsen';
const COSTS = 'Inkassokosten';

describe('interest and costs that a later stage claims first were explained in no letter at all', () => {
  const procedure = STANDARD_NO_PHASE_1;
  const mailed = afterSending(anAkte(), 1, '2026-03-02', { procedure });
  test('without a reminder before it the 2nd Mahnung explains them, by mail and by letter, and the 3rd need not again', () => {
    const second = afterSending(mailed, 2, '2026-03-26', { procedure });
    for (const notice of [
      letterOn(mailed, 2, '2026-03-26', { procedure }),
      letterOn(second, 2, '2026-04-07', { procedure, channel: 'letter' }),
    ]) {
      expect(partOf(notice, INTEREST)).toMatch(/^Rechnung RE-1: 120,00 € verzinst mit 6,27 %/);
      expect(partOf(notice, COSTS)).toMatch(/Höhe: 25,75 € Gebühr \+ 5,15 € Auslagen = 30,90 €/);
      expect(partOf(notice, COSTS)).toMatch(/Inkassoauftrag des Gläubigers, wirksam seit dem 10\.03\.2026/);
      expect(partOf(notice, COSTS)).toMatch(/Umsatzsteuer/);
    }
    expect(headings(letterOn(second, 3, '2026-04-20', { procedure }))).toEqual([]);
  });
  test('also where the level would rather say nothing: § 13a RDG owes it to a private person', () => {
    const level = { information: 'none' as const };
    expect(headings(letterOn(mailed, 2, '2026-03-26', { procedure, level }))).toEqual([INTEREST, COSTS]);
  });
  test('a Mahnung that came back has explained nothing to anybody', () => {
    const first = afterSending(afterSending(anAkte(), 0, '2026-03-02'), 1, '2026-03-12');
    const returned: Akte = {
      ...first,
      messages: first.messages.map((m) => (m.key.stage === 1 ? { ...m, state: 'returned' as const } : m)),
    };
    expect(headings(letterOn(first, 2, '2026-04-07'))).toEqual([]);
    expect(headings(letterOn(returned, 2, '2026-04-07'))).toEqual([INTEREST, COSTS]);
  });
  test('a business is told the day of the order with its first fee; letters said it to nobody but private persons', () => {
    const reminded = afterSending(anAkte({ debtor: werkstatt, terms: { lumpSum: false } }), 0, '2026-03-02');
    const said = partOf(letterOn(reminded, 1, '2026-03-12'), COSTS);
    expect(said).toContain('Inkassoauftrag des Gläubigers, wirksam seit dem');
    expect(headings(letterOn(afterSending(reminded, 1, '2026-03-12'), 2, '2026-04-07'))).toEqual([]);
  });
});

test("a newcomer's first fee and interest, two stages after the others', were explained in no letter at all", () => {
  const F2 = ClaimId.parse('F2');
  const deductsInputTax = false;
  const running = afterSending(afterSending(anAkte({ terms: { deductsInputTax } }), 0, '2026-03-02'), 1, '2026-03-12');
  const joined: Akte = {
    ...running,
    claims: [...running.claims, aClaim(2, { invoiceDate: day('2026-03-14'), dueOn: day('2026-03-28') })],
    matters: running.matters.map((m) => ({ ...m, claims: [...m.claims, F2] })),
    arrivals: { ...running.arrivals, [F2]: { handOver: 'h2', on: day('2026-04-01'), joinedOn: day('2026-04-01') } },
  };
  const last = letterOn(afterSending(joined, 2, '2026-04-07'), 3, '2026-05-04');
  expect(partOf(last, INTEREST)).toMatch(/Rechnung RE-2: 120,00 € verzinst/);
  expect(partOf(last, COSTS)).toMatch(/Inkassoauftrag des Gläubigers zu der Rechnung RE-2, wirksam seit dem/);
  expect(partOf(last, COSTS)).toContain('kann diese Umsatzsteuer nicht als Vorsteuer abziehen');
});

test('what a plan costs that was agreed after the 1st Mahnung is explained by the next letter', () => {
  const first = afterSending(afterSending(anAkte(), 0, '2026-03-02'), 1, '2026-03-12');
  const plan = {
    id: PlanId.parse('R1'),
    matter: MatterId.parse('M1'),
    on: day('2026-03-20'),
    first: day('2026-04-01'),
    rate: cents(40_00),
    fee: cents(21_42),
    toleranceDays: 0,
    toleranceCents: cents(0),
  };
  const agreed: Akte = { ...first, plans: [{ plan, ended: { on: day('2026-04-03'), reason: 'nicht eingehalten' } }] };
  const next = letterOn(agreed, 2, '2026-04-07');
  expect(headings(next)).toEqual([COSTS]);
  expect(partOf(next, COSTS)).toContain('Für die Ratenzahlungsvereinbarung vom 20.03.2026 sind 21,42 € vereinbart');
  expect(headings(letterOn(afterSending(agreed, 2, '2026-04-07'), 3, '2026-05-04'))).toEqual([]);
});

test('whatever stages go out, every claim with interest and every fee has been explained by the first message that claims it', () => {
  const story = fc.record({
    procedure: fc.constantFrom(STANDARD, STANDARD_NO_PHASE_1),
    byContract: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
    skipped: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
    gaps: fc.array(fc.integer({ min: 9, max: 40 }), { minLength: 4, maxLength: 4 }),
    information: fc.constantFrom('as-needed' as const, 'none' as const),
  });
  fc.assert(
    fc.property(story, ({ procedure, byContract, skipped, gaps, information }) => {
      let akte = anAkte({ claims: byContract.map((dueByContract, i) => aClaim(i + 1, { dueByContract })) });
      const explained: string[] = [];
      const chargedFor: string[] = [];
      let on = day('2026-03-02');
      for (const { stage } of procedure.levels.filter((l) => !skipped.includes(l.stage))) {
        const way = { procedure, level: { information } };
        const { facts } = askedOn(akte, stage, on, way);
        const notice = letterOn(akte, stage, on, way);
        explained.push(partOf(notice, INTEREST), partOf(notice, COSTS));
        for (const { invoiceNumber } of facts.interest)
          expect(explained.some((text) => text.includes(`Rechnung ${invoiceNumber}: `))).toBe(true);
        const charged = facts.fees.flatMap(({ parts }) => parts.flatMap((part) => part.invoiceNumbers));
        if (partOf(notice, COSTS).startsWith('Art: ')) chargedFor.push(...charged);
        expect(chargedFor).toEqual(expect.arrayContaining(charged));
        akte = afterSending(akte, stage, on, way);
        on = plusDays(on, gaps[stage] ?? 9);
      }
    }),
    { numRuns: 60 },
  );
});

describe('whether a letter is the first that goes to an address: then it says where the address is from', () => {
  const to = { address: erika.address };
  const written = (
    channel: 'letter' | 'email' | 'sms',
    more: Partial<Pick<Message, 'to'>> & { state?: 'sent' | 'returned' | 'refused' } = {},
  ): Message => ({
    key: { matter: MatterId.parse('M1'), stage: 1, channel },
    reference: MessageReference.parse('r'),
    state: 'sent',
    reservedAt: '',
    on: day('2026-03-12'),
    document: null,
    demand: null,
    to,
    ...more,
  });
  const isNew = (channel: 'letter' | 'email', ...messages: Message[]): boolean =>
    addressOf({ ...anAkte(), messages }, channel).isNew;

  test('while none went there: by mail, to another address, sent back or refused, or nobody knows where', () => {
    const elsewhere = { address: { ...erika.address!, street: 'Neuer Weg 9' } };
    expect(isNew('letter')).toBe(true);
    expect(isNew('letter', written('email'))).toBe(true);
    expect(isNew('letter', written('letter', { to: elsewhere }))).toBe(true);
    expect(isNew('letter', written('letter', { state: 'returned' }), written('letter', { state: 'refused' }))).toBe(
      true,
    );
    const { to: _, ...nowhere } = written('letter');
    expect(isNew('letter', nowhere)).toBe(true);
  });
  test('not where one of them went there', () => {
    expect(isNew('letter', written('letter', { state: 'returned' }), written('letter'))).toBe(false);
  });
  test('an e-mail is never: it goes to no address', () => {
    expect([isNew('email'), isNew('email', written('letter'))]).toEqual([false, false]);
  });
  test('the creditor has said it where nothing else is known', () => {
    const source = (origins: Akte['origins']) => addressOf({ ...anAkte(), origins }, 'letter').source;
    expect(source({})).toBe('creditor');
    expect(source({ address: { source: 'tracing', on: day('2026-03-10') } })).toBe('tracing');
  });
});

describe('which e-mail a letter repeats, so that nobody takes it for a further demand', () => {
  const first = afterSending(anAkte(), 1, '2026-03-12');
  const repeatedBy = (akte: Akte, more: Partial<Parameters<typeof mailRepeatedBy>[0]> = {}) => {
    const [matter] = akte.matters;
    const level = STANDARD.levels.find((l) => l.stage === 1);
    if (!matter || !level) throw new Error('no matter or no stage 1');
    return mailRepeatedBy({ akte, matter, level, procedure: STANDARD, channel: 'letter', ...more })?.on ?? null;
  };
  test('that of its own stage, whatever has been written since', () => {
    expect(repeatedBy(first)).toBe('2026-03-12');
    expect(repeatedBy(afterSending(first, 2, '2026-04-07'))).toBe('2026-03-12');
    expect(repeatedBy(afterSending(anAkte(), 0, '2026-03-02'))).toBeNull();
  });
  test('no letter, and an e-mail repeats nothing', () => {
    expect(repeatedBy(afterSending(first, 1, '2026-03-20', { channel: 'letter' }))).toBe('2026-03-12');
    expect(repeatedBy(first, { channel: 'email' })).toBeNull();
  });
  test('a notice of what has joined is no repetition, and is not repeated by the letter of the stage', () => {
    const joined: Akte = {
      ...first,
      messages: first.messages.map((m) => ({ ...m, key: { ...m.key, occasion: 'joined' as const } })),
    };
    expect(repeatedBy(joined)).toBeNull();
    expect(repeatedBy(joined, { occasion: 'joined' })).toBeNull();
  });
});
