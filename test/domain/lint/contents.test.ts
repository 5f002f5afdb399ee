import { lintProcedure } from '../../../domain/lint/lint-procedure.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD, RECEIVABLES } from '../../../domain/procedure/shipped-procedures.ts';
import { type Levels, standard, levels, receivables } from './changed.ts';

describe('what is announced', () => {
  const at = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => `${f.code} ${f.place}`);
  test('calls are announced at their own level or before; costs only where some come later', () => {
    const announced = (i: number, what: string, of: Levels, more: object = {}): string[] =>
      at({ ...standard(more), levels: levels(i, { announces: [what] }, of) });
    const onlyFirstCalls = STANDARD.levels.map((l) => (l.stage > 1 ? { ...l, phone: null, nextAfterDays: 16 } : l));
    expect([0, 1, 2].map((i) => announced(i, 'calls', onlyFirstCalls))).toEqual([
      [],
      [],
      ['threat.no-step levels[2].announces'],
    ]);
    const noFees = STANDARD.levels.map((l) => ({ ...l, collectionFee: false }));
    const lateFee = (more: object) => levels(2, more, noFees);
    expect([announced(1, 'fee', noFees), announced(1, 'fee', noFees, { after: 'none' })]).toEqual([
      [],
      ['threat.no-step levels[1].announces'],
    ]);
    expect(
      [1, 2].map((i) =>
        [{ collectionFee: true }, { flatFee: { amount: 250, basis: 'agb', source: 'AGB' } }].map((more) =>
          announced(i, 'fee', lateFee(more), { after: 'none' }),
        ),
      ),
    ).toEqual([
      [[], []],
      [['threat.no-step levels[2].announces'], ['threat.no-step levels[2].announces']],
    ]);
  });
});

describe('threats', () => {
  const words = (text: string, more: object = {}): string[] =>
    lintProcedure(Procedure.parse(standard({ ...more, levels: levels(1, { text: { closing: text } }) }))).map(
      (f) => f.code,
    );
  test('the court may be named where it follows', () => {
    expect(words('Sonst folgt das gerichtliche Mahnverfahren.')).toEqual([]);
    expect(words('Sonst folgt das gerichtliche Mahnverfahren.', { after: 'none' })).toEqual(['threat.no-step']);
  });
  test.each([
    'Wir melden Sie der SCHUFA.',
    'Der Gerichtsvollzieher kommt.',
    'Ihr Konto wird gepfändet.',
    'Es droht Haft.',
    'Wir erstatten Strafanzeige.',
  ])('„%s“ is never true here', (text) => {
    expect(words(text)).toContain('threat.no-step');
  });
  test('the agency may say what it is', () => {
    expect(words('Wir sind ein Inkassounternehmen.')).toEqual([]);
  });
  test('calls are announced only where somebody calls', () => {
    expect(lintProcedure(Procedure.parse(standard({ levels: levels(1, { announces: ['calls'] }) })))).toEqual([]);
    expect(
      lintProcedure(
        Procedure.parse(receivables({ levels: levels(1, { announces: ['calls'] }, RECEIVABLES.levels) })),
      ).map((f) => f.code),
    ).toEqual(['threat.no-step']);
  });
});
