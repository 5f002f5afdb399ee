import { cannotBePrinted, checkPrinted, unprintableIn, type Door } from '../../../domain/print/printed.ts';

const GREEK_FREE = 'Erika Beispiel';
const CHINESE = '王小明';
const checking = (door: Door, given: Readonly<Record<string, unknown>>) => () => {
  checkPrinted(door, given);
};

test('what no letter can print is refused at the door, by the field it stands in', () => {
  expect(checking('contact', { name: CHINESE })).toThrow(
    expect.objectContaining({ code: 'contact.letters', field: 'name', message: expect.stringContaining('王 小 明') }),
  );
  expect(checking('contact', { address: { street: CHINESE } })).toThrow(
    expect.objectContaining({ field: 'address.street' }),
  );
  expect(checking('contact', { name: GREEK_FREE })).not.toThrow();
});
test('what no letter prints may be written in any letters', () => {
  expect(checking('contact', { email: CHINESE })).not.toThrow();
  expect(checking('credit', { reason: CHINESE })).not.toThrow();
  expect(checking('credit', { id: CHINESE })).toThrow(expect.objectContaining({ code: 'credit.letters' }));
});
test('of a creditor everything may be printed, however deep it stands', () => {
  expect(unprintableIn('creditor', { name: GREEK_FREE, legal: { directors: ['Karl Ufer', CHINESE] }, n: 1 })).toEqual([
    { path: ['legal', 'directors', '1'], letters: ['王', '小', '明'] },
  ]);
});
test('each letter is named once, and ten of them at most', () => {
  expect(cannotBePrinted(['王', '王', '小'])).toContain('(王 小)');
  expect(cannotBePrinted([...'一二三四五六七八九十百'])).toContain('(一 二 三 四 五 六 七 八 九 十)');
});
