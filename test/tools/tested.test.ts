import { untested } from '../../tools/tested.ts';

const CALLER = 'lambdas/middleware/caller.ts';
const NEXT = 'usecases/akte/next.ts';
test.each([
  ['a file with a test of its name', [CALLER], {}, []],
  ['one without', [NEXT], {}, [`${NEXT}: there is no test/usecases/akte/next.test.ts`]],
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
  expect(untested(files, proved)).toEqual(faults);
});
