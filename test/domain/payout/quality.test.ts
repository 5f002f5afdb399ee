import { Month } from '../../../domain/calendar.ts';
import { qualityOf, type Delivered } from '../../../domain/payout/quality.ts';
import { delivered, march } from './delivered.ts';

describe('a month', () => {
  test('without a new row has no quality', () => {
    expect(qualityOf([], Month.parse('2026-03'))).toBeNull();
    expect(
      qualityOf(
        [delivered('2026-02-28'), delivered('2026-04-01'), delivered('2026-03-15', { accepted: 0, duplicates: 50 })],
        Month.parse('2026-03'),
      ),
    ).toBeNull();
  });
  test('sums its hand-overs; what we had already counts in no share', () => {
    expect(
      march(
        delivered('2026-03-01', { accepted: 60, rejected: 15, duplicates: 500 }),
        delivered('2026-03-31', { accepted: 20, rejected: 5 }),
        delivered('2026-04-01'),
      ),
    ).toMatchObject({
      handOvers: 2,
      rows: 100,
      accepted: 80,
      rejected: 20,
      duplicates: 500,
      shares: { accepted: 80 },
      before: null,
    });
  });
  test('with one refused row in a thousand is not accepted to 100 %', () => {
    expect(march(delivered('2026-03-01', { accepted: 999, rejected: 1 })).shares.accepted).toBe(99);
  });
  test('has its reasons most frequent first, contact data apart, and none where nothing has to be done', () => {
    const codes = {
      'phone.invalid': 3,
      'contact.none': 7,
      'date.invalid': 2,
      'amount.invalid': 2,
      'invoice.duplicate': 90,
      'due-date.not-yet': 40,
      'column.unknown': 5,
      'email.typo': 0,
    };
    const { contact, other } = march(
      delivered('2026-03-01', { codes }),
      delivered('2026-03-02', { codes: { 'date.invalid': 3 } }),
    );
    expect(contact.map((r) => [r.code, r.count])).toEqual([
      ['contact.none', 7],
      ['phone.invalid', 3],
    ]);
    expect(other.map((r) => [r.code, r.count])).toEqual([
      ['date.invalid', 5],
      ['amount.invalid', 2],
    ]);
  });
  test('has those of one frequency in the order of their codes', () => {
    for (const codes of [
      { 'date.invalid': 2, 'amount.invalid': 2, 'text.garbled': 2 },
      { 'text.garbled': 2, 'amount.invalid': 2, 'date.invalid': 2 },
    ])
      expect(march(delivered('2026-03-01', { codes })).other.map((r) => r.code)).toEqual([
        'amount.invalid',
        'date.invalid',
        'text.garbled',
      ]);
  });
  test('shows five reasons of a kind, and counts all', () => {
    const contact = [
      'contact.none',
      'address.incomplete',
      'postal-code.invalid',
      'email.invalid',
      'phone.invalid',
      'phone.service',
    ];
    const quality = march(delivered('2026-03-01', { codes: Object.fromEntries(contact.map((code) => [code, 2])) }));
    expect([quality.contact.length, quality.shares.contactIssues]).toEqual([5, 12]);
  });
});

describe('the trend', () => {
  const trends = (earlier: Partial<Delivered>, now: Partial<Delivered>) => {
    const b = march(delivered('2026-02-10', earlier), delivered('2026-03-10', now)).before;
    return b && [b.accepted, b.contactIssues];
  };
  test.each<[string, Partial<Delivered>, Partial<Delivered>, unknown]>([
    [
      'better',
      { accepted: 80, rejected: 20, codes: { 'email.invalid': 10 } },
      { codes: { 'email.invalid': 8 } },
      ['better', 'better'],
    ],
    ['worse', {}, { accepted: 98, rejected: 2, codes: { 'email.invalid': 2 } }, ['worse', 'worse']],
    [
      'the same, where it moved by one in a hundred',
      {},
      { accepted: 99, rejected: 1, codes: { 'email.invalid': 1 } },
      ['same', 'same'],
    ],
    ['told from twenty rows on', { accepted: 20 }, { accepted: 18, rejected: 2 }, ['worse', 'same']],
    ['none, where the month before was too small', { accepted: 19 }, {}, null],
    ['none, where this month is too small', {}, { accepted: 19 }, null],
  ])('is %s', (_, earlier, now, expected) => {
    expect(trends(earlier, now)).toEqual(expected);
  });
  test('over the turn of the year', () => {
    expect(qualityOf([delivered('2025-12-31'), delivered('2026-01-01')], Month.parse('2026-01'))?.before?.month).toBe(
      '2025-12',
    );
  });
});
