import { beforeEachCall, prepareCall } from '../../../lambdas/middleware/each-call.ts';

test('what a function needs afresh is done before each of its calls, not once for all', async () => {
  let looks = 0;
  beforeEachCall(async () => {
    looks += 1;
  });
  await prepareCall();
  await prepareCall();
  expect(looks).toBe(2);
});

test('a call that could not be prepared is none: it does not go by what was known before', async () => {
  let isThere = true;
  beforeEachCall(() => (isThere ? Promise.resolve() : Promise.reject(new Error('the calendar is away'))));
  await expect(prepareCall()).resolves.toBeUndefined();
  isThere = false;
  await expect(prepareCall()).rejects.toThrow('the calendar is away');
});
