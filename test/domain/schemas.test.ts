import { Day } from '../../domain/calendar.ts';
import * as z from 'zod';
import { AkteId, Claim, ClaimId, MatterId, PriorDunning, invoiceIdentity } from '../../domain/claim.ts';
import { Demand, Fact, MessageKey, PaidOutShare } from '../../domain/facts.ts';
import { Terms } from '../../domain/terms.ts';
import { Account, Address, Agency, Creditor, CreditorId, Debtor } from '../../domain/parties.ts';
import {
  Level,
  OwnText,
  Procedure,
  SHIPPED_PROCEDURES,
  STANDARD,
  STANDARD_LETTER_ANCHORED,
  STANDARD_NO_PHASE_1,
} from '../../domain/procedure.ts';
import { EVERY_CLAIM, TERMS, aClaim, erika, musterversand } from '../support/akte.ts';
import { rheinbogen } from '../support/notices.ts';

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;
const key = { matter: 'M1', stage: 1, channel: 'email' };
const demand = { total: 1, asOf: '2026-03-02', payBy: '2026-03-09', claims: EVERY_CLAIM, collectionFee: true };
const share = { payment: 'p', toPrincipal: 1, toInterest: 0, toOwnCosts: 0, toFees: 0, overpaid: 0 };
const by = { on: '2026-03-02', by: 'x' };
const FACTS: readonly Record<string, unknown>[] = [
  { kind: 'opened', debtor: erika, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: 'h',
    on: '2026-03-02',
    matter: 'M1',
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim()],
  },
  { kind: 'reserved', message: key, reference: 'r', at: '2026-03-02T08:00:00Z', by: 'x', demand },
  { kind: 'sent', message: key, reference: 'r', on: '2026-03-02', providerId: 'p', document: null },
  { kind: 'notSent', message: key, reference: 'r', on: '2026-03-02', why: 'refused', reason: 'x' },
  { kind: 'unclear', message: key, reference: 'r', on: '2026-03-02' },
  { kind: 'undeliverable', channel: 'email', on: '2026-03-02', reason: 'x' },
  { kind: 'callsOpened', matter: 'M1', stage: 1, from: '2026-03-02', until: '2026-03-16' },
  { kind: 'paid', id: 'p', amount: 1, valueDate: '2026-03-02', bookedOn: '2026-03-02', via: 'agency', source: 'bank' },
  { kind: 'reversed', payment: 'p', ...by, reason: 'x' },
  { kind: 'refunded', id: 'r', amount: 1, ...by },
  { kind: 'held', ground: 'paused', ...by, reason: 'x' },
  { kind: 'resumed', ground: 'paused', ...by },
  { kind: 'closed', ...by, reason: 'x' },
  { kind: 'reopened', ...by, reason: 'x' },
  { kind: 'courtDecisionDue', matter: 'M1', on: '2026-03-02' },
  { kind: 'trouble', claim: 'F1', on: '2026-03-02', reason: 'x' },
  { kind: 'clarified', ...by, reason: 'x' },
  { kind: 'asked', id: 'a', ...by, question: 'x', answerBy: '2026-03-16' },
  { kind: 'answered', id: 'a', ...by, answer: 'x' },
  { kind: 'planEnded', plan: 'R1', ...by, reason: 'x' },
  { kind: 'waived', ...by, interest: true, reason: 'x' },
  {
    kind: 'planAgreed',
    by: 'x',
    plan: {
      id: 'R1',
      matter: 'M1',
      on: '2026-03-02',
      first: '2026-03-31',
      rate: 40_00,
      fee: 0,
      toleranceDays: 5,
      toleranceCents: 100,
    },
  },
  { kind: 'stageSkipped', matter: 'M1', stage: 1, ...by, reason: 'x' },
  { kind: 'tracingOrdered', ...by },
  { kind: 'tracingFailed', ...by, reason: 'x' },
  { kind: 'callTaken', matter: 'M1', stage: 1, by: 'x', until: '2026-03-02T09:00:00Z' },
  { kind: 'callMade', matter: 'M1', stage: 1, on: '2026-03-02', part: 'morning', outcome: 'reached', by: 'x' },
  {
    kind: 'handedToCollection',
    matter: 'M1',
    to: 'M2',
    on: '2026-03-02',
    procedure: { id: 'standard', version: 1 },
    claims: ['F1'],
  },
  { kind: 'restarted', claims: ['F1'], generation: 2 },
  { kind: 'paidOut', month: '2026-03', payout: 'MW-2026-03-MUS', shares: [share] },
];
const factWith = (kind: string, more: object): boolean =>
  accepts(Fact, { ...FACTS.find((f) => f['kind'] === kind), ...more });

describe('a fact of the log', () => {
  test.each(FACTS.map((f) => [String(f['kind']), f] as const))(
    '%s: is read back as it was written; without a part of it, or with one more, it is refused',
    (_, fact) => {
      expect(Fact.parse(fact)).toEqual(fact);
      for (const gone of Object.keys(fact))
        expect(accepts(Fact, Object.fromEntries(Object.entries(fact).filter(([k]) => k !== gone)))).toBe(false);
      expect(accepts(Fact, { ...fact, surprise: 1 })).toBe(false);
    },
  );
  test('an unknown one is refused', () => {
    expect(accepts(Fact, { kind: 'invented' })).toBe(false);
  });
  test('its words are those there are', () => {
    expect(['refused', 'not-taken', 'lost'].map((why) => factWith('notSent', { why }))).toEqual([true, true, false]);
    expect(['email', 'sms', 'letter', 'fax'].map((channel) => factWith('undeliverable', { channel }))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(['agency', 'creditor', 'court'].map((via) => factWith('paid', { via }))).toEqual([true, true, false]);
    expect(['paused', 'dispute', 'whim'].map((ground) => factWith('held', { ground }))).toEqual([true, true, false]);
  });
  test('its numbers and texts have bounds', () => {
    expect([
      factWith('handedOver', { claims: [] }),
      factWith('restarted', { generation: 0 }),
      factWith('restarted', { generation: 1.5 }),
      factWith('callsOpened', { stage: 0.5 }),
      factWith('paid', { amount: 0.5 }),
      factWith('reserved', { at: 'yesterday' }),
      factWith('reserved', { demand: null }),
    ]).toEqual([false, false, false, false, false, false, true]);
    expect([
      factWith('sent', { reference: 'r'.repeat(60) }),
      factWith('sent', { reference: 'r'.repeat(61) }),
      factWith('closed', { reason: 'r'.repeat(500) }),
      factWith('closed', { reason: 'r'.repeat(501) }),
    ]).toEqual([true, false, true, false]);
    expect([
      factWith('paid', { claim: 'F1' }),
      factWith('paid', { claim: '1' }),
      factWith('held', { until: '2026-04-01' }),
      factWith('held', { until: '1.4.2026' }),
    ]).toEqual([true, false, true, false]);
  });
  test('a plan has a rate above zero, at most a month of grace, and a name', () => {
    const plan = (more: object): boolean =>
      factWith('planAgreed', {
        plan: {
          id: 'R1',
          matter: 'M1',
          on: '2026-03-02',
          first: '2026-03-31',
          rate: 1,
          fee: 0,
          toleranceDays: 31,
          toleranceCents: 0,
          ...more,
        },
      });
    expect([
      plan({}),
      plan({ rate: 0 }),
      plan({ toleranceDays: 32 }),
      plan({ toleranceDays: -1 }),
      plan({ id: 'R0' }),
      plan({ id: 'xR1' }),
      plan({ id: 'R10000' }),
      plan({ id: 'R9999' }),
      plan({ surprise: 1 }),
    ]).toEqual([true, false, false, false, false, false, false, true, false]);
  });
  test('calls and contacts', () => {
    expect([
      factWith('callMade', { part: 'night' }),
      factWith('callMade', { outcome: 'asleep' }),
      factWith('callMade', { note: 'x' }),
      factWith('stageSkipped', { stage: 6 }),
      factWith('stageSkipped', { stage: -1 }),
      factWith('handedToCollection', { claims: [] }),
      factWith('answered', { answer: 'x'.repeat(2000) }),
      factWith('answered', { answer: 'x'.repeat(2001) }),
    ]).toEqual([false, false, true, false, false, false, true, false]);
    const changed = (more: object): boolean =>
      accepts(Fact, { kind: 'contactChanged', source: 'debtor', ...by, ...more });
    expect([
      changed({}),
      changed({ email: 'a@example.com' }),
      changed({ email: 'a' }),
      changed({ address: { street: 'a' } }),
      changed({ land: 'XX' }),
      changed({ surprise: 1 }),
    ]).toEqual([true, true, false, false, false, false]);
  });
  test('its parts are as strict', () => {
    for (const [schema, whole] of [
      [MessageKey, key],
      [Demand, demand],
      [Terms, TERMS],
      [PaidOutShare, share],
    ] as const) {
      expect(accepts(schema, whole)).toBe(true);
      expect(accepts(schema, { ...whole, surprise: 1 })).toBe(false);
      for (const gone of Object.keys(whole))
        expect(accepts(schema, Object.fromEntries(Object.entries(whole).filter(([k]) => k !== gone)))).toBe(false);
    }
    expect([-1, 0, 5, 6].map((stage) => accepts(MessageKey, { ...key, stage }))).toEqual([false, true, true, false]);
    expect([1, 2, 3].map((copy) => accepts(MessageKey, { ...key, copy }))).toEqual([false, true, true]);
    const flatFee = { amount: 250, basis: 'agb', claim: 'F1' };
    expect(
      [flatFee, { ...flatFee, source: 'AGB' }, {}, { ...flatFee, surprise: 1 }, { ...flatFee, basis: 'custom' }].map(
        (fee) => accepts(Demand, { ...demand, flatFee: fee }),
      ),
    ).toEqual([true, true, false, false, false]);
  });
});

describe('names and numbers', () => {
  test.each<[string, z.ZodType, string[], string[]]>([
    [
      'an Aktenzeichen',
      AkteId,
      ['MUS-4F7K-2QXR', 'AB-0000-0000', 'ABCDEF-ZZZZ-ZZZZ'],
      [
        'M-4F7K-2QXR',
        'ABCDEFG-4F7K-2QXR',
        'MUS-4F7K',
        'MUS-4F7K-2QXI',
        'MUS-4F7K-2QXL',
        'MUS-4F7K-2QXO',
        'MUS-4F7K-2QXU',
        'mus-4F7K-2QXR',
        'MUS-4F7K-2QXR-M1',
        'xMUS-4F7K-2QXR',
        'MUS-4F7-2QXR',
      ],
    ],
    ['a claim', ClaimId, ['F1', 'F99999'], ['F0', 'F01', 'F100000', 'M1', 'F', 'xF1', 'F1x']],
    ['a matter', MatterId, ['M1', 'M99999'], ['M0', 'M01', 'M100000', 'F1', 'M', 'xM1', 'M1x']],
    ['a creditor', CreditorId, ['AB', 'ABCDEF'], ['A', 'ABCDEFG', 'ab', 'A1', ' AB']],
  ])('of %s', (_, schema, right, wrong) => {
    expect(right.filter((t) => !accepts(schema, t))).toEqual([]);
    expect(wrong.filter((t) => accepts(schema, t))).toEqual([]);
  });
  test('an invoice is its number as written, case and outer blanks apart, and its year', () => {
    const identity = (invoiceNumber: string, invoiceDate = '2026-01-15'): string =>
      invoiceIdentity({ invoiceNumber, invoiceDate: Day.parse(invoiceDate) });
    expect(identity(' re-17 ')).toBe(identity('RE-17', '2026-12-31'));
    expect(identity('Ä1'.normalize('NFD'))).toBe(identity('ä1'));
    const others = [identity('17'), identity('17', '2025-01-20'), identity('1-7'), identity('RE 17'), identity('RE17')];
    expect(new Set(others).size).toBe(5);
  });
});

describe('a claim', () => {
  const claim = aClaim();
  test('is read back as it was written; what it must have and may not have', () => {
    expect(Claim.parse(claim)).toEqual(claim);
    for (const gone of [
      'id',
      'matter',
      'invoiceNumber',
      'invoiceDate',
      'dueOn',
      'principal',
      'ownCosts',
      'kind',
      'dueByContract',
      'announcesDefault',
      'priorDunning',
    ])
      expect(accepts(Claim, Object.fromEntries(Object.entries(claim).filter(([k]) => k !== gone)))).toBe(false);
    for (const may of ['subject', 'contractDate'])
      expect(accepts(Claim, Object.fromEntries(Object.entries(claim).filter(([k]) => k !== may)))).toBe(true);
    expect(accepts(Claim, { ...claim, surprise: 1 })).toBe(false);
  });
  test.each<[string, object, boolean]>([
    ['an empty number', { invoiceNumber: '' }, false],
    ['a number of 60', { invoiceNumber: 'x'.repeat(60) }, true],
    ['of 61', { invoiceNumber: 'x'.repeat(61) }, false],
    ['a subject of 200', { subject: 'x'.repeat(200) }, true],
    ['of 201', { subject: 'x'.repeat(201) }, false],
    ['a remark of 500', { remark: 'x'.repeat(500) }, true],
    ['of 501', { remark: 'x'.repeat(501) }, false],
    ['half a cent', { principal: 0.5 }, false],
    ['an unknown kind', { kind: 'bets' }, false],
  ])('%s', (_, more, right) => {
    expect(accepts(Claim, { ...claim, ...more })).toBe(right);
  });
  test('what the creditor did before', () => {
    expect(['none', 'reminder', 'mahnung', 'call'].map((kind) => accepts(PriorDunning, { kind }))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(accepts(PriorDunning, { kind: 'mahnung', on: '2026-02-10' })).toBe(true);
    expect(accepts(PriorDunning, { kind: 'mahnung', when: '2026-02-10' })).toBe(false);
  });
});

describe('the parties', () => {
  test('a debtor: who and what kind; all else may be unknown', () => {
    expect(Debtor.parse(erika)).toEqual(erika);
    expect(Debtor.parse({ customerNumber: 'K-1', kind: 'business', name: 'Firma' })).toEqual({
      customerNumber: 'K-1',
      kind: 'business',
      name: 'Firma',
    });
    expect(accepts(Debtor, { ...erika, surprise: 1 })).toBe(false);
    for (const wrong of [
      { kind: 'state' },
      { salutation: 'Dr.' },
      { language: 'DE' },
      { language: 'd' },
      { language: 'deu' },
      { language: 'Deu' },
      { email: 'erika' },
      { phone: '0151' },
      { phone: '+49151x' },
      { phone: 'x+4915110000001' },
      { phone: '+12345' },
      { phone: `+${'1'.repeat(16)}` },
      { land: 'XX' },
      { name: ' ' },
      { name: 'x'.repeat(201) },
    ])
      expect(accepts(Debtor, { ...erika, ...wrong })).toBe(false);
    for (const right of [
      { phone: '+123456' },
      { phone: `+${'1'.repeat(15)}` },
      { salutation: 'Herr' },
      { language: 'tr' },
      { name: 'x'.repeat(200) },
    ])
      expect(accepts(Debtor, { ...erika, ...right })).toBe(true);
  });
  test('an address is German, its postal code five digits; a name loses its blanks', () => {
    expect(Address.parse({ street: ' Musterweg 5 ', postalCode: '01067', city: 'Dresden' })).toEqual({
      street: 'Musterweg 5',
      postalCode: '01067',
      city: 'Dresden',
      country: 'DE',
    });
    for (const wrong of [
      { postalCode: '1067' },
      { postalCode: '010670' },
      { postalCode: 'x01067' },
      { country: 'AT' },
      { street: '' },
      { floor: 1 },
    ])
      expect(accepts(Address, { street: 'a', postalCode: '01067', city: 'b', ...wrong })).toBe(false);
  });
  test('an account has an IBAN of a right shape', () => {
    for (const iban of ['DE02500105170137075030', 'NO9386011117947', `MT84${'A'.repeat(30)}`])
      expect(accepts(Account, { holder: 'a', iban })).toBe(true);
    for (const wrong of [
      { iban: 'DE0250010517' },
      { iban: `MT84${'A'.repeat(31)}` },
      { iban: 'xDE02500105170137075030' },
      { iban: 'D102500105170137075030' },
      { iban: 'DEX2500105170137075030' },
      { holder: '' },
      { sort: 1 },
    ])
      expect(accepts(Account, { holder: 'a', iban: 'DE02500105170137075030', ...wrong })).toBe(false);
    expect(accepts(Account, { holder: 'a', iban: 'DE02500105170137075030', bic: 'BYLADEM1001' })).toBe(true);
  });
  test('an agency says all that § 13a RDG wants told', () => {
    expect(Agency.parse(rheinbogen)).toEqual(rheinbogen);
    for (const gone of Object.keys(rheinbogen))
      expect(accepts(Agency, Object.fromEntries(Object.entries(rheinbogen).filter(([k]) => k !== gone)))).toBe(false);
    for (const gone of Object.keys(rheinbogen.register))
      expect(
        accepts(Agency, {
          ...rheinbogen,
          register: Object.fromEntries(Object.entries(rheinbogen.register).filter(([k]) => k !== gone)),
        }),
      ).toBe(false);
    expect([
      accepts(Agency, { ...rheinbogen, surprise: 1 }),
      accepts(Agency, { ...rheinbogen, register: { ...rheinbogen.register, surprise: 1 } }),
    ]).toEqual([false, false]);
  });
  test('a creditor: what is not said is as the careful reading has it', () => {
    expect(musterversand).toMatchObject({
      claimsLumpSum: true,
      dayCount: 'act/act',
      contractDateIsInvoiceDate: true,
      invoicesAnnounceDefault: false,
      dueByContract: false,
      paymentTermDays: 14,
      priorDunning: 'none',
    });
    const { contractDateIsInvoiceDate: _, ...bare } = musterversand;
    expect(Creditor.parse(bare).contractDateIsInvoiceDate).toBe(false);
    for (const wrong of [
      { id: 'mus' },
      { module: 'premium' },
      { dayCount: '30/360' },
      { kindOfClaim: 'bets' },
      { paymentTermDays: -1 },
      { paymentTermDays: 366 },
      { priorDunning: 'call' },
      { procedure: { id: 'Standard', version: 1 } },
      { procedure: { id: 'standard', version: 0 } },
      { procedure: { id: '', version: 1 } },
      { procedure: { id: 'x'.repeat(41), version: 1 } },
      { procedure: { id: 'standard', version: 1, of: 2 } },
      { contractSubject: '' },
      { surprise: 1 },
    ])
      expect(accepts(Creditor, { ...musterversand, ...wrong })).toBe(false);
    for (const right of [
      { module: 'komfort' },
      { dayCount: 'act/365' },
      { paymentTermDays: 0 },
      { paymentTermDays: 365 },
      { priorDunning: 'reminder' },
      { procedure: { id: 'x'.repeat(40), version: 1 } },
    ])
      expect(accepts(Creditor, { ...musterversand, ...right })).toBe(true);
  });
});

describe('a procedure', () => {
  const level = STANDARD.levels[1]!;
  const of = (...stages: number[]): unknown => ({
    id: 'own',
    version: 1,
    name: 'Eigen',
    levels: stages.map((stage) => ({ ...level, stage })),
  });
  test('has one to six levels, rising without a gap', () => {
    for (const stages of [[0], [1], [3, 4, 5], [0, 1, 2, 3, 4, 5]])
      expect(accepts(Procedure, of(...stages))).toBe(true);
    for (const stages of [[], [0, 2], [1, 1], [2, 1], [0, 1, 2, 3, 4, 5, 6]])
      expect(accepts(Procedure, of(...stages))).toBe(false);
    expect(Procedure.safeParse(of(0, 2)).error?.issues).toMatchObject([
      { path: ['levels'], message: 'Die Mahnstufen müssen lückenlos aufsteigen.' },
    ]);
  });
  test.each<[object, boolean]>([
    [{ id: 'x'.repeat(40) }, true],
    [{ id: 'x'.repeat(41) }, false],
    [{ id: 'Own' }, false],
    [{ id: '' }, false],
    [{ version: 0 }, false],
    [{ name: '' }, false],
    [{ name: 'x'.repeat(80) }, true],
    [{ name: 'x'.repeat(81) }, false],
    [{ courtReviewDays: 0 }, false],
    [{ courtReviewDays: 1 }, true],
    [{ courtReviewDays: 90 }, true],
    [{ courtReviewDays: 91 }, false],
    [{ surprise: 1 }, false],
  ])('with %o: %s', (more, right) => {
    expect(accepts(Procedure, { ...(of(1) as object), ...more })).toBe(right);
  });
  test.each<[object, boolean]>([
    [{ stage: -1 }, false],
    [{ stage: 6 }, false],
    [{ title: '' }, false],
    [{ title: 'x'.repeat(60) }, true],
    [{ title: 'x'.repeat(61) }, false],
    [{ paymentTermDays: -1 }, false],
    [{ paymentTermDays: 365 }, true],
    [{ paymentTermDays: 366 }, false],
    [{ letter: 'sometimes' }, false],
    [{ anchor: 'sms' }, false],
    [{ phone: null }, true],
    [{ sender: 'creditor' }, true],
    [{ sender: null }, true],
    [{ sender: 'court' }, false],
    [{ phone: { afterDays: 0, days: 1 } }, true],
    [{ phone: { afterDays: 0, days: 0 } }, false],
    [{ phone: { afterDays: 0, days: 60 } }, true],
    [{ phone: { afterDays: 0, days: 61 } }, false],
    [{ phone: { afterDays: 0 } }, false],
    [{ text: { subject: 'x'.repeat(120) } }, true],
    [{ text: { subject: 'x'.repeat(121) } }, false],
    [{ surprise: 1 }, false],
  ])('a level with %o: %s', (more, right) => {
    expect(accepts(Level, { ...level, ...more })).toBe(right);
  });
  test('what a level does not say: no delay of the letter, counted from the e-mail, no invoice, no words of its own', () => {
    expect(
      Level.parse({
        stage: 1,
        title: 'x',
        paymentTermDays: 5,
        email: true,
        sms: true,
        letter: 'never',
        phone: null,
        collectionFee: true,
        nextAfterDays: 10,
      }),
    ).toMatchObject({ letterAfterDays: 0, anchor: 'email', attachInvoice: false, text: null, sender: null });
  });
  test('whoever writes one is told what is wrong, and where', () => {
    const told = (value: object): unknown =>
      Procedure.safeParse({ ...STANDARD, ...value }).error?.issues.map((i) => [i.path.join('.'), i.message]);
    expect(told({ levels: [{ ...level, flatFee: { amount: 10_000 } }] })).toBeUndefined();
    expect(told({ levels: [{ ...level, flatFee: { amount: 10_001 } }] })).toEqual([
      ['levels.0.flatFee.amount', 'Eine Mahngebühr liegt zwischen 1 Cent und 100 Euro.'],
    ]);
    expect(
      told({ levels: [{ ...level, phone: { afterDays: 10, days: 14, attempts: 2, smsAfterAttempts: 3 } }] }),
    ).toEqual([
      [
        'levels.0.phone.smsAfterAttempts',
        'smsAfterAttempts darf nicht größer sein als attempts: So oft wird nicht angerufen.',
      ],
    ]);
    expect(told({ after: 'handOver' })).toEqual([['handOver', 'handOver gehört zu after: "handOver" und nur dazu.']]);
  });
  test('own words', () => {
    expect(OwnText.parse({})).toEqual({});
    for (const part of ['opening', 'closing'])
      expect([2000, 2001].map((n) => accepts(OwnText, { [part]: 'x'.repeat(n) }))).toEqual([true, false]);
    expect(accepts(OwnText, { ps: 'x' })).toBe(false);
  });
});

describe('the procedures we ship', () => {
  test('Standard: a reminder without fee, text and phone, then three Mahnungen', () => {
    expect(STANDARD).toMatchObject({ id: 'standard', version: 1, courtReviewDays: 28 });
    expect(STANDARD.levels[0]).toMatchObject({
      stage: 0,
      title: 'Zahlungserinnerung',
      paymentTermDays: 7,
      email: true,
      sms: false,
      letter: 'instead',
      letterAfterDays: 0,
      phone: null,
      anchor: 'email',
      attachInvoice: false,
      collectionFee: false,
      nextAfterDays: 10,
      text: null,
    });
    for (const n of [1, 2, 3])
      expect(STANDARD.levels[n]).toMatchObject({
        stage: n,
        title: `${n}. Mahnung`,
        paymentTermDays: 5,
        email: true,
        sms: true,
        letter: 'after-email',
        letterAfterDays: 8,
        phone: { afterDays: 10, days: 14 },
        anchor: 'email',
        attachInvoice: false,
        collectionFee: true,
        nextAfterDays: 10,
        text: null,
      });
    expect(STANDARD.levels).toHaveLength(4);
  });
  test('its two variations', () => {
    expect(STANDARD_NO_PHASE_1).toMatchObject({
      id: 'standard-no-phase1',
      version: 1,
      name: 'Standard ohne Phase 1',
      courtReviewDays: 28,
    });
    expect(STANDARD_NO_PHASE_1.levels).toEqual(STANDARD.levels.slice(1));
    expect(STANDARD_LETTER_ANCHORED.levels.map((l) => l.anchor)).toEqual(['email', 'letter', 'letter', 'letter']);
    expect(SHIPPED_PROCEDURES.map((p) => p.id)).toEqual(
      expect.arrayContaining(['standard', 'standard-no-phase1', 'standard-letter-anchored']),
    );
  });
});
