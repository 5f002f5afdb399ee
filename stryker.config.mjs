/**
 * Mutation test of the law: changes the code in domain/ in some thousand small ways and asks whether a test in
 * test/domain/ notices (docs/mutation.md). `MUTATE=domain/account/account.ts npm run mutation` asks for one file. Tables and
 * generated data are compared with their sources instead; letters' prose and the grounds in German are read by people,
 * so texts are not mutated.
 */
const GENERATED = [
  'domain/law/holidays.ts',
  'domain/law/postal-codes.ts',
  'domain/law/postal-code-table.ts',
  'domain/law/figures.ts',
];

export default {
  // Jest in ESM mode takes more than a second for each mutant; Vitest runs the same tests unchanged in a fraction.
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.mjs' },
  mutate: [...(process.env.MUTATE ?? 'domain/**/*.ts').split(','), ...GENERATED.map((file) => `!${file}`)],
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  warnings: { slow: false },
  concurrency: 2,
  timeoutMS: 5_000,
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: '.local/mutation.json' },
  clearTextReporter: { logTests: false, allowEmojis: false, reportTests: false },
  thresholds: { high: 95, low: 92, break: 90 },
  incrementalFile: '.local/mutation-incremental.json',
  tempDirName: '.local/stryker',
  ignorePatterns: [
    'cdk.out',
    'dist',
    'out',
    '.venv',
    '.venv-schemathesis',
    '.local',
    'bin',
    'lib',
    'lambdas',
    'local',
    'bench',
    'test/e2e',
    'test/integration',
    'test/lib',
    'test/adapters',
    'test/usecases',
  ],
};
