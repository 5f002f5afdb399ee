import { byOperator } from '../../../domain/actor.ts';
import { day } from '../../../domain/calendar.ts';
import { Fact } from '../../../domain/akte/facts.ts';
import { factInWords } from '../../../domain/akte/history.ts';
import { historyTold, isOpenToCreditor, reasonTold } from '../../../domain/akte/told-to.ts';
import {
  ClaimId,
  HandOverId,
  MatterId,
  MessageReference,
  PaymentId,
  ProviderId,
  RefundId,
} from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { HOLD_GROUNDS, SITUATIONS, type HoldGround } from '../../../domain/procedure/holds.ts';
import { START, TERMS, aClaim, erika } from '../../support/akte.ts';

const on = day(START);
const by = byOperator('Frau Sommer');
const M1 = MatterId.parse('M1');
const F1 = ClaimId.parse('F1');
const message = { matter: M1, stage: 1, channel: 'email' } as const;
/** One of many kinds, with whatever it can hold; what a creditor must not read is called secret. */
const FACTS: readonly Fact[] = [
  { kind: 'opened', debtor: { ...erika, email: 'secret@example.com' }, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: HandOverId.parse('h1'),
    on,
    matter: M1,
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim(1)],
  },
  {
    kind: 'reserved',
    message,
    reference: MessageReference.parse('secret'),
    at: `${START}T08:00:00Z`,
    by,
    demand: null,
  },
  {
    kind: 'sent',
    message,
    reference: MessageReference.parse('secret'),
    on,
    providerId: ProviderId.parse('secret'),
    document: 'secret',
  },
  { kind: 'unclear', message, reference: MessageReference.parse('secret'), on },
  { kind: 'callsOpened', matter: M1, stage: 1, from: on, until: on },
  {
    kind: 'paid',
    id: PaymentId.parse('secret'),
    amount: cents(5),
    valueDate: on,
    bookedOn: on,
    via: 'agency',
    source: 'secret',
  },
  { kind: 'reversed', payment: PaymentId.parse('bank:1'), on, by, reason: 'told' },
  { kind: 'credited', id: 'GS-1', claim: F1, amount: cents(5), on, by, reason: 'told' },
  { kind: 'refunded', id: RefundId.parse('secret'), amount: cents(5), on, by },
  { kind: 'held', ground: 'paused', on, by, reason: 'told' },
  { kind: 'held', ground: 'hardship', on, by, reason: 'secret' },
  { kind: 'resumed', ground: 'deceased', on, by, reason: 'secret' },
  { kind: 'contactChanged', on, by, source: 'tracing', email: 'secret@example.com' },
  { kind: 'callTaken', matter: M1, stage: 1, by, until: `${START}T08:00:00Z` },
  { kind: 'callMade', matter: M1, stage: 1, on, part: 'morning', outcome: 'reached', by, note: 'told' },
  { kind: 'closed', on, by, reason: 'told' },
  { kind: 'courtDecisionDue', matter: M1, on },
  { kind: 'restarted', claims: [F1], generation: 2 },
];
const acts = FACTS.map((fact) => ({ at: `${START}T08:00:00Z`, by, facts: [fact] }));

const OURS = { forCreditor: false };
const CREDITOR = { forCreditor: true };
const wordsIn = (told: ReturnType<typeof historyTold>) => told.flatMap((act) => act.facts.map((f) => f.words));
const NOT_TOLD = 'Näheres geben wir nicht weiter';

test('a creditor reads of what happened the words it has always read, and no other', () => {
  const read = historyTold(acts, CREDITOR);
  const words = FACTS.map(factInWords).filter((text) => text !== null);
  expect(wordsIn(read)).toEqual(words.map((text) => text.replace('secret', NOT_TOLD)));
  expect(JSON.stringify(read)).not.toMatch(/secret|Sommer/);
});

test('why a debtor rests for illness or death is for our own people, why else it rests is not', () => {
  const reasonOf = (ground: HoldGround, reader: typeof OURS) => reasonTold({ ground, reason: 'told' }, reader);
  for (const ground of HOLD_GROUNDS) {
    expect(reasonOf(ground, OURS)).toBe('told');
    expect(reasonOf(ground, CREDITOR)).toBe(SITUATIONS.includes(ground) ? NOT_TOLD : 'told');
  }
});

test('what was written together stays together; of an act of which nothing has words a creditor hears nothing', () => {
  const [opened, , reserved] = FACTS;
  const quiet: Fact = { kind: 'restarted', claims: [F1], generation: 2 };
  const written = [opened, quiet, reserved].flatMap((fact) => fact ?? []);
  const at = `${START}T08:00:00Z`;
  const together = [
    { at, by, facts: written },
    { at, by, facts: [quiet] },
  ];
  expect(historyTold(together, CREDITOR)).toEqual([
    {
      at,
      by: null,
      facts: [
        { kind: 'opened', words: 'Akte angelegt', fact: null },
        { kind: 'reserved', words: 'Mahnstufe 1 per E-Mail: Versand begonnen', fact: null },
      ],
    },
  ]);
  expect(historyTold(together, OURS).map((act) => act.facts.map((f) => f.fact))).toEqual([written, [quiet]]);
});

test('a fact itself goes to a creditor where every field of it is known to it', () => {
  const open = historyTold(acts, CREDITOR).flatMap((act) => act.facts.flatMap(({ fact }) => fact ?? []));
  expect(open).toEqual(FACTS.filter(isOpenToCreditor));
  expect(open.map(({ kind }) => kind)).toEqual(['handedOver', 'callsOpened', 'courtDecisionDue']);
});

test('no field that a creditor may not know stands in a fact that it may: a new one is looked at first', () => {
  const known = ['kind', 'on', 'from', 'until', 'matter', 'to', 'stage', 'handOver', 'procedure', 'claims'];
  const open = Fact.options.filter(({ shape }) => isOpenToCreditor({ kind: shape.kind.value }));
  expect(open.length).toBeGreaterThan(0);
  for (const { shape } of open) expect(Object.keys(shape).filter((key) => !known.includes(key))).toEqual([]);
});

test('what its own access did a creditor may know, who of our people did something it may not', () => {
  const closed: Fact = { kind: 'closed', on, by: 'client:MUS', reason: 'told' };
  const shown = historyTold(
    (['client:MUS', by, 'system'] as const).map((who) => ({ at: `${START}T08:00:00Z`, by: who, facts: [closed] })),
    CREDITOR,
  );
  expect(shown.map((act) => act.by)).toEqual(['client:MUS', null, null]);
});

test('our own people read every fact, also what has no words, and who it was', () => {
  const read = historyTold(acts, OURS);
  expect(read.flatMap((act) => act.facts.map((f) => f.fact))).toEqual(FACTS);
  expect(new Set(read.map((act) => act.by))).toEqual(new Set([by]));
});
