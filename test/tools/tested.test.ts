import { untested } from '../../tools/tested.ts';

const CALLER = 'lambdas/middleware/caller.ts';
const NEXT = 'usecases/akte/made-up.ts';
test.each([
  ['a file with a test of its name', [CALLER], {}, []],
  ['one without', [NEXT], {}, [`${NEXT}: there is no test/usecases/akte/made-up.test.ts`]],
  ['one that another test shows', [NEXT], { [NEXT]: 'test/statemachines/dunning.test.ts' }, []],
  ['… as all of its folder', [NEXT], { 'usecases/akte/': 'test/statemachines/dunning.test.ts' }, []],
  ['a test that is gone', [NEXT], { [NEXT]: 'test/gone.test.ts' }, ['test/gone.test.ts: is not there']],
  [
    'an exception that is none any more',
    [CALLER],
    { [CALLER]: 'test/statemachines/dunning.test.ts' },
    [`${CALLER}: need not be listed`],
  ],
])('%s', (_, files, proved, faults) => {
  expect(untested(files, { proved, without: {} })).toEqual(faults);
});

const CALL_WORDS = 'domain/akte/call-words.ts';
test('a file without a rule needs no test, and says what it is', () => {
  expect(untested([CALL_WORDS], { proved: {}, without: { [CALL_WORDS]: 'words' } })).toEqual([]);
  expect(untested([CALL_WORDS], { proved: {}, without: {} })).toEqual([
    `${CALL_WORDS}: there is no test/domain/akte/call-words.test.ts`,
  ]);
});
test('a file that has a test, or is gone, is not listed as one without a rule', () => {
  const faults = [`${CALLER}: need not be listed`, 'domain/gone.ts: need not be listed'];
  expect(untested([CALLER], { proved: {}, without: { [CALLER]: 'words', 'domain/gone.ts': 'words' } })).toEqual(faults);
});
