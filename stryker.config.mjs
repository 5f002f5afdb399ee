/**
 * Mutation test of the law: changes the code in domain/ in a thousand small ways and asks whether a test notices. Tables and generated data are
 * compared with their sources instead; letters' prose and grounds are read by people, so texts are not mutated (docs/mutation.md).
 */
export default {
  // The state machine's tests ask which states all of them together have visited: they cannot run one by one, and are left out.
  testRunner: 'jest', testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'], jest: { configFile: 'jest.config.mjs', config: { testMatch: ['<rootDir>/test/domain/**/*.test.ts', '<rootDir>/test/cli/*.test.ts'] } },
  mutate: ['domain/**/*.ts', '!domain/law/holidays.ts', '!domain/law/postal-codes.ts', '!domain/law/figures.ts'],
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest', ignoreStatic: true, concurrency: 2, timeoutMS: 20_000,
  reporters: ['clear-text', 'progress', 'json'], jsonReporter: { fileName: '.local/mutation.json' }, clearTextReporter: { logTests: false, allowEmojis: false, reportTests: false },
  thresholds: { high: 95, low: 92, break: 90 }, tempDirName: '.local/stryker', incrementalFile: '.local/stryker-incremental.json', ignorePatterns: ['cdk.out', 'out', '.venv', 'test/e2e', 'test/integration', 'docs'],
};
