import { factInWords } from '../../../domain/akte/history.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { Month } from '../../../domain/calendar.ts';
import { MessageReference, PaymentId, PayoutId, PlanId, ProviderId, QueryId, RefundId } from '../../../domain/ids.ts';
import { ZERO, cents } from '../../../domain/money.ts';
import { MATTER, aClaim, after, erika, opened } from '../../support/akte.ts';
import { F1, F2, M2 } from '../account/cases.ts';

const read = (fact: Fact): string | null => factInWords(fact)?.replaceAll('\u00a0', ' ') ?? null;
const MAIL = { matter: MATTER, stage: 1, channel: 'email' } as const;
const R = MessageReference.parse('r');
const PLAN = {
  id: PlanId.parse('R1'),
  matter: MATTER,
  on: after(0),
  first: after(30),
  rate: cents(40_00),
  fee: cents(21_42),
  toleranceDays: 0,
  toleranceCents: ZERO,
};
const BY = { on: after(0), by: 'operator:x' } as const;

describe('the history says', () => {
  test('what was handed over, in numbers and amounts', () => {
    expect(opened(erika, aClaim(1)).map(read)).toEqual([
      'Akte angelegt',
      '02.03.2026: Forderung übernommen (F1 Rechnung RE-1, 120,00 €)',
    ]);
    expect(read(opened(erika, aClaim(1), aClaim(2))[1]!)).toContain('2 Forderungen übernommen (F1 Rechnung RE-1');
  });
  test('of a message its stage, its occasion and its channel', () => {
    const sent = (more: object) =>
      read({
        kind: 'sent',
        message: { ...MAIL, ...more },
        reference: R,
        on: after(0),
        providerId: ProviderId.parse('p'),
        document: null,
      });
    expect(sent({})).toBe('02.03.2026: Mahnstufe 1 per E-Mail gesendet');
    expect(sent({ stage: 0, channel: 'letter' })).toBe('02.03.2026: Zahlungserinnerung per Brief gesendet');
    expect(sent({ occasion: 'joined' })).toBe(
      '02.03.2026: Mahnstufe 1, Mitteilung über neu hinzugekommene Rechnungen, per E-Mail gesendet',
    );
  });
  test('of one that did not go whether it is tried again', () => {
    const not = (why: 'refused' | 'not-taken') =>
      read({ kind: 'notSent', message: MAIL, reference: R, on: after(0), why, reason: 'unbekannt' });
    expect(not('refused')).toBe('02.03.2026: E-Mail abgelehnt: unbekannt');
    expect(not('not-taken')).toBe('02.03.2026: E-Mail nicht angenommen, neuer Versuch folgt');
  });
  test('what came back, or what of the contact data is wrong', () => {
    const wrong = { kind: 'undeliverable', contact: 'address', on: after(0), reason: 'verzogen' } as const;
    expect(read(wrong)).toBe('02.03.2026: Anschrift stimmt nicht: verzogen');
    expect(read({ ...wrong, message: { ...MAIL, channel: 'letter' } })).toBe(
      '02.03.2026: Mahnstufe 1 per Brief kam zurück: verzogen',
    );
  });
  test('to whom money came, and from when it counts', () => {
    const paid = (via: 'agency' | 'creditor') =>
      read({
        kind: 'paid',
        id: PaymentId.parse('p'),
        amount: cents(5_00),
        valueDate: after(0),
        bookedOn: after(1),
        via,
        source: '',
      });
    expect(paid('agency')).toBe('03.03.2026: 5,00 € bei uns eingegangen (Wertstellung 02.03.2026)');
    expect(paid('creditor')).toContain('beim Gläubiger eingegangen');
  });
  test('why and until when a case rests', () => {
    const held = { kind: 'held', ground: 'deferral', reason: 'Stundung', ...BY } as const;
    expect(read(held)).toBe('02.03.2026: Gestundet: Stundung');
    expect(read({ ...held, until: after(7) })).toBe('02.03.2026: Gestundet, bis 09.03.2026: Stundung');
  });
  test('what of a contract was told, or put right', () => {
    const given = { kind: 'particularsGiven', claim: F1, subject: 'Kauf', ...BY } as const;
    expect(read(given)).toBe('02.03.2026: Angaben zum Vertrag von F1 ergänzt');
    expect(read({ ...given, contractDate: after(-1), reason: 'Irrtum' })).toBe(
      '02.03.2026: Angaben zum Vertrag von F1 berichtigt (Vertrag vom 01.03.2026): Irrtum',
    );
  });
  test('of a call when it was, what came of it, and what was remarked', () => {
    const call = { kind: 'callMade', matter: MATTER, stage: 1, part: 'evening', outcome: 'reached', ...BY } as const;
    expect(read(call)).toBe('02.03.2026: Anruf (abends): erreicht');
    expect(read({ ...call, note: 'zahlt' })).toBe('02.03.2026: Anruf (abends): erreicht: zahlt');
  });
});

const REASON = 'weil es so ist';
const STANDARD = { id: 'standard', version: 1 };
/** What is rarer, each with the sentence that a creditor or a colleague reads. */
const RARER: readonly (readonly [Fact, string])[] = [
  [
    { kind: 'joined', matter: MATTER, claims: [F1, F2], on: after(0) },
    '02.03.2026: F1, F2 in die laufende Angelegenheit M1 aufgenommen',
  ],
  [
    { kind: 'handedToCollection', matter: MATTER, to: M2, on: after(0), procedure: STANDARD, claims: [F1, F2] },
    '02.03.2026: F1, F2 ans Inkasso übergeben (standard)',
  ],
  [
    { kind: 'reserved', message: MAIL, reference: R, at: `${after(0)}T08:00:00Z`, by: 'operator:x', demand: null },
    'Mahnstufe 1 per E-Mail: Versand begonnen',
  ],
  [
    { kind: 'unclear', message: { ...MAIL, channel: 'letter' }, reference: R, on: after(0) },
    '02.03.2026: Ob Mahnstufe 1 per Brief hinausging, ist unklar',
  ],
  [
    { kind: 'reversed', payment: PaymentId.parse('p1'), reason: REASON, ...BY },
    '02.03.2026: Zahlung p1 zurückgebucht: weil es so ist',
  ],
  [
    { kind: 'credited', id: 'G-7', claim: F1, amount: cents(5_00), reason: REASON, ...BY },
    '02.03.2026: 5,00 € zu F1 gutgeschrieben (Gutschrift G-7): weil es so ist',
  ],
  [
    { kind: 'refunded', id: RefundId.parse('E1'), amount: cents(5_00), ...BY },
    '02.03.2026: 5,00 € Überzahlung an den Schuldner zurückgezahlt',
  ],
  [{ kind: 'waived', interest: false, reason: REASON, ...BY }, '02.03.2026: Kosten erlassen: weil es so ist'],
  [{ kind: 'waived', interest: true, reason: REASON, ...BY }, '02.03.2026: Kosten und Zinsen erlassen: weil es so ist'],
  [
    { kind: 'paidOut', month: Month.parse('2026-03'), payout: PayoutId.parse('MW-2026-03-MUS'), shares: [] },
    'Auszahlung MW-2026-03-MUS: mit dem Gläubiger abgerechnet',
  ],
  [{ kind: 'resumed', ground: 'dispute', ...BY }, '02.03.2026: Widerspruch in Prüfung beendet, fortgesetzt'],
  [
    { kind: 'resumed', ground: 'dispute', reason: REASON, ...BY },
    '02.03.2026: Widerspruch in Prüfung beendet, fortgesetzt: weil es so ist',
  ],
  [
    { kind: 'planAgreed', plan: PLAN, by: 'operator:x' },
    '02.03.2026: Ratenplan R1 vereinbart: monatlich 40,00 €, erste Rate am 01.04.2026, Einigungsgebühr 21,42 €',
  ],
  [
    { kind: 'planAgreed', plan: { ...PLAN, fee: ZERO }, by: 'operator:x' },
    '02.03.2026: Ratenplan R1 vereinbart: monatlich 40,00 €, erste Rate am 01.04.2026, ohne Gebühr',
  ],
  [{ kind: 'planEnded', plan: PLAN.id, reason: REASON, ...BY }, '02.03.2026: Ratenplan R1 beendet: weil es so ist'],
  [
    { kind: 'stageSkipped', matter: MATTER, stage: 2, reason: REASON, ...BY },
    '02.03.2026: Mahnstufe 2 übersprungen: weil es so ist',
  ],
  [
    { kind: 'courtDecisionDue', matter: MATTER, on: after(0) },
    '02.03.2026: Entscheidung „gerichtliches Mahnverfahren“ vorgelegt',
  ],
  [{ kind: 'closed', reason: REASON, ...BY }, '02.03.2026: geschlossen: weil es so ist'],
  [{ kind: 'reopened', reason: REASON, ...BY }, '02.03.2026: wieder geöffnet: weil es so ist'],
  [
    { kind: 'trouble', claim: F1, on: after(0), reason: 'Mahnung per Brief: Conflict' },
    '02.03.2026: Klärung nötig: „Mahnung per Brief“ ist gescheitert. Andere Vorgänge derselben Akte kamen immer wieder zuvor. (Conflict)',
  ],
  [{ kind: 'clarified', reason: REASON, ...BY }, '02.03.2026: geklärt: weil es so ist'],
  [
    { kind: 'callsOpened', matter: MATTER, stage: 1, from: after(0), until: after(7) },
    '02.03.2026: Mahnstufe 1, Telefoninkasso bis 09.03.2026',
  ],
  [
    { kind: 'asked', id: QueryId.parse('A1'), question: 'Lieferschein?', answerBy: after(14), ...BY },
    '02.03.2026: Rückfrage A1 an den Gläubiger, Antwort bis 16.03.2026: Lieferschein?',
  ],
  [{ kind: 'answered', id: QueryId.parse('A1'), answer: 'Ja.', ...BY }, '02.03.2026: Antwort auf Rückfrage A1: Ja.'],
  [
    { kind: 'renamed', source: 'debtor', name: 'Erika Muster', ...BY },
    '02.03.2026: neuer Name vom Schuldner selbst: Erika Muster',
  ],
  [
    { kind: 'alsoNamed', source: 'creditor', name: 'E. Beispiel', ...BY },
    '02.03.2026: auch genannt vom Gläubiger: E. Beispiel',
  ],
  [
    { kind: 'contactChanged', source: 'tracing', email: 'e@example.com', address: erika.address, land: 'NW', ...BY },
    '02.03.2026: neue Angaben zum Schuldner aus der Adressermittlung (Anschrift, E-Mail)',
  ],
  [{ kind: 'tracingOrdered', ...BY }, '02.03.2026: Adressermittlung beauftragt'],
  [{ kind: 'tracingFailed', reason: REASON, ...BY }, '02.03.2026: Adressermittlung ohne Ergebnis: weil es so ist'],
];
test.each(RARER)('%j', (fact, sentence) => {
  expect(read(fact)).toBe(sentence);
});

test('what nobody would read is not said', () => {
  expect(read({ kind: 'restarted', claims: [F1], generation: 2 })).toBeNull();
  const until = `${after(0)}T08:20:00Z`;
  expect(read({ kind: 'callTaken', matter: MATTER, stage: 1, by: 'operator:x', until })).toBeNull();
});
