import { builtinRules } from 'eslint/use-at-your-own-risk';
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

const explainedInTheGuide = {
  selector: "NewExpression[callee.name='Rejected']",
  message: 'Lists are refused by `refused` (adapters/lists/refusals.ts): the guide explains its codes.',
};

/** `const [a, b] = [x, y]`: two constants are two lines. */
const pairToSaveALine = {
  selector:
    "VariableDeclarator[id.type='ArrayPattern']:not(:has(> ArrayPattern > RestElement)) > " +
    'ArrayExpression.init:not(:has(> SpreadElement))',
  message: 'Two constants are two lines.',
};
const everywhere = [namedZod, pairToSaveALine];

const maxLines = builtinRules.get('max-lines-per-function');
const isDescribe = ({ parent }) => {
  if (parent?.type !== 'CallExpression') return false;
  // `describe(…)` and `describe.each(…)(…)`.
  let callee = parent.callee;
  while (callee.type !== 'Identifier') callee = callee.callee ?? callee.object ?? { type: 'Identifier' };
  return callee.name === 'describe';
};
/** The same limit, but for what holds tests and is no function to be read at once. */
const maxLinesOfTests = {
  ...maxLines,
  create: (context) => {
    const report = (found) => {
      if (!isDescribe(found.node)) context.report(found);
    };
    return maxLines.create(Object.create(context, { report: { value: report } }));
  },
};

/** What fits on a screen and into a head. Tables of words may be long; `describe` holds tests, not statements. */
const readable = {
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 15],
  'max-params': ['error', 4],
  'no-nested-ternary': 'error',
  'max-statements-per-line': ['error', { max: 1 }],
  'max-len': [
    'error',
    { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
  ],
};

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', 'cdk.out/**', 'out/**', '.local/**', '.venv/**', '.venv-schemathesis/**'] },
  ...tseslint.configs.recommendedTypeChecked.map((c) => ({ ...c, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/require-await': 'off', // a port's fake is async because the port is
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off', // ports are records of functions, none of them uses `this`
      'no-restricted-syntax': ['error', ...everywhere],
      ...readable,
    },
  },
  {
    files: ['domain/**', 'statemachines/**', 'contracts/**', 'usecases/**'],
    rules: {
      'no-restricted-properties': ['error', ...timeChanceSettings],
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is a parameter in domain, a port in usecases.',
        },
        { selector: 'NewExpression[callee.name=/Client$/]', message: 'Clients are made in adapters/.' },
      ],
    },
  },
  { files: ['adapters/**'], rules: { 'no-restricted-syntax': ['error', ...everywhere, patientClient] } },
  {
    files: ['adapters/lists/**'],
    ignores: ['adapters/lists/refusals.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, patientClient, explainedInTheGuide] },
  },
  {
    files: ['lambdas/**', 'lib/**', 'config/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        { selector: 'NewExpression[callee.name=/Client$/]', message: 'Clients are made in adapters/.' },
      ],
    },
  },
  {
    files: ['test/**'],
    plugins: { tests: { rules: { 'max-lines-per-function': maxLinesOfTests } } },
    rules: {
      'max-lines-per-function': 'off',
      'tests/max-lines-per-function': readable['max-lines-per-function'],
    },
  },
  {
    // Generated from the calendar's sources.
    files: ['domain/law/holidays.ts', 'domain/law/postal-code-table.ts'],
    rules: { 'max-len': 'off' },
  },
  {
    // A table of columns in the form of one literal (the engine gives all rows one shape; bench -- intake).
    files: ['adapters/lists/cells.ts'],
    rules: { 'max-lines-per-function': 'off' },
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
