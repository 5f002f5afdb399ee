/** Arrows point inwards only: lambdas → adapters → usecases → statemachines → domain; the simulator stands beside the adapters; lib sees contracts and config, never a Lambda's code. */
const only = (from, ...allowed) => ({
  name: `${from} imports only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { pathNot: [from, ...allowed].map((d) => `^${d}(/|$|\\.)`).join('|') },
});
const npm = (...names) => names.map((n) => `node_modules/${n}`);
const node = (...names) => names.map((n) => `(node:)?${n}`);
module.exports = {
  forbidden: [
    only('domain', ...npm('zod', 'libphonenumber-js')),
    only('statemachines', 'domain', ...npm('zod')),
    only('usecases', 'domain', 'statemachines'),
    only('simulator', 'domain', 'statemachines', 'usecases', ...npm('jsonata'), ...node('fs', 'path')),
    only('adapters', 'domain', 'usecases', 'statemachines', 'nodemailer', ...npm('@aws-sdk', '@smithy', 'zod', 'papaparse', '@types/papaparse', 'pdfkit', '@types/pdfkit', 'uqr', 'saxes', 'yauzl', 'nodemailer', 'fast-xml-parser', 'ibantools', '@expo-google-fonts'), ...node('crypto', 'fs', 'path', 'url', 'buffer', 'stream', 'util', 'http', 'https', 'timers')),
    only('config', ...npm('zod')),
    only('lambdas', 'config', 'domain', 'usecases', 'adapters', 'statemachines', ...npm('zod', '@middy', '@aws-lambda-powertools', '@types/aws-lambda', 'aws-lambda'), ...node('crypto')),
    only('cli', 'domain', 'statemachines', 'usecases', 'simulator', 'adapters/(csv|pdf|html|json)', ...npm('zod', 'cli-progress'), ...node('fs', 'path', 'util', 'process', 'readline', 'url', 'buffer', 'crypto', 'events')),
    only('lib', 'statemachines', 'config', ...npm('aws-cdk-lib', 'constructs', 'cdk-nag', 'esbuild'), ...node('path', 'fs', 'crypto')),
    only('bin', 'lib', 'config', ...npm('aws-cdk-lib', 'constructs', 'cdk-nag'), ...node('path', 'fs')),
    only('local', 'config', ...npm('@aws-sdk', 'zod', '@smithy'), ...node('fs', 'path', 'http', 'https', 'child_process', 'os', 'crypto', 'util', 'url', 'events', 'net', 'timers', 'readline', 'stream', 'process', 'buffer')),
    only('bench', 'domain', 'usecases', 'simulator', 'adapters/csv', 'cli', ...npm('papaparse', '@types/papaparse', 'esbuild'), ...node('process', 'perf_hooks', 'fs', 'path', 'child_process', 'zlib', 'buffer')),
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, exclude: '^(cdk.out|dist|out|.local|.venv)' },
};
