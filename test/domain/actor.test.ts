import { Actor, SYSTEM, byCreditor, byOperator, byPersonOf, isCreditor, isSweep, nameOf } from '../../domain/actor.ts';
import { CreditorId } from '../../domain/parties/parties.ts';

test.each([
  ['client:MUS', true],
  ['client:MUS/winter', true],
  ['operator:Frau Sommer', false],
  ['operator:client:MUS', false],
  ['system', false],
  ['system:sweep', false],
  ['MUS-4F7K-2QXR-F1-g1', false],
] as const)('%s acts for a creditor: %s', (by, is) => {
  expect(isCreditor(by)).toBe(is);
});

test('whoever acts is kept under one spelling', () => {
  const MUS = CreditorId.parse('MUS');
  expect([byCreditor(MUS), byPersonOf(MUS, 'winter'), byOperator('Frau Sommer')]).toEqual([
    'client:MUS',
    'client:MUS/winter',
    'operator:Frau Sommer',
  ]);
});

test.each([
  'client:MUS',
  'client:MUS/winter',
  'client:4h57kd8fj20dk',
  'operator:Frau Sommer',
  'operator:client:MUS',
  'MUS-4F7K-2QXR-F12-g3',
  ...Object.values(SYSTEM),
])('what is stored as %s is read', (stored) => {
  expect(Actor.parse(stored)).toBe(stored);
});
test.each(['', 'Frau Sommer', 'MUS', 'MUS-4F7K-2QXR-F1', 'system:elsewhere', 'creditor:MUS'])(
  'nobody acts as „%s“',
  (nobody) => {
    expect(Actor.safeParse(nobody).success).toBe(false);
  },
);

test('only the sweep is the sweep', () => {
  expect(Object.values(SYSTEM).filter(isSweep)).toEqual(['system:sweep']);
  expect(isSweep('operator:system:sweep')).toBe(false);
});

test('our own people have a name without a prefix, everybody else is called as they are kept', () => {
  expect((['operator:Frau Sommer', 'client:MUS', 'system:bank'] as const).map(nameOf)).toEqual([
    'Frau Sommer',
    'client:MUS',
    'system:bank',
  ]);
});
