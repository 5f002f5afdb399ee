import { namesAgree } from '../../../domain/similar/names-agree.ts';

type Kind = 'private' | 'business';
const agree = (a: string, b: string, kind: Kind = 'private', lastName?: string) =>
  namesAgree({ name: a, kind, lastName }, { name: b, kind, lastName: undefined });
const SAME = { needs: 'nothing', fuller: null };

test.each([
  ['Erika Beispiel', 'Beispiel, Erika'],
  ['Jörg Meyer', 'Joerg Maier'],
  ['Carl Schmidt', 'Karl Schmitt'],
])('%s and %s are one name', (a, b) => {
  expect(agree(a, b)).toEqual(SAME);
});
test.each([
  ['Erika Beispiel', 'Max Beispiel'],
  ['Erika Beispiel', 'Erika Muster'],
  ['René Beispiel', 'Renée Beispiel'],
])('%s and %s are two', (a, b) => {
  expect(agree(a, b)).toBeUndefined();
});
test('an initial is how a person signs; of a firm the same door must say so', () => {
  expect(agree('E. Beispiel', 'Erika Beispiel')).toEqual({ needs: 'nothing', fuller: 'b' });
  expect(agree('Alpha S GmbH', 'Alpha Süd GmbH', 'business')).toEqual({ needs: 'door', fuller: 'b' });
});
test('one more first name is of the same person only where something else says so', () => {
  expect(agree('Erika Maria Beispiel', 'Erika Beispiel')).toEqual({ needs: 'person', fuller: 'a' });
});
test('a GmbH is no AG; a form that one of two firms leaves out may be one at the same door', () => {
  expect(agree('Probe GmbH', 'Probe AG', 'business')).toBeUndefined();
  expect(agree('Probe UG', 'Probe GmbH', 'business')).toEqual(SAME);
  expect(agree('Probe', 'Probe GmbH', 'business')).toEqual({ needs: 'door', fuller: 'b' });
});
test('what a column has cut off is one with the whole at the same door', () => {
  const whole = 'Gesellschaft Wohnungsbau Dortmund mbH';
  expect(agree(whole.slice(0, 35), whole, 'business')).toEqual({ needs: 'door', fuller: 'b' });
  expect(agree(whole, whole.slice(0, 35), 'business')).toEqual({ needs: 'door', fuller: 'a' });
  expect(agree('Daniel', 'Daniela')).toBeUndefined();
  expect(
    agree('Gesellschaft für Wohnungsbau m', 'Gesellschaft für Wohnungsbau mbH und Handel AG', 'business'),
  ).toBeUndefined();
});

test('two letters exchanged are a slip in a long name, wherever they stand; in a short one another name', () => {
  expect(agree('Reika Beispiel', 'Erika Beispiel')).toBeDefined();
  expect(agree('Reika Beispiel', 'Erika Beispiel')).toEqual(agree('Eirka Beispiel', 'Erika Beispiel'));
  expect(agree('Ian Beispiel', 'Ina Beispiel')).toBeUndefined();
});

describe('what makes two names no one’s', () => {
  test('that only initials agree: two of them are nobody’s name', () => {
    expect(agree('E. B.', 'Erika Beispiel')).toBeUndefined();
    expect(agree('A. B.', 'A. Beispiel')).toBeUndefined();
    expect(agree('E. Erika Beispiel', 'E. Erika Maria Beispiel')).toEqual({ needs: 'person', fuller: 'b' });
  });
  test('a slip in what is the family name of one of them only', () => {
    expect(agree('Erika Beispiel', 'Erika Beispeil')).toBeDefined();
    expect(agree('Beispiel Marina', 'Maria Beispiel')).toBeUndefined();
  });
  test('a form that only a firm can leave out', () => {
    const probe = { name: 'Probe', kind: 'private' as const, lastName: undefined };
    expect(namesAgree(probe, { ...probe, name: 'Probe GmbH', kind: 'business' })).toBeUndefined();
  });
});
test('the words of a firm in another order are its name; an initial in one is loose also where the other side calls it a person', () => {
  expect(agree('Alpha Probe GmbH', 'Probe Alpha GmbH', 'business')).toEqual(SAME);
  const person = { name: 'Alpha S', kind: 'private' as const, lastName: undefined };
  expect(namesAgree(person, { ...person, name: 'Alpha Süd', kind: 'business' })).toEqual({
    needs: 'door',
    fuller: 'b',
  });
});
