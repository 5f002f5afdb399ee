import { unitAt } from '../../domain/unit-at.ts';

test('a unit of a text is what charCodeAt says, also of half a character and beyond the end', () => {
  const text = 'a€😀';
  const units = [0, 1, 2, 3];
  expect(units.map((at) => unitAt(text, at))).toEqual(units.map((at) => text.charCodeAt(at)));
  expect(unitAt(text, 9)).toBeNaN();
});
