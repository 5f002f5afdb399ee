import tseslint from 'typescript-eslint';

const timeChanceSettings = [
  { object: 'Date', property: 'now', message: 'Time is a parameter in domain, a port in usecases.' },
  { object: 'Math', property: 'random', message: 'Chance is a port.' },
  { object: 'crypto', property: 'randomUUID', message: 'Ids come from the input or from a port.' },
  { object: 'process', property: 'env', message: 'Settings are read in lambdas/ through config/settings.ts.' },
];

const namedZod = {
  selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier",
  message: "import * as z from 'zod': the named import brings every locale (443 kB).",
};

const patientClient = {
  selector: 'NewExpression[callee.name=/Client$/]:not(:has(SpreadElement[argument.name="AWS_CLIENT"]))',
  message: 'A client of AWS waits no longer than it may: { ...AWS_CLIENT, … } (adapters/transient.ts).',
};

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', 'cdk.out/**', 'out/**', '.local/**', '.venv/**'] },
  ...tseslint.configs.recommendedTypeChecked.map((c) => ({ ...c, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/require-await': 'off', // a port's fake is async because the port is
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off', // ports are records of functions, none of them uses `this`
      'no-restricted-syntax': ['error', namedZod],
    },
  },
  {
    files: ['domain/**', 'statemachines/**', 'contracts/**', 'usecases/**'],
    rules: {
      'no-restricted-properties': ['error', ...timeChanceSettings],
      'no-restricted-syntax': [
        'error',
        namedZod,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is a parameter in domain, a port in usecases.',
        },
        { selector: 'NewExpression[callee.name=/Client$/]', message: 'Clients are made in adapters/.' },
      ],
    },
  },
  { files: ['adapters/**'], rules: { 'no-restricted-syntax': ['error', namedZod, patientClient] } },
  {
    files: ['lambdas/**', 'lib/**', 'config/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        namedZod,
        { selector: 'NewExpression[callee.name=/Client$/]', message: 'Clients are made in adapters/.' },
      ],
    },
  },
  {
    files: ['test/**', 'local/**', 'tools/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
);
