/**
 * Arrows point inwards only: lambdas → adapters → usecases → statemachines → domain; contracts stand on the last two and
 * are seen from where the API is answered, deployed or asked; the simulator stands beside the adapters; lib sees contracts
 * and config, never a Lambda's code. The same inside the big rooms, by capability.
 */
const npm = (...names) => names.map((n) => `node_modules/${n}`);
const node = (...names) => names.map((n) => `(node:)?${n}`);

/** What each room may import beside itself. */
const ROOMS = {
  domain: npm('zod', 'libphonenumber-js', 'ibantools'),
  statemachines: ['domain', ...npm('zod')],
  contracts: ['domain', 'statemachines', ...npm('zod')],
  usecases: ['domain', 'statemachines'],
  simulator: ['domain', 'statemachines', 'usecases', ...npm('jsonata'), ...node('fs', 'path')],
  adapters: [
    'config/(partitions|printed-with)',
    'domain',
    'usecases',
    'statemachines',
    'nodemailer',
    ...npm('@aws-sdk', '@smithy', 'zod', 'papaparse', '@types/papaparse', 'pdfkit', '@types/pdfkit', 'uqr', 'saxes'),
    ...npm('yauzl', 'nodemailer', 'fast-xml-parser', '@expo-google-fonts', 'aws-jwt-verify'),
    ...node('crypto', 'fs', 'path', 'url', 'buffer', 'stream', 'util', 'http', 'https', 'timers'),
  ],
  config: npm('zod'),
  lambdas: [
    'config',
    'contracts',
    'domain',
    'usecases',
    'adapters',
    'statemachines',
    ...npm('zod', '@middy', '@aws-lambda-powertools', '@types/aws-lambda', 'aws-lambda'),
    ...node('crypto'),
  ],
  cli: [
    'domain',
    'contracts',
    'statemachines',
    'usecases',
    'simulator/(engine|agency)',
    'adapters/(lists|pdf|html|json)',
    'config/(sources|sign-in)',
    ...npm('zod', 'cli-progress'),
    ...node('fs', 'path', 'util', 'process', 'readline', 'url', 'buffer', 'crypto', 'events', 'http', 'os', 'timers'),
  ],
  lib: [
    'statemachines',
    'contracts',
    'config',
    ...npm('aws-cdk-lib', 'constructs', 'cdk-nag', 'esbuild'),
    ...node('path', 'fs', 'crypto'),
  ],
  bin: ['lib', 'config', 'domain', ...npm('aws-cdk-lib', 'constructs', 'cdk-nag'), ...node('path', 'fs')],
  local: [
    'config',
    'contracts',
    ...npm('@aws-sdk', 'zod', '@smithy'),
    ...node('fs', 'path', 'http', 'https', 'child_process', 'os', 'crypto', 'util', 'url', 'events', 'net', 'timers'),
    ...node('readline', 'stream', 'process', 'buffer'),
  ],
  bench: [
    'config',
    'domain',
    'usecases',
    'simulator',
    'adapters/lists',
    'cli',
    ...npm('papaparse', '@types/papaparse', 'esbuild'),
    ...node('process', 'perf_hooks', 'fs', 'path', 'child_process', 'zlib', 'buffer'),
  ],
  tools: [
    'domain',
    'contracts',
    'statemachines',
    'usecases',
    'simulator/(engine|agency)',
    'adapters/dynamodb',
    ...npm('@aws-sdk', 'aws-sdk-client-mock', 'german-postal-codes', 'typescript', 'zod'),
    ...npm('@seriousme/openapi-schema-validator', 'ajv'),
    ...node('fs', 'path', 'zlib'),
  ],
};

/** Inside the big rooms: what each smaller one may import of the others, beside what lies straight in the big one. */
const INNER = {
  domain: {
    access: ['parties'],
    approval: ['parties'],
    print: [],
    parties: ['print'],
    procedure: ['parties'],
    law: ['parties'],
    similar: ['parties'],
    akte: ['print', 'parties', 'procedure', 'law', 'similar'],
    account: ['parties', 'procedure', 'law', 'akte'],
    repeat: ['parties', 'account'],
    dunning: ['print', 'procedure', 'law', 'akte', 'account'],
    statement: ['parties', 'procedure', 'law', 'akte', 'account'],
    intake: ['print', 'parties', 'law', 'akte'],
    payout: ['parties', 'law', 'akte', 'account', 'intake'],
    letters: [
      'print',
      'parties',
      'procedure',
      'law',
      'akte',
      'account',
      'dunning',
      'statement',
      'intake',
      'payout',
      'approval',
    ],
    lint: ['parties', 'procedure', 'akte', 'account', 'dunning', 'letters'],
  },
  usecases: {
    ports: [],
    akte: ['ports'],
    dunning: ['ports', 'akte'],
    'hand-over': ['ports', 'akte'],
    payments: ['ports', 'akte'],
    payout: ['ports', 'akte'],
    operations: ['ports', 'akte'],
  },
  simulator: { engine: [], agency: ['engine'], sequences: ['engine', 'agency'] },
};
/** What lies straight in a big room is its ground: it imports none of the smaller ones, but for these. */
const GROUND_MAY = { usecases: ['ports'] };

const only = ([room, allowed]) => ({
  name: `${room} imports only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { pathNot: [room, ...allowed].map((d) => `^${d}(/|$|\\.)`).join('|') },
});

const inner = ([big, rooms]) => [
  ...Object.entries(rooms).map(([room, allowed]) => ({
    name: `${big}/${room} imports of ${big} only ${allowed.join(', ') || 'its ground'}`,
    severity: 'error',
    from: { path: `^${big}/${room}/` },
    to: { path: `^${big}/[^/]+/`, pathNot: `^${big}/(${[room, ...allowed].join('|')})/` },
  })),
  {
    name: `the ground of ${big} imports none of its rooms`,
    severity: 'error',
    from: { path: `^${big}/[^/]+$` },
    to: { path: `^${big}/[^/]+/`, pathNot: (GROUND_MAY[big] ?? []).map((room) => `^${big}/${room}/`) },
  },
  {
    name: `every folder of ${big} is a room with its arrows`,
    severity: 'error',
    from: { path: `^${big}/`, pathNot: [`^${big}/[^/]+$`, `^${big}/(${Object.keys(rooms).join('|')})/`] },
    to: {},
  },
];

/** Two rooms of one floor know nothing of each other: reading CSV and reading workbooks. Parts know no stack. */
const APART = [
  ['adapters/lists/csv', 'adapters/lists/xlsx'],
  ['adapters/lists/xlsx', 'adapters/lists/csv'],
  ['lib/constructs', 'lib/stacks'],
].map(([from, to]) => ({
  name: `${from} knows nothing of ${to}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: `^${to}/` },
}));

/** A test of a room may use what the room may, what tests stand on, and the agency in memory. */
const TESTED = [
  {
    name: 'nothing but tests imports tests',
    severity: 'error',
    from: { pathNot: '^test/' },
    to: { path: '^test/' },
  },
  {
    name: 'what tests stand on imports no test',
    severity: 'error',
    from: { path: '^test/support/' },
    to: { path: '\\.test\\.ts$' },
  },
  {
    name: 'a test of the law, of a use case or of the simulator needs no cloud and no function',
    severity: 'error',
    from: { path: '^test/(domain|usecases|simulator|statemachines)/' },
    to: { path: '^(lambdas|lib|local|bin)/|node_modules/(@aws-sdk|aws-cdk-lib)' },
  },
];

module.exports = {
  forbidden: [
    ...Object.entries(ROOMS).map(only),
    ...Object.entries(INNER).flatMap(inner),
    ...APART,
    ...TESTED,
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: '^(cdk.out|dist|out|.local|.venv)',
  },
};
