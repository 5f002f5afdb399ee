import { PaymentId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { nextStep } from '../../../domain/dunning/next-step.ts';
import type { Step } from '../../../domain/dunning/step.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { EVERY_CLAIM, aClaim } from '../../support/akte.ts';
import { on, step, sent, akte, M1, M2, F1 } from './a-rest.ts';
import { akte as akteOf, refused, step as played } from './played.ts';

describe("the creditor's own dunning, counted from the invoice", () => {
  const invoice = aClaim(1, { invoiceDate: on(0), dueOn: on(14), contractDate: on(0) });
  const own = (facts: readonly Fact[], n: number, procedure = RECEIVABLES): Step => step(facts, n, procedure, invoice);
  const reminded = sent(0, 'email', 21);
  const dunned = [...reminded, ...sent(1, 'email', 35), ...sent(2, 'letter', 49)];
  test('waits for the time to pay, and for its day; says by when it must be', () => {
    expect(own([], 3)).toEqual({
      kind: 'wait',
      name: 'Zahlungsziel läuft',
      until: on(21),
      why: 'Mahnung per E-Mail (Zahlungserinnerung) am 23.03.2026, spätestens am 26.03.2026',
      stage: 0,
    });
    expect(own([], 21)).toEqual({
      kind: 'act',
      name: 'Mahnung per E-Mail',
      stage: 0,
      why: 'Zahlungserinnerung: fällig am 23.03.2026, spätestens am 26.03.2026',
    });
    // The 35th day is Easter Monday.
    expect(own(reminded, 30)).toMatchObject({
      name: 'Zahlungserinnerung: Frist',
      until: on(36),
      why: 'Mahnung per E-Mail (1. Mahnung) am 07.04.2026',
    });
  });
  test('without a day of its own a level begins when the time to pay that the procedure grants is over, or the claim due if that is later', () => {
    const grants = (invoiceTermDays: number | null): Procedure =>
      Procedure.parse({ ...STANDARD, id: 'own', countsFrom: 'invoiceDate', invoiceTermDays });
    expect(
      [null, 14, 22, 10].map((days) => {
        const s = own([], 0, grants(days));
        return s.kind === 'wait' ? s.until : s;
      }),
    ).toEqual([on(15), on(15), on(23), on(15)]);
  });
  test('hands over on its day, and says by when', () => {
    expect(own(dunned, 62)).toMatchObject({ kind: 'wait', until: on(63) });
    expect(own(dunned, 63)).toEqual({
      kind: 'act',
      name: 'Übergabe ans Inkasso',
      stage: 2,
      why: 'nach der letzten Mahnung: fällig am 04.05.2026, spätestens am 11.05.2026',
    });
  });
  test('or as soon as the last level is over', () => {
    const soon = Procedure.parse({
      ...RECEIVABLES,
      handOver: { ...RECEIVABLES.handOver, startsOnDay: null, windowDays: 0 },
    });
    expect(own(dunned, 62, soon)).toMatchObject({ kind: 'wait', name: 'Mahnstufe 2: Frist' });
    expect(own(dunned, 63, soon)).toEqual({
      kind: 'act',
      name: 'Übergabe ans Inkasso',
      stage: 2,
      why: 'nach der letzten Mahnung: fällig am 04.05.2026',
    });
  });
  test('or ends, where nothing follows', () => {
    expect(own(dunned, 70, Procedure.parse({ ...RECEIVABLES, after: 'none', handOver: null }))).toEqual({
      kind: 'end',
      name: 'Mahnlauf beendet',
      why: 'Alle Mahnstufen sind ohne Zahlung abgelaufen; der Mahnlauf sieht danach nichts vor.',
    });
  });
  test('once it is in collection, its execution ends and the next one goes on there', () => {
    const over = akte(
      [
        ...dunned,
        {
          kind: 'handedToCollection',
          matter: M1,
          to: M2,
          on: on(63),
          procedure: { id: 'standard-no-phase1', version: 1 },
          claims: [F1],
        },
        { kind: 'restarted', claims: [F1], generation: 2 },
      ],
      invoice,
    );
    expect(nextStep(over, F1, { procedures: STANDARD, today: on(63), generation: 1 })).toEqual({
      kind: 'end',
      name: 'Ans Inkasso übergeben',
      why: 'Die Forderung läuft in derselben Akte im Inkasso weiter.',
    });
    expect(nextStep(over, F1, { procedures: STANDARD, today: on(63), generation: 2 })).toMatchObject({
      kind: 'act',
      stage: 1,
    });
  });
});

describe('who has paid adequately on a stage is left alone before the next (reading 5)', () => {
  const reminder = { matter: M1, stage: 0, channel: 'email' } as const;
  const reference = MessageReference.parse('r');
  const reminded: Fact[] = [
    {
      kind: 'reserved',
      message: reminder,
      reference,
      at: `${on(0)}T08:00:00Z`,
      by: 'operator:x',
      demand: { total: cents(100_00), asOf: on(0), payBy: on(7), claims: EVERY_CLAIM, collectionFee: false },
    },
    { kind: 'sent', message: reminder, reference, on: on(0), providerId: ProviderId.parse('p'), document: null },
  ];
  const paid = (amount: number, n: number): Fact => ({
    kind: 'paid',
    id: PaymentId.parse('p'),
    amount: cents(amount),
    valueDate: on(n),
    bookedOn: on(n),
    via: 'agency',
    source: '',
  });
  const at = (n: number, amount: number, procedure = STANDARD) =>
    step([...reminded, paid(amount, 8)], n, procedure, aClaim(1, { principal: cents(100_00) }));
  test('fourteen days after half of what it asked', () => {
    expect(at(15, 50_00)).toMatchObject({
      kind: 'wait',
      until: on(22),
      why: 'Angemessene Zahlung: Vor dem 24.03.2026 folgt nichts',
    });
    expect(at(22, 50_00)).toMatchObject({ stage: 1 });
  });
  test('not after less, and not where the procedure leaves nobody alone', () => {
    expect(at(15, 49_99)).toMatchObject({ stage: 1 });
    expect(at(15, 50_00, Procedure.parse({ ...STANDARD, id: 'own', adequatePayment: null }))).toMatchObject({
      stage: 1,
    });
  });
  test('a day that is none to begin on is moved', () => {
    const short = Procedure.parse({ ...STANDARD, id: 'own', adequatePayment: { percent: 50, waitDays: 11 } });
    expect([at(15, 50_00, short)]).toMatchObject([{ kind: 'wait', until: on(21) }]);
  });
});

describe('a debtor to whom no way is known', () => {
  const nowhere = [...refused(0, 'email', 0), ...refused(0, 'letter', 0)];
  const ordered: Fact = { kind: 'tracingOrdered', on: on(5), by: 'operator:x' };
  const inVain: Fact = { kind: 'tracingFailed', on: on(9), by: 'operator:x', reason: 'verzogen' };
  const stepOn = (n: number, ...facts: Fact[]): Step => played(akteOf(...nowhere, ...facts), n);
  const why = (n: number, ...facts: Fact[]): string => {
    const of = stepOn(n, ...facts);
    return of.kind === 'wait' ? `wait: ${of.why ?? ''}` : of.kind;
  };
  test('is traced: the case waits for what is found, and says since when', () => {
    expect(stepOn(6, ordered)).toMatchObject({ kind: 'wait', name: 'Adressermittlung läuft' });
    expect(why(6, ordered)).toMatch(/^wait: Beauftragt am 07\.03\.2026;/);
  });
  test('and where nothing was found says so, and that it was tried', () => {
    expect(stepOn(10, ordered, inVain)).toMatchObject({ kind: 'wait', name: 'Nicht erreichbar' });
    expect(why(10, ordered, inVain)).toMatch(/^wait: Am 11\.03\.2026 ohne Ergebnis ermittelt\. Mit einer neuen/);
    expect(why(10)).toMatch(/^wait: Kein Weg zum Schuldner bekannt\./);
  });
});
