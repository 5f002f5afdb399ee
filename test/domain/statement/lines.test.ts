import { Fine, cents } from '../../../domain/money.ts';
import { below, line, section, shownAmountOf, subtitleOf, titleOf } from '../../../domain/statement/lines.ts';
import { AKTE } from '../../support/akte.ts';
import { akte, statement } from './statements.ts';

describe('title and subtitle', () => {
  test('name who, for whom, which Akte and as of when', () => {
    const s = statement(akte(), '2026-03-20', 'Muster GmbH');
    expect(titleOf(s)).toBe(`Forderungsaufstellung ${AKTE}`);
    expect(subtitleOf(s)).toBe(`Erika Beispiel · Gläubiger: Muster GmbH · Aktenzeichen ${AKTE} · Stand 20.03.2026`);
  });
  test('and only what is known', () => {
    const s = { ...statement(akte()), akte: null };
    expect(titleOf(s)).toBe('Forderungsaufstellung');
    expect(subtitleOf(s)).toBe('Erika Beispiel · Stand 20.03.2026');
  });
});

const cent = (id: string, amount: number, more: Partial<Parameters<typeof line>[0]> = {}) =>
  line({ id, label: id, amount: cents(amount), ground: '§', why: 'y', ...more });

describe('a line', () => {
  test('has nothing that it was not given', () => {
    expect(cent('a', 1)).toStrictEqual({
      id: 'a',
      label: 'a',
      amount: 1,
      ground: '§',
      why: 'y',
      fine: null,
      formula: null,
      inputs: {},
      rules: [],
      lines: [],
      assumed: false,
    });
  });
  test('assumes what a line below it assumes', () => {
    const below = cent('b', 1, { assumed: true });
    expect(cent('a', 1, { lines: [cent('c', 1), below] }).assumed).toBe(true);
    expect(cent('a', 1, { lines: [cent('c', 1)] }).assumed).toBe(false);
  });
  test('is shown to the cent, or finer where only the sum is rounded', () => {
    const read = (...of: Parameters<typeof shownAmountOf>) => shownAmountOf(...of).replaceAll('\u00a0', ' ');
    expect(read(cent('a', 2_27))).toBe('2,27 €');
    expect(read(cent('a', 2_27, { fine: Fine.parse(2_27_10) }))).toBe('2,2710 €');
  });
  test('for a letter is built without what explains it further', () => {
    const further = () => [cent('b', 1)];
    expect([below('heads', further), below('whole', further)]).toEqual([[], further()]);
  });
});

test('a section adds its lines up', () => {
  const lines = [cent('a', 2_00), cent('b', -50)];
  expect(section({ id: 'fees', title: 'Kosten', counts: true }, lines)).toEqual({
    id: 'fees',
    title: 'Kosten',
    counts: true,
    sum: 1_50,
    lines,
  });
});
