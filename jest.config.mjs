/** One configuration; the folders are the levels (design: law → use cases → process → wiring → emulator → whole). */
export default {
  testEnvironment: 'node',
  // For what hangs, not for what is slow: a busy machine is no failure.
  testTimeout: 3 * 3_600_000,
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
