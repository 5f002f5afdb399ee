import { check, type Seen } from '../../local/checks.ts';
import type { AkteView, Told } from '../../local/story.ts';
import { apiOf, type Api } from '../../local/client.ts';

/** Nobody is called: the checks look at what was seen. */
const nobody: Api = apiOf(
  { endpoint: '', direct: '', port: 0, folder: '', environment: {}, enforcing: false, stop: async () => undefined },
  {
    ApiUrl: 'http://127.0.0.1',
    UserPoolId: '',
    OperatorClientId: '',
    TableName: '',
    BucketName: '',
    StateMachineArn: '',
    PostSecret: '',
    PayoutFunction: '',
    SweepFunction: '',
    CalendarTable: '',
  },
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
};
const anAkte = (aktenzeichen: string, of: Partial<AkteView> = {}): AkteView => ({
  aktenzeichen,
  schuldner: 'Erika Beispiel',
  offenCents: 0,
  ueberzahltCents: 0,
  geschlossen: false,
  forderungen: [],
  erstattetCents: 0,
  zahlungen: [],
  zurueckgebucht: [],
  verlauf: [],
  ...of,
});
const seenWith = (akten: readonly AkteView[]): Seen => ({
  akten: [BOUNCED, CLOSED, PAUSED, PAID, OVERPAID].map((id) => akten.find((a) => a.aktenzeichen === id) ?? anAkte(id)),
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
const isGreen = (what: RegExp, akte: AkteView): boolean | undefined =>
  check(told, seenWith([akte])).find((c) => what.test(c.what))?.ok;

test('a run in which nothing happened gets no green check: a check that has looked at nothing is red', () => {
  const green = check(told, seenWith([])).filter((c) => c.ok);
  // Akten there are, and none is in trouble: that alone has been seen.
  expect(green.map((c) => c.what)).toEqual(['kein Fall steht in Klärung']);
});

test('"in der Pause nichts gesendet" was green although the pause was never found in the history', () => {
  const resumed = ['22.03.2026: Ruht beendet, fortgesetzt', 'Mahnstufe 1 per E-Mail: Versand begonnen'];
  const pause = '05.03.2026: Ruht: Rückfrage';
  const message = 'Zahlungserinnerung per E-Mail: Versand begonnen';
  const isKept = (verlauf: string[]): boolean | undefined => isGreen(/in der Pause/, anAkte(PAUSED, { verlauf }));
  expect(isKept([pause, ...resumed])).toBe(true);
  expect(isKept(resumed)).toBe(false);
  expect(isKept([pause, message, ...resumed])).toBe(false);
  expect(isKept([pause])).toBe(false);
});

test('nothing open and nothing sent is no proof of a payment that never came', () => {
  const isKept = (verlauf: string[]): boolean | undefined =>
    isGreen(new RegExp(`${PAID}: nach der Zahlung`), anAkte(PAID, { verlauf }));
  expect(isKept([])).toBe(false);
  expect(isKept(['08.03.2026: 5,00 € bei uns eingegangen (Wertstellung 08.03.2026)'])).toBe(true);
});

test('what was overpaid is what was paid beyond the debt of the value day, whatever that debt was', () => {
  const isKept = (erstattetCents: number, ueberzahltCents: number): boolean | undefined =>
    isGreen(/Überzahlung/, anAkte(OVERPAID, { erstattetCents, ueberzahltCents }));
  expect([isKept(200, 300), isKept(200, 303), isKept(0, 500)]).toEqual([true, false, false]);
});
