import { readCamt053 } from '../../../adapters/bank/camt.ts';
import { FEBRUARY, statement } from './a-statement.ts';

describe('characters (B6)', () => {
  test('numeric references were kept as text: they are decoded', () => {
    expect(
      readCamt053(statement('S', { ...FEBRUARY, text: 'M&#252;ller &#xDF; &amp; S&#246;hne' }))[0]?.remittance,
    ).toBe('Müller ß & Söhne');
  });
  test.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]>', 'bank.doctype'],
    ['a name that XML does not know', '<a>&euro;</a>', 'bank.entity'],
    ['a character that is none', '<a>&#0;</a>', 'bank.entity'],
    ['half a file', '<Document><BkToCstmrStmt>', 'bank.not-xml'],
  ])('%s is refused by name', (_, text, code) => {
    expect(() => readCamt053(text)).toThrow(expect.objectContaining({ name: 'Rejected', code }));
  });
});
