import { alikeInWords, leftInWords, ownerAmong, whyByHand } from '../../../domain/account/match-bank-line.ts';
import { cents } from '../../../domain/money.ts';
import { AKTE } from '../../support/akte.ts';
import { OTHER, akteWith, entry, line, otherWith, share } from './lines.ts';

describe('a line is for a person', () => {
  test('where the statement leaves a doubt, which says why', () => {
    expect(whyByHand(entry({ doubt: 'Es ist weniger angekommen.', amount: cents(-1) }))).toBe(
      'Es ist weniger angekommen.',
    );
  });
  test.each([{ amount: cents(0) }, { amount: cents(-1) }, { reversal: true }])('where no money came in: %j', (more) => {
    expect(whyByHand(entry(more))).toBe('Abgang oder Rückbuchung: bitte von Hand zuordnen');
  });
  test('and otherwise is not', () => {
    expect(whyByHand(entry({ amount: cents(1) }))).toBeNull();
  });
});

test('money is an Akte’s where the line names exactly one that there is', () => {
  const akte = akteWith();
  expect(ownerAmong([akte])).toEqual({ akte });
  expect(ownerAmong([])).toEqual({ reason: 'Kein bekanntes Aktenzeichen im Verwendungszweck' });
  expect(ownerAmong([akte, otherWith()])).toEqual({ reason: 'Mehrere Aktenzeichen im Verwendungszweck' });
});

describe('what is left of a line that was booked before', () => {
  const left = (held: number[], reversed: number[]): string | null =>
    leftInWords(line(), {
      held: held.map((n) => share(n)),
      reversed: reversed.map((n) => share(n, { akte: OTHER })),
    });
  test('nothing, where all of it stands', () => {
    expect(left([45_00], [])).toBeNull();
    expect(left([20_00, 25_00], [5_00])).toBeNull();
  });
  test('a part: where the rest stands, and that the command books a part', () => {
    expect(left([20_00], [])).toBe(
      `Davon schon zugeordnet: ${AKTE} (20,00\u00a0€); offen sind 25,00\u00a0€ (Befehl: --teil)`,
    );
  });
  test('what was taken back is open only where it had been booked by mistake', () => {
    expect(left([], [45_00])).toBe(
      `Zurückgebucht: ${OTHER} (45,00\u00a0€); offen sind 45,00\u00a0€, wenn sie nur falsch gebucht war (Befehl: --umgebucht); hat die Bank das Geld zurückgeholt, ist nichts mehr zuzuordnen`,
    );
    expect(left([20_00], [25_00])).toMatch(/zugeordnet: .*; Zurückgebucht: .*offen sind 25,00.*--umgebucht --teil/);
  });
});

describe('the same line on other statements', () => {
  test('of which nothing was booked says nothing', () => {
    expect(alikeInWords([])).toBeNull();
    expect(alikeInWords([{ held: [], reversed: [] }])).toBeNull();
  });
  test('shows where it is booked, and where it was', () => {
    expect(alikeInWords([{ held: [share(45_00)], reversed: [] }])).toBe(
      `Dieselbe Buchung steht schon in einem anderen Auszug und ist gebucht: ${AKTE} (45,00\u00a0€). Bitte prüfen, ob es zwei Zahlungen sind`,
    );
    expect(alikeInWords([{ held: [], reversed: [share(45_00)] }])).toContain(
      `und war gebucht und ist zurückgebucht: ${AKTE}`,
    );
    expect(
      alikeInWords([
        { held: [share(45_00)], reversed: [] },
        { held: [], reversed: [share(45_00, { akte: OTHER })] },
      ]),
    ).toContain(`ist gebucht: ${AKTE} (45,00\u00a0€); sie war gebucht und ist zurückgebucht: ${OTHER}`);
  });
});
