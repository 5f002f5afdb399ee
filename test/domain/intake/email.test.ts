import { emailIn, isPlainEmail, suggestedEmail } from '../../../domain/intake/email.ts';
import { checked } from './rows.ts';

test.each([
  ['gmx.dee', 'gmx.de'],
  ['gmx.ed', 'gmx.de'],
  ['gmxx.de', 'gmx.de'],
  ['gmx.nett', 'gmx.net'],
  ['web.dr', 'web.de'],
  ['wbe.de', 'web.de'],
  ['wweb.de', 'web.de'],
  ['tonline.de', 't-online.de'],
  ['t-onlin.de', 't-online.de'],
  ['t-onilne.de', 't-online.de'],
  ['freenett.de', 'freenet.de'],
  ['gmail.de', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmial.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['googlmail.com', 'googlemail.com'],
  ['outlok.de', 'outlook.de'],
  ['hotmial.com', 'hotmail.com'],
  ['yaho.de', 'yahoo.de'],
  ['icloud.con', 'icloud.com'],
  ['posteo.dd', 'posteo.de'],
  ['mailbox.ogr', 'mailbox.org'],
  ['GMX.DEE', 'gmx.de'],
  ['gmsil.com', 'gmail.com'],
  ['googlemail.de', 'googlemail.com'],
  ['icloud.de', 'icloud.com'],
  ['web.net', 'web.de'],
  ['t-online.com', 't-online.de'],
])('%s: %s may have been meant', (typed, meant) => {
  expect(suggestedEmail(`erika@${typed}`)).toBe(`erika@${meant}`);
  expect(checked({ email: `erika@${typed}` })).toMatchObject({
    ok: true,
    issues: ['hint email.typo email'],
    debtor: { email: `erika@${typed}` },
  });
});

test.each([
  'gmx.de',
  'gmx.net',
  'GMX.de',
  'gmx.at',
  'gmx.ch',
  'gmx.com',
  'web.de',
  't-online.de',
  'gmail.com',
  'googlemail.com',
  'freenet.de',
  'outlook.com',
  'outlook.de',
  'hotmail.com',
  'yahoo.com',
  'yahoo.de',
  'icloud.com',
  'me.com',
  'mail.de',
  'email.de',
  'aol.com',
  'aol.de',
  'online.de',
  'posteo.de',
  'mailbox.org',
  // Names of their own, and more than one slip away: two letters for one, one for two, two that only half change
  // places, two that do beside another slip, a wrong letter in a short name.
  'mail.com',
  'ymail.com',
  'email.com',
  'gmaxxl.com',
  'gmxl.com',
  'wxe.de',
  'wbx.de',
  'wex.de',
  'yahqo.de',
  'wbe.ed',
  'wbex.de',
  'gaml.com',
  'example.com',
  'example.de',
  'weg.de',
  'stadtwerke-beispiel.de',
  'xn--mller-kva.de',
  'uni-bonn.de',
  'a.de',
])('%s is left alone', (domain) => {
  expect(suggestedEmail(`erika@${domain}`)).toBeUndefined();
});

test('a comma or a hyphen for the dot is a slip', () => {
  expect(suggestedEmail('erika@web-de')).toBe('erika@web.de');
});
test('nearly all addresses go the short way', () => {
  expect(
    [
      'erika@example.com',
      'erika.beispiel_1+x@mail.sub-domain.example.de',
      'E@EXAMPLE.DE',
      'erika@müller.de',
      'mailto:erika@example.com',
      "o'neill@example.com",
      '.e@example.com',
      'e@example',
      '',
    ].map(isPlainEmail),
  ).toEqual([true, true, true, false, false, false, false, false, false]);
});
test.each([
  ['erika@MÜLLER.de', 'erika@xn--mller-kva.de'],
  ["o'neill@example.com", "o'neill@example.com"],
  ['erika_1+x@sub.example.co.uk', 'erika_1+x@sub.example.co.uk'],
  ['mailto:erika@example.com', 'erika@example.com'],
])('„%s“ is %s', (text, email) => {
  expect(emailIn(text)).toBe(email);
});
test.each([
  '.erika@example.com',
  'erika.@example.com',
  'er..ika@example.com',
  'erika@-',
  'erika@example',
  'erika@example.c',
  '',
  '@',
  'erika@@example.com',
  'müller@example.com',
  'max@müller.de@example.com',
  'xmailto:max@example.org',
  'max@xn--ü.de',
])('„%s“ is none', (text) => {
  expect(emailIn(text)).toBeUndefined();
});
