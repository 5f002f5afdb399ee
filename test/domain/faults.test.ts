import { Conflict, Rejected, inField, messageIn, nameIn, wrongField } from '../../domain/faults.ts';

test('a sentence about one field of what was given has its name in front', () => {
  expect(inField('payBy', 'Bitte prüfen.')).toBe('Feld „payBy“: Bitte prüfen.');
});
test('what is wrong in one field says code and field to programs, and both with a sentence to people', () => {
  expect(wrongField('payment.line', 'line', 'Bitte prüfen.')).toMatchObject({
    name: 'Rejected',
    code: 'payment.line',
    field: 'line',
    message: 'Feld „line“: Bitte prüfen.',
    reasons: [{ field: 'line', code: 'payment.line', message: 'Feld „line“: Bitte prüfen.' }],
  });
});
test('what is wrong in no field has no reason but its sentence; of several the fault says each', () => {
  expect(new Rejected('akte.closed', 'x').reasons).toEqual([]);
  const reasons = [{ field: null, code: 'invoice.conflict', message: 'x' }];
  expect(new Rejected('claim.refused', 'x', { reasons }).reasons).toEqual(reasons);
});
test('whatever was thrown has a message and a name', () => {
  expect([messageIn(new Conflict('moved on')), nameIn(new Conflict('moved on'))]).toEqual(['moved on', 'Conflict']);
  expect([messageIn('no fault'), nameIn('no fault')]).toEqual(['no fault', 'Error']);
  expect([messageIn(null), nameIn(null)]).toEqual(['null', 'Error']);
});
