import { readFileSync } from 'node:fs';
import { BaseSequencer } from 'vitest/node';

/**
 * A mutant is dead with the first test that fails: examples are asked before properties, which take a hundred times as
 * long.
 */
class ExamplesFirst extends BaseSequencer {
  async sort(files) {
    const cost = ({ moduleId }) => {
      const text = readFileSync(moduleId, 'utf8');
      return text.includes("from 'fast-check'") ? text.length + 1e9 : text.length;
    };
    return [...files]
      .map((file) => ({ file, n: cost(file) }))
      .sort((a, b) => a.n - b.n)
      .map(({ file }) => file);
  }
}

/**
 * Only for the mutation test (stryker.config.mjs): the tests themselves are jest's. One process for all files of a run;
 * every run begins in a new one.
 */
export default {
  test: {
    globals: true,
    isolate: false,
    testTimeout: 60_000,
    include: ['test/domain/**/*.test.ts'],
    sequence: { sequencer: ExamplesFirst },
  },
};
