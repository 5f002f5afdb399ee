import type { Stage } from '../../domain/procedure/states.ts';
import { day } from '../../domain/calendar.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { factInWords } from '../../domain/akte/history.ts';
import { MatterId, MessageReference, PaymentId } from '../../domain/ids.ts';
import { ZERO, cents } from '../../domain/money.ts';
import { check } from '../../local/checks.ts';
import type { AkteSeen, Seen } from '../../local/seen.ts';
import type { Told } from '../../local/told.ts';
import { apiOf, type Api } from '../../local/client.ts';

/** Nobody is called: the checks look at what was seen. */
const nobody: Api = apiOf(
  { endpoint: '', direct: '', port: 0, folder: '', environment: {}, enforcing: false, stop: async () => undefined },
  { ApiUrl: 'http://127.0.0.1' },
  '',
);
const BOUNCED = 'MUS-1';
const CLOSED = 'MUS-2';
const PAUSED = 'MUS-3';
const PAID = 'MUS-4';
const OVERPAID = 'STW-1';
const told: Told = {
  apis: { MUS: nobody, STW: nobody, LAD: nobody },
  handOvers: [],
  paidInFull: [PAID],
  paidInPart: [BOUNCED],
  overpaid: [{ akte: OVERPAID, paid: 10_500, owed: 10_000, refunded: 200 }],
  bounced: BOUNCED,
  paused: PAUSED,
  closed: CLOSED,
  refusals: [],
  payments: { count: 0, cents: 0, directCents: 0 },
  payouts: [],
  account: { old: '', before: '', after: '' },
};
const anAkte = (akte: string, of: Partial<AkteSeen> = {}): AkteSeen => ({
  akte,
  openCents: ZERO,
  overpaidCents: ZERO,
  refundedCents: ZERO,
  closed: false,
  claims: [],
  payments: [],
  reversals: [],
  history: [],
  ...of,
});
/** A history of these facts, each written by itself, as our own people read it. */
const historyOf = (facts: readonly Fact[]): AkteSeen['history'] =>
  facts.map((fact) => ({
    at: '2026-03-02T08:00:00Z',
    by: 'system',
    facts: [{ kind: fact.kind, words: factInWords(fact), fact }],
  }));
const seenWith = (akten: readonly AkteSeen[]): Seen => ({
  akten: [BOUNCED, CLOSED, PAUSED, PAID, OVERPAID].map((id) => akten.find((a) => a.akte === id) ?? anAkte(id)),
  executions: [],
  debtorMails: [],
  officeMails: [],
  sms: [],
  letters: [],
  files: [],
  addresses: {},
  queued: [],
  plannedCourtDays: [],
});
const isGreen = (what: RegExp, akte: AkteSeen): boolean | undefined =>
  check(told, seenWith([akte])).find((c) => what.test(c.what))?.ok;

test('a run in which nothing happened gets no green check: a check that has looked at nothing is red', () => {
  const green = check(told, seenWith([])).filter((c) => c.ok);
  // Akten there are, and none is in trouble: that alone has been seen.
  expect(green.map((c) => c.what)).toEqual(['kein Fall steht in Klärung']);
});

test('"in der Pause nichts gesendet" was green although the pause was never found in the history', () => {
  const begun = (stage: Stage): Fact => ({
    kind: 'reserved',
    message: { matter: MatterId.parse('M1'), stage, channel: 'email' },
    reference: MessageReference.parse(`${PAUSED}-M1-${stage}-email`),
    at: '2026-03-10T08:00:00Z',
    by: 'system',
    demand: null,
  });
  const paused = { ground: 'paused', by: 'client:MUS' } as const;
  const pause: Fact = { kind: 'held', ...paused, on: day('2026-03-05'), reason: 'Rückfrage' };
  const resumed: readonly Fact[] = [{ kind: 'resumed', ...paused, on: day('2026-03-22') }, begun(1)];
  const message = begun(0);
  const isKept = (facts: readonly Fact[]): boolean | undefined =>
    isGreen(/in der Pause/, anAkte(PAUSED, { history: historyOf(facts) }));
  expect(isKept([pause, ...resumed])).toBe(true);
  expect(isKept(resumed)).toBe(false);
  expect(isKept([pause, message, ...resumed])).toBe(false);
  expect(isKept([pause])).toBe(false);
});

test('nothing open and nothing sent is no proof of a payment that never came', () => {
  const paid: Fact = {
    kind: 'paid',
    id: PaymentId.parse('bank:1'),
    amount: cents(5_00),
    valueDate: day('2026-03-08'),
    bookedOn: day('2026-03-08'),
    via: 'agency',
    source: 'bank',
  };
  const isKept = (facts: readonly Fact[]): boolean | undefined =>
    isGreen(new RegExp(`${PAID}: nach der Zahlung`), anAkte(PAID, { history: historyOf(facts) }));
  expect(isKept([])).toBe(false);
  expect(isKept([paid])).toBe(true);
});

test('what was overpaid is what was paid beyond the debt of the value day, whatever that debt was', () => {
  const isKept = (refunded: number, overpaid: number): boolean | undefined =>
    isGreen(/Überzahlung/, anAkte(OVERPAID, { refundedCents: cents(refunded), overpaidCents: cents(overpaid) }));
  expect([isKept(200, 300), isKept(200, 303), isKept(0, 500)]).toEqual([true, false, false]);
});

test('another account that held before a second person approved it, or of which the creditor heard nothing, is red', () => {
  const mail = {
    Source: 'a',
    To: ['lad@example.com'],
    Subject: 'Ihr Auszahlungskonto ist geändert',
    BodyText: null,
    BodyHtml: null,
  };
  const isKept = (before: string, mails: number): boolean | undefined =>
    check(
      { ...told, account: { old: 'DE1', before, after: 'DE75512108001245126199' } },
      {
        ...seenWith([]),
        addresses: { LAD: 'lad@example.com' },
        officeMails: Array.from({ length: mails }, () => mail),
      },
    ).find(({ what }) => what.startsWith('ein anderes Konto'))?.ok;
  expect([isKept('DE1', 2), isKept('DE75512108001245126199', 2), isKept('DE1', 1)]).toEqual([true, false, false]);
});
