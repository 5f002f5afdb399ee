import * as fc from 'fast-check';
import { day } from '../../../domain/calendar.ts';
import type { AkteId } from '../../../domain/claim.ts';
import { composeSms, gsm7Length } from '../../../domain/letters/sms.ts';
import { cents } from '../../../domain/money.ts';
import { musterladen, rheinbogen } from '../../support/notices.ts';

const facts = { agency: rheinbogen, creditor: musterladen, akte: 'MUS-4F7K-2QXR' as AkteId, total: cents(16_123), payBy: day('2026-03-24'), stage: 1 };

describe('the text message', () => {
  test('says who writes, which Akte, until when, and where to answer', () => {
    expect(composeSms(facts)).toBe('Rheinbogen Inkasso GmbH: Guten Tag, bitte beachten Sie unser Schreiben (Az. MUS-4F7K-2QXR, Frist 24.03.2026). Fragen? Tel. 0221 23125100');
  });
  test('tells whoever looks at the phone neither the creditor nor the amount', () => {
    for (const stage of [0, 1, 3]) expect(composeSms({ ...facts, stage })).not.toMatch(/Musterladen|161|Mahnung/);
  });
  test('is one message whatever the names are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 0, max: 5 }), (name, phone, stage) => {
      const text = composeSms({ ...facts, akte: 'ABCDEF-4F7K-2QXR' as AkteId, agency: { ...rheinbogen, name, phone }, stage });
      expect(gsm7Length(text)).toBeLessThanOrEqual(160);
      expect(text).toContain('ABCDEF-4F7K-2QXR');
    }));
  });
  test('shortens a long name between words and spells foreign letters plainly', () => {
    expect(composeSms({ ...facts, agency: { ...rheinbogen, name: 'Łódź Forderungsmanagement und Inkassogesellschaft mit beschränkter Haftung' } })).toMatch(/^Lodz Forderungsmanagement und: /);
  });
});

test('lengths count septets: umlauts one, the euro sign two, what is not in the alphabet never fits', () => {
  expect(gsm7Length('äöüÄÖÜß')).toBe(7);
  expect(gsm7Length('5 €')).toBe(4);
  expect(gsm7Length('„')).toBe(Infinity);
});
