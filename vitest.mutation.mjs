/** Only for the mutation test (stryker.config.mjs): the tests themselves are jest's. One process for all files of a run; every run begins in a new one. */
export default { test: { globals: true, isolate: false, include: ['test/domain/**/*.test.ts'] } };
