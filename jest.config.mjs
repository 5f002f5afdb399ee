/** One configuration; the folders are the levels (design: law → use cases → process → wiring → emulator → whole). */
export default {
  testEnvironment: 'node',
  // For what hangs, not for what is slow: a busy machine is no failure.
  testTimeout: 3 * 3_600_000,
  // Two workers even where there are two cores: with one, jest runs everything in its own process, which it can't renew,
  // and the modules of every test file stay in its heap (4 GB after some 400 files). A worker past the limit is replaced.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/(cdk.out|dist|out|.local|.venv)/'],
};
