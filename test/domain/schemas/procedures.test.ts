import { Level, OwnText, Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { accepts } from './accepts.ts';

describe('a procedure', () => {
  const level = STANDARD.levels[1]!;
  const of = (...stages: number[]): unknown => ({
    id: 'own',
    version: 1,
    name: 'Eigen',
    levels: stages.map((stage) => ({ ...level, stage })),
  });
  test('has one to six levels, rising without a gap', () => {
    for (const stages of [[0], [1], [3, 4, 5], [0, 1, 2, 3, 4, 5]])
      expect(accepts(Procedure, of(...stages))).toBe(true);
    for (const stages of [[], [0, 2], [1, 1], [2, 1], [0, 1, 2, 3, 4, 5, 6]])
      expect(accepts(Procedure, of(...stages))).toBe(false);
    expect(Procedure.safeParse(of(0, 2)).error?.issues).toMatchObject([
      { path: ['levels'], message: 'Die Mahnstufen müssen lückenlos aufsteigen.' },
    ]);
  });
  test.each<[object, boolean]>([
    [{ id: 'x'.repeat(40) }, true],
    [{ id: 'x'.repeat(41) }, false],
    [{ id: 'Own' }, false],
    [{ id: '' }, false],
    [{ version: 0 }, false],
    [{ name: '' }, false],
    [{ name: 'x'.repeat(80) }, true],
    [{ name: 'x'.repeat(81) }, false],
    [{ courtReviewDays: 0 }, false],
    [{ courtReviewDays: 1 }, true],
    [{ courtReviewDays: 90 }, true],
    [{ courtReviewDays: 91 }, false],
    [{ surprise: 1 }, false],
  ])('with %o: %s', (more, right) => {
    expect(accepts(Procedure, { ...(of(1) as object), ...more })).toBe(right);
  });
  test.each<[object, boolean]>([
    [{ stage: -1 }, false],
    [{ stage: 6 }, false],
    [{ title: '' }, false],
    [{ title: 'x'.repeat(60) }, true],
    [{ title: 'x'.repeat(61) }, false],
    [{ paymentTermDays: -1 }, false],
    [{ paymentTermDays: 365 }, true],
    [{ paymentTermDays: 366 }, false],
    [{ letter: 'sometimes' }, false],
    [{ anchor: 'sms' }, false],
    [{ phone: null }, true],
    [{ sender: 'creditor' }, true],
    [{ sender: null }, true],
    [{ sender: 'court' }, false],
    [{ phone: { afterDays: 0, days: 1 } }, true],
    [{ phone: { afterDays: 0, days: 0 } }, false],
    [{ phone: { afterDays: 0, days: 60 } }, true],
    [{ phone: { afterDays: 0, days: 61 } }, false],
    [{ phone: { afterDays: 0 } }, false],
    [{ text: { subject: 'x'.repeat(120) } }, true],
    [{ text: { subject: 'x'.repeat(121) } }, false],
    [{ surprise: 1 }, false],
  ])('a level with %o: %s', (more, right) => {
    expect(accepts(Level, { ...level, ...more })).toBe(right);
  });
  test('what a level does not say: no delay of the letter, counted from the e-mail, no invoice, no words of its own', () => {
    expect(
      Level.parse({
        stage: 1,
        title: 'x',
        paymentTermDays: 5,
        email: true,
        sms: true,
        letter: 'never',
        phone: null,
        collectionFee: true,
        nextAfterDays: 10,
      }),
    ).toMatchObject({ letterAfterDays: 0, anchor: 'email', attachInvoice: false, text: null, sender: null });
  });
  test('whoever writes one is told what is wrong, and where', () => {
    const told = (value: object): unknown =>
      Procedure.safeParse({ ...STANDARD, ...value }).error?.issues.map((i) => [i.path.join('.'), i.message]);
    expect(told({ levels: [{ ...level, flatFee: { amount: 10_000 } }] })).toBeUndefined();
    expect(told({ levels: [{ ...level, flatFee: { amount: 10_001 } }] })).toEqual([
      ['levels.0.flatFee.amount', 'Eine Mahngebühr liegt zwischen 1 Cent und 100 Euro.'],
    ]);
    expect(
      told({ levels: [{ ...level, phone: { afterDays: 10, days: 14, attempts: 2, smsAfterAttempts: 3 } }] }),
    ).toEqual([
      [
        'levels.0.phone.smsAfterAttempts',
        'smsAfterAttempts darf nicht größer sein als attempts: So oft wird nicht angerufen.',
      ],
    ]);
    expect(told({ after: 'handOver' })).toEqual([['handOver', 'handOver gehört zu after: "handOver" und nur dazu.']]);
  });
  test('own words', () => {
    expect(OwnText.parse({})).toEqual({});
    for (const part of ['opening', 'closing'])
      expect([2000, 2001].map((n) => accepts(OwnText, { [part]: 'x'.repeat(n) }))).toEqual([true, false]);
    expect(accepts(OwnText, { ps: 'x' })).toBe(false);
  });
});
