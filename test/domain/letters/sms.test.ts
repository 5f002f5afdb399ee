import { STAGES } from '../../../domain/procedure/states.ts';
import * as fc from 'fast-check';
import { day } from '../../../domain/calendar.ts';
import type { AkteId } from '../../../domain/ids.ts';
import { composeSms, gsm7Length } from '../../../domain/letters/sms.ts';
import { rheinbogen } from '../../support/notices.ts';

const facts = { agency: rheinbogen, akte: 'MUS-4F7K-2QXR' as AkteId, payBy: day('2026-03-24'), stage: 1 as const };

describe('the text message', () => {
  test('says who writes, which Akte, until when, and where to answer', () => {
    expect(composeSms(facts)).toBe(
      'Rheinbogen Inkasso GmbH: Guten Tag, bitte beachten Sie unser Schreiben (Az. MUS-4F7K-2QXR, Frist 24.03.2026). Fragen? Tel. 0221 23125100',
    );
  });
  test('does not tell whoever looks at the phone that money is owed', () => {
    for (const stage of [0, 1, 3] as const)
      expect(composeSms({ ...facts, stage })).not.toMatch(/Mahn|Forderung|Rechnung|Zahl|€/);
  });
  test('is one message whatever the names are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom(...STAGES),
        (name, phone, stage) => {
          const text = composeSms({
            ...facts,
            akte: 'ABCDEF-4F7K-2QXR' as AkteId,
            agency: { ...rheinbogen, name, phone },
            stage,
          });
          expect(gsm7Length(text)).toBeLessThanOrEqual(160);
          expect(text).toContain('ABCDEF-4F7K-2QXR');
        },
      ),
    );
  });
  test('shortens a long name between words and spells foreign letters plainly', () => {
    expect(
      composeSms({
        ...facts,
        agency: { ...rheinbogen, name: 'Łódź Forderungsmanagement und Inkassogesellschaft mit beschränkter Haftung' },
      }),
    ).toMatch(/^Lodz Forderungsmanagement und: /);
  });
});

test('lengths count septets: umlauts one, the euro sign two, what is not in the alphabet never fits', () => {
  expect(gsm7Length('äöüÄÖÜß')).toBe(7);
  expect(gsm7Length('5 €')).toBe(4);
  expect(gsm7Length('„')).toBe(Infinity);
});

test('after calls that nobody answered it asks to call back and names no deadline', () => {
  expect(composeSms({ ...facts, occasion: 'calls' })).toBe(
    'Rheinbogen Inkasso GmbH: Guten Tag, wir haben Sie nicht erreicht. Bitte rufen Sie uns zurück (Az. MUS-4F7K-2QXR): Tel. 0221 23125100',
  );
});

describe('a long sender', () => {
  const sender = (name: string): string =>
    composeSms({ ...facts, agency: { ...rheinbogen, name } }).split(': Guten Tag')[0] ?? '';
  const room = 160 - gsm7Length(composeSms({ ...facts, agency: { ...rheinbogen, name: '' } }));
  test('just fits, or loses its last word, or where it is one word its last letters', () => {
    expect(sender('x'.repeat(room))).toBe('x'.repeat(room));
    expect(sender('x'.repeat(room + 1))).toBe('x'.repeat(room));
    expect(sender(`${'x'.repeat(room - 2)} y`)).toBe(`${'x'.repeat(room - 2)} y`);
    expect(sender(`${'x'.repeat(room - 2)} yz`)).toBe('x'.repeat(room - 2));
    expect(sender(`${'x'.repeat(10)} & ${'y'.repeat(room)}`)).toBe('x'.repeat(10));
    expect(sender(`${'x'.repeat(10)}-, ${'y'.repeat(room)}`)).toBe('x'.repeat(10));
  });
  test('counts double signs double', () => {
    expect(sender(`${'x'.repeat(room - 2)}€`)).toBe(`${'x'.repeat(room - 2)}€`);
    expect(sender(`${'x'.repeat(room - 1)}€`)).toBe('x'.repeat(room - 1));
  });
  test('is spelt with the letters of a text message', () => {
    expect(sender('Çelık – „Łódź“ O’Neil — Ωmega 漢 AG')).toBe('Çelik - "Lodz" O\'Neil - Ωmega AG');
    expect(sender(' A\n\u00a0B ')).toBe('A B');
  });
  test('a phone number is cut at 24 places; a reminder asks softly', () => {
    expect(composeSms({ ...facts, agency: { ...rheinbogen, phone: '1'.repeat(30) } })).toMatch(/Tel\. 1{24}$/);
    expect(
      ([0, 1] as const).map((stage) => composeSms({ ...facts, stage }).includes('wir haben Ihnen geschrieben')),
    ).toEqual([true, false]);
  });
});
