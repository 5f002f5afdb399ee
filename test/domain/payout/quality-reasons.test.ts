import { ISSUE_CODES, isIssueCode } from '../../../domain/intake/issue-codes.ts';
import { adviceOn, isAboutContact, needsNothing } from '../../../domain/payout/quality-reasons.ts';

describe('words', () => {
  test.each(Object.keys(ISSUE_CODES).filter(isIssueCode).filter(needsNothing))(
    'nobody reads of %s are not written',
    (code) => {
      const { mend } = ISSUE_CODES[code];
      expect([mend, 'Der Fehlerbericht sagt zu jeder Zeile, was zu tun ist.']).toContain(adviceOn(code).todo);
    },
  );
  test.each(Object.keys(ISSUE_CODES))('on %s have no gap in them and end in a full stop', (code) => {
    const { what, todo } = adviceOn(code);
    expect(`${what} ${todo}`).not.toMatch(/[{}]/);
    expect(what).not.toMatch(/\.$/);
    expect(todo).toMatch(/\.$/);
  });
  test('were about contact data only where a code had words of its own', () => {
    expect(Object.keys(ISSUE_CODES).filter(isAboutContact)).toEqual([
      'address.too-long',
      'contact.none',
      'address.incomplete',
      'address.foreign',
      'postal-code.invalid',
      'postal-code.unknown',
      'postal-code.place',
      'email.invalid',
      'email.typo',
      'phone.invalid',
      'phone.prefix',
      'phone.service',
    ]);
    expect(['kind.unknown', 'name.missing', 'gone.long-ago'].some(isAboutContact)).toBe(false);
  });
  test("on a code without its own are the table's, as far as they stand without a row", () => {
    expect([adviceOn('own-costs.negative'), adviceOn('salutation.unknown')]).toEqual([
      { what: 'Negative Mahnkosten wurden weggelassen', todo: 'Bitte prüfen.' },
      {
        what: 'Angabe nicht verwendbar (salutation.unknown)',
        todo: 'Der Fehlerbericht sagt zu jeder Zeile, was zu tun ist.',
      },
    ]);
  });
  test('on a code nobody knows send to the error report', () => {
    expect(adviceOn('new.code')).toEqual({
      what: 'Angabe nicht verwendbar (new.code)',
      todo: 'Der Fehlerbericht sagt zu jeder Zeile, was zu tun ist.',
    });
  });
});
