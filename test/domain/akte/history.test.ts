import { factInWords } from '../../../domain/akte/history.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { MessageReference, PaymentId, ProviderId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import { MATTER, aClaim, after, erika, opened } from '../../support/akte.ts';
import { F1 } from '../account/cases.ts';

const read = (fact: Fact): string | null => factInWords(fact)?.replaceAll('\u00a0', ' ') ?? null;
const MAIL = { matter: MATTER, stage: 1, channel: 'email' } as const;
const R = MessageReference.parse('r');
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

test('what nobody would read is not said', () => {
  expect(read({ kind: 'restarted', claims: [F1], generation: 2 })).toBeNull();
});
