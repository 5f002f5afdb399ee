import { languageIn } from '../../../lambdas/middleware/language.ts';

test.each([
  [null, 'de'],
  ['', 'de'],
  ['de', 'de'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['de-AT,en;q=0.9', 'de'],
  ['en;q=0.9,de;q=0.8', 'en'],
  ['de;q=0.8, en;q=0.9', 'en'],
  ['en, de', 'de'],
  ['*', 'de'],
  ['*, de;q=0.1', 'en'],
  ['en;q=0', 'de'],
  ['de;q=0, *;q=0.1', 'en'],
  ['en;q=much', 'de'],
  ['en;q=7', 'de'],
  ['fr, pl;q=0.8', 'de'],
  ['fr, en;q=0.1', 'en'],
  ['english', 'de'],
  [';;,,q=,', 'de'],
] as const)('%s asks for %s', (accepted, language) => {
  expect(languageIn(accepted)).toBe(language);
});
