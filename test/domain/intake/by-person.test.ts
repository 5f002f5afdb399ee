import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { knownBy } from '../../../domain/akte/person-told.ts';
import { day } from '../../../domain/calendar.ts';
import { byPerson, intoClosed, takenBy } from '../../../domain/intake/by-person.ts';
import type { CheckedRow } from '../../../domain/intake/check-file.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { AKTE, aClaim, after, erika, opened } from '../../support/akte.ts';

const row = (n: number, more: Partial<Debtor> = {}, formerName?: string): CheckedRow => {
  const { id: _, matter: __, ...claim } = aClaim(n);
  return { row: n, line: n + 1, debtor: { ...erika, ...more }, claim, formerName };
};
const KNOWN = knownBy(row(1));
const shown = ({ own, refused }: ReturnType<typeof byPerson>) => ({
  own: own.map((r) => r.row),
  refused: refused.map((issue) => [issue.row, issue.code]),
});

describe('the rows of a customer number', () => {
  test('are taken where they are about its person; the others come back with where they stood', () => {
    const found = byPerson(AKTE, KNOWN, [row(1), row(2, { name: 'Max Beispiel' }), row(3)]);
    expect(shown(found)).toEqual({ own: [1, 3], refused: [[2, 'customer.other-person']] });
    expect(found.refused[0]).toMatchObject({ row: 2, line: 3, column: 'customerNumber', value: 'K-1' });
    expect(found.refused[0]?.message).toContain(`${AKTE} zu „Erika Beispiel“; diese Zeile nennt „Max Beispiel“`);
  });
  test('are judged by the name of the row before: the fuller one counts, and a new one by its former name', () => {
    const fuller = byPerson(AKTE, knownBy(row(1, { name: 'Feldmann' })), [
      row(2, { name: 'Karl Feldmann' }),
      row(3, { name: 'Rosa Feldmann' }),
    ]);
    expect(shown(fuller)).toEqual({ own: [2], refused: [[3, 'customer.other-person']] });
    const married = byPerson(AKTE, KNOWN, [
      row(1, { name: 'Erika Muster' }, 'Erika Beispiel'),
      row(2, { name: 'Erika Muster' }),
      row(3),
    ]);
    expect(shown(married)).toEqual({ own: [1, 2], refused: [[3, 'customer.other-person']] });
  });
  test.each<[string, Partial<Debtor>, Partial<Debtor>, string]>([
    [
      'birth-date',
      { birthDate: day('1980-01-01') },
      { birthDate: day('1980-01-10') },
      'geboren am 01.01.1980; diese Zeile nennt „Erika Beispiel“, geboren am 10.01.1980',
    ],
    ['salutation', { salutation: 'Frau' }, { salutation: 'Herr' }, 'mit der Anrede Frau; diese Zeile nennt'],
  ])('come back with what differs: %s', (what, before, now, words) => {
    const { refused } = byPerson(AKTE, knownBy(row(1, before)), [row(2, now)]);
    expect(refused).toMatchObject([{ code: `customer.other-${what}`, message: expect.stringContaining(words) }]);
  });
  test('come back where nothing shows that a longer name is the same', () => {
    const { refused } = byPerson(AKTE, KNOWN, [
      row(2, { name: 'Erika Maria Beispiel', email: 'neu@example.com', phone: '+4915110000009' }),
    ]);
    expect(refused.map((issue) => issue.code)).toEqual(['customer.not-recognised']);
  });
});

describe('an Akte takes', () => {
  const CASE = opened(erika, aClaim());
  const CLOSED: Fact = { kind: 'closed', on: after(5), by: 'client:MUS', reason: 'Verzicht' };
  const akteAfter = (...facts: readonly Fact[]) => fold(AKTE, [[...CASE, ...facts]]);
  const rows = [row(2), row(3, { name: 'Max Beispiel' })] as const;
  test('the rows about its own person', () => {
    expect(shown(takenBy({ id: AKTE, akte: akteAfter() }, rows))).toEqual({
      own: [2],
      refused: [[3, 'customer.other-person']],
    });
  });
  test('where it is yet to be opened, those about the person of the first row', () => {
    expect(shown(takenBy({ id: AKTE, akte: null }, [rows[1], rows[0]]))).toEqual({
      own: [3],
      refused: [[2, 'customer.other-person']],
    });
  });
  test('none once it is closed: each comes back with its own reason', () => {
    const found = takenBy({ id: AKTE, akte: akteAfter(CLOSED) }, rows);
    expect(shown(found)).toEqual({
      own: [],
      refused: [
        [3, 'customer.other-person'],
        [2, 'customer.closed'],
      ],
    });
    expect(found.refused[1]).toEqual(intoClosed(row(2), AKTE, CLOSED));
    expect(found.refused[1]).toMatchObject({ line: 3, column: 'customerNumber', value: 'K-1' });
    expect(found.refused[1]?.message).toContain('seit dem 07.03.2026 geschlossen');
  });
});
